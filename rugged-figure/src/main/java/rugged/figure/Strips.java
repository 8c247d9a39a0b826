package rugged.figure;

import rugged.figure.FigureRequest.Scale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The strip under a panel: (ours - theory)/&sigma; on the panel's own horizontal axis, with bands of one and two &sigma;. */
record Strips(Channels channels) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String LABEL = "(ours - theory)/σ";
    private static final double SHARE = 0.3;
    private static final double LEAST_REACH = 3;
    private static final double AIR = 1.08;
    private static final int LABELS = 3;

    /** The residuals of a panel; without points where there is nothing to compare. */
    Residuals residuals(String panel) {
        return Residuals.of(channels.selection(), panel, channels.request().xScale());
    }

    /** The panel above its strip. */
    ObjectNode under(ObjectNode panel, int i, Residuals residuals) {
        ObjectNode both = JSON.objectNode();
        both.put("spacing", 5);
        both.putArray("vconcat").add(panel).add(strip(i, residuals));
        return both;
    }

    /** What is said of a panel's residuals, for readers that see no drawing. */
    static ObjectNode account(Residuals residuals) {
        return JSON.objectNode()
                .put("theory", residuals.theory())
                .put("points", residuals.points().size())
                .put("unmatched", residuals.unmatched())
                .put("meanSquare", residuals.meanSquare());
    }

    static ArrayNode rows(String panel, Residuals residuals, ArrayNode rows) {
        for (Residuals.Distance point : residuals.points()) {
            rows.addObject()
                    .put("panel", panel)
                    .put("curve", point.curve())
                    .put("style", point.style())
                    .put("x", point.x())
                    .put("y", point.distance())
                    .put("theory", point.theory());
        }
        return rows;
    }

    private ObjectNode strip(int i, Residuals residuals) {
        Frame frame = channels.frame();
        double reach = Math.max(LEAST_REACH, AIR * residuals.reach());
        Ticks up = Ticks.of(-reach, reach, Scale.LINEAR, LABELS);
        Frame low = new Frame(frame.width(), Math.round(SHARE * frame.height()), frame.columns(), frame.x(), up);
        Channels here = new Channels(channels.request(), channels.selection(), low, channels.setting());
        ObjectNode strip = JSON.objectNode();
        strip.put("width", low.width()).put("height", low.height());
        ArrayNode drawn = strip.putArray("layer");
        String ink = Theme.ink(channels.setting().dark());
        for (double band : new double[] {2, 1}) drawn.add(band(band, low, ink));
        drawn.add(level(low, ink));
        new Axes(here, LABEL, true).of(i).forEach(drawn::add);
        int styles = Math.max(1, channels.selection().marks().size());
        for (int style = 0; style < styles; style++) {
            drawn.add(points(here, channels.selection().panels().get(i), style));
        }
        drawn.add(words(residuals, low));
        strip.putObject("resolve").putObject("axis").put("x", "independent").put("y", "independent");
        return strip;
    }

    private static ObjectNode band(double half, Frame low, String ink) {
        ObjectNode layer = own(JSON.objectNode().put("from", -half).put("to", half), "rect");
        ((ObjectNode) layer.get("mark")).put("color", ink).put("opacity", 0.07).put("clip", true);
        ObjectNode encoding = layer.putObject("encoding");
        place(encoding.putObject("y").put("field", "from"), low);
        encoding.putObject("y2").put("field", "to");
        return layer;
    }

    private static ObjectNode level(Frame low, String ink) {
        ObjectNode layer = own(JSON.objectNode().put("from", 0), "rule");
        ((ObjectNode) layer.get("mark")).put("color", ink).put("strokeWidth", 0.7);
        place(layer.putObject("encoding").putObject("y").put("field", "from"), low);
        return layer;
    }

    private static void place(ObjectNode channel, Frame low) {
        channel.put("type", "quantitative").putNull("axis").set("scale", Channels.scale(low.y()));
    }

    private static ObjectNode own(ObjectNode row, String mark) {
        ObjectNode layer = JSON.objectNode();
        layer.putObject("data").putArray("values").add(row);
        layer.putObject("mark").put("type", mark);
        return layer;
    }

    private static ObjectNode points(Channels here, String panel, int style) {
        ObjectNode layer = Layers.from("residuals", panel);
        layer.withArray("transform").addObject().put("filter", "datum.style == " + style);
        ObjectNode mark = layer.putObject("mark").put("type", "point").put("clip", true);
        Layers.filling(mark, style);
        mark.put("size", 0.6 * Theme.markerSize());
        ObjectNode encoding = layer.putObject("encoding");
        here.place(encoding, "x", "x");
        here.place(encoding, "y", "y");
        here.colour(encoding);
        here.shape(encoding);
        ArrayNode tips = encoding.putArray("tooltip");
        if (!here.selection().curves().isEmpty()) {
            Layers.tip(tips, "curve", Markup.plain(here.curvesLabel()), "nominal");
        }
        Layers.tip(tips, "x", Markup.plain(here.xLabel()), "quantitative");
        Layers.tip(tips, "theory", "theory", "quantitative");
        Layers.tip(tips, "y", "distance in standard errors", "quantitative");
        return layer;
    }

    private static ObjectNode words(Residuals residuals, Frame low) {
        String text = "\\chi^{2}/\\nu = %.3g, %d points"
                .formatted(residuals.meanSquare(), residuals.points().size());
        ObjectNode layer = own(JSON.objectNode().put("text", text), "text");
        ((ObjectNode) layer.get("mark"))
                .put("align", "right")
                .put("baseline", "top")
                .put("fontSize", 11.5);
        ObjectNode encoding = layer.putObject("encoding");
        encoding.putObject("x").put("value", low.width() - 8);
        encoding.putObject("y").put("value", 5);
        encoding.putObject("text").put("field", "text").put("type", "nominal");
        return layer;
    }
}
