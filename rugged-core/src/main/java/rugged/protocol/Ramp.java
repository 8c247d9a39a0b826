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
import rugged.api.model.Driven;
import rugged.api.record.NamedArray;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * A quasi-static drive in small steps from a jammed minimum, and its avalanches. The start is minimised at the control of the landscape; then, step by step, the control is moved from a to a', which
 * changes the energy of a state that does not move, and the state comes to rest again, from x to x'. What that costs is recorded, energies per body: the drop E(x, a') - E(x', a'); what of it was
 * dissipated; how many contacts were made and lost, the violated constraints that are in one of two minima in a row and not in both; how far the state moved. The observables are asked once, at time
 * 0, at the last minimum. A drive that removes all violations ends the point.
 *
 * <p>A state that follows elastically drops, too, by an energy of second order in the step, and it may make and lose contacts on the way. But as long as x is the lowest state in reach at a, it
 * lies below x' there. A step is counted as an avalanche where it does not: E(x', a) &lt; E(x, a), the new state is lower than the old one even under the old control, which no elastic response
 * is, and no step at all of a convex problem. What is dissipated is the drop less the elastic part, the same rise for the way back,
 *
 * <pre>D = [E(x, a') - E(x', a')]/2 - [E(x', a) - E(x, a)]/2,</pre>
 *
 * <p>the work done by the drive along the trapezium of its forces, less the energy that is there afterwards: of third order in the step without an avalanche, the energy lost by one otherwise. An avalanche
 * that loses less than an elastic step drops is not seen: the limit falls as the square of the step.
 *
 * <p>Drops and changes stand once for each step and once more as arrays, from which their distribution is drawn: the drops of all steps, and what avalanches dissipate and change.
 *
 * <p>Source: Combe and Roux, Phys. Rev. Lett. 85, 3628 (2000), for rearrangements under quasi-static drive. Cost: the minimisations.
 */
@Named(
        value = "ramp",
        title = "Quasi-static drive",
        doc = "Moves the control in small steps from a jammed minimum, and records the drops of energy, the"
                + " changes of contacts, and which of them are avalanches.",
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

    /** What of the drop does not come back. */
    public static final Quantity DISSIPATED = new Quantity(
            "dissipated",
            "D/N",
            "J",
            List.of("k"),
            "energy per body that is dissipated in the k-th step: its drop less the elastic part; of third order in the"
                    + " step, of either sign, where the state follows elastically");

    /** How many steps were avalanches. */
    public static final Quantity AVALANCHES = new Quantity(
            "avalanches",
            "n_{a}",
            "",
            List.of("t"),
            "steps after which the state is lower than the one before it even under the control before it");

    /** How many steps changed contacts. */
    public static final Quantity CHANGING = new Quantity(
            "changing_share",
            "s",
            "",
            List.of("t"),
            "share of the steps that make or lose a contact, most of them elastically");

    /** All drops. */
    public static final Quantity DROPS = Quantity.array(
            "step_drops",
            "\u0394E/N",
            "J",
            List.of("t"),
            List.of("step"),
            "energy per body that is lost when the state comes to rest, in each step");

    /** What avalanches dissipate. */
    public static final Quantity LOST = Quantity.array(
            "avalanche_drops",
            "D/N",
            "J",
            List.of("t"),
            List.of("avalanche"),
            "energy per body that each avalanche dissipates");

    /** What avalanches change. */
    public static final Quantity CHANGES = Quantity.array(
            "avalanche_changes",
            "\u0394N_{c}",
            "",
            List.of("t"),
            List.of("avalanche"),
            "contacts made and lost in each avalanche");

    /** Differences of energies below this part of them are rounding. */
    private static final double ROUNDING = 1e-12;

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
        return List.of(
                Quantities.CONTROL,
                Quantities.RESIDUAL,
                DROP,
                DISSIPATED,
                CHANGED,
                MOVED,
                AVALANCHES,
                CHANGING,
                DROPS,
                LOST,
                CHANGES);
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
        Account account = new Account(bench, now);
        for (int k = 1; k <= steps; k++) {
            minima.drive(begun + k * step);
            DrivenMinima.Minimum next = minima.settle();
            if (!next.jammed())
                throw new BadParameter(
                        "protocol.steps",
                        steps,
                        "step " + k + " removed all violations, at control = " + next.control(),
                        "fewer steps, smaller ones, or the other direction");
            minima.record(next);
            account.count(k, now, next);
            now = next;
        }
        account.record();
        minima.observe(now);
    }

    /** What the steps have cost. */
    private final class Account {
        private final Bench bench;
        private final ContactLandscape landscape;
        private final double bodies;
        private final double[] drops = new double[steps];
        private final double[] lost = new double[steps];
        private final double[] changes = new double[steps];
        private long[] touching;
        private int avalanches;
        private int changing;

        Account(Bench bench, DrivenMinima.Minimum first) {
            this.bench = bench;
            // the controls of two minima in turn: one of its own
            landscape = ((ContactLandscape) bench.model()).fork();
            bodies = landscape.extent();
            touching = landscape.violated(first.x());
        }

        /** Energies of the old state and of the new one, under a control. */
        private double[] energies(double control, DrivenMinima.Minimum from, DrivenMinima.Minimum to) {
            ((Driven) landscape).control(control);
            return new double[] {landscape.energy(from.x()), landscape.energy(to.x())};
        }

        /** The k-th step, from one minimum to the next. */
        void count(int k, DrivenMinima.Minimum from, DrivenMinima.Minimum to) {
            double[] old = energies(from.control(), from, to);
            double[] now = energies(to.control(), from, to);
            double drop = Math.max(0.0, now[0] - now[1]) / bodies;
            double dissipated = 0.5 * (now[0] - now[1] - (old[1] - old[0])) / bodies;
            long[] after = landscape.violated(to.x());
            int changed = different(touching, after);
            touching = after;
            bench.record(DROP, drop, k);
            bench.record(DISSIPATED, dissipated, k);
            bench.record(CHANGED, changed, k);
            bench.record(MOVED, landscape.manifold().squaredDifference(from.x(), to.x()) / bodies, k);
            drops[k - 1] = drop;
            if (changed > 0) changing++;
            if (old[1] < old[0] * (1.0 - ROUNDING)) {
                lost[avalanches] = dissipated;
                changes[avalanches++] = changed;
            }
        }

        void record() {
            bench.record(AVALANCHES, avalanches, 0.0);
            bench.record(CHANGING, (double) changing / steps, 0.0);
            bench.record(DROPS, NamedArray.vector("step", drops), 0.0);
            bench.record(LOST, NamedArray.vector("avalanche", Arrays.copyOf(lost, avalanches)), 0.0);
            bench.record(CHANGES, NamedArray.vector("avalanche", Arrays.copyOf(changes, avalanches)), 0.0);
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
