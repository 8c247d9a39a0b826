package rugged.figure;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Axes on all four sides of a panel, ticks inward. */
record Axes(Channels channels, String yLabel, boolean labelledBelow, boolean across) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAJOR = 6;
    private static final int MINOR = 3;
    private static final int LOWERED_PADDING = 9;

    /** The labelled axes below and on the left, and their mirror images without labels. */
    List<ObjectNode> of(int panel) {
        boolean leftmost = channels.frames().leftmost(panel);
        boolean labelled = channels.frames().labelled(panel);
        boolean below = labelledBelow && across;
        return List.of(
                carrier(
                        axis(channels.frame().x(), "bottom", below ? channels.xLabel() : "", below, across),
                        axis(channels.frame().y(), "left", leftmost ? yLabel : "", labelled, true)),
                carrier(
                        axis(channels.frame().x(), "top", "", false, across),
                        axis(channels.frame().y(), "right", "", false, true)));
    }

    /** Vega-Lite hangs axes on marks: this one shows nothing. */
    private ObjectNode carrier(ObjectNode across, ObjectNode up) {
        ObjectNode layer = JSON.objectNode();
        layer.putObject("data").putArray("values").addObject();
        layer.putObject("mark").put("type", "point").put("size", 0).put("opacity", 0);
        ObjectNode encoding = layer.putObject("encoding");
        datum(encoding.putObject("x"), channels.frame().x()).set("axis", across);
        datum(encoding.putObject("y"), channels.frame().y()).set("axis", up);
        return layer;
    }

    private static ObjectNode datum(ObjectNode channel, Ticks ticks) {
        channel.put("datum", ticks.low()).put("type", "quantitative").set("scale", Channels.scale(ticks));
        return channel;
    }

    private static ObjectNode axis(Ticks ticks, String orient, String title, boolean labelled, boolean ticked) {
        ObjectNode axis = JSON.objectNode();
        axis.put("orient", orient);
        if (title.isEmpty()) {
            axis.putNull("title");
        } else {
            axis.put("title", title);
            // turned upright, what is lowered comes near the numbers
            boolean lowered = Markup.runs(title).stream().anyMatch(run -> run.shift() < 0);
            if (lowered && orient.equals("left")) axis.put("titlePadding", LOWERED_PADDING);
        }
        ArrayNode values = axis.putArray("values");
        ArrayNode majors = JSON.arrayNode();
        ArrayNode places = JSON.arrayNode();
        ArrayNode labels = JSON.arrayNode();
        for (Ticks.Mark mark : ticked ? ticks.marks() : List.<Ticks.Mark>of()) {
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
}
