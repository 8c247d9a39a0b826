package rugged.observable.curvature;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.model.StochasticLandscape;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.compose.GradientNoise;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.num.spectral.ExtremeSearch;
import rugged.num.spectral.Extremes;
import rugged.observable.Overlaps;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * The noise of batches at the present state: C = (1/P) sum_mu (g_mu - gbar)(g_mu - gbar)^T of the pattern gradients, in the tangent space. With learning rate
 * eta and covariance f C of a batch gradient (f = 1/B for independent draws) the noise of a step is eta^2 f C, which moves a free coordinate by
 * D = eta^2 f tr C/N a step in the mean square, as a bath of T = eta f tr C/(2 M) would.
 *
 * <p>Alignment with the curvature, a = M tr(H C)/(tr H tr C), is 1 where either is isotropic. Both traces are estimated with the same random signs z, by the means
 * of z.H C z and z.H z (Hutchinson, Commun. Stat. Simul. Comput. 19, 433 (1990)), its error from their scatter. tr C is exact. Eigenvalues, each
 * as often as it is repeated, are lower bounds that converge from the top, within 30 + 3 k products for a random vector. Cost: about two gradients, and four for each
 * eigenvalue step and each vector of signs.
 *
 * of z.H C z and z.H z (Hutchinson, Commun. Stat. Simul. Comput. 19, 433 (1990)), and recorded with the errors of these means; a is the mean of the one over that
 * of the other, over samples. tr C is exact. Eigenvalues are
 * lower bounds that converge from the top. Cost: about two gradients, and four for each eigenvalue step and each vector of signs.
 */
@Named(
        value = "noise-covariance",
        title = "Covariance of the gradient noise",
        doc = "Strength, top eigenvalues and alignment with the curvature of the noise that batches make.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"one time", "noise", "deep learning"})
public record NoiseCovariance(
        @Param(doc = "number of top eigenvalues", symbol = "k", def = "3", min = 1, max = 100)
        int eigenvalues,

        @Param(doc = "vectors of random signs for the alignment", def = "10", min = 2, max = 10000)
        int signs,

        @CurvatureParameters.EveryKth int every)
        implements ObservableSpec {
    private static final List<String> TIME = List.of("t");

    /** Residual, relative to the largest eigenvalue, at which one has converged. */
    private static final double TOLERANCE = 1e-6;

    /** Trace. */
    public static final Quantity TRACE =
            new Quantity("tr_C", "tr C", "", TIME, "trace of the covariance C of pattern gradients");

    /** Temperature of a bath of equal strength. */
    public static final Quantity TEMPERATURE = new Quantity(
            "T_noise",
            "T_{noise}",
            "",
            TIME,
            "\u03b7 f tr C/(2M): temperature of the bath whose noise is as strong as that of the batches");

    /** Free displacement a step. */
    public static final Quantity DIFFUSION = new Quantity(
            "D_noise", "D", "", TIME, "\u03b7^{2} f tr C/N: mean-square displacement that batch noise makes in a step");

    /** Top eigenvalues. */
    public static final Quantity EIGENVALUE = new Quantity(
            "eig_C", "c_{k}", "", List.of("t", "k"), "k-th largest eigenvalue of the covariance of pattern gradients");

    /** How many of the top eigenvalues are known. */
    public static final Quantity CONVERGED = new Quantity(
            "converged_C",
            "n_{c}",
            "",
            TIME,
            "how many of the top eigenvalues of the covariance of pattern gradients have converged; the others are"
                    + " lower bounds");

    /** What the alignment has above its line. */
    public static final Quantity CROSSED =
            new Quantity("M_tr_HC", "M tr(HC)", "", TIME, "M tr(HC), estimated with random signs");

    /** What it has below. */
    public static final Quantity APART =
            new Quantity("tr_H_tr_C", "tr H tr C", "", TIME, "tr H tr C, tr H estimated with the same random signs");

    /** Alignment with the Hessian. */
    public static final Quantity ALIGNMENT = Quantity.ratio(
            "alignment",
            "a",
            "",
            CROSSED,
            APART,
            "M tr(HC)/(tr H tr C), mean over mean: 1 where noise knows nothing of curvature");

    @Override
    public List<Quantity> quantities() {
        return List.of(TRACE, TEMPERATURE, DIFFUSION, EIGENVALUE, CONVERGED, CROSSED, APART, ALIGNMENT);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR, Need.PATTERNS);
    }

    /** Products for a random vector at most. */
    private int steps() {
        return 30 + 3 * eigenvalues;
    }

    /** A product of the covariance costs about two gradients, as one of the Hessian does; the eigenvalues take two random vectors where none is repeated. */
    @Override
    public double evaluations(LandscapeSpec landscape) {
        return (4.0 * steps() + 4.0 * signs) / every;
    }

    @Override
    public double memory(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        double patterns = landscape.knownPatterns();
        if (Double.isNaN(n) || Double.isNaN(patterns)) return 0.0;
        return Edges.basis(n, Math.min(steps(), n)) + Double.BYTES * (6.0 * n + patterns);
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Gauge(this, (StochasticLandscape) model, random);
    }

    private static final class Gauge implements Probe {
        private final NoiseCovariance spec;
        private final StochasticLandscape landscape;
        private final Streams random;
        private final Turns turns;
        private final GradientNoise noise;
        private final StateOperator curvature;
        private final StateOperator covariance;

        Gauge(NoiseCovariance spec, StochasticLandscape landscape, Streams random) {
            this.spec = spec;
            this.landscape = landscape;
            this.random = random;
            turns = new Turns(0.0, spec.every);
            noise = new GradientNoise(landscape);
            curvature = StateOperator.of(Operator.HESSIAN, landscape);
            covariance = StateOperator.of(Operator.NOISE_COVARIANCE, landscape);
        }

        @Override
        public void at(Moment now, Sink out) {
            if (!turns.next(now)) return;
            double eta = now.dynamics().learningRate();
            double factor = now.dynamics().noiseFactor(landscape.patterns());
            for (int r = 0; r < now.replicas(); r++) {
                double[] x = now.state(r);
                double trace = noise.trace(x);
                double diffusion = eta * eta * factor * trace / x.length;
                out.put(TRACE, r, trace, Double.NaN, now.time());
                out.put(TEMPERATURE, r, noise.temperature(eta, factor, trace), Double.NaN, now.time());
                out.put(DIFFUSION, r, diffusion, Double.NaN, now.time());
                Streams moment = random.family("moment", Double.doubleToLongBits(now.time()));
                eigenvalues(now, r, moment.stream("ends", r), out);
                align(now, r, trace, moment.stream("vectors", r), out);
            }
        }

        private void eigenvalues(Moment now, int r, RandomStream stream, Sink out) {
            double[] x = now.state(r);
            Extremes.End top = ExtremeSearch.of(covariance.at(x), spec.eigenvalues, 0, TOLERANCE, spec.steps(), stream)
                    .top();
            double[] values = top.values();
            for (int k = 1; k <= spec.eigenvalues; k++) {
                double value = k <= values.length ? values[k - 1] : Double.NaN;
                out.put(EIGENVALUE, r, value, Double.NaN, now.time(), k);
            }
            out.put(CONVERGED, r, top.converged(), Double.NaN, now.time());
        }

        /** Both traces with the same vectors: what these have in common cancels in the quotient. */
        private void align(Moment now, int r, double trace, RandomStream stream, Sink out) {
            double[] x = now.state(r);
            curvature.at(x);
            double[] both = new double[spec.signs];
            double[] alone = new double[spec.signs];
            double[] z = new double[x.length];
            double[] cz = new double[x.length];
            double[] hz = new double[x.length];
            for (int s = 0; s < spec.signs; s++) {
                for (int i = 0; i < z.length; i++) z[i] = stream.nextBoolean() ? 1.0 : -1.0;
                landscape.manifold().tangent(x, z);
                noise.product(x, z, cz);
                curvature.apply(z, hz);
                both[s] = curvature.freedom() * x.length * Overlaps.overlap(hz, cz);
                alone[s] = trace * x.length * Overlaps.overlap(hz, z);
            }
            out.put(CROSSED, r, Vectors.mean(both), error(both), now.time());
            out.put(APART, r, Vectors.mean(alone), error(alone), now.time());
        }

        private static double error(double[] values) {
            return Math.sqrt(Vectors.scatter(values, Vectors.mean(values)) / values.length / (values.length - 1.0));
        }

        @Override
        public byte[] save() {
            return turns.save();
        }

        @Override
        public void load(byte[] saved) {
            turns.load(saved);
        }
    }
}
