package rugged.data;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A table of numbers in text, one example a line: numbers between commas, semicolons, tabs or blanks, a decimal point in them, cells in quotes or not. A first line of words is a header. Blank
 * lines and those that begin with # are passed over. Of several separators the one in the second line counts, tab before semicolon before comma before blank.
 */
final class CsvTable {
    private static final char BLANK = ' ';
    private static final String QUOTED = "\"[^\"]*\"";

    private double[] values = new double[1024];
    private int[] lines = new int[256];
    private int count;
    private int rows;
    private int width;
    private int named;

    private CsvTable() {}

    /** Reads a file. Throws with a sentence that says where what is wrong. */
    static TableContent read(Path path) throws IOException {
        TextEncoding encoding = TextEncoding.of(path);
        char separator = separator(encoding, path);
        CsvTable table = new CsvTable();
        try (Reader text = encoding.open(path)) {
            if (separator == BLANK) table.blanks(text);
            else table.records(text, separator);
        } catch (CsvParseException e) {
            throw new IOException("cannot be read as CSV: " + e.getMessage(), e);
        }
        return new TableContent(
                new int[] {table.rows, table.width},
                Arrays.copyOf(table.values, table.count),
                Arrays.copyOf(table.lines, table.rows));
    }

    private static boolean passed(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private static char separator(TextEncoding encoding, Path path) throws IOException {
        String last = "";
        try (BufferedReader text = new BufferedReader(encoding.open(path))) {
            int seen = 0;
            for (String line = text.readLine(); line != null && seen < 2; line = text.readLine()) {
                if (passed(line)) continue;
                last = line.replaceAll(QUOTED, "");
                seen++;
            }
        }
        for (char one : new char[] {'\t', ';', ','}) if (last.strip().indexOf(one) >= 0) return one;
        return last.strip().indexOf(BLANK) >= 0 ? BLANK : ',';
    }

    private void records(Reader text, char separator) throws IOException {
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.SKIP)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .trimWhitespacesAroundQuotes(true)
                .ofCsvRecord(text);
        for (CsvRecord record : reader) {
            boolean blank = record.getFieldCount() == 1 && record.getField(0).isBlank();
            if (!blank) add(record.getFields(), Math.toIntExact(record.getStartingLineNumber()));
        }
    }

    private void blanks(Reader text) throws IOException {
        BufferedReader all = new BufferedReader(text);
        int number = 0;
        for (String line = all.readLine(); line != null; line = all.readLine()) {
            number++;
            if (!passed(line)) add(List.of(line.strip().split("\\s+")), number);
        }
    }

    private void add(List<String> cells, int line) throws IOException {
        if (rows == 0 && named == 0 && header(cells)) {
            if (cells.getFirst().isBlank())
                throw new IOException("line " + line + " names no first column, as where rows are numbered: its numbers"
                        + " would be taken for inputs; write the table without row numbers");
            named = cells.size();
            return;
        }
        if (rows == 0) width = cells.size();
        if (rows == 0 && named > 0 && named != width)
            throw new IOException("line " + line + " has " + width + " numbers, the header " + named + " names");
        if (cells.size() != width)
            throw new IOException("line " + line + " has " + cells.size() + " numbers, the first " + width);
        if (rows == lines.length) lines = Arrays.copyOf(lines, 2 * rows);
        lines[rows++] = line;
        if (count + width > values.length) values = Arrays.copyOf(values, Math.max(2 * values.length, count + width));
        for (int column = 0; column < width; column++)
            values[count++] = number(cells.get(column).strip(), line, column + 1);
    }

    /** A line of words. */
    private static boolean header(List<String> cells) {
        for (String cell : cells) if (number(cell.strip()) != null) return false;
        return cells.stream().anyMatch(cell -> !cell.isBlank());
    }

    private static double number(String cell, int line, int column) throws IOException {
        Double number = number(cell);
        if (number != null) return number;
        String where = "line " + line + ", column " + column + ": ";
        if (cell.isEmpty()) throw new IOException(where + "the cell is empty");
        String advice = cell.matches("[-+]?\\d+,\\d+([eE][-+]?\\d+)?") ? " (write the decimal point as a point)" : "";
        throw new IOException(where + "\"" + cell + "\" is no number" + advice);
    }

    private static @org.jspecify.annotations.Nullable Double number(String cell) {
        switch (cell.toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan", "na", "n/a", "null" -> {
                return Double.NaN;
            }
            case "inf", "+inf", "infinity", "+infinity" -> {
                return Double.POSITIVE_INFINITY;
            }
            case "-inf", "-infinity" -> {
                return Double.NEGATIVE_INFINITY;
            }
            case "" -> {
                return null;
            }
            default -> {
                // Java would take 1f, 2d and 0x1p3 for numbers too
                char last = cell.charAt(cell.length() - 1);
                if (!Character.isDigit(last) && last != '.' || cell.indexOf('x') >= 0 || cell.indexOf('X') >= 0)
                    return null;
            }
        }
        try {
            return Double.valueOf(cell);
        } catch (NumberFormatException words) {
            return null;
        }
    }
}
