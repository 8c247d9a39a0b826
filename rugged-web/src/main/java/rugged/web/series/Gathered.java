package rugged.web.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.api.Quantity;
import rugged.store.table.Column;
import rugged.store.table.Table;
import rugged.web.http.Refusal;

/** The curves of one quantity in a table of averages or observations, sorted out column by column: no object for a row. */
final class Gathered {
    private final Table table;
    private final List<Column> keys = new ArrayList<>();
    private final Map<Codes, Curve> curves = new LinkedHashMap<>();
    private final List<Map<Object, Long>> words = new ArrayList<>();

    /** Numbers that stand for the cells of a key. */
    private record Codes(long[] values) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Codes(long[] theirs) && Arrays.equals(values, theirs);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /** A curve while it is gathered. */
    private static final class Curve {
        private final int first;
        private int[] rows = new int[16];
        private int size;

        Curve(int first) {
            this.first = first;
        }

        void add(int row) {
            if (size == rows.length) rows = Arrays.copyOf(rows, 2 * size);
            rows[size++] = row;
        }
    }

    private Gathered(Table table, List<String> names) {
        this.table = table;
        for (String name : names) table.column(name).ifPresent(keys::add);
        for (int k = 0; k < keys.size() + 1; k++) words.add(new HashMap<>());
    }

    /**
     * The curves.
     *
     * @param x an axis, a parameter or an expression
     * @param coordinates columns that distinguish curves beside the axes of the quantity
     */
    static List<Points> of(Table table, Quantity quantity, String x, List<String> coordinates) {
        boolean expression = Abscissa.expression(x);
        if (!expression && table.column(x).isEmpty())
            throw Refusal.malformed("x is " + x + "; an axis of the quantity, a parameter, or one of "
                    + String.join(", ", Abscissa.texts()));
        List<String> names = new ArrayList<>(coordinates);
        quantity.axes().stream().filter(axis -> !names.contains(axis)).forEach(names::add);
        names.remove(expression ? "t" : x);
        Gathered gathered = new Gathered(table, names);
        gathered.gather(quantity.name());
        double[] across = expression ? expressed(table, Abscissa.of(x)) : reals(table, x);
        return gathered.points(across);
    }

    private void gather(String quantity) {
        if (!(column("quantity") instanceof Column.Words(String name, String[] quantities)))
            throw new IllegalStateException("quantities are words");
        Optional<Column> sources = table.column("source");
        long[] codes = new long[keys.size() + 1];
        Codes last = new Codes(new long[0]);
        Curve curve = new Curve(-1);
        for (int row = 0; row < quantities.length; row++) {
            if (!quantities[row].equals(quantity)) continue;
            for (int k = 0; k < keys.size(); k++) codes[k] = code(keys.get(k), k, row);
            codes[keys.size()] = sources.isEmpty() ? 0 : code(sources.get(), keys.size(), row);
            if (!Arrays.equals(codes, last.values())) {
                last = new Codes(codes.clone());
                int first = row;
                curve = curves.computeIfAbsent(last, unseen -> new Curve(first));
            }
            curve.add(row);
        }
    }

    private long code(Column column, int k, int row) {
        return switch (column) {
            case Column.Reals(String name, double[] values, boolean optional) -> Double.doubleToLongBits(values[row]);
            case Column.Wholes(String name, long[] values) -> values[row];
            case Column.Words(String name, String[] values) ->
                words.get(k).computeIfAbsent(values[row], unseen ->
                        (long) words.get(k).size());
        };
    }

    private List<Points> points(double[] across) {
        double[] value = reals(table, "value");
        double[] error = reals(table, "error");
        double[] count = table.column("count").isPresent() ? reals(table, "count") : new double[0];
        Optional<Column> sources = table.column("source");
        List<Points> all = new ArrayList<>();
        for (Curve curve : curves.values()) {
            Map<String, String> key = new LinkedHashMap<>();
            for (Column column : keys) {
                Object cell = column.at(curve.first);
                if (cell != null) key.put(column.name(), text(cell));
            }
            String source = sources.map(column -> String.valueOf(column.at(curve.first)))
                    .orElse(Sample.SIMULATION);
            double[] counts = new double[curve.size];
            Arrays.fill(counts, 1);
            if (count.length > 0) counts = taken(count, curve);
            all.add(new Points(source, key, taken(across, curve), taken(value, curve), taken(error, curve), counts));
        }
        return all;
    }

    private static double[] taken(double[] column, Curve curve) {
        double[] out = new double[curve.size];
        for (int k = 0; k < out.length; k++) out[k] = column[curve.rows[k]];
        return out;
    }

    private Column column(String name) {
        return table.column(name).orElseThrow(() -> new IllegalStateException("no column " + name));
    }

    private static double[] expressed(Table table, Abscissa abscissa) {
        Map<String, double[]> times = new LinkedHashMap<>();
        for (String name : List.of("t", "tw")) if (table.column(name).isPresent()) times.put(name, reals(table, name));
        double[] across = new double[table.rows()];
        for (int row = 0; row < across.length; row++) {
            int at = row;
            across[row] = abscissa.at(axis -> {
                double[] column = times.get(axis);
                return column == null ? Double.NaN : column[at];
            });
        }
        return across;
    }

    private static double[] reals(Table table, String name) {
        Column column = table.column(name).orElseThrow(() -> new IllegalStateException("no column " + name));
        return switch (column) {
            case Column.Reals(String own, double[] values, boolean optional) -> values;
            case Column.Wholes(String own, long[] values) ->
                Arrays.stream(values).asDoubleStream().toArray();
            case Column.Words(String own, String[] values) ->
                Arrays.stream(values).mapToDouble(Gathered::number).toArray();
        };
    }

    static double number(String text) {
        try {
            return switch (text) {
                case "inf", ".inf" -> Double.POSITIVE_INFINITY;
                case "-inf", "-.inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException word) {
            return Double.NaN;
        }
    }

    /** A number in its shortest form, so that 4.0 and 4 are the same key. */
    static String text(Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15)
            return Long.toString(number.longValue());
        return String.valueOf(value);
    }
}
