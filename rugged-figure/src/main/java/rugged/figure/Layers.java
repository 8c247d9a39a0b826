package rugged.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import rugged.figure.select.Series;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The data of one panel: error bars, markers, theory lines. */
record Layers(Channels channels) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Area of a dot, in square units of the drawing. */
    private static final double DOT = 5;

    /** Dots of a cloud that lie apart; of more each is lighter, and where many lie together it is darker. */
    private static final int SPARSE = 300;

    private static final double SHADE = 0.5;

    /** Error bars, markers, theory lines on top: a line seen through open markers hides nothing. */
    List<ObjectNode> of(String panel) {
        List<ObjectNode> out = new ArrayList<>();
        if (series().anyMatch(Series::measured)) {
            for (boolean dense : new boolean[] {true, false}) {
                if (series().anyMatch(series -> series.measured() && series.dense() == dense)) {
                    measured(panel, dense, out);
                }
            }
        }
        if (series().anyMatch(series -> !series.measured())) {
            out.add(lines(panel));
        }
        return out;
    }

    private void measured(String panel, boolean dense, List<ObjectNode> out) {
        if (channels.setting().bars() && any(spot -> Double.isFinite(spot.error()))) {
            out.add(bars(panel, dense, "error", "x", "y", "low", "high"));
        }
        if (channels.setting().bars() && any(spot -> Double.isFinite(spot.xError()))) {
            out.add(bars(panel, dense, "xerror", "y", "x", "xlow", "xhigh"));
        }
        if (dense && series().anyMatch(series -> series.measured() && series.thinned())) {
            out.add(reaches(panel));
        }
        int styles = Math.max(1, channels.selection().marks().size());
        for (int style = 0; style < styles; style++) out.add(markers(panel, dense, style));
    }

    /** From the least to the greatest value of each bin of a thinned series. */
    private ObjectNode reaches(String panel) {
        ObjectNode layer = from("simulation", panel);
        layer.withArray("transform").addObject().put("filter", "isValid(datum.bin)");
        layer.putObject("mark").put("type", "rule").put("clip", true).put("strokeWidth", 0.9);
        ObjectNode encoding = layer.putObject("encoding");
        channels.place(encoding, "x", "x");
        ((ObjectNode) encoding.get("x")).put("aggregate", "mean");
        channels.place(encoding, "y", "y");
        ((ObjectNode) encoding.get("y")).put("aggregate", "min");
        encoding.putObject("y2").put("field", "y").put("aggregate", "max");
        encoding.putObject("detail").put("field", "bin").put("type", "nominal");
        channels.colour(encoding);
        return layer;
    }

    private Stream<Series> series() {
        return channels.selection().series().stream();
    }

    private boolean any(java.util.function.Predicate<Series.Spot> test) {
        return series().filter(Series::measured)
                .flatMap(series -> series.points().stream())
                .anyMatch(test);
    }

    private ObjectNode bars(
            String panel, boolean dense, String present, String fixed, String along, String low, String high) {
        ObjectNode layer = from("simulation", panel);
        dense(layer, dense);
        layer.withArray("transform").addObject().put("filter", "isValid(datum." + present + ")");
        ObjectNode mark = layer.putObject("mark").put("type", "rule").put("clip", true);
        if (dense) {
            mark.put("strokeWidth", 0.5).put("opacity", 0.35);
        }
        ObjectNode encoding = layer.putObject("encoding");
        channels.place(encoding, fixed, fixed);
        channels.place(encoding, along, low);
        encoding.putObject(along + "2").put("field", high);
        channels.colour(encoding);
        return layer;
    }

    /** Of a dense series the markers would cover one another: it is drawn as dots. */
    private ObjectNode markers(String panel, boolean dense, int style) {
        ObjectNode layer = from("simulation", panel);
        dense(layer, dense);
        ObjectNode mark = layer.putObject("mark").put("type", dense ? "circle" : "point");
        if (!channels.selection().marks().isEmpty()) {
            layer.withArray("transform").addObject().put("filter", "datum.style == " + style);
            if (!dense) {
                filling(mark, style);
            }
        }
        if (dense) {
            mark.put("size", DOT);
            long most = series().filter(Series::cloud)
                    .mapToLong(series -> series.points().size())
                    .max()
                    .orElse(0);
            if (most > SPARSE) mark.put("opacity", SHADE);
        }
        ObjectNode encoding = layer.putObject("encoding");
        channels.place(encoding, "x", "x");
        channels.place(encoding, "y", "y");
        channels.colour(encoding);
        if (!dense) {
            channels.shape(encoding);
        }
        ArrayNode tips = encoding.putArray("tooltip");
        if (!channels.selection().curves().isEmpty()) {
            tip(tips, "curve", Markup.plain(channels.curvesLabel()), "nominal");
        }
        tip(tips, "x", Markup.plain(channels.xLabel()), "quantitative");
        tip(tips, "y", Markup.plain(channels.yLabel()), "quantitative");
        if (any(spot -> Double.isFinite(spot.error()))) {
            tip(tips, "error", "standard error", "quantitative");
        }
        if (any(spot -> Double.isFinite(spot.count()))) {
            tip(tips, "count", "samples", "quantitative");
        }
        return layer;
    }

    /** Open, filled, small and filled: what tells the marks of a figure apart, in the data and in the legend. */
    static void filling(ObjectNode mark, int style) {
        mark.put("filled", style > 0);
        if (style > 1) {
            mark.put("size", Theme.markerSize() / (1 + style));
        }
    }

    private static void dense(ObjectNode layer, boolean dense) {
        layer.withArray("transform").addObject().put("filter", dense ? "datum.dense" : "!datum.dense");
    }

    static void tip(ArrayNode tips, String field, String title, String type) {
        ObjectNode tip =
                tips.addObject().put("field", field).put("title", title).put("type", type);
        if (type.equals("quantitative")) {
            tip.put("format", field.equals("count") ? "d" : ".6~g");
        }
    }

    private ObjectNode lines(String panel) {
        ObjectNode layer = from("theory", panel);
        layer.putObject("mark").put("type", "line").put("clip", true);
        ObjectNode encoding = layer.putObject("encoding");
        channels.place(encoding, "x", "x");
        channels.place(encoding, "y", "y");
        channels.lineColour(encoding);
        channels.dashes(encoding);
        encoding.putObject("detail").put("field", "line").put("type", "nominal");
        encoding.putObject("order").put("field", "order").put("type", "quantitative");
        return layer;
    }

    static ObjectNode from(String dataset, String panel) {
        ObjectNode layer = JSON.objectNode();
        layer.putObject("data").put("name", dataset);
        ArrayNode transform = layer.putArray("transform");
        if (!panel.isEmpty()) {
            transform.addObject().putObject("filter").put("field", "panel").put("equal", panel);
        }
        return layer;
    }
}
