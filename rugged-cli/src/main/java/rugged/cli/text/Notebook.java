package rugged.cli.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Jupyter notebook (nbformat 4.5): cells one below the other, none of them executed yet. */
public final class Notebook {
    private static final int FORMAT = 4;
    private static final int FORMAT_MINOR = 5;

    private final List<Map<String, Object>> cells = new ArrayList<>();

    /** Appends words, in Markdown. */
    public Notebook words(String... paragraphs) {
        cell("markdown", String.join("\n\n", paragraphs));
        return this;
    }

    /** Appends code. */
    public Notebook code(String... lines) {
        Map<String, Object> cell = cell("code", String.join("\n", lines));
        cell.put("execution_count", null);
        cell.put("outputs", List.of());
        return this;
    }

    /** The file, as its format wants it. */
    public String json() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("cells", cells);
        root.put(
                "metadata",
                Map.of(
                        "kernelspec",
                        Map.of("display_name", "Python 3", "language", "python", "name", "python3"),
                        "language_info",
                        Map.of("name", "python")));
        root.put("nbformat", FORMAT);
        root.put("nbformat_minor", FORMAT_MINOR);
        return JsonText.of(root) + "\n";
    }

    private Map<String, Object> cell(String type, String source) {
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("id", "cell-" + (cells.size() + 1));
        cell.put("cell_type", type);
        cell.put("metadata", Map.of());
        cell.put("source", lines(source));
        cells.add(cell);
        return cell;
    }

    /** Lines with their ends, so that a comparison of versions shows what changed. */
    private static List<String> lines(String source) {
        String[] bare = source.split("\n", -1);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < bare.length; i++) lines.add(i + 1 < bare.length ? bare[i] + "\n" : bare[i]);
        return lines;
    }

    /** A text as Python writes it. */
    public static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    if (c < ' ') out.append(String.format("\\x%02x", c));
                    else out.appendCodePoint(c);
                }
            }
        });
        return out.append('"').toString();
    }
}
