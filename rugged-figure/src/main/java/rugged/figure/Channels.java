package rugged.figure;

import java.util.List;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.select.Selection;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How places, curves and sources become lengths, colours, markers and dashes: the same in every layer of a figure. */
public record Channels(FigureRequest request, Selection selection, Frames frames, Frame frame, Setting setting) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Those of a panel. */
    Channels in(int panel) {
        return new Channels(request, selection, frames, frames.of(panel), setting);
    }

    static ObjectNode scale(Ticks ticks) {
        ObjectNode scale = JSON.objectNode();
        scale.put("type", ticks.scale() == Scale.LOG ? "log" : "linear");
        scale.putArray("domain").add(ticks.low()).add(ticks.high());
        if (ticks.scale() == Scale.LINEAR) {
            scale.put("zero", false);
        }
        return scale.put("nice", false);
    }

    void place(ObjectNode encoding, String channel, String field) {
        Ticks ticks = channel.equals("x") ? frame.x() : frame.y();
        ObjectNode node = encoding.putObject(channel).put("field", field).put("type", "quantitative");
        node.set("scale", scale(ticks));
        node.putNull("axis");
    }

    void colour(ObjectNode encoding) {
        ObjectNode colour = nominal(encoding, "color", "curve");
        ArrayNode domain = colour.putObject("scale").putArray("domain");
        ArrayNode range = ((ObjectNode) colour.get("scale")).putArray("range");
        List<String> colours = Theme.colours(selection.curves(), selection::place, setting.dark());
        for (int i = 0; i < selection.curves().size(); i++) {
            domain.add(selection.curves().get(i));
            range.add(colours.get(i));
        }
        domain.add("");
        range.add(selection.curves().isEmpty() ? Theme.firstColour(setting.dark()) : Theme.ink(setting.dark()));
    }

    /** The colour of a line: that of its curve, but over a cloud without curves ink, which dots of any number leave visible. */
    void lineColour(ObjectNode encoding) {
        if (request.cloud() && selection.curves().isEmpty())
            encoding.putObject("color").put("value", Theme.ink(setting.dark()));
        else colour(encoding);
    }

    void shape(ObjectNode encoding) {
        ObjectNode shape = nominal(encoding, "shape", "curve");
        ArrayNode domain = shape.putObject("scale").putArray("domain");
        ArrayNode range = ((ObjectNode) shape.get("scale")).putArray("range");
        for (int i = 0; i < selection.curves().size(); i++) {
            domain.add(selection.curves().get(i));
            range.add(Theme.shape(selection.place(selection.curves().get(i))));
        }
        domain.add("");
        range.add(Theme.shape(0));
    }

    void dashes(ObjectNode encoding) {
        ObjectNode dash = nominal(encoding, "strokeDash", "source");
        ArrayNode domain = dash.putObject("scale").putArray("domain");
        ArrayNode range = ((ObjectNode) dash.get("scale")).putArray("range");
        for (int i = 0; i < selection.theories().size(); i++) {
            domain.add(selection.theories().get(i));
            range.add(Theme.dash(i));
        }
    }

    static ObjectNode nominal(ObjectNode encoding, String channel, String field) {
        ObjectNode node = encoding.putObject(channel).put("field", field).put("type", "nominal");
        node.putNull("legend");
        return node;
    }

    String xLabel() {
        return request.xLabel().isEmpty() ? selection.xLabel() : request.xLabel();
    }

    String yLabel() {
        return request.yLabel().isEmpty() ? request.y() : request.yLabel();
    }

    /** The symbol of the curves' column. */
    String curvesLabel() {
        return request.curvesLabel().isEmpty() ? Markup.symbolOf(request.curves()) : request.curvesLabel();
    }

    /** The symbol of the panels' column. */
    String panelsLabel() {
        return request.panelsLabel().isEmpty() ? Markup.symbolOf(request.panels()) : request.panelsLabel();
    }
}
