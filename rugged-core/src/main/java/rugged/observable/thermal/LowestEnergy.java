package rugged.observable.thermal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.model.SpinLandscape;
import rugged.api.motion.Ladder;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * The lowest energy that a tempering of Ising spins has come across: at each observation the states of all replicas at the coldest rungs are quenched, always by the flip that lowers the energy most, until none does, and the lowest energy so far is kept. An upper bound of the ground state; a sample whose bound no
 * longer falls while the run doubles several times is likely to have reached it. Written at times that double.
 *
 * <p>Cost: a load of the configuration and some N^2/2 energy changes for each rung and replica, at each observation.
 */
@Named(
        value = "lowest-energy",
        title = "Lowest energy seen",
        doc = "Lowest energy of quenches from the states of a tempering so far, over all replicas.",
        source = "Hukushima and Nemoto, J. Phys. Soc. Jpn. 65, 1604 (1996)",
        year = 1996,
        topics = {"statics", "energy landscapes"})
public record LowestEnergy(
        @Param(doc = "first time at which it is written", symbol = "t", def = "1", min = 0.0, above = true)
        double first,

        @Param(doc = "coldest rungs from which quenches start", def = "4", min = 1, max = 1000)
        int rungs)
        implements ObservableSpec {
    private static final Quantity LOWEST = new Quantity(
            "e_low",
            "e_{min}",
            "J",
            List.of("t"),
            "lowest energy of quenches up to t from all replicas, over the extent");

    @Override
    public List<Quantity> quantities() {
        return List.of(LOWEST);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Doubling.ends(first, schedule.singles());
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.LADDER, Need.SPINS);
    }

    @Override
    public String remark() {
        return "defined only for tempering of Ising spins";
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Lowest(((SpinLandscape) model).fork(), this);
    }

    /** The lowest so far. */
    private static final class Lowest implements Probe {
        private final SpinLandscape spins;
        private final LowestEnergy spec;
        private final Doubling windows;
        private final double[] x;
        private double lowest = Double.POSITIVE_INFINITY;

        Lowest(SpinLandscape spins, LowestEnergy spec) {
            this.spins = spins;
            this.spec = spec;
            windows = new Doubling(spec.first);
            x = new double[spins.dimension()];
        }

        @Override
        public void at(Moment now, Sink out) {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) {
                Ladder ladder = now.ladder(r);
                for (int k = 0; k < Math.min(spec.rungs, ladder.rungs()); k++) {
                    ladder.state(k, x);
                    spins.load(x);
                    lowest = Math.min(lowest, quench());
                }
            }
            if (windows.ends(now.time())) out.put(LOWEST, Sink.ALL, lowest / spins.extent(), Double.NaN, now.time());
        }

        private double quench() {
            while (true) {
                int best = -1;
                double least = 0.0;
                for (int i = 0; i < x.length; i++) {
                    double cost = spins.flipCost(i);
                    if (cost >= least) continue;
                    least = cost;
                    best = i;
                }
                // a flip that lowers it by rounding alone would go on for ever
                if (best < 0 || least > -1e-12) return spins.energy();
                spins.flip(best);
            }
        }

        @Override
        public byte[] save() {
            return new Packed.Writer().put(windows.save()).put(lowest).bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            windows.load(in.readDouble());
            lowest = in.readDouble();
        }
    }
}
