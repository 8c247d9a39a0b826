package rugged.landscape.perceptron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.numbers.gamma.Erfc;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rugged.api.model.Contacts;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.minimise.Fire;
import rugged.num.RandomStream;
import rugged.num.Streams;

class PerceptronTest {
    private static double[] random(Inequalities model, long seed) {
        double[] x = new double[model.dimension()];
        model.randomise(x, Streams.of(seed).stream("start", 0));
        return x;
    }

    private static double[] settled(Inequalities model, double[] from) {
        Stepper descent = new Fire(0.1, 0.6, 5, 0.5, 1e-11).start(model, from, Streams.of(1));
        for (int k = 0; k < 100_000 && descent.status().running(); k++) descent.step();
        assertThat(descent.status()).isInstanceOf(Status.Converged.class);
        double[] x = from.clone();
        descent.state(x);
        return x;
    }

    /** The patterns as they are drawn, with every sum written out. */
    @Test
    void energyGradientAndProductAreThoseOfTheInequalities() {
        int n = 11;
        Perceptron spec = new Perceptron(n, 2.5, -0.3, 4);
        int patterns = 28;
        assertThat(spec.patterns()).isEqualTo(patterns);
        double[] xi = new double[patterns * n];
        Streams.of(4).stream("patterns", 0).normals(xi);
        Inequalities model = (Inequalities) spec.build();
        double[] x = random(model, 2);
        double[] v = new double[n];
        RandomStream directions = Streams.of(3).stream("direction", 0);
        directions.normals(v);
        for (double margin : new double[] {-0.3, 0.0, 0.8}) {
            model.control(margin);
            double energy = 0.0;
            double multiplier = 0.0;
            double[] gradient = new double[n];
            double[] product = new double[n];
            int violated = 0;
            for (int mu = 0; mu < patterns; mu++) {
                double h = -margin;
                double along = 0.0;
                for (int i = 0; i < n; i++) {
                    h += xi[mu * n + i] * x[i] / Math.sqrt(n);
                    along += xi[mu * n + i] * v[i] / n;
                }
                if (h >= 0.0) continue;
                violated++;
                energy += 0.5 * h * h;
                multiplier -= (h * h + margin * h) / n;
                for (int i = 0; i < n; i++) {
                    gradient[i] += h * xi[mu * n + i] / Math.sqrt(n);
                    product[i] += along * xi[mu * n + i];
                }
            }
            double[] g = new double[n];
            double[] hv = new double[n];
            assertThat(model.energyAndGradient(x, g)).isCloseTo(energy, within(1e-12));
            assertThat(model.energy(x)).isCloseTo(energy, within(1e-12));
            assertThat(model.residual(x)).isCloseTo(Math.sqrt(2.0 * energy / n), within(1e-12));
            model.hessianVector(x, v, hv);
            for (int i = 0; i < n; i++) {
                assertThat(g[i]).isCloseTo(gradient[i], within(1e-12));
                assertThat(hv[i]).isCloseTo(product[i], within(1e-12));
            }
            double[] mu = new double[1];
            model.manifold().multipliers(x, g, mu);
            assertThat(mu[0]).isCloseTo(multiplier, within(1e-12));
            Contacts contacts = model.contacts(x);
            assertThat(contacts.count()).isEqualTo(violated);
            assertThat(contacts.isostatic()).isEqualTo(n);
            assertThat(contacts.bucklers()).isZero();
            assertThat(model.violated(x)).hasSize(violated).isSorted();
            assertThat(model.gaps(x)).hasSize(patterns - violated);
            for (double gap : model.gaps(x)) assertThat(gap).isPositive();
            double forces = 0.0;
            for (double force : contacts.forces()) forces += 0.5 * force * force;
            assertThat(forces).isCloseTo(energy, within(1e-12));
            double[] each = new double[patterns];
            model.patternEnergies(x, each);
            double mean = 0.0;
            for (double one : each) mean += one / patterns;
            assertThat(mean).isCloseTo(energy, within(1e-12));
        }
        assertThat(model.control()).isEqualTo(0.8);
    }

    /** For a positive margin the problem is convex, and there is one minimum. */
    @Test
    void aPositiveMarginHasOneMinimum() {
        Inequalities model = (Inequalities) new Perceptron(20, 3.0, 0.5, 7).build();
        double[] one = settled(model, random(model, 1));
        double[] two = settled(model, random(model, 2));
        for (int i = 0; i < one.length; i++) assertThat(one[i]).isCloseTo(two[i], within(1e-8));
        assertThat(model.contacts(one).count()).isPositive();
    }

    /** A state without a number has no energy, rather than none violated. */
    @Test
    void noNumberIsNoSolution() {
        Inequalities model = (Inequalities) new Perceptron(5, 2.0, 0.0, 1).build();
        double[] x = {1, 1, Double.NaN, 1, 1};
        assertThat(model.energy(x)).isNaN();
        assertThat(model.energyAndGradient(x, new double[5])).isNaN();
    }

    /**
     * Unsatisfiable phase, sigma of at least 0, where the replica-symmetric theory is exact: e = (s - 1)^2/2 with s^2 = alpha A(sigma), c = alpha Phi(sigma), and
     * m = -2 e + sigma alpha (sigma Phi + phi)/(1 + chi), chi = 1/(s - 1). Means of 20 draws within 3 of their errors.
     */
    @Test
    @Tag("slow")
    void unsatisfiablePhaseIsThatOfTheTheory() {
        double[][] points = {{0.5, 1.5}, {1.0, 1.0}, {0.5, 2.0}};
        int draws = 20;
        for (double[] point : points) {
            double sigma = point[0];
            double alpha = point[1];
            double below = 0.5 * Erfc.value(-sigma / Math.sqrt(2.0));
            double density = Math.exp(-0.5 * sigma * sigma) / Math.sqrt(2.0 * Math.PI);
            double s = Math.sqrt(alpha * ((1 + sigma * sigma) * below + sigma * density));
            double e = 0.5 * (s - 1) * (s - 1);
            double m = -2 * e + sigma * alpha * (sigma * below + density) / (1 + 1 / (s - 1));
            double[] expected = {e, alpha * below, m};
            double[] sum = new double[3];
            double[] squares = new double[3];
            for (int draw = 0; draw < draws; draw++) {
                Inequalities model = (Inequalities) new Perceptron(400, alpha, sigma, 100 + draw).build();
                double[] x = settled(model, random(model, draw));
                double[] g = new double[x.length];
                double energy = model.energyAndGradient(x, g);
                double[] mu = new double[1];
                model.manifold().multipliers(x, g, mu);
                double[] found = {energy / 400, model.contacts(x).coordination(), mu[0]};
                for (int k = 0; k < 3; k++) {
                    sum[k] += found[k];
                    squares[k] += found[k] * found[k];
                }
            }
            for (int k = 0; k < 3; k++) {
                double mean = sum[k] / draws;
                double error = Math.sqrt((squares[k] / draws - mean * mean) / (draws - 1));
                assertThat(mean).isCloseTo(expected[k], within(3 * error));
            }
        }
    }

    @Test
    void whatIsNoPerceptronIsRefused() {
        assertThatThrownBy(() -> new Perceptron(1, 4, 0, 1))
                .hasMessageContaining("perceptron: N must be >= 2, alpha > 0, sigma finite (got N = 1, ");
        assertThatThrownBy(() -> new Perceptron(10, 0, 0, 1)).hasMessageContaining("alpha > 0");
        assertThatThrownBy(() -> new Perceptron(10, 4, Double.NaN, 1)).hasMessageContaining("sigma finite");
        assertThatThrownBy(() -> new Perceptron(10, 0.01, 0, 1)).hasMessageContaining("leaves no pattern for N = 10");
        assertThatThrownBy(() -> new Perceptron(100000, 4, 0, 1)).hasMessageContaining("do not fit an array");
    }
}
