package rugged.protocol;

import java.util.List;
import rugged.api.Bench;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * To the threshold of jamming from the jammed side. At the control of the landscape the start is minimised; then the control is moved, and the minimum followed. The
 * residual of a minimum ({@link Driven#residual}: the typical overlap of particles, the typical violation of patterns) vanishes linearly at the threshold a*, so that
 * two minima give
 *
 * <pre>a* = a - r (a - a')/(r - r'),</pre>
 *
 * <p>and the control goes 0.7 of the way there. Where all violations vanish it returns to the last jammed minimum and goes 0.3 of the step instead. Where the residual
 * has fallen below its target, the observables are asked once, at time 0.
 *
 * <p>A minimum counts when the largest force (component of the gradient) is at most {@code precision} times the residual, or at the rounding of the coordinates; or when the
 * minimiser has converged by its own, absolute criterion, with forces below a thousandth of the residual. Anything else ends the point, with its number. One replica: each has
 * a threshold of its own.
 *
 * <p>Source: O'Hern, Silbert, Liu and Nagel, Phys. Rev. E 68, 011306 (2003), section II. The threshold depends on the way: say with it from where.
 */
@Named(
        value = "decompress",
        title = "Decompress to the threshold",
        doc = "Drives a jammed minimum to the threshold of jamming, by extrapolation of what is left of violations.",
        source = "O'Hern, Silbert, Liu and Nagel, Phys. Rev. E 68, 011306 (2003)",
        year = 2003,
        topics = {"jamming", "minimisation"})
public record Decompress(
        @Param(
                doc = "first change of the control",
                symbol = "\u0394a",
                def = "-0.01",
                reason = "towards the threshold: less packing fraction, less margin")
        double step,

        @Param(
                doc = "residual at which it ends",
                symbol = "r",
                def = "1e-6",
                min = 1e-13,
                max = 1.0,
                reason = "contacts are counted exactly there; below 1e-13 nothing is left in double precision")
        double until,

        Resting resting)
        implements Drive {
    private static final double APPROACH = 0.7;
    private static final double BACK = 0.3;

    /** Minima on a long way: each is 0.3 times as far from the threshold as the one before, and half of the steps go too far. */
    private static final double MOST = 30.0;

    /** Below this part of the target there is nothing left but what a minimiser has not removed yet. */
    private static final double UNJAMMED = 1e-4;

    public Decompress {
        if (step == 0.0 || !Double.isFinite(step))
            throw new BadParameter("step", step, "leads nowhere", "a change of the control, such as -0.01");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.JAMMING_THRESHOLD, Quantities.CONTROL, Quantities.RESIDUAL);
    }

    @Override
    public double minimisations() {
        return MOST;
    }

    @Override
    public void run(Bench bench) {
        DrivenMinima minima = new DrivenMinima(bench, resting, UNJAMMED * until);
        DrivenMinima.Minimum jammed = minima.first();
        if (!jammed.jammed()) throw minima.notJammed(jammed);
        double threshold = Double.NaN;
        double change = step;
        minima.record(jammed);
        while (jammed.residual() > until) {
            double control = jammed.control() + change;
            if (control == jammed.control()) throw lost(jammed);
            DrivenMinima.Minimum next = minima.at(control);
            if (!next.jammed()) {
                minima.back(jammed);
                change *= BACK;
                continue;
            }
            double fall = jammed.residual() - next.residual();
            if (fall > 0.0) {
                threshold = next.control() + next.residual() * (next.control() - jammed.control()) / fall;
                change = APPROACH * (threshold - next.control());
            }
            jammed = next;
            minima.record(jammed);
        }
        bench.record(Quantities.JAMMING_THRESHOLD, threshold, 0.0);
        minima.observe(jammed);
    }

    private BadParameter lost(DrivenMinima.Minimum jammed) {
        return new BadParameter(
                "protocol.until",
                until,
                "no jammed minimum of this residual: at control = " + jammed.control() + " it is " + jammed.residual()
                        + ", and any closer step removes all violations",
                "a larger residual");
    }
}
