package rugged.protocol;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Bench;
import rugged.api.Need;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.model.ContactLandscape;
import rugged.api.record.NamedArray;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * A quasi-static drive in small steps from a jammed minimum, and its avalanches. The start is minimised at the control of the landscape; then, step by step, the control is moved, which
 * changes the energy of a state that does not move, and the state comes to rest again. What that costs is recorded: the drop of the energy, E(x_(k-1), a_k) - E(x_k, a_k), per
 * body; how many contacts were made and lost, the violated constraints that are in one of two minima in a row and not in both; how far the state moved. The observables are
 * asked once, at time 0, at the last minimum. A drive that removes all violations ends the point.
 *
 * <p>Drops and changes stand once for each step and once more as arrays over all steps, from which their distribution is drawn. A step that changes no contact is elastic, and its drop is of second order in the step.
 *
 * <p>Source: Combe and Roux, Phys. Rev. Lett. 85, 3628 (2000), for rearrangements under quasi-static drive.
 */
@Named(
        value = "ramp",
        title = "Quasi-static drive",
        doc = "Moves the control in small steps from a jammed minimum, and records the drops of energy and the"
                + " changes of contacts: avalanches.",
        source = "Combe and Roux, Phys. Rev. Lett. 85, 3628 (2000)",
        year = 2000,
        topics = {"jamming", "avalanches", "minimisation"})
public record Ramp(
        @Param(
                doc = "change of the control in a step",
                symbol = "\u0394a",
                def = "1e-4",
                reason = "small beside the distance to the threshold; halve it to see what depends on it")
        double step,

        @Param(doc = "number of steps", def = "100", min = 1, max = 1e6)
        int steps,

        @Param(doc = "residual below which nothing is jammed", symbol = "r", def = "1e-10", min = 1e-15, max = 1.0)
        double residual,

        Resting resting)
        implements Drive {
    /** What the energy lost. */
    public static final Quantity DROP = new Quantity(
            "drop",
            "\u0394E/N",
            "J",
            List.of("k"),
            "energy per body that is lost when the state comes to rest after the k-th step of the control");

    /** Contacts made and lost. */
    public static final Quantity CHANGED = new Quantity(
            "contact_changes", "\u0394N_{c}", "", List.of("k"), "contacts made and contacts lost in the k-th step");

    /** How far it moved. */
    public static final Quantity MOVED = new Quantity(
            "moved", "|\u0394x|^{2}/N", "", List.of("k"), "squared displacement per body in the k-th step");

    /** How many steps were avalanches. */
    public static final Quantity SHARE =
            new Quantity("avalanche_share", "n_{a}", "", List.of("t"), "share of the steps that change contacts");

    /** All drops. */
    public static final Quantity DROPS = Quantity.array(
            "drops",
            "\u0394E/N",
            "J",
            List.of("t"),
            List.of("step"),
            "energy per body that is lost in each step that changes contacts");

    /** All changes. */
    public static final Quantity CHANGES = Quantity.array(
            "changes",
            "\u0394N_{c}",
            "",
            List.of("t"),
            List.of("step"),
            "contacts made and lost in each step that changes any");

    public Ramp {
        if (step == 0.0 || !Double.isFinite(step))
            throw new BadParameter("step", step, "leads nowhere", "a change of the control, such as 1e-4");
    }

    @Override
    public Set<Need> needs() {
        Set<Need> needs = EnumSet.of(Need.CONTACTS);
        needs.addAll(Drive.super.needs());
        return needs;
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.CONTROL, Quantities.RESIDUAL, DROP, CHANGED, MOVED, SHARE, DROPS, CHANGES);
    }

    @Override
    public double minimisations() {
        return steps + 1.0;
    }

    @Override
    public void run(Bench bench) {
        DrivenMinima minima = new DrivenMinima(bench, resting, residual);
        DrivenMinima.Minimum now = minima.first();
        if (!now.jammed()) throw minima.notJammed(now);
        minima.record(now);
        double begun = now.control();
        Avalanches avalanches = new Avalanches(bench, now);
        for (int k = 1; k <= steps; k++) {
            minima.drive(begun + k * step);
            double before = avalanches.landscape.energy(now.x());
            DrivenMinima.Minimum next = minima.settle();
            if (!next.jammed())
                throw new BadParameter(
                        "protocol.steps",
                        steps,
                        "step " + k + " removed all violations, at control = " + next.control(),
                        "fewer steps, smaller ones, or the other direction");
            minima.record(next);
            avalanches.count(k, before, now, next);
            now = next;
        }
        avalanches.record();
        minima.observe(now, schedule());
    }

    /** What the steps have cost. */
    private final class Avalanches {
        private final Bench bench;
        private final ContactLandscape landscape;
        private final double bodies;
        private final double[] drops = new double[steps];
        private final double[] changes = new double[steps];
        private long[] touching;
        private int count;

        Avalanches(Bench bench, DrivenMinima.Minimum first) {
            this.bench = bench;
            landscape = (ContactLandscape) bench.model();
            bodies = landscape.extent();
            touching = landscape.violated(first.x());
        }

        /** The k-th step, from one minimum, whose energy under the new control is given, to the next. */
        void count(int k, double before, DrivenMinima.Minimum from, DrivenMinima.Minimum to) {
            double drop = Math.max(0.0, before - landscape.energy(to.x())) / bodies;
            long[] after = landscape.violated(to.x());
            int changed = different(touching, after);
            touching = after;
            bench.record(DROP, drop, k);
            bench.record(CHANGED, changed, k);
            bench.record(MOVED, landscape.manifold().squaredDifference(from.x(), to.x()) / bodies, k);
            if (changed == 0) return;
            drops[count] = drop;
            changes[count++] = changed;
        }

        void record() {
            bench.record(SHARE, (double) count / steps, 0.0);
            bench.record(DROPS, NamedArray.vector("step", Arrays.copyOf(drops, count)), 0.0);
            bench.record(CHANGES, NamedArray.vector("step", Arrays.copyOf(changes, count)), 0.0);
        }
    }

    /** How many of two increasing lists stand in one of them alone. */
    static int different(long[] one, long[] other) {
        int i = 0;
        int j = 0;
        int alone = 0;
        while (i < one.length && j < other.length) {
            if (one[i] == other[j]) {
                i++;
                j++;
            } else {
                alone++;
                if (one[i] < other[j]) i++;
                else j++;
            }
        }
        return alone + one.length - i + other.length - j;
    }
}
