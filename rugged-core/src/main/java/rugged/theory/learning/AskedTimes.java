package rugged.theory.learning;

import java.util.List;
import java.util.TreeSet;
import rugged.api.Schedule;

/**
 * The times that are asked of a theory of learning, each once: those of the run beside, in its unit, and further ones, all pairs of them, in the theory's own. Where the theory counts steps, times of the run that lie between two of them are left out.
 *
 * @param tick time of the run that one step takes; infinite for a theory of continuous time, whose unit is that of the run
 * @param grid times of the run
 * @param further own times
 */
record AskedTimes(double tick, Schedule grid, List<Double> further) {
    private static final double ROUNDING = 1e-6;

    /** Takes what there is at a time, or at two of them: in the theory's unit, and as it is written. */
    interface Curves {
        /** At t, written at the time {@code at}. */
        void oneTime(double t, double at);

        /** At t and tw, written at {@code at} and {@code age}. */
        void twoTimes(double t, double tw, double at, double age);
    }

    /** What the theory has for a time of the run; NaN between steps. */
    private double own(double time) {
        if (Double.isInfinite(tick)) return time;
        double steps = time / tick;
        double nearest = Math.rint(steps);
        return Math.abs(steps - nearest) < ROUNDING * Math.max(1.0, nearest) ? nearest : Double.NaN;
    }

    /** All of them in the theory's unit. */
    TreeSet<Double> all() {
        TreeSet<Double> all = new TreeSet<>(further);
        for (double time : grid.times()) if (!Double.isNaN(own(time))) all.add(own(time));
        for (int a = 0; a < grid.ages(); a++) if (!Double.isNaN(own(grid.age(a)))) all.add(own(grid.age(a)));
        return all;
    }

    /** Hands all of them over; returns how many times of the run lie between steps. */
    int write(Curves curves) {
        TreeSet<Double> alone = new TreeSet<>();
        TreeSet<String> pairs = new TreeSet<>();
        int between = 0;
        for (int k = 0; k < grid.size(); k++) {
            double at = grid.time(k);
            double t = own(at);
            if (Double.isNaN(t)) {
                between++;
                continue;
            }
            if (grid.single(k) && alone.add(at)) curves.oneTime(t, at);
            for (int a = 0; a < grid.ages(); a++) {
                double tw = own(grid.age(a));
                if (grid.due(k, a) && !Double.isNaN(tw) && pairs.add(at + " " + grid.age(a)))
                    curves.twoTimes(t, tw, at, grid.age(a));
            }
        }
        TreeSet<Double> own = new TreeSet<>(further);
        for (double t : own) {
            if (alone.add(t)) curves.oneTime(t, t);
            for (double tw : own.headSet(t, true)) if (pairs.add(t + " " + tw)) curves.twoTimes(t, tw, t, tw);
        }
        return between;
    }

    /** What is said of those between steps; nothing where there are none. */
    static String said(String words, int between) {
        return between == 0 ? words : words + "; " + between + " times lie between steps: nothing is written there";
    }
}
