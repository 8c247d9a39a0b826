package rugged.web.series;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rugged.web.shape.run.FigureReply;
import rugged.web.shape.run.FigureReply.Splice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What makes a figure of the one it was: other rows in its data sets, or all of it where its layout is another. */
public final class FigureChange {
    private static final List<String> SAID = List.of("datasets", "description", "usermeta", "title");

    private FigureChange() {}

    /** The answer to somebody who has {@code before}. */
    public static FigureReply of(JsonNode before, JsonNode now, String version) {
        if (!layout(before).equals(layout(now))) return FigureReply.whole(version, now);
        Map<String, List<Splice>> changed = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> set : now.path("datasets").properties()) {
            List<Splice> splices = splices(before.path("datasets").path(set.getKey()), set.getValue());
            if (!splices.isEmpty()) changed.put(set.getKey(), splices);
        }
        List<String> lines = new ArrayList<>();
        for (JsonNode line : now.at("/title/text")) lines.add(line.asString(""));
        return new FigureReply(
                "rows", version, null, changed, now.path("description").asString(""), lines, now.path("usermeta"));
    }

    /** Everything but data and words; whether there is small print decides where things stand. */
    private static ObjectNode layout(JsonNode specification) {
        ObjectNode layout = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> part : specification.properties())
            if (!SAID.contains(part.getKey())) layout.set(part.getKey(), part.getValue());
        layout.put("smallPrint", specification.has("title"));
        ObjectNode names = layout.putObject("names");
        for (String name : specification.path("datasets").propertyNames()) names.put(name, true);
        return layout;
    }

    /** Rows that both have stay, which works because rows that stay keep their order; the last piece comes first. */
    static List<Splice> splices(JsonNode before, JsonNode now) {
        Set<JsonNode> there = new HashSet<>();
        for (JsonNode row : now) there.add(row);
        Set<JsonNode> here = new HashSet<>();
        for (JsonNode row : before) here.add(row);
        List<Splice> splices = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < now.size()) {
            if (i < before.size() && j < now.size() && before.get(i).equals(now.get(j))) {
                i++;
                j++;
                continue;
            }
            int at = i;
            List<Object> rows = new ArrayList<>();
            while (i < before.size() && !there.contains(before.get(i))) i++;
            while (j < now.size() && !here.contains(now.get(j))) rows.add(now.get(j++));
            boolean stuck = at == i && rows.isEmpty();
            if (stuck)
                return List.of(new Splice(
                        0, before.size(), List.copyOf(now.valueStream().toList())));
            splices.addFirst(new Splice(at, i - at, rows));
        }
        return splices;
    }
}
