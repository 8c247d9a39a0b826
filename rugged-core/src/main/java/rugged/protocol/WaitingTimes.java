package rugged.protocol;

import java.util.List;
import rugged.api.Bench;
import rugged.api.ProtocolSpec;
import rugged.api.Schedule;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The aging experiment: a quench at time 0, the state remembered at each waiting time tw, two-time quantities measured at tw + lag on a logarithmic grid of
 * lags that all ages share, as long as tw + lag stays within the run. Quantities of one time are measured at time 0, at the ages, and on the same logarithmic
 * grid counted from 0; time 0 is an age only when it is listed.
 *
 * <p>Memory: one state an age and replica.
 */
@Named(
        value = "waiting-times",
        title = "Waiting times",
        doc = "A quench, then two-time quantities between each waiting time tw and logarithmically spaced later times.",
        source = "Cugliandolo and Kurchan, Phys. Rev. Lett. 71, 173 (1993)",
        year = 1993,
        topics = {"aging", "two times"})
public record WaitingTimes(
        @Param(
                doc = "waiting times",
                symbol = "t_{w}",
                def = "[1, 4, 16, 64]",
                min = 0.0,
                reason =
                        "equally spaced on a logarithmic axis: curves of a system that ages are then equally far apart")
        List<Double> tw,

        @Param(doc = "first lag after an age", symbol = "t - t_{w}", def = "0.1", min = 0.0, above = true)
        double firstLag,

        @Param(doc = "last time of the run", def = "200", min = 0.0, above = true)
        double until,

        @Param(doc = "lags a decade", def = "10", min = 1, max = 1000)
        int perDecade)
        implements ProtocolSpec {
    public WaitingTimes {
        tw = List.copyOf(tw);
        if (tw.isEmpty() || tw.size() > Schedule.MOST_AGES) {
            throw new BadParameter("tw", tw, "lists " + tw.size() + " ages", "1 to " + Schedule.MOST_AGES + " of them");
        }
        if (tw.stream().distinct().count() < tw.size())
            throw new BadParameter("tw", tw, "lists an age twice", "distinct ages");
        for (double age : tw) {
            if (!(age >= 0.0)) throw new BadParameter("tw", age, "is not a time", "ages from 0 on");
            if (!(age + firstLag <= until)) {
                throw new BadParameter(
                        "tw",
                        age,
                        "leaves no room for a lag before the end",
                        "ages up to until - first-lag = " + (until - firstLag));
            }
        }
    }

    @Override
    public void run(Bench bench) {
        bench.follow(bench.start(bench.dynamics()), schedule());
    }

    @Override
    public Schedule schedule() {
        double[] ages = tw.stream().mapToDouble(Double::doubleValue).toArray();
        return Schedule.waitingTimes(ages, firstLag, until, perDecade)
                .with(0.0)
                .with(Schedule.logarithmicGrid(firstLag, until, perDecade));
    }
}
