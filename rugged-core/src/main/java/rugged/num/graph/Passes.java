package rugged.num.graph;

import java.util.Arrays;

/**
 * Minima with the passes between them. A pass from a minimum to itself joins nothing. One that lies below one of its ends, by rounding or because of what found it, counts as high as that end.
 *
 * @param minimum energy of each minimum
 * @param pass energy of each pass
 * @param first one end of each pass
 * @param second the other
 */
public record Passes(double[] minimum, double[] pass, int[] first, int[] second) {
    /**
     * Checks it.
     *
     * @throws IllegalArgumentException where an end is no minimum or an energy is not a number
     */
    public Passes {
        if (pass.length != first.length || pass.length != second.length)
            throw new IllegalArgumentException(
                    pass.length + " passes with " + first.length + " and " + second.length + " ends");
        for (double energy : minimum) if (Double.isNaN(energy)) throw undefined("minimum");
        for (int k = 0; k < pass.length; k++) {
            if (Double.isNaN(pass[k])) throw undefined("pass");
            if (Math.min(first[k], second[k]) < 0 || Math.max(first[k], second[k]) >= minimum.length)
                throw new IllegalArgumentException("pass " + k + " lacks an end: it joins " + first[k] + " and "
                        + second[k] + " of " + minimum.length + " minima");
        }
    }

    private static IllegalArgumentException undefined(String what) {
        return new IllegalArgumentException("the energy of a " + what + " is not a number");
    }

    /** How many minima. */
    public int minima() {
        return minimum.length;
    }

    /** How high pass k is: not below its ends. */
    public double height(int k) {
        return Math.max(pass[k], Math.max(minimum[first[k]], minimum[second[k]]));
    }

    /** All passes by increasing height, those of one height in their order. */
    int[] ascending() {
        double[] heights = new double[pass.length];
        for (int k = 0; k < heights.length; k++) heights[k] = height(k);
        return ascending(heights);
    }

    /** Places of numbers by increasing number, equal ones in their order. */
    static int[] ascending(double[] numbers) {
        int n = numbers.length;
        double[] sorted = numbers.clone();
        Arrays.parallelSort(sorted);
        // the rank of a number and its place in one word, so that words are sorted and not objects
        long[] keys = new long[n];
        for (int k = 0; k < n; k++) keys[k] = (long) rank(sorted, numbers[k]) << 32 | k;
        Arrays.sort(keys);
        int[] places = new int[n];
        for (int k = 0; k < n; k++) places[k] = (int) keys[k];
        return places;
    }

    private static int rank(double[] sorted, double number) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < number) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** Which minima hang together when passes up to a height may be used. */
    public UnionFind joined(double upTo) {
        UnionFind sets = new UnionFind(minima());
        for (int k = 0; k < pass.length; k++) if (height(k) <= upTo) sets.join(first[k], second[k]);
        return sets;
    }
}
