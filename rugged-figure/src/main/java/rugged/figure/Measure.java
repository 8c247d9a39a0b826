package rugged.figure;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Widths of markup in the figures' face, in units of the font size; the drawing engine measures with the same numbers. */
final class Measure {
    private static final double MISSING = 0.55;
    private static final JsonNode WIDTHS = JsonMapper.shared().readTree(Theme.resource("widths.json"));

    private Measure() {}

    /** The width of a text at a font size. */
    static double width(String source, double size) {
        double sum = 0;
        for (Markup.Run run : Markup.runs(source)) {
            double width = run.text()
                    .codePoints()
                    .mapToDouble(sign -> advance(Character.toString(sign), run.italic()))
                    .sum();
            sum += run.shift() == 0 ? width : width * Markup.SHIFTED_SIZE;
        }
        return sum * size;
    }

    /** The width of so many blanks, in units of the font size. */
    static double blanks(int count) {
        return count * advance(" ", false);
    }

    private static double advance(String sign, boolean italic) {
        JsonNode styled = WIDTHS.get(italic ? "italic" : "regular").get(sign);
        JsonNode upright = WIDTHS.get("regular").get(sign);
        return styled != null ? styled.asDouble() : upright != null ? upright.asDouble() : MISSING;
    }

    /** A text broken into lines no wider than a length, at blanks. */
    static java.util.List<String> lines(String text, double size, double most) {
        java.util.List<String> out = new java.util.ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && width(line + " " + word, size) > most) {
                out.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        out.add(line.toString());
        return out;
    }
}
