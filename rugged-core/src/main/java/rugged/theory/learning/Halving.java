package rugged.theory.learning;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import rugged.meanfield.learning.EffectiveProcess.Sweep;
import rugged.num.RunningMean;

/**
 * How much the number of trajectories matters: loss, norm and correlation with the middle of the way, at the last step, from sweeps of all trajectories and from as many of half of them. A bias of 1/K would be the difference itself; errors are those between sweeps.
 *
 * @param whole sweeps of K trajectories
 * @param halved sweeps of K/2
 * @param last step
 */
record Halving(List<Sweep> whole, List<Sweep> halved, int last) {
    private List<ToDoubleFunction<Sweep>> read() {
        return List.of(
                sweep -> sweep.loss()[last],
                sweep -> sweep.correlation()[last][last],
                sweep -> sweep.correlation()[last][last / 2]);
    }

    private static RunningMean mean(List<Sweep> sweeps, ToDoubleFunction<Sweep> of) {
        RunningMean mean = new RunningMean();
        for (Sweep sweep : sweeps) mean.addNumber(of.applyAsDouble(sweep));
        return mean;
    }

    /** The largest relative change. */
    double change() {
        double most = 0.0;
        for (ToDoubleFunction<Sweep> of : read()) {
            double all = mean(whole, of).mean();
            double change = Math.abs(mean(halved, of).mean() - all);
            if (change > 0.0) most = Math.max(most, change / Math.abs(all));
        }
        return most;
    }

    /** The largest change in units of its error. */
    double errors() {
        double most = 0.0;
        for (ToDoubleFunction<Sweep> of : read()) {
            RunningMean all = mean(whole, of);
            RunningMean half = mean(halved, of);
            double error =
                    Math.hypot(all.deviation() / Math.sqrt(all.count()), half.deviation() / Math.sqrt(half.count()));
            double change = Math.abs(half.mean() - all.mean());
            if (change > 0.0 && error > 0.0) most = Math.max(most, change / error);
        }
        return most;
    }

    /** In words. */
    String said() {
        return String.format(
                Locale.ROOT,
                "; half the trajectories change the last step by %.1e, %.1f of the errors",
                change(),
                errors());
    }
}
