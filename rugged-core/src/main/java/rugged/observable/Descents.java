package rugged.observable;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.Schedule;
import rugged.api.motion.Excursion;
import rugged.api.motion.Moment;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/** Descents from copies of the state, from time to time: the run itself is not touched. What all observables of where they end declare and ask for in the same way. */
public record Descents(
        @Param(
                doc = "the dynamics that descends",
                def = "{ is: gradient-flow, method: dormand-prince, tolerance: 1e-6 }",
                reason = "a gradient flow ends in the minimum whose basin the state is in; other minimisers may leave"
                        + " it")
        DynamicsSpec minimiser,

        @Param(
                doc = "longest duration of a descent, in the minimiser's own time",
                def = "1000",
                min = 0.0,
                above = true)
        double until,

        @Param(doc = "only at times from here on", symbol = "t", def = "0", min = 0.0)
        double from,

        @Param(
                doc = "only at every k-th of these observation times",
                symbol = "k",
                def = "5",
                min = 1,
                max = 1e6,
                reason = "a descent costs as much as a long stretch of the run; with ten times a decade this makes two")
        int every)
        implements ParameterGroup {
    /** The times, of those of a schedule, at which they begin. */
    public double[] times(Schedule schedule) {
        return Turns.of(schedule.singles(), every, from);
    }

    /** What their dynamics needs. */
    public Set<Need> needs() {
        return minimiser.needs();
    }

    /** Bytes of a descent; NaN where the dimension of the landscape is not known beforehand. */
    public double memory(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        return Double.BYTES * n * (2 + minimiser.vectors()) + minimiser.memory(landscape);
    }

    /** One from each replica. */
    public List<Excursion> begun(Moment now) {
        return IntStream.range(0, now.replicas())
                .mapToObj(replica -> new Excursion(replica, minimiser, until))
                .toList();
    }
}
