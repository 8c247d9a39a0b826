package rugged.figure.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rugged.figure.Figure;
import rugged.figure.Markup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Several figures on one page, lettered (a), (b), ... each with its own scales and legend: one specification, to be drawn as any other. A figure with several
 * panels has one letter, on its first.
 */
public final class FigurePage {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double BESIDE_AXES = 45;
    private static final String LETTER = "^\\\\text\\{\\([a-z]\\)\\}\\s*";

    private FigurePage() {}

    /**
     * The page.
     *
     * @param title for headings and screen readers; not drawn
     * @param figures specifications that {@link Figure#specification} made
     * @param columns figures in a row; those of a row stand side by side, rows below one another, and a row joins the one before it where both are no wider than the widest
     * @return JSON text
     */
    public static String specification(String title, List<String> figures, int columns) {
        ObjectNode root = JSON.objectNode();
        ObjectNode datasets = JSON.objectNode();
        ArrayNode rows = JSON.arrayNode();
        List<String> words = new ArrayList<>();
        ObjectNode account = JSON.objectNode();
        List<Integer> starts = starts(figures, Math.max(1, columns));
        for (int k = 0; k < figures.size(); k++) {
            ObjectNode figure = (ObjectNode) JsonMapper.shared().readTree(figures.get(k));
            if (k == 0) {
                root.set("$schema", figure.get("$schema"));
                root.put("description", "");
                root.set("usermeta", JSON.objectNode().set("rugged", account));
                root.set("config", figure.get("config"));
            }
            words.add("(" + (char) ('a' + k) + ") " + figure.path("description").asString(""));
            account.set(figure.at("/usermeta/rugged/name").asString("figure " + k), figure.at("/usermeta/rugged"));
            if (starts.contains(k)) apart(rows.addObject()).putArray("hconcat");
            ((ArrayNode) rows.get(rows.size() - 1).get("hconcat")).add(panels(figure, k, datasets));
        }
        String all = String.join(" ", words);
        root.put("description", title.isEmpty() ? all : Markup.plain(title) + ". " + all);
        root.set("datasets", datasets);
        apart(root).set("vconcat", rows);
        return JsonMapper.shared().writeValueAsString(root);
    }

    /** Numbers of the figures that begin a row. */
    private static List<Integer> starts(List<String> figures, int perRow) {
        List<Double> rows = new ArrayList<>();
        for (int k = 0; k < figures.size(); k++) {
            double width = width(JsonMapper.shared().readTree(figures.get(k)));
            if (k % perRow == 0) rows.add(width);
            else rows.set(rows.size() - 1, rows.getLast() + width);
        }
        double widest = rows.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<Integer> starts = new ArrayList<>();
        double taken = Double.POSITIVE_INFINITY;
        for (int row = 0; row < rows.size(); row++) {
            if (taken + rows.get(row) > widest) {
                starts.add(row * perRow);
                taken = 0;
            }
            taken += rows.get(row);
        }
        return starts;
    }

    /** Of a view with what is written beside its axes, about. */
    private static double width(JsonNode view) {
        double width = 0;
        if (view.has("layer")) return view.path("width").asDouble(0) + BESIDE_AXES;
        for (JsonNode child : view.path("hconcat")) width += width(child);
        for (JsonNode child : view.path("vconcat")) width = Math.max(width, width(child));
        int columns =
                Math.min(view.path("columns").asInt(1), view.path("concat").size());
        double widest = 0;
        for (JsonNode child : view.path("concat")) widest = Math.max(widest, width(child));
        return Math.max(width, columns * widest);
    }

    /** Colours, shapes and dashes of one figure say nothing of another's. */
    private static ObjectNode apart(ObjectNode views) {
        ObjectNode scales = views.putObject("resolve").putObject("scale");
        for (String channel : List.of("color", "shape", "strokeDash")) scales.put(channel, "independent");
        return views;
    }

    private static ObjectNode panels(ObjectNode figure, int number, ObjectNode datasets) {
        for (Map.Entry<String, JsonNode> set : figure.get("datasets").properties())
            datasets.set(set.getKey() + "-" + number, set.getValue());
        ObjectNode block = JSON.objectNode();
        for (String key : List.of("title", "columns", "concat", "hconcat", "vconcat")) {
            if (figure.has(key)) block.set(key, figure.get(key));
        }
        rename(block, number);
        boolean[] first = {true};
        letter(block, "\\text{(" + (char) ('a' + number) + ")}", first);
        return block;
    }

    /** Points every layer to the data of its own figure. */
    private static void rename(JsonNode node, int number) {
        if (node instanceof ObjectNode object && object.get("data") instanceof ObjectNode data && data.has("name")) {
            data.put("name", data.get("name").asString() + "-" + number);
        }
        for (JsonNode child : node) rename(child, number);
    }

    /** Gives the first panel the figure's letter and takes those of the others away. */
    private static void letter(JsonNode node, String letter, boolean[] first) {
        if (node instanceof ObjectNode panel
                && panel.has("layer")
                && !panel.at("/view/stroke").isNull()) {
            String title = panel.path("title").asString("").replaceFirst(LETTER, "");
            if (first[0]) panel.put("title", title.isEmpty() ? letter : letter + "  " + title);
            else if (panel.has("title")) panel.put("title", title);
            first[0] = false;
            return;
        }
        for (String key : List.of("hconcat", "concat", "vconcat"))
            for (JsonNode child : node.path(key)) letter(child, letter, first);
    }
}
