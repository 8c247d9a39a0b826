package rugged.dynamics.minimise;

import java.util.Optional;
import rugged.api.LandscapeSpec;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.QuasiNewtonMemory;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.num.kernel.Dots;
import rugged.params.BadParameter;
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

        @Param(
                doc = "what the longest step limits, where steps are controlled: a coordinate, or the length of the"
                        + " whole step; a coordinate if left out")
        Optional<Limit> limit,

        @Param(
                doc = "inverse Hessian before there are pairs, where steps are controlled: the first step is this times"
                        + " the gradient; one of length 1 at most if left out",
                min = 0.0,
                above = true)
        Optional<Double> firstScale,

        @Param(
                doc = "by how much a controlled step may raise the energy; by its rounding error if left out",
                unit = "J",
                min = 0.0)
        Optional<Double> mostRise,

        @MinimiserParameters.Tolerance double tolerance)
        implements MinimiserSpec {
    /** How long a step is. */
    public enum Search {
        /** Strong Wolfe conditions. */
        WOLFE,
        /** Length cut, and shortened while the energy rises. */
        CONTROLLED
    }

    /** What the longest step limits. */
    public enum Limit {
        /** The way of a coordinate. */
        COORDINATE,
        /** The length of the whole step. */
        WHOLE
    }

    private static final double CURVATURE = 0.9;

    /** Checks that nothing is given that a line search would not heed. */
    public LimitedMemory {
        if (search == Search.WOLFE) {
            heeded("limit", limit);
            heeded("first-scale", firstScale);
            heeded("most-rise", mostRise);
        }
    }

    /** Steps whose coordinates are limited, and which do not raise the energy. */
    public LimitedMemory(int memory, Search search, double longestStep, double tolerance) {
        this(memory, search, longestStep, Optional.empty(), Optional.empty(), Optional.empty(), tolerance);
    }

    /** Controlled steps of limited length, as is usual for clusters: the first is a tenth of the gradient, and none raises the energy by more than 1e-4. */
    public static LimitedMemory ofClusters(int memory, double longestStep, double tolerance) {
        return new LimitedMemory(
                memory,
                Search.CONTROLLED,
                longestStep,
                Optional.of(Limit.WHOLE),
                Optional.of(0.1),
                Optional.of(1e-4),
                tolerance);
    }

    private static void heeded(String name, Optional<?> given) {
        if (given.isPresent())
            throw new BadParameter(
                    name, given.get(), "a line search does not heed it", "leave it out, or search: controlled");
    }

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
        private final Dots dots = new Dots();
        private final boolean whole;
        private final double firstScale;
        private final double mostRise;

        QuasiNewton(LimitedMemory spec, int n) {
            this.spec = spec;
            wolfe = new WolfeSearch(CURVATURE, spec.longestStep);
            memory = new QuasiNewtonMemory(spec.memory, n);
            d = new double[n];
            before = new double[n];
            whole = spec.limit.orElse(Limit.COORDINATE) == Limit.WHOLE;
            firstScale = spec.firstScale.orElse(Double.NaN);
            mostRise = spec.mostRise.orElse(0.0);
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
            if (here.normals() > 0) memory.carry(here);
            memory.remember(d, before);
        }

        private double move(Ground here) {
            double first = memory.empty() ? first() : 1.0;
            if (spec.search == Search.CONTROLLED) return controlled(here, dots.dot(here.g(), d), first);
            double slope = Vectors.dot(here.g(), d);
            return slope < 0.0 ? wolfe.along(here, d, slope, first) : 0.0;
        }

        private double first() {
            return Double.isNaN(firstScale) ? Math.min(1.0, 1.0 / Vectors.norm(d)) : firstScale;
        }

        private double controlled(Ground here, double slope, double first) {
            double step = slope > 0.0 ? -first : first;
            double reach = Math.abs(step) * (whole ? dots.norm(d) : Vectors.largest(d));
            double most = here.energy() + Math.max(mostRise, here.energyBlur());
            if (reach > spec.longestStep) step *= spec.longestStep / reach;
            for (int k = 0; k < MOST_CUTS; k++) {
                here.propose(step, d);
                if (here.finite() && here.trialEnergy() <= most) {
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
