package rugged.dynamics.sampling;

import java.util.Arrays;
import rugged.num.Packed;

/** Follows the states of a ladder as they are exchanged: a round trip goes from the coldest rung to the hottest and back. */
final class RoundTrips {
    private static final int NONE = 0;
    private static final int CLIMBS = 1;
    private static final int RETURNS = 2;

    private final int[] at;
    private final int[] heading;
    private final double[] since;
    private long trips;
    private double mean;
    private double squares;

    RoundTrips(int rungs) {
        at = new int[rungs];
        Arrays.setAll(at, k -> k);
        heading = new int[rungs];
        since = new double[rungs];
    }

    /** Rung k and the next one have exchanged their states. */
    void exchanged(int k) {
        int below = at[k];
        at[k] = at[k + 1];
        at[k + 1] = below;
    }

    /** Looks at who stands at the ends. */
    void look(double time) {
        int bottom = at[0];
        if (heading[bottom] == RETURNS) {
            double duration = time - since[bottom];
            trips++;
            double off = duration - mean;
            mean += off / trips;
            squares += off * (duration - mean);
        }
        if (heading[bottom] != CLIMBS) {
            heading[bottom] = CLIMBS;
            since[bottom] = time;
        }
        int top = at[at.length - 1];
        if (heading[top] == CLIMBS) heading[top] = RETURNS;
    }

    /** Begins anew: nobody is on the way. */
    void forget() {
        Arrays.fill(heading, NONE);
        trips = 0;
        mean = 0.0;
        squares = 0.0;
    }

    long trips() {
        return trips;
    }

    double duration() {
        return trips == 0 ? Double.NaN : mean;
    }

    double error() {
        return trips < 2 ? Double.NaN : Math.sqrt(squares / (trips - 1) / trips);
    }

    void save(Packed.Writer out) {
        out.put(at).put(heading).put(since).put(trips).put(mean).put(squares);
    }

    void load(Packed.Reader in) {
        System.arraycopy(in.readInts(), 0, at, 0, at.length);
        System.arraycopy(in.readInts(), 0, heading, 0, heading.length);
        in.read(since);
        trips = in.readLong();
        mean = in.readDouble();
        squares = in.readDouble();
    }
}
