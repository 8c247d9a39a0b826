package rugged.dynamics.minimise;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.model.Supervised;
import rugged.api.motion.Stepper;
import rugged.compose.Field;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.params.Param;

/**
 * Hessian-free Gauss-Newton: (G + lambda) p = -g by truncated conjugate gradients, with G the Gauss-Newton matrix of a supervised landscape, which is never
 * negative for convex losses. Levenberg and Marquardt's damping: lambda grows by 3/2 where the energy falls by less than a quarter of what the model
 * says, and shrinks by 3/2 above three quarters. All examples serve in gradient and curvature.
 *
 * <p>Source: Martens, Proc. ICML 2010, 735. One gradient and as many products as conjugate-gradient steps; a product counts 2.
 */
@Named(
        value = "gauss-newton",
        title = "Hessian-free Gauss-Newton",
        doc = "Damped Gauss-Newton steps by truncated conjugate gradients, for networks on data.",
        source = "Martens, Proc. ICML 2010, 735",
        year = 2010,
        topics = {"minimisation", "optimisers", "second order"},
        revision = 2)
public record GaussNewton(
        @Param(doc = "damping at the start", symbol = "\u03bb", def = "1", min = 0.0, above = true)
        double damping,

        @Param(doc = "products in one step at most", def = "50", min = 1)
        int products,

        @Param(doc = "converged when |g|/sqrt(N) is at most", def = "1e-8", min = 0.0, above = true)
        double tolerance)
        implements MinimiserSpec {
    private static final double TYPICAL_WORK = 40.0;

    @Override
    public double vectors() {
        return MinimiserSpec.super.vectors() + 4;
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.EXAMPLES);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        Landscape landscape = (Landscape) model;
        Supervised examples = (Supervised) Field.without(landscape);
        return new Minimisation(landscape, x, tolerance, new Damped(this, examples, x.length));
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return TYPICAL_WORK;
    }

    @Override
    public double usualArrival() {
        return 200.0;
    }

    private static final class Damped implements Method {
        private static final double FACTOR = 1.5;
        private static final double MOST = 1e20;
        private final Supervised landscape;
        private final Steihaug inner;
        private final Steihaug.Product product = this::damped;
        private double damping;

        Damped(GaussNewton spec, Supervised landscape, int n) {
            this.landscape = landscape;
            inner = new Steihaug(n, spec.products);
            damping = spec.damping;
        }

        @Override
        public void step(Ground here) {
            double[] g = here.g();
            double small = Math.min(0.5, Math.sqrt(here.slope())) * Vectors.norm(g);
            inner.solve(here, product, Double.MAX_VALUE, small);
            double ratio = TrustRatio.tried(here, inner.step(), inner.predicted());
            if (ratio < 0.25) damping *= FACTOR;
            else if (ratio > 0.75) damping /= FACTOR;
            if (ratio > TrustRatio.ACCEPTED) here.accept();
            else if (damping > MOST) here.stall();
        }

        private void damped(Ground here, double[] v, double[] av) {
            landscape.gaussNewtonVector(here.x(), v, av);
            here.count(2.0);
            Vectors.add(av, damping, v);
            here.tangent(av);
        }

        @Override
        public void save(Packed.Writer out) {
            out.put(damping);
        }

        @Override
        public void load(Packed.Reader in) {
            damping = in.readDouble();
        }
    }
}
