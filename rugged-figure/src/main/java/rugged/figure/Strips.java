package rugged.figure;

import java.util.List;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.select.Residuals;
import rugged.figure.select.Selection;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The strip under a panel: (ours - theory)/&sigma; on the panel's own horizontal axis, with bands of one and two &sigma;. */
record Strips(Channels channels, List<Residuals> all) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String LABEL = "(ours - theory)/σ";
    private static final double SHARE = 0.3;
    private static final double GAP = 21;
    private static final double LEAST_HEIGHT = 86;
    private static final double SMALL = 11.5;
    private static final double LEAST_REACH = 3;
    private static final double AIR = 1.08;
    private static final int LABELS = 3;

    static Strips of(Channels channels) {
        Selection selection = channels.selection();
        return new Strips(
                channels,
                selection.panels().stream()
                        .map(panel -> Residuals.of(
                                selection, panel, channels.request().xScale()))
                        .toList());
    }

    /** The residuals of a panel; without points where there is nothing to compare. */
    Residuals residuals(int panel) {
        return all.get(panel);
    }

    /** The panel above its strip. */
    ObjectNode under(ObjectNode panel, int i) {
        ObjectNode both = JSON.objectNode();
        // only what is drawn in the boxes decides where they stand: strips of one row stay level
        both.put("spacing", GAP).put("bounds", "flush");
        both.putArray("vconcat").add(panel).add(strip(i));
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

    private ObjectNode strip(int i) {
        Residuals residuals = all.get(i);
        Frame frame = channels.frames().of(i);
        // one scale for all strips of a figure, since only the leftmost has labels
        double reach = all.stream().mapToDouble(one -> AIR * one.reach()).reduce(LEAST_REACH, Math::max);
        if (channels.setting().growing().isPresent()) reach = Growing.stepped(reach);
        Ticks up = Ticks.of(-reach, reach, Scale.LINEAR, LABELS);
        Frame low = new Frame(frame.width(), Math.max(LEAST_HEIGHT, Math.round(SHARE * frame.height())), frame.x(), up);
        Channels here =
                new Channels(channels.request(), channels.selection(), channels.frames(), low, channels.setting());
        ObjectNode strip = JSON.objectNode();
        strip.put("width", low.width()).put("height", low.height());
        strip.putObject("title")
                .put(
                        "text",
                        "χ^{2}/ν = %.3g, %d points"
                                .formatted(
                                        residuals.meanSquare(),
                                        residuals.points().size()))
                .put("anchor", "end")
                .put("fontSize", SMALL)
                .put("offset", 3);
        ArrayNode drawn = strip.putArray("layer");
        String ink = Theme.ink(channels.setting().dark());
        for (double band : new double[] {2, 1}) drawn.add(band(band, low, ink));
        drawn.add(level(low, ink));
        new Axes(here, LABEL, true, true).of(i).forEach(drawn::add);
        if (strip.at("/layer/3/encoding/y/axis") instanceof ObjectNode left) left.put("titleFontSize", SMALL);
        int styles = Math.max(1, channels.selection().marks().size());
        for (int style = 0; style < styles; style++) {
            drawn.add(points(here, channels.selection().panels().get(i), style));
        }
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
}
