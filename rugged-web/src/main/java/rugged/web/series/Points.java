package rugged.web.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The points of one curve in columns, as they were recorded: in no order, and with what cannot be drawn.
 *
 * @param source simulation, or the name of a theory
 * @param key what distinguishes the curve: parameters and further axes
 * @param x abscissae
 * @param y values
 * @param error one standard error; NaN for none
 * @param count points behind each
 */
public record Points(String source, Map<String, String> key, double[] x, double[] y, double[] error, double[] count) {
    private record Name(String source, Map<String, String> key) {}

    /** The curves of single values, in order of first appearance. */
    public static List<Points> of(List<Sample> samples) {
        Map<Name, List<Sample>> byName = new LinkedHashMap<>();
        for (Sample sample : samples)
            byName.computeIfAbsent(new Name(sample.source(), sample.key()), unseen -> new ArrayList<>())
                    .add(sample);
        List<Points> all = new ArrayList<>();
        byName.forEach((name, members) -> all.add(new Points(
                name.source,
                name.key,
                members.stream().mapToDouble(Sample::x).toArray(),
                members.stream().mapToDouble(Sample::y).toArray(),
                members.stream().mapToDouble(Sample::error).toArray(),
                members.stream().mapToDouble(Sample::count).toArray())));
        return all;
    }

    /**
     * The integral from the least abscissa on: at each point the sum of y_i dx_i up to and with it, where dx_i reaches half way to both neighbours, as for the
     * bins of a histogram given by their middles. Values that are NaN are left out; the errors of such a sum are not those of its terms, so none is given.
     */
    public Points integrated() {
        int[] order = IntStream.range(0, x.length)
                .filter(i -> Double.isFinite(x[i]) && Double.isFinite(y[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int size = order.length;
        double[] across = new double[size];
        double[] sum = new double[size];
        double[] none = new double[size];
        double[] behind = new double[size];
        double total = 0;
        for (int k = 0; k < size; k++) {
            double here = x[order[k]];
            double before = k > 0 ? here - x[order[k - 1]] : Double.NaN;
            double after = k + 1 < size ? x[order[k + 1]] - here : before;
            total += y[order[k]] * 0.5 * ((Double.isNaN(before) ? after : before) + after);
            across[k] = here;
            sum[k] = total;
            none[k] = Double.NaN;
            behind[k] = count[order[k]];
        }
        return new Points(source, key, across, sum, none, behind);
    }

    /** The same under another name. */
    public Points named(Map<String, String> other) {
        return new Points(source, other, x, y, error, count);
    }

    /** How many there are. */
    public int size() {
        return x.length;
    }

    /** The points as single values. */
    List<Sample> samples() {
        List<Sample> samples = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) samples.add(new Sample(source, key, x[i], y[i], error[i], count[i]));
        return samples;
    }
}
