package rugged.protocol;

import rugged.api.Bench;
import rugged.api.ProtocolSpec;
import rugged.api.Schedule;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * From the starting states straight into the dynamics, watched at time 0 and then on a logarithmic grid of times. The one age is 0: two-time quantities
 * are measured against the start.
 */
@Named(
        value = "quench",
        title = "Quench",
        doc = "An instantaneous change from the start to the dynamics, watched at logarithmically spaced times.",
        topics = {"relaxation", "aging"})
public record Quench(
        @Param(doc = "last time", symbol = "t", def = "100", min = 0.0, above = true)
        double until,

        @Param(doc = "first time after 0", def = "0.1", min = 0.0, above = true)
        double first,

        @Param(doc = "times a decade", def = "10", min = 1, max = 1000)
        int perDecade)
        implements ProtocolSpec {
    public Quench {
        if (first > until) throw new BadParameter("first", first, "is after the last time", "at most until = " + until);
    }

    @Override
    public void run(Bench bench) {
        bench.follow(bench.start(bench.dynamics()), schedule());
    }

    @Override
    public Schedule schedule() {
        return Schedule.logarithmic(first, until, perDecade);
    }
}
