package rugged.web.api;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rugged.figure.FigureRequest.Range;
import rugged.figure.Growing;
import rugged.web.series.FigureChange;
import rugged.web.shape.run.FigureReply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures as pages follow them: whole at first and where the layout changed, else only the rows that are new or different. */
final class FollowedFigures {
    private static final long MOST = 16 << 20; // characters kept

    private final LinkedHashMap<String, String> drawn = new LinkedHashMap<>(16, 0.75f, true);
    private long kept;

    /**
     * Answers somebody who follows a figure.
     *
     * @param key run, figure and how it is looked at
     * @param version of the run
     * @param since the version that the asker has; another word for none
     * @param draw draws it, given the figures as they were before by name; empty text for nothing to draw
     */
    FigureReply reply(String key, String version, String since, Function<Map<String, Growing>, String> draw) {
        if (since.equals(version)) return FigureReply.nothing(version);
        String before = kept(key + " " + since);
        JsonNode was =
                before == null || before.isEmpty() ? null : JsonMapper.shared().readTree(before);
        String text = kept(key + " " + version);
        if (text == null) {
            text = draw.apply(was == null ? Map.of() : growing(was));
            keep(key + " " + version, text);
        }
        if (text.isEmpty()) return FigureReply.empty(version);
        JsonNode now = JsonMapper.shared().readTree(text);
        return was == null ? FigureReply.whole(version, now) : FigureChange.of(was, now, version);
    }

    private synchronized @Nullable String kept(String key) {
        return drawn.get(key);
    }

    private synchronized void keep(String key, String text) {
        String before = drawn.put(key, text);
        kept += text.length() - (before == null ? 0 : before.length());
        var eldest = drawn.entrySet().iterator();
        while (kept > MOST && drawn.size() > 1) {
            kept -= eldest.next().getValue().length();
            eldest.remove();
        }
    }

    /** The axes of each figure of a page, or of the one there is. */
    private static Map<String, Growing> growing(JsonNode specification) {
        Map<String, Growing> all = new HashMap<>();
        JsonNode own = specification.at("/usermeta/rugged");
        if (own.has("axes")) all.put(own.path("name").asString(""), axes(own.path("axes")));
        for (Map.Entry<String, JsonNode> part : own.properties()) {
            if (part.getValue().has("axes"))
                all.put(part.getKey(), axes(part.getValue().path("axes")));
        }
        return all;
    }

    private static Growing axes(JsonNode axes) {
        return new Growing(
                range(axes.path("x")),
                range(axes.path("y")),
                axes.path("panels").valueStream().map(FollowedFigures::axes).toList());
    }

    private static Optional<Range> range(JsonNode ends) {
        double low = ends.path(0).asDouble(0);
        double high = ends.path(1).asDouble(0);
        return low < high ? Optional.of(new Range(low, high)) : Optional.empty();
    }
}
