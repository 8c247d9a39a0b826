package rugged.num.kinetics;

import java.util.Arrays;
import rugged.num.graph.UnionFind;

/**
 * States with rates between them, kept as logarithms, so that no temperature makes them overflow. Rates between the same two states add up. Where there is a way from a to b there is a place for the way back, of rate 0 where there is
 * none. Rows are sparse: the ways out of state a are {@link #begin}(a) ... {@link #begin}(a + 1) - 1, by increasing {@link #to}.
 */
public final class RateNetwork {
    private final int states;
    private final int[] begin;
    private final int[] to;
    private final double[] logRate;
    private final double[] logEscape;

    private RateNetwork(int states, int[] begin, int[] to, double[] logRate) {
        this.states = states;
        this.begin = begin;
        this.to = to;
        this.logRate = logRate;
        logEscape = new double[states];
        for (int a = 0; a < states; a++)
            logEscape[a] = Wells.logSum(Arrays.copyOfRange(logRate, begin[a], begin[a + 1]));
    }

    /**
     * From a list of rates, in any order; those from a state to itself count nowhere.
     *
     * @param states how many states
     * @param from of each rate
     * @param to of each rate
     * @param logRate ln of each rate; -infinite for 0
     */
    public static RateNetwork of(int states, int[] from, int[] to, double[] logRate) {
        int given = from.length;
        // each rate and an empty place for its way back, sorted by the two states; the place in the list goes along
        long[] pairs = new long[2 * given];
        int kept = 0;
        for (int k = 0; k < given; k++) {
            if (from[k] == to[k]) continue;
            pairs[kept++] = (long) from[k] * states + to[k];
            pairs[kept++] = (long) to[k] * states + from[k];
        }
        long[] sorted = Arrays.copyOf(pairs, kept);
        Arrays.parallelSort(sorted);
        int distinct = 0;
        for (int k = 0; k < kept; k++) if (k == 0 || sorted[k] != sorted[k - 1]) sorted[distinct++] = sorted[k];
        int[] begin = new int[states + 1];
        int[] ends = new int[distinct];
        for (int k = 0; k < distinct; k++) {
            begin[(int) (sorted[k] / states) + 1]++;
            ends[k] = (int) (sorted[k] % states);
        }
        for (int a = 0; a < states; a++) begin[a + 1] += begin[a];
        return new RateNetwork(states, begin, ends, summed(sorted, distinct, states, from, to, logRate));
    }

    private static double[] summed(long[] sorted, int distinct, int states, int[] from, int[] to, double[] logRate) {
        double[] most = new double[distinct];
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        int[] place = new int[from.length];
        for (int k = 0; k < from.length; k++) {
            if (Double.isNaN(logRate[k]))
                throw new IllegalArgumentException("the rate from " + from[k] + " to " + to[k] + " is not a number");
            place[k] = -1;
            if (from[k] == to[k]) continue;
            place[k] = Arrays.binarySearch(sorted, 0, distinct, (long) from[k] * states + to[k]);
            most[place[k]] = Math.max(most[place[k]], logRate[k]);
        }
        double[] sum = new double[distinct];
        for (int k = 0; k < from.length; k++)
            if (place[k] >= 0 && logRate[k] > Double.NEGATIVE_INFINITY)
                sum[place[k]] += Math.exp(logRate[k] - most[place[k]]);
        // one rate alone stays as it is, to the last bit
        for (int k = 0; k < distinct; k++) if (sum[k] > 0.0 && sum[k] != 1.0) most[k] += Math.log(sum[k]);
        return most;
    }

    /** How many states. */
    public int states() {
        return states;
    }

    /** Where the ways out of a state begin. */
    public int begin(int a) {
        return begin[a];
    }

    /** Where a way leads. */
    public int to(int way) {
        return to[way];
    }

    /** ln of its rate. */
    public double logRate(int way) {
        return logRate[way];
    }

    /** ln of the rate from a to b; -infinite where there is none. */
    public double logRate(int a, int b) {
        int way = Arrays.binarySearch(to, begin[a], begin[a + 1], b);
        return way < 0 ? Double.NEGATIVE_INFINITY : logRate[way];
    }

    /** ln of the rate out of a state. */
    public double logEscape(int a) {
        return logEscape[a];
    }

    /** P, the probability that a way is the next one. */
    public double branching(int a, int way) {
        return Math.exp(logRate[way] - logEscape[a]);
    }

    /** Which states hang together, whichever way rates lead. */
    public UnionFind components() {
        UnionFind sets = new UnionFind(states);
        for (int a = 0; a < states; a++) for (int k = begin[a]; k < begin[a + 1]; k++) sets.join(a, to[k]);
        return sets;
    }

    /** Whether each state can reach one of some, by ways of any rate above 0. */
    public boolean[] reaching(boolean[] some) {
        boolean[] reached = some.clone();
        int[] queue = new int[states];
        int end = 0;
        for (int a = 0; a < states; a++) if (some[a]) queue[end++] = a;
        for (int at = 0; at < end; at++) {
            int b = queue[at];
            // the pattern is symmetric: whoever leads to b has a place among the ways out of b
            for (int k = begin[b]; k < begin[b + 1]; k++) {
                int a = to[k];
                if (reached[a] || logRate(a, b) == Double.NEGATIVE_INFINITY) continue;
                reached[a] = true;
                queue[end++] = a;
            }
        }
        return reached;
    }

    /** The network of some states alone, given by their numbers, which become 0, 1, 2, ... */
    public RateNetwork only(int[] kept) {
        int[] number = new int[states];
        Arrays.fill(number, -1);
        for (int k = 0; k < kept.length; k++) number[kept[k]] = k;
        int count = 0;
        for (int a : kept) count += begin[a + 1] - begin[a];
        int[] one = new int[count];
        int[] other = new int[count];
        double[] logs = new double[count];
        int at = 0;
        for (int a : kept) {
            for (int k = begin[a]; k < begin[a + 1]; k++) {
                if (number[to[k]] < 0) continue;
                one[at] = number[a];
                other[at] = number[to[k]];
                logs[at++] = logRate[k];
            }
        }
        return of(kept.length, Arrays.copyOf(one, at), Arrays.copyOf(other, at), Arrays.copyOf(logs, at));
    }
}
