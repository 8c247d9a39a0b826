package rugged.protocol;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Bench;
import rugged.api.Need;
import rugged.api.ProtocolSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.motion.Ensemble;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * A control of the landscape that is switched between values while the state stays where it is: what was learnt in one stretch is met again in a later one. Each stretch is observed at its beginning, which is the end of the one before, and at logarithmically spaced times counted from its beginning, its end among them.
 *
 * <p>Values come one after the other; the control of the landscape itself is not used.
 */
@Named(
        value = "task-switch",
        title = "Switch of a control",
        doc = "Stretches at one value of a control after the other, each observed at logarithmically spaced times.",
        source = "textbook",
        topics = {"one time", "memory"})
public record TaskSwitch(
        @Param(doc = "values of the control, one for each stretch", def = "[0, 1, 0]")
        List<Double> values,

        @Param(doc = "time of each stretch", def = "1000", min = 0.0, above = true)
        double duration,

        @Param(doc = "first time after a switch", def = "1", min = 0.0, above = true)
        double first,

        @Param(doc = "times a decade", def = "10", min = 1, max = 1000)
        int perDecade)
        implements ProtocolSpec {
    /** Checks stretches and times. */
    public TaskSwitch {
        values = List.copyOf(values);
        if (values.isEmpty()) throw new BadParameter("values", values, "lists no stretch", "one value or more");
        for (double value : values)
            if (!Double.isFinite(value))
                throw new BadParameter("values", value, "is no value of a control", "finite numbers");
        if (!(first < duration))
            throw new BadParameter("first", first, "is not within a stretch", "below duration = " + duration);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTROL);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.CONTROL);
    }

    @Override
    public void run(Bench bench) {
        bench.drive(values.getFirst());
        Ensemble ensemble = bench.start(bench.dynamics());
        for (int k = 0; k < values.size(); k++) {
            if (k > 0) bench.drive(values.get(k));
            bench.record(Quantities.CONTROL, values.get(k), k);
            bench.follow(ensemble, Schedule.at(stretch(k)));
        }
    }

    /** Times of a stretch: the first has its beginning, the others begin where the one before ended. */
    private double[] stretch(int k) {
        double[] lags = Schedule.logarithmicGrid(first, duration, perDecade);
        int start = k == 0 ? 1 : 0;
        double[] times = new double[start + lags.length];
        for (int i = 0; i < lags.length; i++) times[start + i] = k * duration + lags[i];
        return times;
    }

    @Override
    public Schedule schedule() {
        double[] times = new double[0];
        for (int k = 0; k < values.size(); k++) {
            double[] of = stretch(k);
            double[] longer = java.util.Arrays.copyOf(times, times.length + of.length);
            System.arraycopy(of, 0, longer, times.length, of.length);
            times = longer;
        }
        return Schedule.at(times);
    }
}
