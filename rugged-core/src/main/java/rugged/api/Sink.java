package rugged.api;

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

    /** The replica number of a value that belongs to no single replica. */
    int ALL = -1;
}
