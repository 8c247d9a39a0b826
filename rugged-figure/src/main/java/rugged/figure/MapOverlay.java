package rugged.figure;

import java.util.ArrayList;
import java.util.List;
import rugged.figure.map.Plane;
import rugged.figure.map.Plane.Level;
import rugged.figure.map.Plane.Place;
import rugged.figure.map.PlaneLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is drawn over a heat map: level lines, marks where a value is within {@value #DECIDED} standard errors of a level, lines of theories, and measured places with their errors. Everything has a light or a dark edge, so that it is seen over any colour.
 *
 * @param levels level lines
 * @param undecided places close to a level
 * @param of how many places there are
 * @param lines of theories and of measured quantities
 */
record MapOverlay(List<Level> levels, List<Place> undecided, int of, List<PlaneLine> lines) {
    /** Standard errors beyond which a value is on one side of a level. */
    static final double DECIDED = 2.0;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> STROKES =
            List.of("full", "dashed", "dotted", "dash-dotted", "long-dashed", "dash-dot-dotted");
    private static final List<String> SHAPES = List.of("circles", "squares", "diamonds", "triangles");

    MapOverlay {
        levels = List.copyOf(levels);
        undecided = List.copyOf(undecided);
        lines = List.copyOf(lines);
    }

    /** Over these places, with lines that come from elsewhere. */
    static MapOverlay of(Plane plane, List<PlaneLine> lines) {
        return new MapOverlay(plane.contours(), plane.undecided(DECIDED), plane.x().length - plane.empty(), lines);
    }

    /** The layers of a panel, from below. */
    List<ObjectNode> layers(Channels channels, String panel) {
        List<ObjectNode> layers = new ArrayList<>();
        String ink = Theme.ink(channels.setting().dark());
        String paper = Theme.paper(channels.setting().dark());
        if (!levels.isEmpty()) {
            layers.add(rules("contours", channels, panel, 2.4, ink));
            layers.add(rules("contours", channels, panel, 1.2, paper));
        }
        if (!undecided.isEmpty()) layers.add(marks(channels, panel, ink, paper));
        for (int k = 0; k < theories().size(); k++) {
            layers.add(line(channels, panel, k, 3.4, paper, Theme.dash(0)));
            layers.add(line(channels, panel, k, 1.5, ink, Theme.dash(k)));
        }
        for (int k = 0; k < measured().size(); k++) {
            layers.add(bars(channels, panel, k, 2.6, paper));
            layers.add(bars(channels, panel, k, 0.9, ink));
            layers.add(points(channels, panel, k, ink, paper));
        }
        return layers;
    }

    private List<String> theories() {
        return names(false);
    }

    private List<String> measured() {
        return names(true);
    }

    private List<String> names(boolean measured) {
        return lines.stream()
                .filter(line -> line.measured() == measured)
                .map(PlaneLine::name)
                .distinct()
                .toList();
    }

    private static ObjectNode rules(String dataset, Channels channels, String panel, double width, String colour) {
        ObjectNode layer = Layers.from(dataset, panel);
        layer.putObject("mark")
                .put("type", "rule")
                .put("clip", true)
                .put("strokeCap", "round")
                .put("strokeWidth", width)
                .put("color", colour);
        ObjectNode encoding = layer.putObject("encoding");
        channels.place(encoding, "x", "x");
        encoding.putObject("x2").put("field", "x2");
        channels.place(encoding, "y", "y");
        encoding.putObject("y2").put("field", "y2");
        return layer;
    }

    private static ObjectNode marks(Channels channels, String panel, String ink, String paper) {
        ObjectNode layer = Layers.from("undecided", panel);
        layer.putObject("mark")
                .put("type", "point")
                .put("clip", true)
                .put("shape", "cross")
                .put("size", 22)
                .put("filled", true)
                .put("color", ink)
                .put("stroke", paper)
                .put("strokeWidth", 0.6);
        place(layer, channels);
        return layer;
    }

    private static ObjectNode place(ObjectNode layer, Channels channels) {
        ObjectNode encoding = layer.putObject("encoding");
        channels.place(encoding, "x", "x");
        channels.place(encoding, "y", "y");
        return encoding;
    }

    private static ObjectNode ofLine(String dataset, String panel, int k) {
        ObjectNode layer = Layers.from(dataset, panel);
        layer.withArray("transform").addObject().put("filter", "datum.line == " + k);
        return layer;
    }

    private static ObjectNode line(Channels channels, String panel, int k, double width, String colour, JsonNode dash) {
        ObjectNode layer = ofLine("lines", panel, k);
        layer.putObject("mark")
                .put("type", "line")
                .put("clip", true)
                .put("strokeWidth", width)
                .put("color", colour)
                .set("strokeDash", dash);
        place(layer, channels).putObject("order").put("field", "order").put("type", "quantitative");
        return layer;
    }

    private static ObjectNode bars(Channels channels, String panel, int k, double width, String colour) {
        ObjectNode layer = ofLine("places", panel, k);
        layer.putObject("mark")
                .put("type", "rule")
                .put("clip", true)
                .put("strokeWidth", width)
                .put("color", colour);
        ObjectNode encoding = layer.putObject("encoding");
        channels.place(encoding, "x", "xlow");
        encoding.putObject("x2").put("field", "xhigh");
        channels.place(encoding, "y", "low");
        encoding.putObject("y2").put("field", "high");
        return layer;
    }

    private static ObjectNode points(Channels channels, String panel, int k, String ink, String paper) {
        ObjectNode layer = ofLine("places", panel, k);
        layer.putObject("mark")
                .put("type", "point")
                .put("clip", true)
                .put("shape", Theme.shape(k))
                .put("filled", true)
                .put("fill", paper)
                .put("stroke", ink);
        ArrayNode tips = place(layer, channels).putArray("tooltip");
        Layers.tip(tips, "name", "measured", "nominal");
        Layers.tip(tips, "x", Markup.plain(channels.xLabel()), "quantitative");
        Layers.tip(tips, "y", Markup.plain(channels.yLabel()), "quantitative");
        Layers.tip(tips, "error", "standard error", "quantitative");
        return layer;
    }

    /** Adds what is drawn. */
    void datasets(ObjectNode all) {
        if (!levels.isEmpty()) all.set("contours", contours());
        if (!undecided.isEmpty()) {
            ArrayNode rows = all.putArray("undecided");
            for (Place place : undecided)
                rows.addObject().put("panel", place.panel()).put("x", place.x()).put("y", place.y());
        }
        if (!theories().isEmpty()) all.set("lines", rows(theories(), false));
        if (!measured().isEmpty()) all.set("places", rows(measured(), true));
    }

    private ArrayNode contours() {
        ArrayNode rows = JSON.arrayNode();
        for (Level one : levels)
            rows.addObject()
                    .put("panel", one.panel())
                    .put("level", one.level())
                    .put("x", Extent.rounded(one.piece().x()))
                    .put("y", Extent.rounded(one.piece().y()))
                    .put("x2", Extent.rounded(one.piece().nextX()))
                    .put("y2", Extent.rounded(one.piece().nextY()));
        return rows;
    }

    private ArrayNode rows(List<String> names, boolean measured) {
        ArrayNode rows = JSON.arrayNode();
        for (PlaneLine line : lines) {
            if (line.measured() != measured) continue;
            int order = 0;
            for (PlaneLine.Point point : line.points()) {
                ObjectNode row = rows.addObject()
                        .put("panel", line.panel())
                        .put("line", names.indexOf(line.name()))
                        .put("name", line.name())
                        .put("x", point.x())
                        .put("y", point.y());
                if (measured) bar(row, line.upwards(), point);
                else row.put("order", order++);
            }
        }
        return rows;
    }

    private static void bar(ObjectNode row, boolean upwards, PlaneLine.Point point) {
        double error = Double.isFinite(point.error()) ? point.error() : 0.0;
        row.put("xlow", point.x() - (upwards ? 0.0 : error)).put("xhigh", point.x() + (upwards ? 0.0 : error));
        row.put("low", point.y() - (upwards ? error : 0.0)).put("high", point.y() + (upwards ? error : 0.0));
        if (Double.isFinite(point.error())) row.put("error", point.error());
    }

    /** What the lines, points and marks are. */
    List<String> smallPrint() {
        List<String> said = new ArrayList<>();
        List<String> theories = theories();
        for (int k = 0; k < theories.size(); k++)
            said.add(capital(STROKES.get(k % STROKES.size())) + " line: " + Markup.plain(words(theories.get(k))) + ".");
        List<String> measured = measured();
        for (int k = 0; k < measured.size(); k++)
            said.add(capital(SHAPES.get(k % SHAPES.size())) + ": " + words(measured.get(k))
                    + ", measured, with standard errors.");
        List<String> at =
                levels.stream().map(one -> Labels.plain(one.level())).distinct().toList();
        if (!at.isEmpty()) said.add("Light line: where it is " + String.join(", ", at) + ".");
        if (!undecided.isEmpty())
            said.add("Crosses: " + undecided.size() + " of " + of + " places are within two standard errors of it.");
        return said.isEmpty() ? said : List.of(String.join(" ", said));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** {@code landscape.margin = perceptron-jamming.sigma_J} is "margin = sigma_J of perceptron-jamming". */
    private static String words(String name) {
        int sign = name.indexOf('=');
        String column = name.substring(0, sign).strip();
        String asked = name.substring(sign + 1).strip();
        int stop = asked.indexOf('.');
        String of = stop < 0 ? asked : asked.substring(stop + 1) + " of " + asked.substring(0, stop);
        return column.substring(column.lastIndexOf('.') + 1) + " = " + of;
    }
}
