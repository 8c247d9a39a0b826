package rugged.figure;

import java.util.List;
import rugged.figure.select.Vertical;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Thin lines from the bottom of a panel to its top, behind the data; those outside of its frame are not drawn. */
record Verticals(Channels channels) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The lines of a panel. */
    List<ObjectNode> of(String panel) {
        Frame frame = channels.frame();
        return channels.selection().verticals().stream()
                .filter(line -> line.panel().equals(panel)
                        && line.x() > frame.x().low()
                        && line.x() < frame.x().high())
                .map(this::drawn)
                .toList();
    }

    private ObjectNode drawn(Vertical line) {
        ObjectNode layer = JSON.objectNode();
        var values = layer.putObject("data").putArray("values");
        Ticks y = channels.frame().y();
        for (double end : new double[] {y.low(), y.high()})
            values.addObject().put("x", Extent.rounded(line.x())).put("y", end);
        ObjectNode mark = layer.putObject("mark")
                .put("type", "line")
                .put("clip", true)
                .put("strokeWidth", 0.8)
                .put("color", Theme.smallPrint(channels.setting().dark()));
        if (line.dashed()) mark.putArray("strokeDash").add(2).add(3);
        ObjectNode encoding = layer.putObject("encoding");
        channels.place(encoding, "x", "x");
        channels.place(encoding, "y", "y");
        return layer;
    }
}
