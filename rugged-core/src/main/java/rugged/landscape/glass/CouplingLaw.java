package rugged.landscape.glass;

import rugged.num.kernel.CounterNormals;
import rugged.num.kernel.KernelChoice;
import rugged.num.kernel.Kernels;

/**
 * The distribution of the couplings of one order: J_{i1...ip} = sqrt(c v) z + beta_0 c v s*_{i1} ... s*_{ip} with v = a_p / (2 N^{p-1}), c = p! / prod_k m_k!
 * over the multiplicities m_k of the distinct indices, and z a standard normal that is a pure function of (seed, p, N, position in packed order).
 *
 * @param n N
 * @param order p
 * @param variance v
 * @param seed of the disorder
 * @param planted s*[N], or empty
 * @param beta beta_0 = 1/T_0; 0 without planting
 */
record CouplingLaw(int n, int order, double variance, long seed, double[] planted, double beta) {
    /** Not planted, with variance weight a_p. */
    static CouplingLaw of(int n, int order, double weight, long seed) {
        return new CouplingLaw(n, order, variance(n, order, weight), seed, new double[0], 0.0);
    }

    static double variance(int n, int order, double weight) {
        return weight / (2.0 * Math.pow(n, order - 1));
    }

    /** Keeps the sequences of one seed apart. */
    static long domain(int n, int order) {
        return (long) order << 32 | n;
    }

    /** Variance of a coupling whose first p - 1 indices are these and whose last is larger than all of them. */
    double rowVariance(int[] tuple) {
        double c = order;
        int multiplicity = 0;
        for (int l = 0; l < order - 1; l++) {
            multiplicity = l > 0 && tuple[l] == tuple[l - 1] ? multiplicity + 1 : 1;
            c *= (l + 1.0) / multiplicity;
        }
        return c * variance;
    }

    /** How often the last of the first p - 1 indices occurs among them. */
    int lastMultiplicity(int[] tuple) {
        int multiplicity = order > 1 ? 1 : 0;
        for (int l = order - 2; l > 0 && tuple[l] == tuple[l - 1]; l--) multiplicity++;
        return multiplicity;
    }

    /** Draws couplings row by row, with scratch of its own: normals are drawn in long stretches ahead. */
    static final class Rows {
        private static final int STRETCH = 256;

        private final CouplingLaw law;
        private final boolean strict;
        private final long domain;
        private final double[] one = new double[CounterNormals.BLOCK];
        private final double[] ahead;
        private final int blocks;
        private final CounterNormals normals;
        private long drawn = Long.MIN_VALUE;

        Rows(CouplingLaw law, boolean strict) {
            this.law = law;
            this.strict = strict;
            domain = domain(law.n, law.order);
            long longest = law.n / CounterNormals.BLOCK + 2;
            double all = MultiIndex.count(law.n, law.order, strict) / CounterNormals.BLOCK + 1;
            blocks = (int) Math.max(longest, Math.min(STRETCH, all));
            // vector code pays only once it is compiled
            normals = blocks < STRETCH
                    ? Kernels.scalar().normals()
                    : KernelChoice.best().normals();
            ahead = new double[blocks * CounterNormals.BLOCK];
        }

        /**
         * The couplings that share their first p - 1 indices, in order of the last, into values[0 ...].
         *
         * @param tuple its first p - 1 entries
         * @param rank packed position of the first of them
         * @return how many they are
         */
        int draw(int[] tuple, long rank, double[] values) {
            int p = law.order;
            int first = p == 1 ? 0 : strict ? tuple[p - 2] + 1 : tuple[p - 2];
            int count = law.n - first;
            int at = reach(rank, count);
            double variance = law.rowVariance(tuple);
            double sigma = Math.sqrt(variance);
            for (int k = 0; k < count; k++) values[k] = sigma * ahead[at + k];
            boolean diagonal = p > 1 && !strict;
            double diagonalVariance = diagonal ? variance / (law.lastMultiplicity(tuple) + 1) : variance;
            if (diagonal) values[0] = Math.sqrt(diagonalVariance) * ahead[at];
            if (law.beta != 0.0) shift(tuple, first, count, variance, diagonalVariance, values);
            return count;
        }

        /** One coupling, the same bits as in its row. */
        double single(int[] tuple, long rank) {
            int p = law.order;
            double variance = law.rowVariance(tuple);
            if (p > 1 && tuple[p - 1] == tuple[p - 2]) variance /= law.lastMultiplicity(tuple) + 1;
            double value = Math.sqrt(variance) * CounterNormals.at(law.seed, domain, rank, one);
            if (law.beta == 0.0) return value;
            double product = law.beta;
            for (int l = 0; l < p - 1; l++) product *= law.planted[tuple[l]];
            return value + variance * product * law.planted[tuple[p - 1]];
        }

        private void shift(
                int[] tuple, int first, int count, double variance, double diagonalVariance, double[] values) {
            double product = law.beta;
            for (int l = 0; l < law.order - 1; l++) product *= law.planted[tuple[l]];
            for (int k = 0; k < count; k++) {
                values[k] += (k == 0 ? diagonalVariance : variance) * product * law.planted[first + k];
            }
        }

        /** Makes sure that the normals rank ... rank + count are drawn; returns where they begin. */
        private int reach(long rank, int count) {
            if (rank < drawn || rank + count > drawn + ahead.length) {
                long block = rank / CounterNormals.BLOCK;
                normals.fill(law.seed, domain, block, blocks, ahead);
                drawn = block * CounterNormals.BLOCK;
            }
            return (int) (rank - drawn);
        }
    }
}
