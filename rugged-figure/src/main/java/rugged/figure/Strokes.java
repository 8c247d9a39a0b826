package rugged.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Many thin lines, such as the branches of a tree: rows with the same number in one column are the points of one stroke, joined straight in the order of a second column. A third column may colour them. The horizontal axis has ticks only
 * where it has a label: places in a tree are no numbers to read. Each piece of a stroke is a rule of its own, so that ten thousand strokes are no more work than as many points. A point without finite coordinates interrupts its stroke
 * and is counted below the figure, and a piece whose colour is no number is drawn in ink.
 *
 * @param axes the request for the axes and panels alone
 * @param corners a table of the places
 * @param pieces what is drawn
 * @param undrawn points without finite coordinates
 * @param of how many points there are
 * @param label of the colours; empty where there are none
 * @param across whether the horizontal axis has ticks
 */
record Strokes(FigureRequest axes, Table corners, List<Piece> pieces, int undrawn, int of, String label, boolean across)
        implements Picture {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double BAR = 78;

    /** Beyond so many strokes they are thinner. */
    private static final int MANY = 300;

    /** From a point to the next. */
    record Piece(String panel, double x, double y, double nextX, double nextY, double colour) {}

    /** Whether a request asks for them. */
    static boolean asked(FigureRequest request) {
        return !request.strokes().isEmpty();
    }

    static Strokes of(FigureRequest request, Table table) {
        String[] names = HeatMap.words(request.strokes(), "");
        if (names[1].isEmpty())
            throw new IllegalArgumentException(
                    "strokes: two columns with a comma between are needed, which stroke and where on it");
        Table rows = HeatMap.wanted(request, table);
        String[] panels = new String[rows.rows()];
        for (int row = 0; row < panels.length; row++)
            panels[row] = request.panels().isEmpty() ? "" : rows.text(request.panels(), row);
        double[] x = rows.numbers(request.x());
        double[] y = rows.numbers("value").clone();
        for (int row = 0; row < y.length; row++) y[row] += request.offset();
        double[] colour = new double[y.length];
        if (request.colour().isEmpty()) Arrays.fill(colour, Double.NaN);
        else colour = rows.numbers(request.colour());
        int[] order = ordered(request, rows.numbers(names[0]), rows.numbers(names[1]), panels);
        double[] stroke = rows.numbers(names[0]);
        int undrawn = 0;
        for (int row = 0; row < y.length; row++) if (!drawable(x[row], y[row])) undrawn++;
        List<Piece> pieces = pieces(order, stroke, panels, x, y, colour);
        if (pieces.isEmpty())
            throw new IllegalArgumentException("y: no two points of '" + request.y() + "' can be joined");
        String label = request.curvesLabel().isEmpty() ? Markup.symbolOf(request.colour()) : request.curvesLabel();
        FigureRequest axes = request.withStrokes("")
                .withColour("")
                .beside(List.of())
                .curvesBy("", "")
                .markedBy("");
        return new Strokes(
                axes,
                rows,
                List.copyOf(pieces),
                undrawn,
                order.length,
                label,
                !request.xLabel().isEmpty());
    }

    /** Each point with the next one of its stroke, where both can be drawn. */
    private static List<Piece> pieces(
            int[] order, double[] stroke, String[] panels, double[] x, double[] y, double[] colour) {
        List<Piece> pieces = new ArrayList<>();
        for (int k = 0; k + 1 < order.length; k++) {
            int row = order[k];
            int next = order[k + 1];
            boolean same = stroke[row] == stroke[next] && panels[row].equals(panels[next]);
            if (same && drawable(x[row], y[row]) && drawable(x[next], y[next]))
                pieces.add(new Piece(panels[row], x[row], y[row], x[next], y[next], colour[row]));
        }
        return pieces;
    }

    private static boolean drawable(double x, double y) {
        return Math.abs(x) <= FigureRequest.GREATEST && Math.abs(y) <= FigureRequest.GREATEST;
    }

    /** Rows by panel, stroke and place on it, of which each may be there once. */
    private static int[] ordered(FigureRequest request, double[] stroke, double[] along, String[] panels) {
        int[] order = IntStream.range(0, stroke.length)
                .boxed()
                .sorted((one, other) -> {
                    int by = panels[one].compareTo(panels[other]);
                    if (by == 0) by = Double.compare(stroke[one], stroke[other]);
                    return by != 0 ? by : Double.compare(along[one], along[other]);
                })
                .mapToInt(Integer::intValue)
                .toArray();
        for (int k = 1; k < order.length; k++) {
            int one = order[k - 1];
            int other = order[k];
            if (stroke[one] == stroke[other] && along[one] == along[other] && panels[one].equals(panels[other]))
                throw new IllegalArgumentException("y: '" + request.y() + "' has several points at "
                        + request.strokes() + " = " + Labels.plain(stroke[one]) + ", " + Labels.plain(along[one])
                        + ": where or panels must tell them apart");
        }
        return order;
    }

    @Override
    public String dataset() {
        return "strokes";
    }

    @Override
    public double bar() {
        return coloured() ? BAR : 0.0;
    }

    @Override
    public double aspect() {
        return 0.0;
    }

    private boolean coloured() {
        return pieces.stream().anyMatch(piece -> Double.isFinite(piece.colour));
    }

    @Override
    public ObjectNode layer(Channels channels, String panel, boolean scaled) {
        ObjectNode layer = Layers.from(dataset(), panel);
        Set<Double> starts = new HashSet<>();
        for (Piece piece : pieces) starts.add(piece.x);
        layer.putObject("mark")
                .put("type", "rule")
                .put("clip", true)
                .put("strokeCap", "round")
                .put("strokeWidth", starts.size() > MANY ? 0.5 : 1.0)
                .put("color", Theme.ink(channels.setting().dark()));
        ObjectNode encoding = layer.putObject("encoding");
        channels.place(encoding, "x", "x");
        encoding.putObject("x2").put("field", "x2");
        channels.place(encoding, "y", "y");
        encoding.putObject("y2").put("field", "y2");
        ArrayNode tips = encoding.putArray("tooltip");
        Layers.tip(tips, "y", Markup.plain(channels.yLabel()), "quantitative");
        if (!coloured()) return layer;
        double[] colours = pieces.stream()
                .mapToDouble(Piece::colour)
                .filter(Double::isFinite)
                .toArray();
        new Hues(colours, false).encode(encoding, "colour", scaled ? label : "");
        if (colours.length < pieces.size()) {
            ObjectNode coloured = (ObjectNode) encoding.remove("color");
            coloured.put("test", "isValid(datum.colour)");
            encoding.putObject("color")
                    .put("value", Theme.ink(channels.setting().dark()))
                    .set("condition", coloured);
        }
        Layers.tip(tips, "colour", Markup.plain(label), "quantitative");
        return layer;
    }

    @Override
    public ArrayNode rows() {
        ArrayNode rows = JSON.arrayNode();
        for (Piece piece : pieces) {
            ObjectNode row = rows.addObject()
                    .put("panel", piece.panel)
                    .put("x", piece.x)
                    .put("y", piece.y)
                    .put("x2", piece.nextX)
                    .put("y2", piece.nextY);
            if (Double.isFinite(piece.colour)) row.put("colour", piece.colour);
        }
        return rows;
    }

    @Override
    public List<String> smallPrint() {
        return undrawn == 0 ? List.of() : List.of(undrawn + " of " + of + " points cannot be shown.");
    }

    /** The picture that a request asks for, if any. */
    static Optional<Picture> picture(FigureRequest request, Table table) {
        if (asked(request)) return Optional.of(of(request, table));
        if (HeatMap.asked(request)) return Optional.of(HeatMap.of(request, table));
        return Optional.empty();
    }
}
