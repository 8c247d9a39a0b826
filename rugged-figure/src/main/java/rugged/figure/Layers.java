package rugged.figure;

import java.util.ArrayList;
import java.util.List;
import rugged.figure.FigureRequest.Scale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The layers of one panel: four axes, error bars, markers, theory lines, legend. */
final class Layers {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAJOR = 6;
    private static final int MINOR = 3;

    private final FigureRequest request;
    private final Selection selection;
    private final Frame frame;

    Layers(FigureRequest request, Selection selection, Frame frame) {
        this.request = request;
        this.selection = selection;
        this.frame = frame;
    }

    static String xLabel(FigureRequest request, Selection selection) {
        return request.xLabel().isEmpty() ? selection.xLabel() : request.xLabel();
    }

    static String yLabel(FigureRequest request) {
        return request.yLabel().isEmpty() ? request.y() : request.yLabel();
    }

    // ---- axes

    /** The labelled axes below and on the left, and their mirror images without labels. */
    List<ObjectNode> axes(int panel) {
        boolean leftmost = panel % frame.columns() == 0;
        return List.of(
                carrier(
                        axis(frame.x(), "bottom", xLabel(request, selection), true),
                        axis(frame.y(), "left", leftmost ? yLabel(request) : "", leftmost)),
                carrier(axis(frame.x(), "top", "", false), axis(frame.y(), "right", "", false)));
    }

    /** Vega-Lite hangs axes on marks: this one shows nothing. */
    private ObjectNode carrier(ObjectNode across, ObjectNode up) {
        ObjectNode layer = JSON.objectNode();
        layer.putObject("data").putArray("values").addObject();
        layer.putObject("mark").put("type", "point").put("size", 0).put("opacity", 0);
        ObjectNode encoding = layer.putObject("encoding");
        datum(encoding.putObject("x"), frame.x()).set("axis", across);
        datum(encoding.putObject("y"), frame.y()).set("axis", up);
        return layer;
    }

    private ObjectNode datum(ObjectNode channel, Ticks ticks) {
        channel.put("datum", ticks.low()).put("type", "quantitative").set("scale", scale(ticks));
        return channel;
    }

    private static ObjectNode scale(Ticks ticks) {
        ObjectNode scale = JSON.objectNode();
        scale.put("type", ticks.scale() == Scale.LOG ? "log" : "linear");
        scale.putArray("domain").add(ticks.low()).add(ticks.high());
        if (ticks.scale() == Scale.LINEAR) {
            scale.put("zero", false);
        }
        return scale.put("nice", false);
    }

    private static ObjectNode axis(Ticks ticks, String orient, String title, boolean labelled) {
        ObjectNode axis = JSON.objectNode();
        axis.put("orient", orient);
        if (title.isEmpty()) {
            axis.putNull("title");
        } else {
            axis.put("title", title);
        }
        ArrayNode values = axis.putArray("values");
        ArrayNode majors = JSON.arrayNode();
        ArrayNode places = JSON.arrayNode();
        ArrayNode labels = JSON.arrayNode();
        for (Ticks.Mark mark : ticks.marks()) {
            values.add(mark.value());
            if (mark.major()) {
                majors.add(mark.value());
            }
            if (!mark.label().isEmpty()) {
                places.add(mark.value());
                labels.add(mark.label());
            }
        }
        ObjectNode size = axis.putObject("tickSize");
        size.putObject("condition")
                .put("test", "indexof(" + majors + ", datum.value) >= 0")
                .put("value", -MAJOR);
        size.put("value", -MINOR);
        if (labelled) {
            String place = "indexof(" + places + ", datum.value)";
            axis.put("labelExpr", place + " < 0 ? '' : " + labels + "[" + place + "]");
        } else {
            axis.put("labels", false);
        }
        return axis;
    }

    // ---- data

    /** Error bars, markers, theory lines on top: a line seen through open markers hides nothing. */
    List<ObjectNode> data(String panel) {
        List<ObjectNode> out = new ArrayList<>();
        if (selection.series().stream().anyMatch(Series::measured)) {
            for (boolean dense : new boolean[] {true, false}) {
                if (selection.series().stream().anyMatch(series -> series.measured() && series.dense() == dense)) {
                    measured(panel, dense, out);
                }
            }
        }
        if (selection.series().stream().anyMatch(series -> !series.measured())) {
            out.add(lines(panel));
        }
        return out;
    }

    private void measured(String panel, boolean dense, List<ObjectNode> out) {
        if (any(spot -> Double.isFinite(spot.error()))) {
            out.add(bars(panel, dense, "error", "x", "y", "low", "high"));
        }
        if (any(spot -> Double.isFinite(spot.xError()))) {
            out.add(bars(panel, dense, "xerror", "y", "x", "xlow", "xhigh"));
        }
        if (dense && selection.series().stream().anyMatch(series -> series.measured() && series.thinned())) {
            out.add(reaches(panel));
        }
        out.add(markers(panel, dense));
    }

    /** From the least to the greatest value of each bin of a thinned series. */
    private ObjectNode reaches(String panel) {
        ObjectNode layer = from("simulation", panel);
        layer.withArray("transform").addObject().put("filter", "isValid(datum.bin)");
        layer.putObject("mark").put("type", "rule").put("clip", true).put("strokeWidth", 0.9);
        ObjectNode encoding = layer.putObject("encoding");
        place(encoding, "x", "x");
        ((ObjectNode) encoding.get("x")).put("aggregate", "mean");
        place(encoding, "y", "y");
        ((ObjectNode) encoding.get("y")).put("aggregate", "min");
        encoding.putObject("y2").put("field", "y").put("aggregate", "max");
        encoding.putObject("detail").put("field", "bin").put("type", "nominal");
        colour(encoding);
        return layer;
    }

    private boolean any(java.util.function.Predicate<Series.Spot> test) {
        return selection.series().stream()
                .filter(Series::measured)
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
        place(encoding, fixed, fixed);
        place(encoding, along, low);
        encoding.putObject(along + "2").put("field", high);
        colour(encoding);
        return layer;
    }

    /** Of a dense series the markers would cover one another: it is drawn as dots. */
    private ObjectNode markers(String panel, boolean dense) {
        ObjectNode layer = from("simulation", panel);
        dense(layer, dense);
        ObjectNode mark = layer.putObject("mark").put("type", dense ? "circle" : "point");
        if (dense) {
            mark.put("size", 5);
        }
        ObjectNode encoding = layer.putObject("encoding");
        place(encoding, "x", "x");
        place(encoding, "y", "y");
        colour(encoding);
        if (!dense) {
            shape(encoding);
        }
        ArrayNode tips = encoding.putArray("tooltip");
        if (!selection.curves().isEmpty()) {
            String label = request.curvesLabel().isEmpty() ? request.curves() : request.curvesLabel();
            tip(tips, "curve", Markup.plain(label), "nominal");
        }
        tip(tips, "x", Markup.plain(xLabel(request, selection)), "quantitative");
        tip(tips, "y", Markup.plain(yLabel(request)), "quantitative");
        if (any(spot -> Double.isFinite(spot.error()))) {
            tip(tips, "error", "standard error", "quantitative");
        }
        if (any(spot -> Double.isFinite(spot.count()))) {
            tip(tips, "count", "samples", "quantitative");
        }
        return layer;
    }

    private static void dense(ObjectNode layer, boolean dense) {
        layer.withArray("transform").addObject().put("filter", dense ? "datum.dense" : "!datum.dense");
    }

    private static void tip(ArrayNode tips, String field, String title, String type) {
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
        place(encoding, "x", "x");
        place(encoding, "y", "y");
        colour(encoding);
        dashes(encoding);
        encoding.putObject("detail").put("field", "line").put("type", "nominal");
        encoding.putObject("order").put("field", "order").put("type", "quantitative");
        return layer;
    }

    private static ObjectNode from(String dataset, String panel) {
        ObjectNode layer = JSON.objectNode();
        layer.putObject("data").put("name", dataset);
        ArrayNode transform = layer.putArray("transform");
        if (!panel.isEmpty()) {
            transform.addObject().putObject("filter").put("field", "panel").put("equal", panel);
        }
        return layer;
    }

    private void place(ObjectNode encoding, String channel, String field) {
        Ticks ticks = channel.equals("x") ? frame.x() : frame.y();
        ObjectNode node = encoding.putObject(channel).put("field", field).put("type", "quantitative");
        node.set("scale", scale(ticks));
        node.putNull("axis");
    }

    private void colour(ObjectNode encoding) {
        ObjectNode colour = nominal(encoding, "color", "curve");
        ArrayNode domain = colour.putObject("scale").putArray("domain");
        ArrayNode range = ((ObjectNode) colour.get("scale")).putArray("range");
        List<String> colours = Theme.colours(selection.curves());
        for (int i = 0; i < selection.curves().size(); i++) {
            domain.add(selection.curves().get(i));
            range.add(colours.get(i));
        }
        domain.add("");
        range.add(selection.curves().isEmpty() ? Theme.firstColour() : Theme.ink());
    }

    private void shape(ObjectNode encoding) {
        ObjectNode shape = nominal(encoding, "shape", "curve");
        ArrayNode domain = shape.putObject("scale").putArray("domain");
        ArrayNode range = ((ObjectNode) shape.get("scale")).putArray("range");
        for (int i = 0; i < selection.curves().size(); i++) {
            domain.add(selection.curves().get(i));
            range.add(Theme.shape(i));
        }
        domain.add("");
        range.add(Theme.shape(0));
    }

    private void dashes(ObjectNode encoding) {
        ObjectNode dash = nominal(encoding, "strokeDash", "source");
        ArrayNode domain = dash.putObject("scale").putArray("domain");
        ArrayNode range = ((ObjectNode) dash.get("scale")).putArray("range");
        for (int i = 0; i < selection.theories().size(); i++) {
            domain.add(selection.theories().get(i));
            range.add(Theme.dash(i));
        }
    }

    private static ObjectNode nominal(ObjectNode encoding, String channel, String field) {
        ObjectNode node = encoding.putObject(channel).put("field", field).put("type", "nominal");
        node.putNull("legend");
        return node;
    }

    // ---- legend

    /** The boxes of the legend in one panel, in lengths from its upper left corner. */
    List<ObjectNode> legend(List<Legend.Placed> boxes) {
        ArrayNode bars = JSON.arrayNode();
        ArrayNode markers = JSON.arrayNode();
        ArrayNode lines = JSON.arrayNode();
        ArrayNode texts = JSON.arrayNode();
        for (Legend.Placed box : boxes) {
            double symbol = Legend.symbol(box.entries());
            double middle = box.left() + symbol / 2;
            double y = box.top() + Legend.ROW / 2;
            for (Legend.Entry entry : box.entries()) {
                ObjectNode row = JSON.objectNode();
                row.put("px", middle).put("py", y).put("curve", entry.curve()).put("source", entry.source());
                switch (entry.sign()) {
                    case NONE -> {}
                    case MARKER -> markers.add(row);
                    case MARKER_WITH_BAR -> {
                        bars.add(row.deepCopy().put("from", y - 7).put("to", y + 7));
                        markers.add(row);
                    }
                    case LINE -> lines.add(row.put("from", middle - 12).put("to", middle + 12));
                }
                double indent = entry.sign() == Legend.Sign.NONE ? 4 : symbol + 4;
                texts.addObject().put("px", box.left() + indent).put("py", y).put("text", entry.text());
                y += Legend.ROW;
            }
        }
        List<ObjectNode> out = new ArrayList<>();
        if (!bars.isEmpty()) {
            out.add(upright(bars));
        }
        if (!lines.isEmpty()) {
            out.add(across(lines));
        }
        if (!markers.isEmpty()) {
            out.add(signs(markers));
        }
        if (!texts.isEmpty()) {
            out.add(words(texts));
        }
        return out;
    }

    private ObjectNode signs(ArrayNode markers) {
        ObjectNode layer = own(markers, "point");
        ObjectNode encoding = at(layer, "px", "py");
        colour(encoding);
        shape(encoding);
        return layer;
    }

    private static ObjectNode words(ArrayNode texts) {
        ObjectNode layer = own(texts, "text");
        ((ObjectNode) layer.get("mark")).put("align", "left").put("baseline", "middle");
        at(layer, "px", "py").putObject("text").put("field", "text").put("type", "nominal");
        return layer;
    }

    private ObjectNode upright(ArrayNode bars) {
        ObjectNode layer = own(bars, "rule");
        ObjectNode encoding = at(layer, "px", "from");
        encoding.putObject("y2").put("field", "to");
        colour(encoding);
        return layer;
    }

    private ObjectNode across(ArrayNode lines) {
        ObjectNode layer = own(lines, "rule");
        ((ObjectNode) layer.get("mark")).put("strokeWidth", 1.25);
        ObjectNode encoding = at(layer, "from", "py");
        encoding.putObject("x2").put("field", "to");
        colour(encoding);
        dashes(encoding);
        return layer;
    }

    private static ObjectNode own(ArrayNode values, String mark) {
        ObjectNode layer = JSON.objectNode();
        layer.putObject("data").set("values", values);
        layer.putObject("mark").put("type", mark);
        return layer;
    }

    private static ObjectNode at(ObjectNode layer, String x, String y) {
        ObjectNode encoding = layer.putObject("encoding");
        raw(encoding.putObject("x"), x);
        raw(encoding.putObject("y"), y);
        return encoding;
    }

    private static void raw(ObjectNode channel, String field) {
        channel.put("field", field).put("type", "quantitative").putNull("scale").putNull("axis");
    }
}
