package rugged.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The look of the figures: one file for colours, shapes, dashes and the Vega-Lite configuration. */
public final class Theme {
    private static final JsonNode FILE = JsonMapper.shared().readTree(resource("theme.json"));

    private Theme() {}

    /** A resource of this package, whole. */
    public static byte[] resource(String name) {
        try (InputStream in = Theme.class.getResourceAsStream("/rugged/figure/" + name)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks rugged/figure/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Vega-Lite's {@code config} object. */
    static JsonNode configuration(boolean dark) {
        return dark ? swapped(FILE.get("config")) : FILE.get("config");
    }

    static String ink(boolean dark) {
        return page(dark).get("ink").asString();
    }

    static String paper(boolean dark) {
        return page(dark).get("paper").asString();
    }

    static String smallPrint(boolean dark) {
        return page(dark).get("smallPrint").asString();
    }

    /** What differs on a dark page: colours alone. */
    private static JsonNode page(boolean dark) {
        return dark ? FILE.get("dark") : FILE;
    }

    /** A copy with every colour of the light page replaced by the dark page's of the same part. */
    private static JsonNode swapped(JsonNode light) {
        if (light instanceof ObjectNode object) {
            ObjectNode out = object.objectNode();
            object.properties().forEach(entry -> out.set(entry.getKey(), swapped(entry.getValue())));
            return out;
        }
        for (String part : List.of("ink", "paper")) {
            if (light.equals(FILE.get(part))) return FILE.get("dark").get(part);
        }
        return light;
    }

    static double fontSize(String part, String name) {
        return FILE.get("config").get(part).get(name).asDouble();
    }

    /**
     * One colour for each curve: numbers take the ordered ramp, spread over its whole length, words the categories, each
     * by its own place.
     */
    static List<String> colours(List<String> curves, ToIntFunction<String> place, boolean dark) {
        List<String> out = new ArrayList<>();
        List<String> ramp = texts(page(dark), "ordered");
        List<String> categories = texts(page(dark), "categories");
        boolean ordered = Labels.ordered(curves) && curves.size() > 1;
        for (int i = 0; i < curves.size(); i++) {
            double along = ordered ? (ramp.size() - 1.0) * i / (curves.size() - 1) : 0;
            int category = place.applyAsInt(curves.get(i)) % categories.size();
            out.add(ordered ? between(ramp, along) : categories.get(category));
        }
        return out;
    }

    static String firstColour(boolean dark) {
        return texts(page(dark), "categories").getFirst();
    }

    /** The marker of the i-th curve. */
    static String shape(int i) {
        List<String> shapes = texts(FILE, "shapes");
        return shapes.get(i % shapes.size());
    }

    /** The dashes of the i-th theory. */
    static JsonNode dash(int i) {
        JsonNode dashes = FILE.get("dashes");
        return dashes.get(i % dashes.size());
    }

    private static String between(List<String> ramp, double place) {
        int from = Math.min((int) place, ramp.size() - 2);
        double share = place - from;
        int low = Integer.parseInt(ramp.get(from).substring(1), 16);
        int high = Integer.parseInt(ramp.get(from + 1).substring(1), 16);
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = (low >> shift) & 0xff;
            int b = (high >> shift) & 0xff;
            mixed |= (int) Math.round(a + share * (b - a)) << shift;
        }
        return "#%06x".formatted(mixed);
    }

    private static List<String> texts(JsonNode from, String name) {
        return from.get(name).valueStream().map(JsonNode::asString).toList();
    }

    /** Area of a marker. */
    static double markerSize() {
        return FILE.path("config").path("point").path("size").asDouble(34);
    }
}
