package rugged.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Columns of text for a terminal: as wide as their widest cell, two spaces apart, nothing cut. */
public final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table, each line indented. */
    public String render(String indent) {
        int[] width = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) width[c] = Math.max(width[c], columns(row.get(c)));
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int c = 0; c < row.size(); c++) {
                line.append(row.get(c));
                if (c < row.size() - 1) line.append(" ".repeat(width[c] - columns(row.get(c)) + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int columns(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
