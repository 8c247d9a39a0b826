package rugged.observable.boltzmann;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.contrast.BoltzmannMachine;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.api.record.NamedArray;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * Visible configurations that the machine draws, as spins +-1: a row for each chain of so many sweeps. 8 C Nv bytes a time and replica on disk. Cost: 2 Nv Nh multiply-adds a chain and sweep.
 */
@Named(
        value = "machine-samples",
        title = "Samples of a machine",
        doc = "Visible configurations that a restricted Boltzmann machine draws, as an array.",
        topics = {"one time", "arrays", "Boltzmann machines"})
public record MachineSamples(
        @Param(doc = "only at every k-th observation time", def = "5", min = 1, max = 1e6)
        int every,

        @Param(doc = "samples, each the end of a chain of its own", symbol = "C", def = "25", min = 1, max = 100000)
        int samples,

        @Param(doc = "sweeps of a chain", def = "1000", min = 0, max = 1e9)
        int sweeps,

        @Param(doc = "where chains begin: data or random", def = "random")
        Origin from)
        implements ObservableSpec {
    private static final Quantity SAMPLES = Quantity.array(
            "samples",
            "s_{i}",
            "",
            List.of("t"),
            List.of("sample", "unit"),
            "visible units, -1 and +1, of configurations that the machine draws");

    private static final double GRADIENT = 6.0;

    @Override
    public List<Quantity> quantities() {
        return List.of(SAMPLES);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.MACHINE);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    @Override
    public double numbers(LandscapeSpec landscape) {
        return samples * landscape.sizes().getOrDefault("Nv", Double.NaN) / every;
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return Double.isNaN(patterns) ? 0.0 : (double) samples * sweeps / patterns / GRADIENT / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        Dreams dreams = new Dreams((BoltzmannMachine) model, samples);
        return TimedProbe.every(every, (now, out) -> {
            for (int r = 0; r < now.replicas(); r++) {
                RandomStream draw = random.stream("samples " + r, Double.doubleToLongBits(now.time()));
                double[][] spins = dreams.spins(now.state(r), from, sweeps, draw);
                out.put(SAMPLES, r, NamedArray.matrix("sample", "unit", spins), now.time());
            }
        });
    }
}
