package rugged.store.table;

import org.jspecify.annotations.Nullable;

/** A named column of a {@link Table}. */
public sealed interface Column {
    /** Its name. */
    String name();

    /** Number of rows. */
    int size();

    /** The entry of a row: a Double, a Long or a String; null when the row has none. */
    @Nullable
    Object at(int row);

    /**
     * Real numbers.
     *
     * @param name its name
     * @param values one per row
     * @param optional whether NaN says that the row has no entry (an axis that its quantity does not depend on); otherwise NaN is a value
     */
    record Reals(String name, double[] values, boolean optional) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public @Nullable Object at(int row) {
            return optional && Double.isNaN(values[row]) ? null : (Object) values[row];
        }
    }

    /**
     * Whole numbers.
     *
     * @param name its name
     * @param values one per row
     */
    record Wholes(String name, long[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public Object at(int row) {
            return values[row];
        }
    }

    /**
     * Words.
     *
     * @param name its name
     * @param values one per row
     */
    record Words(String name, String[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public Object at(int row) {
            return values[row];
        }
    }
}
