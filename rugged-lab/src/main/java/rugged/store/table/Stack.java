package rugged.store.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Averages stacked into one long table: quantity, source, coordinates, axes, value, error, count, planned. Whole blocks are copied column by column. */
final class Stack {
    private final List<String> coordinates;
    private final List<String> axisNames;
    private final List<String> quantities = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final List<Map<String, String>> groups = new ArrayList<>();
    private int[] begins = new int[16]; // first row of each run of rows that share quantity, source and group
    private double[] values = new double[16];
    private double[] errors = new double[16];
    private long[] counts = new long[16];
    private long[] planned = new long[16];
    private final double[][] axes;
    private int rows;

    /**
     * @param coordinates paths of the parameters, one column each
     * @param axes names of the axes, one column each
     */
    Stack(List<String> coordinates, List<String> axes) {
        this.coordinates = coordinates;
        this.axisNames = axes;
        this.axes = new double[axes.size()][16];
        for (double[] axis : this.axes) Arrays.fill(axis, Double.NaN);
    }

    /**
     * Adds a block.
     *
     * @param of points that the plan has for it
     * @param own the columns of its axes
     */
    void add(GroupValues block, String source, int of, int[] own) {
        int size = block.places().size();
        if (size == 0) return;
        begin(block.quantity(), source, block.group(), size);
        System.arraycopy(block.values(), 0, values, rows, size);
        System.arraycopy(block.errors(), 0, errors, rows, size);
        for (int k = 0; k < size; k++) counts[rows + k] = block.counts()[k];
        Arrays.fill(planned, rows, rows + size, of);
        for (int a = 0; a < own.length && a < block.places().dimension(); a++)
            block.places().copy(a, axes[own[a]], rows);
        rows += size;
    }

    /** Adds one row. */
    void add(
            String quantity,
            String source,
            Map<String, String> group,
            double value,
            double error,
            int count,
            int of,
            double[] at,
            int[] own) {
        begin(quantity, source, group, 1);
        values[rows] = value;
        errors[rows] = error;
        counts[rows] = count;
        planned[rows] = of;
        for (int a = 0; a < at.length && a < own.length; a++) axes[own[a]][rows] = at[a];
        rows++;
    }

    private void begin(String quantity, String source, Map<String, String> group, int more) {
        if (rows + more > values.length) grow(Math.max(2 * values.length, rows + more));
        boolean same = !groups.isEmpty()
                && quantities.getLast().equals(quantity)
                && sources.getLast().equals(source)
                && groups.getLast().equals(group);
        if (same) return;
        if (groups.size() == begins.length) begins = Arrays.copyOf(begins, 2 * begins.length);
        begins[groups.size()] = rows;
        quantities.add(quantity);
        sources.add(source);
        groups.add(group);
    }

    private void grow(int size) {
        values = Arrays.copyOf(values, size);
        errors = Arrays.copyOf(errors, size);
        counts = Arrays.copyOf(counts, size);
        planned = Arrays.copyOf(planned, size);
        for (int a = 0; a < axes.length; a++) {
            int before = axes[a].length;
            axes[a] = Arrays.copyOf(axes[a], size);
            Arrays.fill(axes[a], before, size, Double.NaN);
        }
    }

    Table table(String name) {
        List<Column> columns = new ArrayList<>(
                List.of(new Column.Words("quantity", spread(quantities)), new Column.Words("source", spread(sources))));
        for (String path : coordinates) {
            List<String> texts =
                    groups.stream().map(group -> group.getOrDefault(path, "")).toList();
            columns.add(Table.typed(path, Arrays.asList(spread(texts))));
        }
        for (int a = 0; a < axes.length; a++)
            columns.add(new Column.Reals(axisNames.get(a), Arrays.copyOf(axes[a], rows), true));
        columns.add(new Column.Reals("value", Arrays.copyOf(values, rows), false));
        columns.add(new Column.Reals("error", Arrays.copyOf(errors, rows), false));
        columns.add(new Column.Wholes("count", Arrays.copyOf(counts, rows)));
        columns.add(new Column.Wholes("planned", Arrays.copyOf(planned, rows)));
        return new Table(name, columns);
    }

    /** One entry a row. */
    private String[] spread(List<String> texts) {
        String[] all = new String[rows];
        for (int k = 0; k < texts.size(); k++)
            Arrays.fill(all, begins[k], k + 1 < texts.size() ? begins[k + 1] : rows, texts.get(k));
        return all;
    }
}
