package rugged.meanfield.statics;

import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import rugged.meanfield.statics.SymmetricSpins.Groups;
import rugged.num.FixedPointMixing;

/**
 * One step of replica symmetry breaking of the two groups of {@link SymmetricSpins}, and with it of the Sherrington-Kirkpatrick model: overlaps q0 between states and q1 within one, breaking point m, fields of two Gaussian parts,
 *
 * <pre>
 * X1  = beta (J sqrt(kappa q0^2) z0 + J sqrt(kappa (q1^2 - q0^2)) z1 + h1),   X2 with q^1 and 1/kappa, upper indices the groups
 * &lt;.&gt; = int Dz1 (2 cosh X)^m . / int Dz1 (2 cosh X)^m,   q0 = int Dz0 &lt;tanh X&gt;^2,   q1 = int Dz0 &lt;tanh^2 X&gt;
 * I   = m q0^1 q0^2 + (1 - m) q1^1 q1^2
 * f   = -(beta J^2 sqrt(n1 n2)/2)(1 - q1^1 - q1^2 + I) - T sum_a (n_a/m) int Dz0 ln int Dz1 (2 cosh X_a)^m
 * u   = -beta J^2 sqrt(n1 n2)(1 - I) - sum_a n_a h_a int Dz0 &lt;tanh X_a&gt;
 * </pre>
 *
 * <p>f is largest over m. It lies between the replica-symmetric free energy and that of full breaking; q0 is above 0 also without field, where q0 = 0 would give an energy of -0.7688 J at T = 0 in place of -0.7653 J. Where no m in (0, 1) is stationary the solution is replica symmetric, and m is NaN.
 *
 * <p>Source: Parisi, Phys. Lett. A 73, 203 (1979).
 *
 * @param first q0 and q1 of the first group
 * @param second of the second
 * @param breaking m
 * @param freeEnergy f
 * @param energy u
 */
public record OneStepSpins(double[] first, double[] second, double breaking, double freeEnergy, double energy) {
    private static final double LEAST = 0.01;
    private static final double MOST = 0.99;
    private static final double CLOSE = 1e-10;
    /** f is stationary in m. */
    private static final double CLOSE_M = 1e-7;

    private static final int ROUNDS = 500;
    private static final int PLAIN = 30;
    private static final int DEPTH = 6;

    /** At a temperature above 0. */
    public static OneStepSpins at(double temperature, Groups groups) {
        SymmetricSpins symmetric = SymmetricSpins.at(temperature, groups);
        Solver solver = new Solver(temperature, groups, symmetric);
        boolean broken = symmetric.instability() > 1 && solver.slope(LEAST) > 0 && solver.slope(MOST) < 0;
        if (!broken) {
            double[] q1 = {symmetric.first(), symmetric.first()};
            double[] q2 = {symmetric.second(), symmetric.second()};
            return new OneStepSpins(q1, q2, Double.NaN, symmetric.freeEnergy(), symmetric.energy());
        }
        double m =
                new BracketingNthOrderBrentSolver(CLOSE_M, CLOSE_M, 1e-300, 5).solve(100, solver::slope, LEAST, MOST);
        return solver.at(m);
    }

    /** Of one group at given overlaps and m. */
    private record Moments(double q0, double q1, double magnetisation, double logarithm, double mean) {}

    /** The equations at a temperature. */
    private static final class Solver {
        private final double beta;
        private final Groups groups;
        private final NormalGrid outer = new NormalGrid(1);
        private final NormalGrid inner;
        private final boolean alike;
        private final double[] q;
        /** Around the symmetric overlaps; from near q0 = 0, which is stationary without field, one would not come away. */
        private final double[] start;

        private Moments one = new Moments(0, 0, 0, 0, 0);
        private Moments two = one;

        Solver(double temperature, Groups groups, SymmetricSpins symmetric) {
            beta = 1 / temperature;
            this.groups = groups;
            double spread = groups.coupling() * Math.sqrt(Math.max(groups.kappa(), 1 / groups.kappa()));
            inner = new NormalGrid(beta * spread);
            alike = groups.kappa() == 1 && groups.field1() == groups.field2();
            q = new double[4];
            start = new double[] {
                0.5 * symmetric.first(),
                Math.min(1, 1.1 * symmetric.first()),
                0.5 * symmetric.second(),
                Math.min(1, 1.1 * symmetric.second())
            };
        }

        /** Solves for the overlaps at m; df/dm there. */
        double slope(double m) {
            FixedPointMixing mixing = new FixedPointMixing(q.length, DEPTH);
            double[] next = new double[q.length];
            System.arraycopy(start, 0, q, 0, q.length);
            for (int round = 0; round < ROUNDS; round++) {
                one = moments(groups.kappa(), groups.field1(), q[2], q[3], m);
                two = alike ? one : moments(1 / groups.kappa(), groups.field2(), q[0], q[1], m);
                next[0] = one.q0;
                next[1] = one.q1;
                next[2] = two.q0;
                next[3] = two.q1;
                double change = round < PLAIN ? plain(next) : mixing.next(q, next);
                for (int k = 0; k < q.length; k++) if (!(q[k] >= 0 && q[k] <= 1)) q[k] = next[k];
                if (change < CLOSE) break;
            }
            double square = beta * groups.coupling() * groups.coupling() * groups.both();
            double n1 = groups.n1();
            double states = n1 * (one.logarithm / m - one.mean) + (1 - n1) * (two.logarithm / m - two.mean);
            return -0.5 * square * (q[0] * q[2] - q[1] * q[3]) + states / (beta * m);
        }

        /** A round as it is; mixing from the start could end at the symmetric overlaps, which are a fixed point too, but not one that attracts. */
        private double plain(double[] next) {
            double change = 0;
            for (int k = 0; k < q.length; k++) {
                change = Math.max(change, Math.abs(next[k] - q[k]));
                q[k] = next[k];
            }
            return change;
        }

        OneStepSpins at(double m) {
            slope(m);
            double square = beta * groups.coupling() * groups.coupling() * groups.both();
            double n1 = groups.n1();
            double mean = m * q[0] * q[2] + (1 - m) * q[1] * q[3];
            double logarithms = n1 * one.logarithm + (1 - n1) * two.logarithm;
            double free = -0.5 * square * (1 - q[1] - q[3] + mean) - logarithms / (beta * m);
            double energy = -square * (1 - mean)
                    - n1 * groups.field1() * one.magnetisation
                    - (1 - n1) * groups.field2() * two.magnetisation;
            return new OneStepSpins(new double[] {q[0], q[1]}, new double[] {q[2], q[3]}, m, free, energy);
        }

        private Moments moments(double ratio, double field, double q0, double q1, double m) {
            double common = beta * groups.coupling() * Math.sqrt(ratio * q0);
            double own = beta * groups.coupling() * Math.sqrt(ratio * Math.max(q1 - q0, 0));
            double[] sums = new double[5];
            outer.each((z, weight) -> {
                double offset = common * z + beta * field;
                double largest = m * NormalGrid.logTwoCosh(Math.abs(offset) + own * own * m);
                double[] in = new double[4];
                inner.each((y, share) -> {
                    double x = offset + own * y;
                    double logarithm = NormalGrid.logTwoCosh(x);
                    double tilted = share * Math.exp(m * logarithm - largest);
                    double tanh = Math.tanh(x);
                    in[0] += tilted;
                    in[1] += tilted * tanh;
                    in[2] += tilted * tanh * tanh;
                    in[3] += tilted * logarithm;
                });
                double tanh = in[1] / in[0];
                sums[0] += weight * tanh * tanh;
                sums[1] += weight * in[2] / in[0];
                sums[2] += weight * tanh;
                sums[3] += weight * (largest + Math.log(in[0]));
                sums[4] += weight * in[3] / in[0];
            });
            return new Moments(sums[0], sums[1], sums[2], sums[3], sums[4]);
        }
    }
}
