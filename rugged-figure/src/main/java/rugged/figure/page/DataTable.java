package rugged.figure.page;

import java.util.List;
import rugged.figure.Labels;
import rugged.figure.Markup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The measured points of a figure as a table, for those who read rather than look. */
final class DataTable {
    private static final int MOST_ROWS = 400;
    private static final List<String> COLUMNS = List.of("panel", "curve", "x", "xerror", "y", "error", "count");

    private DataTable() {}

    static String html(String specification) {
        JsonNode root = JsonMapper.shared().readTree(specification);
        JsonNode rows = root.path("datasets").path("simulation");
        StringBuilder out = new StringBuilder("<details><summary>Description and data</summary>\n<p>")
                .append(Markup.escaped(root.path("description").asString("")))
                .append("</p>\n");
        List<String> used = COLUMNS.stream()
                .filter(column -> rows.valueStream()
                        .anyMatch(row ->
                                row.has(column) && !row.get(column).asString().isEmpty()))
                .toList();
        if (!used.isEmpty()) {
            table(out, rows, used);
        }
        return out.append("</details>\n").toString();
    }

    private static void table(StringBuilder out, JsonNode rows, List<String> used) {
        if (rows.size() > MOST_ROWS) {
            out.append("<p>The first ")
                    .append(MOST_ROWS)
                    .append(" of ")
                    .append(rows.size())
                    .append(" points; all are in the specification.</p>\n");
        }
        out.append("<div class=\"scroll\"><table>\n<thead><tr>");
        used.forEach(column -> out.append("<th scope=\"col\">").append(column).append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        rows.valueStream().limit(MOST_ROWS).forEach(row -> {
            out.append("<tr>");
            for (String column : used) {
                JsonNode cell = row.get(column);
                String text = cell == null ? "" : cell.isNumber() ? six(cell.asDouble()) : cell.asString();
                out.append("<td class=\"n\">").append(Markup.escaped(text)).append("</td>");
            }
            out.append("</tr>\n");
        });
        out.append("</tbody>\n</table></div>\n");
    }

    private static String six(double value) {
        return Labels.plain(new java.math.BigDecimal(value)
                .round(new java.math.MathContext(6))
                .doubleValue());
    }
}
