package rugged.store.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rugged.params.Numbers;

/**
 * A table in memory, in long format.
 *
 * @param name its name, which is also that of its file
 * @param columns its columns, all of one length
 */
public record Table(String name, List<Column> columns) {
    /** Checks that the columns fit together. */
    public Table {
        columns = List.copyOf(columns);
        Set<String> names = new LinkedHashSet<>();
        for (Column column : columns) {
            if (column.size() != columns.getFirst().size() || !names.add(column.name())) {
                throw new IllegalArgumentException("column " + column.name() + " does not fit into table " + name);
            }
        }
    }

    /** Number of rows. */
    public int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().size();
    }

    /** The names of the columns, in order. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** The column of a name. */
    public Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    /** One row, name to entry, in the order of the columns; names without an entry are left out. */
    public Map<String, Object> row(int row) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (Column column : columns) {
            Object entry = column.at(row);
            if (entry != null) entries.put(column.name(), entry);
        }
        return entries;
    }

    /** All rows, as {@link #row} gives them. */
    public List<Map<String, Object>> list() {
        List<Map<String, Object>> list = new ArrayList<>(rows());
        for (int row = 0; row < rows(); row++) list.add(row(row));
        return list;
    }

    /** A column of coordinates: whole numbers where all texts are whole, reals where all are numbers ({@code inf} included), else words. */
    static Column typed(String name, List<String> texts) {
        long[] wholes = new long[texts.size()];
        double[] reals = new double[texts.size()];
        boolean whole = true;
        boolean real = true;
        for (int row = 0; row < texts.size(); row++) {
            // rows of one group follow one another and share their text
            if (row > 0 && texts.get(row) == texts.get(row - 1)) {
                reals[row] = reals[row - 1];
                wholes[row] = wholes[row - 1];
                continue;
            }
            String text = Numbers.alone(texts.get(row));
            Double number = number(text);
            if (number == null) {
                real = false;
                break;
            }
            reals[row] = number;
            whole &= text.matches("[+-]?\\d{1,18}");
            if (whole) wholes[row] = Long.parseLong(text);
        }
        if (!real) return new Column.Words(name, texts.toArray(String[]::new));
        return whole ? new Column.Wholes(name, wholes) : new Column.Reals(name, reals, true);
    }

    /** A number as a study file writes it; empty text is a missing number; null when it is none. */
    private static @Nullable Double number(String text) {
        return switch (text.strip()) {
            case "" -> Double.NaN;
            case "inf", ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
            case "-inf", "-.inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                try {
                    yield Double.valueOf(text.strip());
                } catch (NumberFormatException e) {
                    yield null;
                }
            }
        };
    }
}
