package rugged.api;

import rugged.api.record.NamedArray;

/** Where measured and computed values go. */
@FunctionalInterface
public interface Sink {
    /**
     * One value.
     *
     * @param quantity what it is
     * @param replica which replica it belongs to; {@link #ALL} when it is a property of the whole ensemble
     * @param value the value; NaN when it is undefined there
     * @param standardError one standard error of the value within this run; NaN when a single run cannot tell (the usual case: errors then come from the
     *     scatter between disorder samples)
     * @param axes the values of the quantity's axes, in order
     */
    void put(Quantity quantity, int replica, double value, double standardError, double... axes);

    /**
     * An array as a whole.
     *
     * @param quantity what it is: one with extents
     * @param replica as above
     * @param values its numbers, with the extents that the quantity names; not kept
     * @param axes the values of the quantity's axes, in order
     * @throws IllegalArgumentException where names of extents or the number of axes differ, or an extent behind the first differs from that of an earlier array
     */
    default void put(Quantity quantity, int replica, NamedArray values, double... axes) {
        throw new UnsupportedOperationException("takes numbers, and " + quantity.name() + " is an array");
    }

    /** The replica number of a value that belongs to no single replica. */
    int ALL = -1;
}
