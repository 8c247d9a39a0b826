package rugged.num.kinetics;

import java.util.Arrays;
import java.util.OptionalDouble;
import rugged.num.spectral.Krylov;
import rugged.num.spectral.SymmetricOperator;

/**
 * The smallest rate above 0 at which a network in detailed balance relaxes: the second eigenvalue of -Q. With detailed balance D^{1/2} Q D^{-1/2}, D = diag(p), is symmetric; of its inverse on the complement of sqrt(p) it is the
 * reciprocal of the largest eigenvalue, which a few Lanczos steps find. The inverse is a {@link GraphTransformation} with the most occupied state as its end, so that the rate is right to rounding of itself, and not of the fastest
 * rate. Cost: that of one transformation, and about ten times a pass through what it left.
 */
public final class SlowestRelaxation {
    private static final double EXACT = 1e-13;

    /** Below this ln sqrt(p) a state holds nothing that a double could tell. */
    private static final double LEAST = -300.0;

    private SlowestRelaxation() {}

    /**
     * The rate.
     *
     * @param network in one piece
     * @param logOccupation ln p_a, with which it is in detailed balance
     * @return empty for a single state, and where occupations spread beyond what doubles hold
     */
    public static OptionalDouble rate(RateNetwork network, double[] logOccupation) {
        int n = network.states();
        if (n < 2) return OptionalDouble.empty();
        int most = 0;
        for (int a = 1; a < n; a++) if (logOccupation[a] > logOccupation[most]) most = a;
        double[] root = new double[n];
        for (int a = 0; a < n; a++) {
            double log = 0.5 * (logOccupation[a] - logOccupation[most]);
            if (log < LEAST) return OptionalDouble.empty();
            root[a] = Math.exp(log);
        }
        int[] ends = new int[n];
        Arrays.fill(ends, GraphTransformation.GOING_ON);
        ends[most] = 0;
        Inverse inverse = new Inverse(new GraphTransformation(network, ends, 1), root);
        double[] start = new double[n];
        for (int a = 0; a < n; a++) start[a] = (1.0 + a % 7) * (a % 2 == 0 ? 1.0 : -1.0);
        return top(inverse, start);
    }

    private static OptionalDouble top(Inverse inverse, double[] start) {
        Krylov krylov = new Krylov(inverse, start);
        double before = Double.NaN;
        for (int steps = 4; ; steps += 4) {
            krylov.grow(steps);
            double[] values = krylov.rule().values();
            double value = values[values.length - 1];
            if (krylov.exhausted() || Math.abs(value - before) <= EXACT * value) return OptionalDouble.of(1.0 / value);
            before = value;
        }
    }

    /** The inverse on the complement of sqrt(p). */
    private static final class Inverse implements SymmetricOperator {
        private final GraphTransformation reduced;
        private final double[] root;
        private final double norm;

        Inverse(GraphTransformation reduced, double[] root) {
            this.reduced = reduced;
            this.root = root;
            double sum = 0.0;
            for (double r : root) sum += r * r;
            norm = sum;
        }

        @Override
        public int dimension() {
            return root.length;
        }

        @Override
        public int freedom() {
            return root.length - 1;
        }

        @Override
        public void project(double[] v) {
            double along = 0.0;
            for (int a = 0; a < v.length; a++) along += root[a] * v[a];
            for (int a = 0; a < v.length; a++) v[a] -= along / norm * root[a];
        }

        @Override
        public void apply(double[] v, double[] av) {
            double[] g = v.clone();
            project(g);
            for (int a = 0; a < g.length; a++) g[a] /= root[a];
            double[] t = reduced.solve(g);
            for (int a = 0; a < t.length; a++) av[a] = root[a] * t[a];
            project(av);
        }
    }
}
