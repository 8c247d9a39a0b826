package rugged.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.map.Edges;
import rugged.figure.map.Mesh;
import rugged.figure.map.Plane;
import rugged.figure.map.Plane.Cell;
import rugged.figure.map.PlaneLine;
import rugged.figure.select.Latest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A quantity over a plane: two columns span it, the value is the colour of a cell. Cells reach half-way to their neighbours, on a logarithmic axis by ratio. Colours run
 * from the least to the greatest value of all panels; where values have both signs, from one hue to another through the paper's colour at 0. A place without a finite value stays empty and is
 * counted below the figure. Where the grid is finer here and there, each tile of it ({@link Mesh}) has four cells, one for each place at its corners.
 *
 * @param axes the request for the axes and panels alone
 * @param corners a table of the places, with the second column as value
 * @param cells what is drawn
 * @param empty places without a finite value
 * @param label of the colours
 * @param logarithmic whether equal ratios of values are equal steps of colour
 * @param overlay what is drawn over it
 */
record HeatMap(
        FigureRequest axes,
        Table corners,
        List<Cell> cells,
        int empty,
        String label,
        boolean logarithmic,
        MapOverlay overlay)
        implements Picture {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double BAR = 78;

    /** Whether a request asks for one: two columns with a comma between. */
    static boolean asked(FigureRequest request) {
        return request.strokes().isEmpty() && request.x().indexOf(',') >= 0;
    }

    static HeatMap of(FigureRequest request, Table table) {
        String[] names = words(request.x(), "");
        Plane plane = Plane.of(request, wanted(request, table), names);
        boolean logarithmic = request.yScale() == Scale.LOG;
        Edges across = Edges.of(plane.x(), request.xScale());
        Edges up = Edges.of(plane.y(), Scale.LINEAR);
        boolean refined = plane.refined();
        List<Cell> cells = refined ? plane.tiled() : plane.touching(across, up);
        if (cells.isEmpty()) throw new IllegalArgumentException("y: no finite value of '" + request.y() + "'");
        String[] labels = words(request.xLabel(), "");
        FigureRequest axes = FigureRequest.of(request.name(), request.y(), names[0])
                .titled(request.title())
                .labelled(label(labels[0], names[0]), label(labels[1], names[1]))
                .scaled(request.xScale(), Scale.LINEAR)
                .within(
                        Optional.of(request.xRange().orElse(refined ? across.hull() : across.all())),
                        Optional.of(refined ? up.hull() : up.all()))
                .panelsBy(request.panels(), request.panelsLabel(), request.columns())
                .beside(List.of());
        Table corners = corners(request, names[0], plane.x(), plane.y(), plane.panels());
        String label = request.yLabel().isEmpty() ? request.y() : request.yLabel();
        MapOverlay overlay = MapOverlay.of(plane, PlaneLine.of(request, table, names[0], names[1]));
        return new HeatMap(axes, corners, List.copyOf(cells), plane.empty(), label, logarithmic, overlay);
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
        boolean counts = first.right() - first.left() == 1.0 && first.high() - first.low() == 1.0;
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
        if (cells.stream().anyMatch(cell -> Double.isFinite(cell.error()))) tip(tips, "error", "standard error");
        return layer;
    }

    private static void tip(ArrayNode tips, String field, String title) {
        tips.addObject()
                .put("field", field)
                .put("type", "quantitative")
                .put("title", title)
                .put("format", ".5~g");
    }

    @Override
    public List<ObjectNode> over(Channels channels, String panel) {
        return overlay.layers(channels, panel);
    }

    @Override
    public void datasets(ObjectNode all) {
        all.set(dataset(), rows());
        overlay.datasets(all);
    }

    /** The data of the rectangles. */
    @Override
    public ArrayNode rows() {
        ArrayNode rows = JSON.arrayNode();
        for (Cell cell : cells) {
            ObjectNode row = rows.addObject()
                    .put("panel", cell.panel())
                    .put("left", cell.left())
                    .put("right", cell.right())
                    .put("low", cell.low())
                    .put("high", cell.high())
                    .put("value", cell.value());
            if (Double.isFinite(cell.error())) row.put("error", cell.error());
        }
        return rows;
    }

    /** What has to be said below. */
    @Override
    public List<String> smallPrint() {
        List<String> said = new ArrayList<>(overlay.smallPrint());
        if (empty > 0) said.add(empty + " of " + corners.rows() + " places have no value that can be shown.");
        return said;
    }
}
