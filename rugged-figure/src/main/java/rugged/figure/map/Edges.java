package rugged.figure.map;

import java.util.Arrays;
import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;

/** Where the cells of a column of places meet. */
public record Edges(double[] places, double[] edges) {
    /** The cells of a column. */
    public static Edges of(double[] column, Scale scale) {
        double[] places = Arrays.stream(column)
                .filter(Double::isFinite)
                .sorted()
                .distinct()
                .toArray();
        if (places.length == 0 || scale == Scale.LOG && places[0] <= 0.0)
            throw new IllegalArgumentException(
                    places.length == 0
                            ? "x: a column without numbers cannot span a map"
                            : "x-scale: log needs places above 0, the least is "
                                    + rugged.figure.Labels.plain(places[0]));
        double[] at = scale == Scale.LOG ? Arrays.stream(places).map(Math::log).toArray() : places;
        double[] edges = new double[places.length + 1];
        for (int k = 1; k < places.length; k++) edges[k] = 0.5 * (at[k - 1] + at[k]);
        int last = places.length - 1;
        double alone = 0.5;
        edges[0] = at[0] - (last == 0 ? alone : edges[1] - at[0]);
        edges[last + 1] = at[last] + (last == 0 ? alone : at[last] - edges[last]);
        if (scale == Scale.LOG) for (int k = 0; k < edges.length; k++) edges[k] = Math.exp(edges[k]);
        return new Edges(places, edges);
    }

    /** The edge below a place. */
    public double below(double place) {
        return edges[Arrays.binarySearch(places, place)];
    }

    /** The edge above it. */
    public double above(double place) {
        return edges[Arrays.binarySearch(places, place) + 1];
    }

    /** From the first place to the last. */
    public Range hull() {
        return new Range(places[0], places[places.length - 1]);
    }

    /** From the first edge to the last. */
    public Range all() {
        return new Range(edges[0], edges[edges.length - 1]);
    }
}
