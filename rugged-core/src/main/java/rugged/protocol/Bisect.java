package rugged.protocol;

import java.util.List;
import rugged.api.Bench;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * To the threshold of jamming from both sides, by halves. The minimum of the start, at the control of the landscape, has no violation; at the other end of the interval there is one, or the
 * point ends. Each half is tried from the last minimum without violations: where one is left that minimum is put back and the interval ends there, otherwise it begins there. The
 * threshold is the middle of the last interval, its error half of that; the observables are asked once, at time 0, at the last jammed minimum.
 *
 * <p>Unlike {@link Decompress} it comes from the side without violations, by compressions that are ever smaller, and finds another threshold: both depend on the way. The residual of the last
 * minimum is of the size of the interval.
 *
 * <p>Source: Chaudhuri, Berthier and Sastry, Phys. Rev. Lett. 104, 165701 (2010), for what depends on the way.
 */
@Named(
        value = "bisect",
        title = "Bisect to the threshold",
        doc = "Halves an interval of the control between a minimum without violations and one with, each from the"
                + " last one without.",
        source = "Chaudhuri, Berthier and Sastry, Phys. Rev. Lett. 104, 165701 (2010)",
        year = 2010,
        topics = {"jamming", "minimisation"})
public record Bisect(
        @Param(
                doc = "control at the jammed end of the interval; it begins at that of the landscape",
                symbol = "a_{1}",
                def = "0.9",
                reason = "a packing fraction at which discs are jammed; begin near 0.8")
        double jammed,

        @Param(doc = "width of the interval at which it ends", def = "1e-6", min = 1e-13, max = 1.0)
        double width,

        @Param(
                doc = "residual from which on a minimum counts as jammed",
                symbol = "r",
                def = "1e-9",
                min = 1e-15,
                max = 1.0,
                reason = "well below the width of the interval, to which the residual is proportional")
        double residual,

        Resting resting)
        implements Drive {
    private static final double MOST = 60.0;

    public Bisect {
        if (!Double.isFinite(jammed)) throw new BadParameter("jammed", jammed, "is no control", "a finite number");
        if (!(residual < width))
            throw new BadParameter(
                    "residual", residual, "would not tell the last minima apart", "below the width " + width);
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
        DrivenMinima minima = new DrivenMinima(bench, resting, residual);
        DrivenMinima.Minimum free = minima.first();
        if (free.jammed())
            throw new BadParameter(
                    "landscape",
                    "control = " + free.control(),
                    "is jammed there, residual " + free.residual(),
                    "a start without violations, such as a thinner one");
        DrivenMinima.Minimum held = minima.at(jammed);
        if (!held.jammed())
            throw new BadParameter(
                    "protocol.jammed",
                    jammed,
                    "nothing is jammed there: no threshold in the interval",
                    "a control beyond the threshold");
        minima.record(held);
        while (Math.abs(held.control() - free.control()) > width) {
            double middle = 0.5 * (free.control() + held.control());
            if (middle == free.control() || middle == held.control()) break;
            minima.back(free);
            DrivenMinima.Minimum next = minima.at(middle);
            if (next.jammed()) {
                held = next;
                minima.record(held);
            } else {
                free = next;
            }
        }
        bench.record(Quantities.JAMMING_THRESHOLD, 0.5 * (free.control() + held.control()), 0.0);
        minima.observe(held);
    }
}
