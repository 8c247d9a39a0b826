package rugged.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.select.Latest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A quantity over a plane: two columns span it, the value is the colour of a cell. Cells reach half-way to their neighbours, on a logarithmic axis by ratio. Colours run
 * from the least to the greatest value of all panels; where values have both signs, from one hue to another through the paper's colour at 0. A place without a finite value stays empty and is
 * counted below the figure.
 *
 * @param axes the request for the axes and panels alone
 * @param corners a table of the places, with the second column as value
 * @param cells what is drawn
 * @param empty places without a finite value
 * @param label of the colours
 * @param logarithmic whether equal ratios of values are equal steps of colour
 */
record HeatMap(FigureRequest axes, Table corners, List<Cell> cells, int empty, String label, boolean logarithmic)
        implements Picture {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double BAR = 78;

    /** A rectangle and its value. */
    record Cell(String panel, double left, double right, double low, double high, double value, double error) {}

    /** Whether a request asks for one: two columns with a comma between. */
    static boolean asked(FigureRequest request) {
        return request.strokes().isEmpty() && request.x().indexOf(',') >= 0;
    }

    static HeatMap of(FigureRequest request, Table table) {
        String[] names = words(request.x(), "");
        Table rows = wanted(request, table);
        double[] x = rows.numbers(names[0]);
        double[] y = rows.numbers(names[1]);
        Edges across = Edges.of(x, request.xScale());
        Edges up = Edges.of(y, Scale.LINEAR);
        boolean logarithmic = request.yScale() == Scale.LOG;
        double[] values = rows.numbers("value");
        double[] errors = rows.has("error") ? rows.numbers("error") : new double[values.length];
        String[] panels = panels(request, rows, names);
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < values.length; row++) {
            double value = values[row] + request.offset();
            if (!Double.isFinite(value) || logarithmic && value <= 0.0) continue;
            cells.add(new Cell(
                    panels[row],
                    across.below(x[row]),
                    across.above(x[row]),
                    up.below(y[row]),
                    up.above(y[row]),
                    value,
                    errors[row]));
        }
        if (cells.isEmpty()) throw new IllegalArgumentException("y: no finite value of '" + request.y() + "'");
        String[] labels = words(request.xLabel(), "");
        FigureRequest axes = FigureRequest.of(request.name(), request.y(), names[0])
                .titled(request.title())
                .labelled(label(labels[0], names[0]), label(labels[1], names[1]))
                .scaled(request.xScale(), Scale.LINEAR)
                .within(Optional.of(request.xRange().orElse(across.all())), Optional.of(up.all()))
                .panelsBy(request.panels(), request.panelsLabel(), request.columns())
                .beside(List.of());
        Table corners = corners(request, names[0], x, y, panels);
        String label = request.yLabel().isEmpty() ? request.y() : request.yLabel();
        return new HeatMap(axes, corners, List.copyOf(cells), values.length - cells.size(), label, logarithmic);
    }

    static Table wanted(FigureRequest request, Table table) {
        Table rows = table;
        for (Map.Entry<String, String> condition : request.where().entrySet())
            rows = rows.where(condition.getKey(), condition.getValue());
        rows = rows.where("quantity", request.y());
        if (request.last()) rows = Latest.of(rows);
        rows = source(rows);
        if (rows.rows() == 0) throw new IllegalArgumentException("y: no rows of '" + request.y() + "'");
        return rows;
    }

    /** The panel of each row, of which each place may have one only. */
    private static String[] panels(FigureRequest request, Table rows, String[] names) {
        Set<List<String>> taken = new HashSet<>();
        String[] panels = new String[rows.rows()];
        for (int row = 0; row < panels.length; row++) {
            panels[row] = request.panels().isEmpty() ? "" : rows.text(request.panels(), row);
            String left = rows.text(names[0], row);
            String low = rows.text(names[1], row);
            if (!taken.add(List.of(panels[row], left, low)))
                throw new IllegalArgumentException("y: '" + request.y() + "' has several values at " + names[0] + " = "
                        + left + ", " + names[1] + " = " + low + ": where or panels must tell them apart");
        }
        return panels;
    }

    /** Measured rows; where there are none, those of one theory. */
    private static Table source(Table rows) {
        List<String> sources = rows.distinct("source");
        if (sources.isEmpty()) return rows;
        boolean measured = sources.contains(FigureRequest.SIMULATION);
        return rows.where("source", measured ? FigureRequest.SIMULATION : sources.getFirst());
    }

    static String[] words(String text, String otherwise) {
        int comma = text.indexOf(',');
        if (comma < 0) return new String[] {text, otherwise};
        return new String[] {
            text.substring(0, comma).strip(), text.substring(comma + 1).strip()
        };
    }

    private static String label(String given, String column) {
        return given.isEmpty() ? Markup.symbolOf(column) : given;
    }

    private static Table corners(FigureRequest request, String name, double[] x, double[] y, String[] panels) {
        String[] quantity = new String[x.length];
        String[] source = new String[x.length];
        java.util.Arrays.fill(quantity, request.y());
        java.util.Arrays.fill(source, FigureRequest.SIMULATION);
        Table.Builder corners = Table.builder()
                .texts("quantity", quantity)
                .texts("source", source)
                .numbers("value", y)
                .numbers(name, x);
        if (!request.panels().isEmpty() && !request.panels().equals(name)) corners.texts(request.panels(), panels);
        return corners.build();
    }

    /** Room that the scale of colours takes beside the panels. */
    @Override
    public double bar() {
        return BAR;
    }

    /** Height over width of the whole where both columns count places, so that cells are square; 0 otherwise. */
    @Override
    public double aspect() {
        Cell first = cells.getFirst();
        boolean counts = first.right - first.left == 1.0 && first.high - first.low == 1.0;
        Range across = axes.xRange().orElseThrow();
        Range up = axes.yRange().orElseThrow();
        return counts ? (up.high() - up.low()) / (across.high() - across.low()) : 0.0;
    }

    /** The rectangles of one panel, and with the last one the scale of colours. */
    @Override
    public ObjectNode layer(Channels channels, String panel, boolean scaled) {
        ObjectNode layer = Layers.from("cells", panel);
        layer.putObject("mark").put("type", "rect").put("clip", true).putNull("stroke");
        ObjectNode encoding = layer.putObject("encoding");
        channels.place(encoding, "x", "left");
        encoding.putObject("x2").put("field", "right");
        channels.place(encoding, "y", "low");
        encoding.putObject("y2").put("field", "high");
        new Hues(cells.stream().mapToDouble(Cell::value).toArray(), logarithmic)
                .encode(encoding, "value", scaled ? label : "");
        ArrayNode tips = encoding.putArray("tooltip");
        tip(tips, "value", Markup.plain(label));
        if (cells.stream().anyMatch(cell -> Double.isFinite(cell.error))) tip(tips, "error", "standard error");
        return layer;
    }

    private static void tip(ArrayNode tips, String field, String title) {
        tips.addObject()
                .put("field", field)
                .put("type", "quantitative")
                .put("title", title)
                .put("format", ".5~g");
    }

    /** The data of the rectangles. */
    @Override
    public ArrayNode rows() {
        ArrayNode rows = JSON.arrayNode();
        for (Cell cell : cells) {
            ObjectNode row = rows.addObject()
                    .put("panel", cell.panel)
                    .put("left", cell.left)
                    .put("right", cell.right)
                    .put("low", cell.low)
                    .put("high", cell.high)
                    .put("value", cell.value);
            if (Double.isFinite(cell.error)) row.put("error", cell.error);
        }
        return rows;
    }

    /** What has to be said below. */
    @Override
    public List<String> smallPrint() {
        if (empty == 0) return List.of();
        return List.of(empty + " of " + (empty + cells.size()) + " places have no value that can be shown.");
    }

    /** Where the cells of a column of places meet. */
    private record Edges(double[] places, double[] edges) {
        static Edges of(double[] column, Scale scale) {
            double[] places = java.util.Arrays.stream(column)
                    .filter(Double::isFinite)
                    .sorted()
                    .distinct()
                    .toArray();
            if (places.length == 0 || scale == Scale.LOG && places[0] <= 0.0)
                throw new IllegalArgumentException(
                        places.length == 0
                                ? "x: a column without numbers cannot span a map"
                                : "x-scale: log needs places above 0, the least is " + Labels.plain(places[0]));
            double[] at = scale == Scale.LOG
                    ? java.util.Arrays.stream(places).map(Math::log).toArray()
                    : places;
            double[] edges = new double[places.length + 1];
            for (int k = 1; k < places.length; k++) edges[k] = 0.5 * (at[k - 1] + at[k]);
            int last = places.length - 1;
            double alone = 0.5;
            edges[0] = at[0] - (last == 0 ? alone : edges[1] - at[0]);
            edges[last + 1] = at[last] + (last == 0 ? alone : at[last] - edges[last]);
            if (scale == Scale.LOG) for (int k = 0; k < edges.length; k++) edges[k] = Math.exp(edges[k]);
            return new Edges(places, edges);
        }

        double below(double place) {
            return edges[java.util.Arrays.binarySearch(places, place)];
        }

        double above(double place) {
            return edges[java.util.Arrays.binarySearch(places, place) + 1];
        }

        Range all() {
            return new Range(edges[0], edges[edges.length - 1]);
        }
    }
}
