package rugged.landscape.plain;

import java.util.random.RandomGenerator;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.model.Landscape;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * E(x) = sum_{i=1}^{n-1} [100 (x_{i+1} - x_i^2)^2 + (1 - x_i)^2]: a long bent valley of condition about 2500, with its minimum E = 0 at
 * x = (1, ..., 1); for n from 4 on there is another minimum near (-1, 1, ..., 1). A random state is uniform in [-2, 2]^n. The energy is reported whole.
 *
 * <p>Source: Rosenbrock, Comput. J. 3, 175 (1960), chained as in Kok and Sandrock, Evol. Comput. 17, 437 (2009). Cost: 10 n operations a gradient.
 */
@Named(
        value = "rosenbrock",
        title = "Rosenbrock valley",
        doc = "A long bent valley: the classical test of minimisers.",
        source = "Rosenbrock, Comput. J. 3, 175 (1960)",
        year = 1960,
        topics = {"test functions"})
public record Rosenbrock(
        @Param(doc = "dimension", symbol = "N", def = "20", min = 2, max = 100000000)
        int n) implements LandscapeSpec {
    /** Checks what the binder checks too. */
    public Rosenbrock {
        if (n < 2) throw new BadParameter("n", n, "out of range", "an integer from 2 on");
    }

    @Override
    public Landscape build() {
        return new Valley(n);
    }

    @Override
    public Cost cost() {
        return Cost.small(n);
    }

    @Override
    public double knownDimension() {
        return n;
    }

    /** The built model. */
    private record Valley(int dimension) implements Landscape {
        private static final double STEEP = 100.0;

        @Override
        public double extent() {
            return 1.0;
        }

        @Override
        public double energy(double[] x) {
            double sum = 0.0;
            for (int i = 0; i + 1 < x.length; i++) {
                double off = x[i + 1] - x[i] * x[i];
                double short1 = 1.0 - x[i];
                sum += STEEP * off * off + short1 * short1;
            }
            return sum;
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            java.util.Arrays.fill(g, 0.0);
            for (int i = 0; i + 1 < x.length; i++) {
                double off = x[i + 1] - x[i] * x[i];
                g[i] += -4.0 * STEEP * off * x[i] - 2.0 * (1.0 - x[i]);
                g[i + 1] += 2.0 * STEEP * off;
            }
            return energy(x);
        }

        @Override
        public void hessianVector(double[] x, double[] v, double[] hv) {
            java.util.Arrays.fill(hv, 0.0);
            for (int i = 0; i + 1 < x.length; i++) {
                double diagonal = STEEP * (12.0 * x[i] * x[i] - 4.0 * x[i + 1]) + 2.0;
                double beside = -4.0 * STEEP * x[i];
                hv[i] += diagonal * v[i] + beside * v[i + 1];
                hv[i + 1] += beside * v[i] + 2.0 * STEEP * v[i + 1];
            }
        }

        @Override
        public void randomise(double[] x, RandomGenerator random) {
            for (int i = 0; i < x.length; i++) x[i] = 4.0 * random.nextDouble() - 2.0;
        }
    }
}
