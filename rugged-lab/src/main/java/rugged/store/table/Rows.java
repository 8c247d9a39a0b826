package rugged.store.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table that grows row by row: words first, then reals, then one optional column of whole numbers. */
public final class Rows {
    private final List<String> wordNames;
    private final List<String> realNames;
    private final List<List<String>> words = new ArrayList<>();
    private final List<double[]> reals = new ArrayList<>();
    private int rows;

    public Rows(List<String> wordNames, List<String> realNames) {
        this.wordNames = List.copyOf(wordNames);
        this.realNames = List.copyOf(realNames);
        for (int c = 0; c < wordNames.size(); c++) words.add(new ArrayList<>());
        for (int c = 0; c < realNames.size(); c++) reals.add(new double[16]);
    }

    /** Begins a row; reals are NaN until they are set. */
    public Rows add(String... entries) {
        for (int c = 0; c < entries.length; c++) words.get(c).add(entries[c]);
        if (!reals.isEmpty() && rows == reals.getFirst().length) {
            reals.replaceAll(values -> Arrays.copyOf(values, 2 * values.length));
        }
        for (double[] values : reals) values[rows] = Double.NaN;
        rows++;
        return this;
    }

    /** Sets a real of the row begun last. */
    public void set(int column, double value) {
        reals.get(column)[rows - 1] = value;
    }

    /** The words of a column as they are. */
    public Column.Words words(String name) {
        return new Column.Words(name, words.get(wordNames.indexOf(name)).toArray(String[]::new));
    }

    /** The words of a column as numbers, where they are. */
    Column typed(String name) {
        return Table.typed(name, words.get(wordNames.indexOf(name)));
    }

    /** The reals of a column. */
    public Column.Reals reals(String name, boolean optional) {
        return new Column.Reals(name, Arrays.copyOf(reals.get(realNames.indexOf(name)), rows), optional);
    }

    /** The reals of a column, which are whole. */
    public Column.Wholes wholes(String name) {
        double[] values = reals.get(realNames.indexOf(name));
        long[] whole = new long[rows];
        for (int row = 0; row < rows; row++) whole[row] = (long) values[row];
        return new Column.Wholes(name, whole);
    }
}
