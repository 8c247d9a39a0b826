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
 * L-BFGS: steps along -H g with the inverse Hessian H of the last m pairs (x' - x, g' - g), by the two-loop recursion. Either a strong Wolfe line search
 * (c1 = 1e-4, c2 = 0.9), or, as is usual for clusters, the step itself: turned round where it leads uphill, cut to the longest step, and divided by ten
 * while the energy rises. On a manifold the pairs are projected on each new tangent space.
 *
 * <p>Source: Liu and Nocedal, Math. Program. 45, 503 (1989); step control: Wales, Energy Landscapes (2003), section 6.1. Slightly more than one gradient
 * a step.
 */
@Named(
        value = "l-bfgs",
        title = "L-BFGS",
        doc = "Quasi-Newton minimiser of limited memory, with a line search or with controlled steps.",
        source = "Liu and Nocedal, Math. Program. 45, 503 (1989)",
        year = 1989,
        topics = {"zero temperature", "minimisation", "optimisers"},
        revision = 2)
public record LimitedMemory(
        @Param(doc = "pairs remembered", symbol = "m", def = "10", min = 1, max = 1000)
        int memory,

        @Param(
                doc = "wolfe (line search) or controlled (the step itself, shortened while the energy rises)",
                def = "wolfe")
        Search search,

        @Param(doc = "how far a coordinate may move in one step", def = "1", min = 0.0, above = true)
        double longestStep,

        @MinimiserParameters.Tolerance double tolerance)
        implements MinimiserSpec {
    /** How long a step is. */
    public enum Search {
        /** Strong Wolfe conditions. */
        WOLFE,
        /** Length cut, and shortened while the energy rises. */
        CONTROLLED
    }

    private static final double CURVATURE = 0.9;

    @Override
    public double vectors() {
        return MinimiserSpec.super.vectors() + 2 * memory;
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        return new Minimisation((Landscape) model, x, tolerance, new QuasiNewton(this, x.length));
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return 1.1;
    }

    @Override
    public double usualArrival() {
        return 300.0;
    }

    private static final class QuasiNewton implements Method {
        private static final int MOST_CUTS = 10;
        private final LimitedMemory spec;
        private final WolfeSearch wolfe;
        private final QuasiNewtonMemory memory;
        private final double[] d;
        private final double[] before;

        QuasiNewton(LimitedMemory spec, int n) {
            this.spec = spec;
            wolfe = new WolfeSearch(CURVATURE, spec.longestStep);
            memory = new QuasiNewtonMemory(spec.memory, n);
            d = new double[n];
            before = new double[n];
        }

        @Override
        public void step(Ground here) {
            double[] g = here.g();
            Vectors.set(d, -1.0, g);
            memory.solve(d);
            here.tangent(d);
            System.arraycopy(g, 0, before, 0, before.length);
            double moved = move(here);
            if (moved == 0.0 && !memory.empty()) {
                memory.forget();
                Vectors.set(d, -1.0, g);
                moved = move(here);
            }
            if (moved == 0.0) {
                here.stall();
                return;
            }
            here.tangent(before);
            here.tangent(d);
            Vectors.scale(d, moved);
            for (int i = 0; i < d.length; i++) before[i] = g[i] - before[i];
            memory.carry(here);
            memory.remember(d, before);
        }

        private double move(Ground here) {
            double first = memory.empty() ? Math.min(1.0, 1.0 / Vectors.norm(d)) : 1.0;
            double slope = Vectors.dot(here.g(), d);
            if (spec.search == Search.CONTROLLED) return controlled(here, slope, first);
            return slope < 0.0 ? wolfe.along(here, d, slope, first) : 0.0;
        }

        private double controlled(Ground here, double slope, double first) {
            double step = slope > 0.0 ? -first : first;
            double reach = Math.abs(step) * Vectors.largest(d);
            if (reach > spec.longestStep) step *= spec.longestStep / reach;
            for (int k = 0; k < MOST_CUTS; k++) {
                here.propose(step, d);
                if (here.finite() && here.trialEnergy() <= here.energy() + here.energyBlur()) {
                    here.accept();
                    return step;
                }
                step *= 0.1;
            }
            return 0.0;
        }

        @Override
        public void save(Packed.Writer out) {
            memory.save(out);
        }

        @Override
        public void load(Packed.Reader in) {
            memory.load(in);
        }
    }
}
