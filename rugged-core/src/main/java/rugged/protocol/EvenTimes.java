package rugged.protocol;

import rugged.api.Bench;
import rugged.api.ProtocolSpec;
import rugged.api.Schedule;
import rugged.index.Named;
import rugged.params.Param;

/**
 * A run from its start, observed at evenly spaced times: 0, d, 2d ... to the end, which makes time averages of what is seen. Nothing is left out at the beginning: for
 * observables that average in windows of their own ({@code tempered-averages}), or from a time on.
 */
@Named(
        value = "even-times",
        title = "Even times",
        doc = "A run from its start, observed at evenly spaced times.",
        source = "textbook",
        topics = {"one time", "thermal"})
public record EvenTimes(
        @Param(doc = "last time", symbol = "t", def = "100", min = 0.0, above = true)
        double until,

        @Param(doc = "number of observations after the first, at time 0", def = "100", min = 1, max = 1000000)
        int observations)
        implements ProtocolSpec {
    @Override
    public void run(Bench bench) {
        bench.follow(bench.start(bench.dynamics()), schedule());
    }

    @Override
    public Schedule schedule() {
        double[] times = new double[observations + 1];
        for (int k = 0; k <= observations; k++) times[k] = until * k / observations;
        return Schedule.at(times);
    }
}
