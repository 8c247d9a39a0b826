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
 * A control moved in plateaus under any dynamics: the landscape is held at each of evenly spaced values for a fixed time and then set to the next, while states stay where they are. What depends on the way that a state has come shows as hysteresis. Observed at time 0 and at even times on each plateau, its end among them. The control of the landscape itself is
 * not used.
 */
@Named(
        value = "control-sweep",
        title = "Sweep of a control",
        doc = "Plateaus of a control of the landscape, from one value to another, under any dynamics.",
        source = "textbook",
        topics = {"thermal", "phase transitions"})
public record ControlSweep(
        @Param(doc = "first value of the control", symbol = "a_{0}", def = "1")
        double from,

        @Param(doc = "last value", symbol = "a_{1}", def = "2")
        double to,

        @Param(doc = "number of plateaus, both ends among them", def = "11", min = 1, max = 100000)
        int plateaus,

        @Param(doc = "time on each plateau", def = "100", min = 0.0, above = true)
        double duration,

        @Param(doc = "observations on each plateau", def = "50", min = 1, max = 1000000)
        int observations)
        implements ProtocolSpec {
    /** Checks the way. */
    public ControlSweep {
        if (!Double.isFinite(from)) throw new BadParameter("from", from, "is no value of a control", "a finite number");
        if (!Double.isFinite(to)) throw new BadParameter("to", to, "is no value of a control", "a finite number");
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTROL);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.CONTROL);
    }

    /** The control of the k-th plateau, from 0. */
    public double control(int k) {
        if (plateaus == 1) return from;
        return k == plateaus - 1 ? to : from + (to - from) * k / (plateaus - 1);
    }

    @Override
    public void run(Bench bench) {
        bench.drive(control(0));
        Ensemble ensemble = bench.start(bench.dynamics());
        for (int k = 0; k < plateaus; k++) {
            if (k > 0) bench.drive(control(k));
            bench.record(Quantities.CONTROL, control(k), k);
            bench.follow(ensemble, plateau(k));
        }
    }

    @Override
    public Schedule schedule() {
        double[] times = new double[plateaus * observations + 1];
        for (int k = 0; k < plateaus; k++) {
            double[] of = plateau(k).times();
            System.arraycopy(of, 0, times, k * observations + (k == 0 ? 0 : 1), of.length);
        }
        return Schedule.at(times);
    }

    private Schedule plateau(int k) {
        double[] times = new double[observations];
        for (int i = 0; i < observations; i++)
            times[i] = i == observations - 1 ? (k + 1) * duration : (k + (i + 1.0) / observations) * duration;
        return k == 0 ? Schedule.at(times).with(0.0) : Schedule.at(times);
    }
}
