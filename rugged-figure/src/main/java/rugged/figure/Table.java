package rugged.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * An immutable table of named columns of equal length, each of numbers or of text.
 *
 * <p>The figures read the long format: a row holds one value of one quantity from one source at one set of parameters and
 * times. Columns {@code quantity}, {@code source}, {@code value}, {@code error} (one standard error; NaN where there is
 * none) and {@code count} (samples behind the value) have that meaning; every other column is a parameter or an axis.
 */
public final class Table {
    private final Map<String, Column> columns;
    private final int rows;

    private sealed interface Column permits Numbers, Texts {}

    private record Numbers(double[] values) implements Column {}

    private record Texts(String[] values) implements Column {}

    private Table(Map<String, Column> columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** Starts a table; columns keep the order in which they are given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** The names of the columns, in order. */
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /** Whether there is such a column. */
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Whether the column holds numbers. */
    public boolean numeric(String column) {
        return column(column) instanceof Numbers;
    }

    /** The number in a row; text that reads as a number counts as one, other text is NaN. */
    public double number(String column, int row) {
        return switch (column(column)) {
            case Numbers(double[] values) -> values[row];
            case Texts(String[] values) -> Labels.number(values[row]);
        };
    }

    /** The cell as text; a number in its shortest form, so that 1000.0 reads {@code 1000}. */
    public String text(String column, int row) {
        return switch (column(column)) {
            case Numbers(double[] values) -> Labels.plain(values[row]);
            case Texts(String[] values) -> values[row];
        };
    }

    /** The rows whose cell equals the text, or, where both read as numbers, the number. */
    public Table where(String column, String value) {
        double number = Labels.number(value);
        return switch (column(column)) {
            case Numbers(double[] cells) -> rowsWhere(row -> cells[row] == number);
            case Texts texts -> {
                Coded coded = coded(column);
                boolean[] wanted = new boolean[coded.texts().size()];
                for (int code = 0; code < wanted.length; code++) {
                    String text = coded.texts().get(code);
                    wanted[code] = text.equals(value) || (!Double.isNaN(number) && Labels.number(text) == number);
                }
                yield rowsWhere(row -> wanted[coded.codes()[row]]);
            }
        };
    }

    /** The rows for which the test holds, in order. */
    public Table rowsWhere(IntPredicate test) {
        int[] kept = java.util.stream.IntStream.range(0, rows).filter(test).toArray();
        if (kept.length == rows) return this;
        Map<String, Column> selected = new LinkedHashMap<>();
        columns.forEach((name, column) -> selected.put(name, select(column, kept)));
        return new Table(selected, kept.length);
    }

    /** The same with other texts in a column. */
    public Table with(String column, java.util.function.IntFunction<String> text) {
        Map<String, Column> changed = new LinkedHashMap<>(columns);
        String[] texts = new String[rows];
        java.util.Arrays.setAll(texts, text);
        changed.put(column, new Texts(texts));
        return new Table(changed, rows);
    }

    /** The different cells of a column as text, in order of first appearance. */
    public List<String> distinct(String column) {
        return new ArrayList<>(coded(column).texts());
    }

    /**
     * A column with its different cells numbered in order of first appearance.
     *
     * @param codes one a row
     * @param texts by code, as {@link #text} has them
     */
    public record Coded(int[] codes, List<String> texts) {}

    /** Rows of one curve mostly follow one another, so a cell is looked up only where it differs from the one before. */
    public Coded coded(String name) {
        int[] codes = new int[rows];
        Map<String, Integer> seen = new LinkedHashMap<>();
        switch (column(name)) {
            case Numbers(double[] values) -> {
                Map<Double, Integer> numbers = new HashMap<>();
                for (int row = 0; row < rows; row++) {
                    boolean same =
                            row > 0 && Double.doubleToLongBits(values[row]) == Double.doubleToLongBits(values[row - 1]);
                    if (same) codes[row] = codes[row - 1];
                    // unlike numbers may read alike: 0 and -0
                    else codes[row] = numbers.computeIfAbsent(values[row], value -> code(Labels.plain(value), seen));
                }
            }
            case Texts(String[] values) -> {
                for (int row = 0; row < rows; row++) {
                    boolean same = row > 0 && values[row].equals(values[row - 1]);
                    codes[row] = same ? codes[row - 1] : code(values[row], seen);
                }
            }
        }
        return new Coded(codes, List.copyOf(seen.keySet()));
    }

    private static int code(String text, Map<String, Integer> seen) {
        return seen.computeIfAbsent(text, unseen -> seen.size());
    }

    /** The numbers of a column as an array that is not to be written into; as {@link #number} has them. */
    public double[] numbers(String name) {
        return switch (column(name)) {
            case Numbers(double[] values) -> values;
            case Texts(String[] values) ->
                java.util.Arrays.stream(values).mapToDouble(Labels::number).toArray();
        };
    }

    private static Column select(Column column, int[] kept) {
        return switch (column) {
            case Numbers(double[] values) -> {
                double[] out = new double[kept.length];
                for (int i = 0; i < kept.length; i++) {
                    out[i] = values[kept[i]];
                }
                yield new Numbers(out);
            }
            case Texts(String[] values) -> {
                String[] out = new String[kept.length];
                for (int i = 0; i < kept.length; i++) {
                    out[i] = values[kept[i]];
                }
                yield new Texts(out);
            }
        };
    }

    private Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no column '" + name + "'; there are " + String.join(", ", columns()));
        }
        return column;
    }

    /** Collects columns; arrays are copied. */
    public static final class Builder {
        private final Map<String, Column> columns = new LinkedHashMap<>();
        private int rows = -1;

        private Builder() {}

        /** Adds a column of numbers. */
        public Builder numbers(String name, double... values) {
            return add(name, new Numbers(values.clone()), values.length);
        }

        /** Adds a column of text. */
        public Builder texts(String name, String... values) {
            return add(name, new Texts(values.clone()), values.length);
        }

        /** The table. */
        public Table build() {
            return new Table(new LinkedHashMap<>(columns), Math.max(rows, 0));
        }

        private Builder add(String name, Column column, int length) {
            if (rows >= 0 && length != rows) {
                throw new IllegalArgumentException(
                        "column '" + name + "' has " + length + " rows where the others have " + rows);
            }
            if (columns.putIfAbsent(name, column) != null) {
                throw new IllegalArgumentException("column '" + name + "' is given twice");
            }
            rows = length;
            return this;
        }
    }
}
