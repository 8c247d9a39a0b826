package rugged.dynamics.minimise;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.model.StochasticLandscape;
import rugged.api.motion.Stepper;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Trust-region Newton method whose equations H p = -g are solved by truncated conjugate gradients ({@link Steihaug}), to a residual of
 * min(1/2, (|g|/sqrt(N))^power) |g|: the order of convergence is 1 + power. Negative curvature is followed to the edge of the region. The region shrinks to a
 * quarter where the energy falls by less than a quarter of what the model says, and doubles where it falls by three quarters on the edge. On a sphere H is the
 * Riemannian Hessian.
 *
 * <p>The curvature may be that of a part of the patterns, drawn for every step and kept during it, while gradients and energies are whole: the noise then
 * costs speed but does not move the minimum (Byrd, Chin, Neveitt and Nocedal, SIAM J. Optim. 21, 977 (2011)). A product counts 2 times the part.
 *
 * <p>Source: Steihaug, SIAM J. Numer. Anal. 20, 626 (1983); Nocedal and Wright, Numerical Optimization (2006), section 7.1. One gradient and as many products
 * as conjugate-gradient steps; a product counts 2.
 */
@Named(
        value = "newton-cg",
        title = "Trust-region Newton-CG",
        doc = "Newton steps by truncated conjugate gradients in a trust region; no Hessian is formed.",
        source = "Steihaug, SIAM J. Numer. Anal. 20, 626 (1983)",
        year = 1983,
        topics = {"zero temperature", "minimisation", "optimisers", "second order"},
        revision = 2)
public record NewtonCg(
        @Param(doc = "trust radius at the start, |p|/sqrt(N)", symbol = "\u0394", def = "0.5", min = 0.0, above = true)
        double radius,

        @Param(doc = "largest trust radius, |p|/sqrt(N)", def = "2", min = 0.0, above = true)
        double radiusMax,

        @Param(doc = "products in one step at most", def = "50", min = 1)
        int products,

        @Param(doc = "order of convergence minus 1", def = "0.5", min = 0.0, max = 1.0)
        double power,

        @Param(
                doc = "part of the patterns that the Hessian of a step is made of; 1 for all",
                def = "1",
                min = 0.0,
                max = 1.0,
                above = true)
        double curvature,

        @MinimiserParameters.Tolerance double tolerance)
        implements MinimiserSpec {
    private static final double TYPICAL_WORK = 10.0;

    public NewtonCg {
        if (radiusMax < radius)
            throw new BadParameter("radius-max", radiusMax, "is below the radius at the start", "at least " + radius);
    }

    @Override
    public double vectors() {
        return MinimiserSpec.super.vectors() + 4;
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, curvature < 1.0 ? Need.PATTERNS : Need.HESSIAN_VECTOR);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        return new Minimisation((Landscape) model, x, tolerance, new Truncated(this, model, random));
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return TYPICAL_WORK;
    }

    @Override
    public double usualArrival() {
        return 60.0;
    }

    private static final class Truncated implements Method {
        private final NewtonCg spec;
        private final Steihaug inner;
        private final double most;
        private final @Nullable PartialHessian part;
        private final Steihaug.Product product;
        private double radius;
        private boolean checked;

        Truncated(NewtonCg spec, Model model, Streams random) {
            this.spec = spec;
            int n = model.dimension();
            if (spec.curvature < 1.0) {
                PartialHessian some =
                        new PartialHessian((StochasticLandscape) model, spec.curvature, random.stream("curvature", 0));
                part = some;
                product = some::times;
            } else {
                part = null;
                product = Ground::hessianVector;
            }
            inner = new Steihaug(n, spec.products);
            most = spec.radiusMax * Math.sqrt(n);
            radius = spec.radius * Math.sqrt(n);
        }

        @Override
        public void step(Ground here) {
            if (part != null) part.draw();
            else if (!checked) {
                checked = true;
                inner.check(here);
                if (!here.status().running()) return;
            }
            double[] g = here.g();
            double small = Math.min(0.5, Math.pow(here.slope(), spec.power)) * Vectors.norm(g);
            inner.solve(here, product, radius, small);
            double ratio = TrustRatio.tried(here, inner.step(), inner.predicted());
            if (ratio < 0.25) radius *= 0.25;
            else if (ratio > 0.75 && inner.boundary()) radius = Math.min(2.0 * radius, most);
            if (ratio > TrustRatio.ACCEPTED) here.accept();
            else if (radius < 1e-14 * Math.sqrt(g.length)) here.stall();
        }

        @Override
        public void save(Packed.Writer out) {
            out.put(radius).put(checked ? 1 : 0);
            if (part != null) part.save(out);
        }

        @Override
        public void load(Packed.Reader in) {
            radius = in.readDouble();
            checked = in.readInt() == 1;
            if (part != null) part.load(in);
        }
    }
}
