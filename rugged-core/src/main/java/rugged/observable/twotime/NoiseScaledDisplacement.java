package rugged.observable.twotime;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.model.StochasticLandscape;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.compose.GradientNoise;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;

/**
 * Delta(t, tw)/D(tw): the displacement in units of what the noise alone would make of it in one step. D(tw) = eta^2 f tr C(x(tw))/N for batches with gradient
 * covariance f C, plus 2 eta T M/N for a bath (M degrees of freedom), so that free diffusion gives the number of steps. Curves of several ages that fall on one another mean that the
 * age enters only through the strength of the noise: no glassiness. It is the mean of Delta over the mean of D, over replicas and samples. Undefined (NaN) where
 * there is no noise, or none with a known covariance.
 *
 * <p>D belongs to the dynamics that moves the ensemble when the age is first due. Cost: two gradients an age and replica.
 */
@Named(
        value = "noise-scaled-displacement",
        title = "Displacement in units of the noise",
        doc = "Mean-square displacement divided by that of one step of free noise at the age's birth.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"two times", "aging", "noise"})
public record NoiseScaledDisplacement() implements ObservableSpec {
    /** Patterns of a batch that is small among them. */
    private static final int MANY = 1 << 20;

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.NOISE_MOVED, Quantities.NOISE_STEP, Quantities.NOISE_SCALED);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.PATTERNS);
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape, DynamicsSpec dynamics) {
        double factor = dynamics.noiseFactor(MANY);
        boolean bath = dynamics.temperature() > 0.0;
        if (Double.isNaN(dynamics.learningRate()) || Double.isNaN(factor))
            return Optional.of(
                    "a step of this dynamics is not a learning rate times a gradient with independent noise, so"
                            + " there is nothing to set the displacement against");
        return factor > 0.0 || bath
                ? Optional.empty()
                : Optional.of("this dynamics has no noise to set the displacement against");
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Scale((StochasticLandscape) model);
    }

    private static final class Scale implements Probe {
        private final StochasticLandscape landscape;
        private final GradientNoise noise;
        private final Map<Double, double[]> strengths = new TreeMap<>();

        Scale(StochasticLandscape landscape) {
            this.landscape = landscape;
            noise = new GradientNoise(landscape);
        }

        @Override
        public void at(Moment now, Sink out) {
            for (int age : now.due()) {
                double[] strength = strengths.computeIfAbsent(now.age(age), _ -> strengths(now, age));
                for (int r = 0; r < now.replicas(); r++) {
                    double moved =
                            landscape.squaredDifference(now.snapshot(age, r), now.state(r)) / landscape.dimension();
                    out.put(Quantities.NOISE_MOVED, r, moved, Double.NaN, now.time(), now.age(age));
                    out.put(Quantities.NOISE_STEP, r, strength[r], Double.NaN, now.time(), now.age(age));
                }
            }
        }

        private double[] strengths(Moment now, int age) {
            DynamicsSpec dynamics = now.dynamics();
            double eta = dynamics.learningRate();
            double factor = dynamics.noiseFactor(landscape.patterns());
            double temperature = Double.isNaN(dynamics.temperature()) ? 0.0 : dynamics.temperature();
            double freedom = landscape.degreesOfFreedom();
            double[] strength = new double[now.replicas()];
            for (int r = 0; r < strength.length; r++) {
                double batches =
                        factor == 0.0 || Double.isNaN(factor) ? factor : factor * noise.trace(now.snapshot(age, r));
                strength[r] = (eta * eta * batches + 2.0 * eta * temperature * freedom) / landscape.dimension();
            }
            return strength;
        }

        @Override
        public byte[] save() {
            Packed.Writer out = new Packed.Writer().put(strengths.size());
            strengths.forEach((age, values) ->
                    out.put(age.doubleValue()).put(values.length).put(values));
            return out.bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            strengths.clear();
            for (int left = in.readInt(); left > 0; left--) {
                double age = in.readDouble();
                double[] values = new double[in.readInt()];
                in.read(values);
                strengths.put(age, values);
            }
        }
    }
}
