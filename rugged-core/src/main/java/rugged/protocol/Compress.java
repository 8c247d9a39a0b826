package rugged.protocol;

import java.util.List;
import rugged.api.Bench;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Through the threshold of jamming from the side without violations, in equal steps of the control, each minimum from the one before, until the residual has reached a target. The first two jammed minima in a row
 * extrapolate to the threshold, a* = a - r (a - a')/(r - r'); all of them are recorded, which is the residual beside the control. The observables are asked
 * once, at time 0, at the last minimum.
 *
 * <p>A start that is jammed has to come free first, or the point ends. The threshold lies within the step to the first of the two. An extrapolation that leaves that step has gone through a rearrangement (some in a hundred of small packings, by up to many steps); then the middle of the
 * step counts, half a step its error. For a convex problem the extrapolation is good to less than a hundredth of a step. The threshold depends on the way all the same: a larger step passes over jammed states that a smaller one
 * finds, and jams later, 32 discs by 0.0010(4) with steps of 0.002 beside those of 0.0002.
 *
 * <p>Source: O'Hern, Silbert, Liu and Nagel, Phys. Rev. E 68, 011306 (2003), section II.
 */
@Named(
        value = "compress",
        title = "Compress through the threshold",
        doc = "Moves the control in equal steps through the threshold of jamming, to a residual.",
        source = "O'Hern, Silbert, Liu and Nagel, Phys. Rev. E 68, 011306 (2003)",
        year = 2003,
        topics = {"jamming", "minimisation"})
public record Compress(
        @Param(
                doc = "change of the control in a step",
                symbol = "\u0394a",
                def = "0.001",
                reason = "towards violations: more packing fraction, more margin")
        double step,

        @Param(doc = "residual at which it ends", symbol = "r", def = "0.01", min = 1e-13, max = 1.0)
        double until,

        @Param(
                doc = "most steps; without a jammed minimum of this residual by then the point ends",
                def = "1000",
                min = 1,
                max = 1e6)
        int steps,

        Resting resting)
        implements Drive {
    /** Below this part of the target there is nothing left but what a minimiser has not removed yet. */
    private static final double UNJAMMED = 1e-6;

    public Compress {
        if (step == 0.0 || !Double.isFinite(step))
            throw new BadParameter("step", step, "leads nowhere", "a change of the control, such as 0.001");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.JAMMING_THRESHOLD, Quantities.CONTROL, Quantities.RESIDUAL);
    }

    @Override
    public double minimisations() {
        return steps + 1.0;
    }

    @Override
    public void run(Bench bench) {
        DrivenMinima minima = new DrivenMinima(bench, resting, UNJAMMED * until);
        DrivenMinima.Minimum now = minima.first();
        double begun = now.control();
        double threshold = Double.NaN;
        double free = now.jammed() ? Double.NaN : begun;
        for (int k = 1; !now.jammed() || now.residual() < until; k++) {
            if (k > steps)
                throw new BadParameter(
                        "protocol.steps",
                        steps,
                        "at control = " + now.control() + " the residual is " + now.residual()
                                + ": no threshold in the window, or less than the one asked for",
                        "more steps, or larger ones");
            // the k-th control is begun + k step: no rounding adds up
            DrivenMinima.Minimum next = minima.at(begun + k * step);
            boolean first = Double.isNaN(threshold);
            if (first && now.jammed() && next.jammed()) threshold = threshold(free, now, next);
            if (!next.jammed()) free = next.control();
            now = next;
            if (now.jammed()) minima.record(now);
        }
        if (Double.isNaN(free))
            throw new BadParameter(
                    "landscape",
                    "control = " + begun,
                    "is jammed there, and never without violations after",
                    "a start without violations, such as a thinner one");
        bench.record(Quantities.JAMMING_THRESHOLD, threshold, 0.0);
        minima.observe(now);
    }

    /** Extrapolated from two minima, or the middle of the step from the last minimum without violations, where that leads out of it; NaN where there was none yet. */
    private static double threshold(double free, DrivenMinima.Minimum now, DrivenMinima.Minimum next) {
        double rise = next.residual() - now.residual();
        double line = now.control() - now.residual() * (next.control() - now.control()) / rise;
        double within = (line - free) / (now.control() - free);
        boolean outside = !(rise > 0.0 && within >= 0.0 && within <= 1.0);
        return outside ? 0.5 * (free + now.control()) : line;
    }
}
