package rugged.protocol;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import rugged.api.Bench;
import rugged.api.DynamicsSpec;
import rugged.api.Need;
import rugged.api.ProtocolSpec;
import rugged.api.Schedule;
import rugged.api.motion.Ensemble;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Annealing in plateaus: the bath is held at each temperature of a list for a fixed time, then set to the next. Temperatures are evenly spaced from
 * {@code from} to {@code to}, or given one by one; cooling by dT a plateau is a rate of dT/duration. Observed at time 0, at the end of each plateau and, with
 * {@code per-decade} above 0, on a logarithmic grid within each of them. The temperature of the dynamics itself is not used.
 *
 * <p>Source: Kirkpatrick, Gelatt and Vecchi, Science 220, 671 (1983).
 */
@Named(
        value = "anneal",
        title = "Anneal",
        doc = "Slow cooling (or heating): plateaus of constant temperature, observed at the end of each.",
        source = "Kirkpatrick, Gelatt and Vecchi, Science 220, 671 (1983)",
        year = 1983,
        topics = {"thermal", "minimisation"})
public record Anneal(
        @Param(doc = "first temperature", symbol = "T_{0}", unit = "J", def = "1", min = 0.0)
        double from,

        @Param(doc = "last temperature", symbol = "T_{1}", unit = "J", def = "0.1", min = 0.0)
        double to,

        @Param(doc = "number of plateaus from first to last temperature", def = "10", min = 1, max = 100000)
        int steps,

        @Param(
                doc = "temperatures one by one, in place of from, to and steps",
                symbol = "T",
                unit = "J",
                def = "[]",
                min = 0.0)
        List<Double> temperatures,

        @Param(doc = "time on each plateau", def = "10", min = 0.0, above = true)
        double duration,

        @Param(
                doc = "further times a decade within each plateau; 0 observes its end only",
                def = "0",
                min = 0,
                max = 1000)
        int perDecade,

        @Param(doc = "first of these times, after the beginning of a plateau", def = "0.1", min = 0.0, above = true)
        double first)
        implements ProtocolSpec {
    public Anneal {
        temperatures = List.copyOf(temperatures);
        for (double temperature : temperatures) {
            if (!(temperature >= 0.0))
                throw new BadParameter("temperatures", temperature, "is not a temperature", "0 or more");
        }
        if (perDecade > 0 && first > duration) {
            throw new BadParameter("first", first, "is after the end of a plateau", "at most duration = " + duration);
        }
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.TEMPERATURE);
    }

    @Override
    public void run(Bench bench) {
        DynamicsSpec bath = bench.dynamics();
        Ensemble ensemble = bench.start(bath.atTemperature(temperature(0)));
        for (int k = 0; k < plateaus(); k++) {
            if (k > 0) ensemble = bench.change(ensemble, bath.atTemperature(temperature(k)));
            bench.follow(ensemble, plateau(k));
        }
    }

    /** Number of plateaus. */
    public int plateaus() {
        return temperatures.isEmpty() ? steps : temperatures.size();
    }

    /** T of the k-th plateau. */
    public double temperature(int k) {
        if (!temperatures.isEmpty()) return temperatures.get(k);
        return steps == 1 ? from : from + (to - from) * k / (steps - 1);
    }

    @Override
    public Schedule schedule() {
        DoubleStream.Builder all = DoubleStream.builder();
        for (int k = 0; k < plateaus(); k++) {
            Schedule plateau = plateau(k);
            for (int t = 0; t < plateau.size(); t++) all.add(plateau.time(t));
        }
        return Schedule.at(all.build().toArray());
    }

    private Schedule plateau(int k) {
        double[] grid = perDecade > 0 ? Schedule.logarithmicGrid(first, duration, perDecade) : new double[] {duration};
        for (int t = 0; t < grid.length; t++)
            grid[t] = t == grid.length - 1 ? (k + 1) * duration : k * duration + grid[t];
        return k == 0 ? Schedule.at(grid).with(0.0) : Schedule.at(grid);
    }
}
