package rugged.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The layers that draw a legend's boxes. */
record LegendLayers(Channels channels) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** In the place of a style: dots. */
    private static final int DOTS = -1;

    /** Area of a dot, greater than in the cloud so that its colour is seen. */
    private static final double DOT = 14;

    /** The boxes of the legend in one panel, in lengths from its upper left corner. */
    List<ObjectNode> of(List<Legend.Placed> boxes) {
        ArrayNode bars = JSON.arrayNode();
        Map<Integer, ArrayNode> markers = new TreeMap<>();
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
                    case DOT ->
                        markers.computeIfAbsent(DOTS, _ -> JSON.arrayNode()).add(row);
                    case MARKER ->
                        markers.computeIfAbsent(entry.style(), style -> JSON.arrayNode())
                                .add(row);
                    case MARKER_WITH_BAR -> {
                        if (channels.setting().bars())
                            bars.add(row.deepCopy().put("from", y - 7).put("to", y + 7));
                        markers.computeIfAbsent(entry.style(), style -> JSON.arrayNode())
                                .add(row);
                    }
                    case LINE -> lines.add(row.put("from", middle - 12).put("to", middle + 12));
                }
                double indent = entry.sign() == Legend.Sign.NONE ? 4 : symbol + 4;
                texts.addObject()
                        .put("px", box.left() + indent)
                        .put("py", y)
                        .put("curve", entry.curve())
                        .put("text", entry.text());
                y += Legend.ROW;
            }
        }
        return layers(bars, lines, markers, texts);
    }

    private List<ObjectNode> layers(ArrayNode bars, ArrayNode lines, Map<Integer, ArrayNode> markers, ArrayNode texts) {
        List<ObjectNode> out = new ArrayList<>();
        if (!bars.isEmpty()) out.add(upright(bars));
        if (!lines.isEmpty()) out.add(across(lines));
        markers.forEach((style, rows) -> out.add(signs(rows, style)));
        if (!texts.isEmpty()) out.add(words(texts));
        return out;
    }

    private ObjectNode signs(ArrayNode markers, int style) {
        ObjectNode layer = own(markers, style == DOTS ? "circle" : "point");
        ObjectNode mark = (ObjectNode) layer.get("mark");
        ObjectNode encoding = at(layer, "px", "py");
        channels.colour(encoding);
        if (style == DOTS) {
            mark.put("size", DOT);
            return layer;
        }
        Layers.filling(mark, style);
        channels.shape(encoding);
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
        channels.colour(encoding);
        return layer;
    }

    private ObjectNode across(ArrayNode lines) {
        ObjectNode layer = own(lines, "rule");
        ((ObjectNode) layer.get("mark")).put("strokeWidth", 1.25);
        ObjectNode encoding = at(layer, "from", "py");
        encoding.putObject("x2").put("field", "to");
        channels.lineColour(encoding);
        channels.dashes(encoding);
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
