package rugged.dynamics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.model.FactorGraph;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.num.Streams;

/** On a tree belief propagation is exact: marginals and free energy of random trees beside the sum over all configurations. */
class TreeTest {
    /** Weights exp(sum_i J_i s_i s_above(i) + sum_i h_i s_i); messages up in x[2 i - 2] and down in x[2 i - 1], as fields. */
    private record Tree(int[] above, double[] h, double[] j) implements FactorGraph {
        static Tree random(int n, Random random) {
            int[] above = new int[n];
            for (int i = 1; i < n; i++) above[i] = random.nextInt(i);
            return new Tree(
                    above,
                    random.doubles(n, -1.0, 1.0).toArray(),
                    random.doubles(n, -1.5, 1.5).toArray());
        }

        @Override
        public int variables() {
            return h.length;
        }

        @Override
        public int values(int variable) {
            return 2;
        }

        @Override
        public int dimension() {
            return 2 * (h.length - 1);
        }

        @Override
        public void randomise(double[] x, RandomGenerator random) {
            for (int k = 0; k < x.length; k++) x[k] = random.nextGaussian();
        }

        private double field(double[] x, int i) {
            double sum = h[i] + (i == 0 ? 0.0 : x[2 * i - 1]);
            for (int k = 1; k < h.length; k++) if (above[k] == i) sum += x[2 * k - 2];
            return sum;
        }

        private static double passed(double coupling, double cavity) {
            return Math.log(Math.cosh(cavity + coupling) / Math.cosh(cavity - coupling)) / 2.0;
        }

        @Override
        public void update(double[] x, double[] next) {
            for (int i = 1; i < h.length; i++) {
                next[2 * i - 2] = passed(j[i], field(x, i) - x[2 * i - 1]);
                next[2 * i - 1] = passed(j[i], field(x, above[i]) - x[2 * i - 2]);
            }
        }

        @Override
        public void marginal(double[] x, int variable, double[] p) {
            p[1] = 1.0 / (1.0 + Math.exp(-2.0 * field(x, variable)));
            p[0] = 1.0 - p[1];
        }

        @Override
        public double freeEnergy(double[] x) {
            double sum = 0.0;
            for (int i = 0; i < h.length; i++) {
                int degree = i == 0 ? 0 : 1;
                for (int k = 1; k < h.length; k++) if (above[k] == i) degree++;
                sum += (degree - 1) * Math.log(2.0 * Math.cosh(field(x, i)));
            }
            for (int i = 1; i < h.length; i++) {
                double low = field(x, i) - x[2 * i - 1];
                double high = field(x, above[i]) - x[2 * i - 2];
                sum -= Math.log(
                        2.0 * (Math.exp(j[i]) * Math.cosh(low + high) + Math.exp(-j[i]) * Math.cosh(low - high)));
            }
            return sum;
        }

        @Override
        public Tree fork() {
            return this;
        }

        /** Means by enumeration, and -log Z behind them. */
        double[] enumerated() {
            int n = h.length;
            double[] sums = new double[n + 1];
            double z = 0.0;
            for (int c = 0; c < 1 << n; c++) {
                double exponent = 0.0;
                for (int i = 0; i < n; i++) {
                    exponent += h[i] * spin(c, i);
                    if (i > 0) exponent += j[i] * spin(c, i) * spin(c, above[i]);
                }
                z += Math.exp(exponent);
                for (int i = 0; i < n; i++) sums[i] += spin(c, i) * Math.exp(exponent);
            }
            for (int i = 0; i < n; i++) sums[i] /= z;
            sums[n] = -Math.log(z);
            return sums;
        }

        private static int spin(int configuration, int i) {
            return (configuration >> i & 1) == 1 ? 1 : -1;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 13})
    void marginalsAndFreeEnergyAreExact(int n) {
        Random random = new Random(n);
        for (double damping : new double[] {0.0, 0.4}) {
            Tree tree = Tree.random(n, random);
            double[] x = new double[tree.dimension()];
            tree.randomise(x, random);
            Stepper stepper =
                    new BeliefPropagation(new PassingParameters(damping, 1e-30)).start(tree, x, Streams.of(1));
            stepper.advance(400.0);
            assertThat(stepper.status()).isInstanceOf(Status.Converged.class);
            if (damping == 0.0) assertThat(stepper.time()).isLessThanOrEqualTo(n + 1.0);
            stepper.state(x);
            double[] exact = tree.enumerated();
            double[] p = new double[2];
            for (int i = 0; i < n; i++) {
                tree.marginal(x, i, p);
                assertThat(p[1] - p[0]).isCloseTo(exact[i], within(1e-12));
            }
            assertThat(tree.freeEnergy(x)).isCloseTo(exact[n], within(1e-12 * Math.max(1.0, Math.abs(exact[n]))));
        }
    }
}
