package rugged.dynamics.minimise;

import rugged.api.LandscapeSpec;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.params.Param;

/**
 * Nonlinear conjugate gradients: d' = -g' + beta d with beta = max(0, g'.(g' - g)/|g|^2) of Polak and Ribiere, and a {@link WolfeSearch} along d. It
 * starts again from -g where d is not downhill, every N steps, and where beta is cut at 0. On a manifold d and g are projected on the new tangent space.
 *
 * <p>Source: Polak and Ribiere, Rev. Fr. Inform. Rech. Oper. 16, 35 (1969); Nocedal and Wright, Numerical Optimization (2006), section 5.2. About two
 * gradients a step.
 */
@Named(
        value = "cg",
        title = "Nonlinear conjugate gradients",
        doc = "Polak-Ribiere directions with restarts, strong Wolfe line search.",
        source = "Polak and Ribiere, Rev. Fr. Inform. Rech. Oper. 16, 35 (1969)",
        year = 1969,
        topics = {"zero temperature", "minimisation", "optimisers"},
        revision = 2)
public record ConjugateGradient(
        @Param(
                doc = "slope at the end of a line search, relative to its start, at most",
                symbol = "c_{2}",
                def = "0.1",
                min = 0.0001,
                max = 0.9999)
        double curvature,

        @Param(doc = "how far a coordinate may move in one step", def = "1", min = 0.0, above = true)
        double longestStep,

        @MinimiserParameters.Tolerance double tolerance)
        implements MinimiserSpec {
    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        return new Minimisation((Landscape) model, x, tolerance, new Conjugate(this, x.length));
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return 2.0;
    }

    @Override
    public double usualArrival() {
        return 300.0;
    }

    private static final class Conjugate implements Method {
        private final WolfeSearch search;
        private final double[] d;
        private final double[] before;
        private double first;
        private int run;

        Conjugate(ConjugateGradient spec, int n) {
            search = new WolfeSearch(spec.curvature, spec.longestStep);
            d = new double[n];
            before = new double[n];
        }

        @Override
        public void step(Ground here) {
            double[] g = here.g();
            double slope = Vectors.dot(g, d);
            if (run == 0 || !(slope < 0.0) || run > d.length) {
                slope = restart(here);
            }
            double squared = Vectors.dot(g, g);
            System.arraycopy(g, 0, before, 0, before.length);
            double step = search.along(here, d, slope, first);
            if (step == 0.0 && run > 0) {
                slope = restart(here);
                step = search.along(here, d, slope, first);
            }
            if (step == 0.0) {
                here.stall();
                return;
            }
            here.tangent(before);
            here.tangent(d);
            double beta = (Vectors.dot(g, g) - Vectors.dot(g, before)) / squared;
            run = beta > 0.0 ? run + 1 : 0;
            Vectors.scale(d, Math.max(0.0, beta));
            Vectors.add(d, -1.0, g);
            first = step * slope / Math.min(Vectors.dot(g, d), -Double.MIN_NORMAL);
            if (run == 0) first = step;
        }

        private double restart(Ground here) {
            Vectors.set(d, -1.0, here.g());
            double squared = Vectors.dot(d, d);
            if (first == 0.0 || run > 0) first = Math.min(1.0, 1.0 / Math.sqrt(squared));
            run = 0;
            return -squared;
        }

        @Override
        public void save(Packed.Writer out) {
            out.put(d).put(first).put(run);
        }

        @Override
        public void load(Packed.Reader in) {
            in.read(d);
            first = in.readDouble();
            run = in.readInt();
        }
    }
}
