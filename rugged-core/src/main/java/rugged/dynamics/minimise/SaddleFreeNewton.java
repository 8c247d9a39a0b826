package rugged.dynamics.minimise;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.params.Param;

/**
 * Newton steps that leave saddles: p = -Q U (|D| + lambda)^{-1} U^T Q^T g with Ritz values D and vectors Q U of the Hessian in the Krylov space of g, cut to
 * a trust radius. Directions of negative curvature are followed downhill instead of up. Where the gradient is below the tolerance, the Krylov space of a
 * fixed generic vector decides: along a Ritz vector of negative value it goes on, else it has converged.
 *
 * <p>Source: Dauphin et al., Adv. Neural Inf. Process. Syst. 27 (2014), arXiv:1406.2572. One gradient and k products a step; a product counts 2.
 */
@Named(
        value = "saddle-free-newton",
        title = "Saddle-free Newton",
        doc = "Newton steps in a Krylov space with the moduli of the curvatures: finds saddles and leaves them.",
        source = "Dauphin et al., arXiv:1406.2572",
        year = 2014,
        topics = {"zero temperature", "minimisation", "optimisers", "second order"},
        revision = 2)
public record SaddleFreeNewton(
        @Param(doc = "Lanczos steps", symbol = "k", def = "20", min = 1, max = 1000)
        int products,

        @Param(doc = "damping", symbol = "\u03bb", def = "1e-6", min = 0.0)
        double damping,

        @Param(doc = "trust radius at the start, |p|/sqrt(N)", symbol = "\u0394", def = "0.5", min = 0.0, above = true)
        double radius,

        @MinimiserParameters.Tolerance double tolerance)
        implements MinimiserSpec {
    @Override
    public double vectors() {
        return MinimiserSpec.super.vectors() + products + 2;
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        return new Minimisation((Landscape) model, x, tolerance, new Moduli(this, x.length));
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return 1.0 + 2.0 * products;
    }

    @Override
    public double usualArrival() {
        return 60.0;
    }

    private static final class Moduli implements Method {
        private static final int MOST_HALVINGS = 20;
        private final SaddleFreeNewton spec;
        private final Ritz ritz;
        private final double[] p;
        private final double largest;
        private double radius;
        private boolean checked;

        Moduli(SaddleFreeNewton spec, int n) {
            this.spec = spec;
            ritz = new Ritz(n, spec.products);
            p = new double[n];
            radius = spec.radius * Math.sqrt(n);
            largest = 4.0 * radius;
        }

        @Override
        public void step(Ground here) {
            if (!checked) {
                checked = true;
                here.checkSymmetry(p, new double[p.length], new double[p.length], new double[p.length]);
                if (!here.status().running()) return;
            }
            ritz.find(here, here.g());
            double predicted = propose(Vectors.norm(here.g()));
            double ratio = TrustRatio.tried(here, p, predicted);
            if (ratio < 0.25) radius *= 0.25;
            else if (ratio > 0.75 && Vectors.norm(p) > 0.99 * radius) radius = Math.min(2.0 * radius, largest);
            if (ratio > TrustRatio.ACCEPTED) here.accept();
            else if (radius < 1e-14 * Math.sqrt(p.length)) here.stall();
        }

        /** Writes the step into p; returns by how much the model falls along it. */
        private double propose(double norm) {
            java.util.Arrays.fill(p, 0.0);
            double down = 0.0;
            double bend = 0.0;
            for (int i = 0; i < ritz.size(); i++) {
                double along = ritz.startComponent(i, norm);
                double w = -along / Math.max(Math.abs(ritz.value(i)) + spec.damping, Double.MIN_NORMAL);
                ritz.addVector(p, w, i);
                down -= along * w;
                bend += 0.5 * ritz.value(i) * w * w;
            }
            double length = Vectors.norm(p);
            double cut = length > radius ? radius / length : 1.0;
            Vectors.scale(p, cut);
            return cut * down - cut * cut * bend;
        }

        @Override
        public boolean escapes(Ground here) {
            for (int i = 0; i < p.length; i++) p[i] = Math.sin(1.0 + 2.3 * i) + 0.3 * Math.cos(0.7 * i * i);
            here.tangent(p);
            ritz.find(here, p);
            int lowest = 0;
            for (int i = 1; i < ritz.size(); i++) if (ritz.value(i) < ritz.value(lowest)) lowest = i;
            if (!(ritz.value(lowest) < -Math.max(spec.tolerance, 1e-8))) return false;
            java.util.Arrays.fill(p, 0.0);
            ritz.addVector(p, radius, lowest);
            double step = 1.0;
            for (int k = 0; k < MOST_HALVINGS; k++) {
                here.propose(step, p);
                if (here.finite() && here.trialEnergy() < here.energy()) {
                    here.accept();
                    return true;
                }
                step *= k % 2 == 0 ? -1.0 : -0.5;
            }
            return false;
        }

        @Override
        public void save(Packed.Writer out) {
            out.put(radius).put(checked ? 1 : 0);
        }

        @Override
        public void load(Packed.Reader in) {
            radius = in.readDouble();
            checked = in.readInt() == 1;
        }
    }
}
