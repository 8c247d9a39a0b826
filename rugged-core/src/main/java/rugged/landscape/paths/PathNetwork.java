package rugged.landscape.paths;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;

/**
 * A layered network drawn at random, with its active paths: of the n^2 connections between neighbouring layers each is kept with probability rho, a path takes one unit of each layer, no path is drawn twice, and it is active where all its connections are kept. Kept weights are numbered from 0, layer by layer.
 *
 * <p>Paths that were drawn twice would not be rare enough for p = 3: some (alpha p)^2/2 pairs, however large n is, half of them with opposite signs, of which one cannot be satisfied.
 *
 * @param weights N, kept weights
 * @param paths weights of each active path, the first layer's first
 * @param couplings J of each active path
 * @param hidden weights of a configuration that is known; empty where there is none
 * @param born for each weight the probability of keeping a connection from which on it is kept
 */
record PathNetwork(int weights, int[][] paths, double[] couplings, double[] hidden, double[] born) {
    /** Kept weights alone, without drawing paths. */
    static int kept(PathLaw law) {
        int count = 0;
        for (double birth : births(law)) if (birth < law.keep()) count++;
        return count;
    }

    /** For each possible weight, layer by layer, a number between 0 and 1: it is kept where this is below rho. */
    private static double[] births(PathLaw law) {
        RandomStream random = Streams.of(law.seed()).stream("dilution", 0);
        double[] births = new double[law.layers() * law.width() * law.width()];
        for (int k = 0; k < births.length; k++) births[k] = random.nextDouble();
        return births;
    }

    /** Number of each possible weight; -1 where it is cut. */
    private static int[] numbers(double[] births, double keep) {
        int[] numbers = new int[births.length];
        int next = 0;
        for (int k = 0; k < numbers.length; k++) numbers[k] = births[k] < keep ? next++ : -1;
        return numbers;
    }

    /** The network, of which at least one path is left. */
    static PathNetwork of(PathLaw law) {
        PathNetwork network = drawn(law);
        if (network.paths.length == 0)
            throw new BadParameter("keep", law.keep(), "all paths were removed: rho is too small", "a larger one");
        return network;
    }

    private static PathNetwork drawn(PathLaw law) {
        double[] births = births(law);
        int[] numbers = numbers(births, law.keep());
        double[] born =
                Arrays.stream(births).filter(birth -> birth < law.keep()).toArray();
        int p = law.layers();
        int n = law.width();
        RandomStream units = Streams.of(law.seed()).stream("paths", 0);
        PathCouplings signs = new PathCouplings(law);
        int kept = born.length;
        double[] hidden = signs.hidden(kept);
        int drawn = law.drawn();
        int[][] paths = new int[drawn][];
        double[] couplings = new double[drawn];
        int active = 0;
        Drawn before = new Drawn(drawn);
        int[] unit = new int[p + 1];
        for (int a = 0; a < drawn; a++) {
            do for (int l = 0; l <= p; l++) unit[l] = units.nextInt(n);
            while (!before.add(unit));
            int[] path = new int[p];
            boolean whole = true;
            for (int l = 0; l < p; l++) {
                path[l] = numbers[(l * n + unit[l]) * n + unit[l + 1]];
                whole &= path[l] >= 0;
            }
            // drawn also for paths that are cut, so that couplings of a path do not depend on how much is kept
            double coupling = signs.next(unit[0]);
            if (!whole) continue;
            paths[active] = path;
            couplings[active++] = signs.along(path, coupling, hidden);
        }
        return new PathNetwork(kept, Arrays.copyOf(paths, active), Arrays.copyOf(couplings, active), hidden, born);
    }

    /** The same network, its paths in the order in which they become active as rho grows. */
    PathNetwork inOrder() {
        double[] birth = new double[paths.length];
        for (int a = 0; a < birth.length; a++) birth[a] = born(a);
        int[] order = IntStream.range(0, birth.length)
                .boxed()
                .sorted(Comparator.comparingDouble(a -> birth[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[][] sorted = new int[order.length][];
        double[] signs = new double[order.length];
        for (int a = 0; a < order.length; a++) {
            sorted[a] = paths[order[a]];
            signs[a] = couplings[order[a]];
        }
        return new PathNetwork(weights, sorted, signs, hidden, born);
    }

    /** The probability of keeping a connection from which on a path is active. */
    double born(int path) {
        double last = 0.0;
        for (int i : paths[path]) last = Math.max(last, born[i]);
        return last;
    }

    /** For each weight the active paths that it lies on, in their order. */
    int[][] around() {
        int[] degree = new int[weights];
        for (int[] path : paths) for (int i : path) degree[i]++;
        int[][] around = new int[weights][];
        for (int i = 0; i < weights; i++) around[i] = new int[degree[i]];
        int[] filled = new int[weights];
        for (int a = 0; a < paths.length; a++) for (int i : paths[a]) around[i][filled[i]++] = a;
        return around;
    }

    /** Paths that have been drawn, by the numbers that their units make as digits; where these are longer than 64 bits a few paths are taken for others and are not drawn, which is no bias that matters. */
    private static final class Drawn {
        private final long[] table;

        Drawn(int most) {
            table = new long[Integer.highestOneBit(4 * most)];
        }

        /** Whether it is new. */
        boolean add(int[] units) {
            long code = 1;
            for (int unit : units) code = 3001 * code + unit;
            int at = (int) (Streams.mix(code) & table.length - 1);
            while (table[at] != 0) {
                if (table[at] == code) return false;
                at = at + 1 & table.length - 1;
            }
            table[at] = code;
            return true;
        }
    }
}
