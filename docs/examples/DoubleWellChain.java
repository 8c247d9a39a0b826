import java.util.random.RandomGenerator;
import rugged.api.LandscapeSpec;
import rugged.api.model.Landscape;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/** E(x) = sum_i [ (x_i^2 - 1)^2 / 4 + k (x_i - x_{i+1})^2 / 2 - h_i x_i ] on a ring, h_i Gaussian of variance field^2. Extensive; J = 1. */
@Named(value = "double-well-chain", title = "Chain of double wells in a random field", topics = "tutorial")
public record DoubleWellChain(
        @Param(doc = "number of sites", symbol = "N", def = "100", min = 2, max = 1e6) int n,
        @Param(doc = "stiffness of the springs", symbol = "k", unit = "J", def = "0.5", min = 0) double stiffness,
        @Param(doc = "strength of the random field", symbol = "h", unit = "J", def = "0.1", min = 0) double field,
        @Param(doc = "seed of the random field", def = "1") long seed)
        implements LandscapeSpec {
    @Override
    public Landscape build() {
        double[] h = new double[n];
        RandomGenerator random = Streams.of(seed).stream("double-well-chain", 0);
        for (int i = 0; i < n; i++) h[i] = field * random.nextGaussian();
        return new Chain(stiffness, h);
    }

    private record Chain(double k, double[] h) implements Landscape {
        @Override
        public int dimension() {
            return h.length;
        }

        @Override
        public double energy(double[] x) {
            return energyAndGradient(x, new double[x.length]);
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            double energy = 0.0;
            for (int i = 0; i < x.length; i++) {
                double well = x[i] * x[i] - 1.0;
                double right = x[i] - x[i + 1 == x.length ? 0 : i + 1];
                double left = x[i] - x[i == 0 ? x.length - 1 : i - 1];
                energy += 0.25 * well * well + 0.5 * k * right * right - h[i] * x[i];
                g[i] = x[i] * well + k * (left + right) - h[i];
            }
            return energy;
        }
    }
}
