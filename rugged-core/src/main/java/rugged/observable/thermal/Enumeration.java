package rugged.observable.thermal;

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
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.model.SpinLandscape;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;

/**
 * What there is to know of the energies of all 2^N configurations of Ising spins, each one flip from the one before (Gray code): the lowest energy, how many configurations have it, and how many have energy 0, which are the solutions where the energy counts
 * violated constraints, with their entropy log Z/N where there are any. It is a property of the landscape, written once, at the first time that is observed; the states are not looked at.
 *
 * <p>Exact where energies are integers; real ones are sums of flips, and count as equal within 1e-9 of the largest. Cost: 2^N flips, at most 28 spins.
 */
@Named(
        value = "enumeration",
        title = "Enumeration of all configurations",
        doc = "Lowest energy, its degeneracy and the number of configurations of energy 0 of up to 28 spins.",
        topics = {"statics", "constraint satisfaction"})
public record Enumeration() implements ObservableSpec {
    /** The most spins. */
    static final int MOST = 28;

    private static final double TIE = 1e-9;
    private static final Quantity LOWEST =
            new Quantity("e_0", "e_{0}", "J", List.of(), "lowest energy of all configurations, over the extent");
    private static final Quantity DEGENERACY =
            new Quantity("degeneracy", "g_{0}", "", List.of(), "number of configurations of the lowest energy");
    private static final Quantity ENTROPY = new Quantity(
            "s_0",
            "s_{0}",
            "",
            List.of(),
            "log of the number of configurations of energy 0, per spin; NaN without any");

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.SOLUTIONS, ENTROPY, LOWEST, DEGENERACY);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.SPINS);
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        if (!(n > MOST)) return Optional.empty();
        return Optional.of(String.format(
                Locale.ROOT,
                "visits 2^N states: at most %d spins, and there are %.0f (2^%.0f = %.1e)",
                MOST,
                n,
                n,
                Math.pow(2.0, n)));
    }

    /** 2^N flips in the place of sweeps, at one of two times or more. */
    @Override
    public double evaluations(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        return Double.isNaN(n) ? 0.0 : 0.5 * Math.pow(2.0, Math.min(n, MOST)) / n;
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Visit(((SpinLandscape) model).fork());
    }

    private static final class Visit implements Probe {
        private final SpinLandscape spins;
        private boolean done;

        Visit(SpinLandscape spins) {
            this.spins = spins;
        }

        @Override
        public void at(Moment now, Sink out) {
            if (done) return;
            done = true;
            int n = spins.dimension();
            if (n > MOST) throw new IllegalStateException("2^N states: at most " + MOST + " spins, not " + n);
            double[] up = new double[n];
            java.util.Arrays.fill(up, 1.0);
            spins.load(up);
            double lowest = Double.POSITIVE_INFINITY;
            long ties = 0L;
            long solutions = 0L;
            double largest = 0.0;
            for (long step = 1L; step <= 1L << n; step++) {
                double energy = spins.energy();
                largest = Math.max(largest, Math.abs(energy));
                double tie = TIE * largest;
                if (energy < lowest - tie) {
                    lowest = energy;
                    ties = 0L;
                }
                if (energy <= lowest + tie) ties++;
                if (Math.abs(energy) <= tie) solutions++;
                if (step < 1L << n) spins.flip(Long.numberOfTrailingZeros(step));
            }
            out.put(Quantities.SOLUTIONS, Sink.ALL, solutions, Double.NaN);
            double entropy = solutions > 0L ? Math.log(solutions) / n : Double.NaN;
            out.put(ENTROPY, Sink.ALL, entropy, Double.NaN);
            out.put(LOWEST, Sink.ALL, lowest / spins.extent(), Double.NaN);
            out.put(DEGENERACY, Sink.ALL, ties, Double.NaN);
        }

        @Override
        public byte[] save() {
            return new byte[] {(byte) (done ? 1 : 0)};
        }

        @Override
        public void load(byte[] saved) {
            done = saved[0] == 1;
        }
    }
}
