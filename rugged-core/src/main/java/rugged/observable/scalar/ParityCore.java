package rugged.observable.scalar;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.constraint.ProductConstraints;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.parity.Elimination;
import rugged.num.parity.ParitySystem;
import rugged.num.parity.Solvability;
import rugged.params.Param;

/**
 * What constraints on products of spins are at T = 0, whatever the state: the 2-core, which is left when constraints with a spin of their own are taken away again and again, and whether all can be satisfied together, by elimination over the field of two elements. Without a core there is one cluster of solutions; a core
 * of more constraints than spins has in general none.
 *
 * <p>Written once, at the first time, for replica 0. Source: Mezard, Ricci-Tersenghi and Zecchina, J. Stat. Phys. 111, 505 (2003).
 */
@Named(
        value = "parity-core",
        title = "Core and satisfiability",
        doc = "The core of constraints on products of spins, and whether all of them can be satisfied together.",
        source = "Mezard, Ricci-Tersenghi and Zecchina, J. Stat. Phys. 111, 505 (2003)",
        year = 2003,
        topics = {"constraint satisfaction", "ground states"})
public record ParityCore(
        @Param(
                doc = "whether it is decided if all constraints can be satisfied, which takes elimination",
                def = "true",
                reason = "seconds for ten thousand spins")
        boolean solve)
        implements ObservableSpec {
    private static final List<String> TIME = List.of("t");

    /** Spins up to which elimination takes minutes. */
    private static final int MOST = 200_000;

    private static final Quantity GAMMA =
            new Quantity("constraints_per_spin", "M/N", "", TIME, "constraints for each spin");

    private static final Quantity SATISFIABLE = new Quantity(
            "satisfiable", "p_{sat}", "", TIME, "1 where all constraints can be satisfied together, 0 where not");

    private static final Quantity ENTROPY = new Quantity(
            "ground_entropy",
            "s_{0}",
            "",
            TIME,
            "logarithm of the number of states that satisfy all constraints for each spin, (1 - rank/N) ln 2; NaN"
                    + " where there are none");

    @Override
    public List<Quantity> quantities() {
        return solve
                ? List.of(GAMMA, Quantities.CORE_SPINS, Quantities.CORE_CONSTRAINTS, SATISFIABLE, ENTROPY)
                : List.of(GAMMA, Quantities.CORE_SPINS, Quantities.CORE_CONSTRAINTS);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.PARITY);
    }

    @Override
    public double[] writes(Schedule schedule) {
        double[] times = schedule.singles();
        return times.length == 0 ? times : new double[] {times[0]};
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        return solve && n > MOST
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "elimination of some %.2g unknowns takes hours: solve: false, or at most %d spins",
                        n,
                        MOST))
                : Optional.empty();
    }

    @Override
    public double memory(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        // a fifth of the equations is left for dense rows
        return 200.0 * n + (solve ? 0.04 * n * n / 8.0 : 0.0);
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Looking((ProductConstraints) model);
    }

    private final class Looking implements Probe {
        private final ProductConstraints model;
        private boolean written;

        Looking(ProductConstraints model) {
            this.model = model;
        }

        @Override
        public void at(Moment now, Sink out) {
            if (written || !now.single()) return;
            written = true;
            int constraints = model.constraints();
            int[][] members = new int[constraints][];
            boolean[] odd = new boolean[constraints];
            for (int a = 0; a < constraints; a++) {
                members[a] = model.members(a);
                odd[a] = model.odd(a);
            }
            double n = model.dimension();
            ParitySystem whole = new ParitySystem(model.dimension(), members, odd);
            int[] core = whole.core();
            ParitySystem left = whole.of(core);
            put(out, GAMMA, constraints / n, now);
            put(out, Quantities.CORE_SPINS, left.unknowns() / n, now);
            put(out, Quantities.CORE_CONSTRAINTS, core.length / n, now);
            if (!solve) return;
            Solvability verdict = Elimination.of(left);
            // each that was taken away had a spin of its own
            int rank = constraints - core.length + verdict.rank();
            put(out, SATISFIABLE, verdict.solvable() ? 1.0 : 0.0, now);
            put(out, ENTROPY, verdict.solvable() ? (1.0 - rank / n) * Math.log(2.0) : Double.NaN, now);
        }

        @Override
        public byte[] save() {
            return new byte[] {(byte) (written ? 1 : 0)};
        }

        @Override
        public void load(byte[] saved) {
            written = saved[0] == 1;
        }
    }

    private static void put(Sink out, Quantity quantity, double value, Moment now) {
        out.put(quantity, 0, value, Double.NaN, now.time());
    }
}
