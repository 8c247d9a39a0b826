package rugged.observable.boltzmann;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.contrast.BoltzmannMachine;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.api.record.NamedArray;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.boltzmann.BitMachine;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.Param;

/** What each hidden unit looks at: a row for it of its weights to the visible units, as of spins. On the page rows of digits are pictures, which change while the machine learns. Exact; 8 Nh Nv bytes a time and replica on disk. */
@Named(
        value = "machine-filters",
        title = "Filters of a machine",
        doc = "Weights of each hidden unit of a restricted Boltzmann machine, as an array of one row each.",
        topics = {"one time", "arrays", "Boltzmann machines"})
public record MachineFilters(
        @Param(doc = "only at every k-th observation time", def = "1", min = 1, max = 1e6)
        int every) implements ObservableSpec {
    private static final Quantity FILTERS = Quantity.array(
            "filters", "W_{ij}", "", List.of("t"), List.of("hidden", "unit"), "weights of hidden units, as of spins");

    @Override
    public List<Quantity> quantities() {
        return List.of(FILTERS);
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
        return landscape.sizes().getOrDefault("Nh", Double.NaN)
                * landscape.sizes().getOrDefault("Nv", Double.NaN)
                / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        BoltzmannMachine machine = (BoltzmannMachine) model;
        double[] bits = new double[machine.machine().size()];
        return TimedProbe.every(every, (now, out) -> look(machine, bits, now, out));
    }

    private static void look(BoltzmannMachine model, double[] bits, Moment now, Sink out) {
        BitMachine machine = model.machine();
        double[][] filters = new double[machine.hidden()][machine.visible()];
        for (int r = 0; r < now.replicas(); r++) {
            model.bits(now.state(r), bits);
            rows(machine, bits, model.spinScale(), filters);
            out.put(FILTERS, r, NamedArray.matrix("hidden", "unit", filters), now.time());
        }
    }

    /** Overwrites filters[Nh][Nv] with the weights of a machine times a scale. */
    static void rows(BitMachine machine, double[] bits, double scale, double[][] filters) {
        for (int j = 0; j < filters.length; j++)
            for (int i = 0; i < machine.visible(); i++) filters[j][i] = scale * bits[i * machine.hidden() + j];
    }
}
