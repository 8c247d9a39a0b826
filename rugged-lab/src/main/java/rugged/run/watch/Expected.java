package rugged.run.watch;

import rugged.api.ObservableSpec;
import rugged.api.Schedule;
import rugged.study.Point;

/** The work that a point is expected to take, for the progress that the user sees. */
public final class Expected {
    private Expected() {}

    /**
     * Gradients: replicas, and their copies in fields from each age to its last pair, over the protocol's time. Side runs are not foreseen.
     *
     * @return at least 1
     */
    public static double gradients(Point point) {
        Schedule schedule = point.protocol().schedule();
        double trajectories = schedule.until();
        int branches =
                point.observables().stream().mapToInt(ObservableSpec::branches).sum();
        for (int a = 0; a < schedule.ages() && branches > 0; a++) {
            double last = schedule.age(a);
            for (int k = 0; k < schedule.size(); k++) if (schedule.due(k, a)) last = Math.max(last, schedule.time(k));
            trajectories += branches * (last - schedule.age(a));
        }
        double each = point.dynamics().evaluationsPerUnitTime(point.landscape());
        double all = point.replicas() * trajectories * each;
        return Double.isFinite(all) ? Math.max(1.0, all) : 1.0;
    }
}
