package rugged.study.cost;

import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.Schedule;
import rugged.study.Point;
import rugged.study.TheoryTask;

/** Adds up what points will cost. */
public final class Costs {
    /** Replicas that share one pass over the couplings at most: what the block kernels are made for. */
    private static final double SHARED = 8;

    /** Seconds to draw one coupling of 8 bytes. */
    private static final double DRAWING = 1.2e-8;

    /** Seconds and bytes of a point that does nothing. */
    private static final double POINT_SECONDS = 5e-3;

    private static final double POINT_BYTES = 4096;

    private static final double ROW_BYTES = 40;

    /** What a step costs beside its gradient: sampling, noise, looking at the clock. */
    private static final double STEP_SECONDS = 5e-6;

    private final Machine machine;
    private long points;
    private long runs;
    private double evaluations;
    private double seconds;
    private Footprint largest = new Footprint(0, 0);
    private double observed;
    private double disk;
    private double undecided;
    private boolean bound;

    public Costs(Machine machine) {
        this.machine = machine;
    }

    /** Time from each age to the end, summed. */
    private static double lived(Schedule schedule) {
        double lived = 0;
        for (int a = 0; a < schedule.ages(); a++) lived += Math.max(0, schedule.until() - schedule.age(a));
        return lived;
    }

    /** Adds {@code count} points that differ in nothing but their seed. */
    public void add(Point point, long count) {
        LandscapeSpec landscape = point.landscape();
        Cost cost = landscape.cost();
        Schedule schedule = point.protocol().schedule();
        double trajectories = point.replicas();
        double branches = 0;
        double rows = 0;
        double looks = 0;
        for (ObservableSpec observable : point.observables()) {
            branches += observable.branches();
            rows += observable.quantities().size();
            looks += observable.evaluations(landscape);
        }
        double lived = lived(schedule);
        double until = Math.min(schedule.until(), point.dynamics().usualArrival());
        double time = trajectories * (until + branches * lived);
        double each = time * point.dynamics().evaluationsPerUnitTime(landscape);
        double together = Math.min(SHARED, trajectories * (1 + branches * Math.min(1, schedule.ages())));
        double gradient = Math.max(cost.traffic() / together / machine.bandwidth(), cost.operations() / machine.rate());
        points += count;
        runs += count * point.replicas();
        // observables look at one replica after the other: no pass is shared
        double alone = Math.max(cost.traffic() / machine.bandwidth(), cost.operations() / machine.rate());
        double observing = looks * schedule.size() * trajectories;
        double beside = trajectories * point.protocol().evaluations(landscape, point.dynamics());
        evaluations += count * (each + beside + observing);
        double quantum = point.dynamics().quantum(landscape);
        double steps = (quantum > 0 ? time / quantum : each) + beside;
        double work = each + beside;
        bound |= point.protocol().decides();
        if (point.protocol().decides()) undecided += count * beside * (STEP_SECONDS + gradient);
        seconds += count
                * (steps * STEP_SECONDS
                        + work * gradient
                        + observing * alone
                        + DRAWING * cost.memory() / 8
                        + POINT_SECONDS);
        room(point, count, branches, rows);
    }

    /** Memory of one, and bytes on disk of all. */
    private void room(Point point, long count, double branches, double rows) {
        Schedule schedule = point.protocol().schedule();
        Footprint footprint = Footprint.of(point);
        if (footprint.all() > largest.all()) largest = footprint;
        double kept = 4 + schedule.ages() * (1 + branches);
        double states = 8.0 * Footprint.dimension(point.landscape()) * point.replicas() * kept;
        double written = ROW_BYTES * rows * point.replicas() * pairs(schedule);
        observed += count * written;
        double numbers = 0;
        for (ObservableSpec observable : point.observables()) {
            double each = observable.numbers(point.landscape());
            if (each > 0) numbers += each;
        }
        double arrays = 8.0 * numbers * point.replicas() * schedule.singles().length;
        // while a point is under way its arrays stand in a log, from which it makes files
        disk += count * (POINT_BYTES + states + written + arrays) + arrays;
    }

    /** Adds a theory, which takes a thread of its own. */
    public void add(TheoryTask theory) {
        Footprint needed = Footprint.of(theory);
        if (needed.all() > largest.all()) largest = needed;
    }

    private static double pairs(Schedule schedule) {
        double pairs = schedule.size();
        for (int k = 0; k < schedule.size(); k++)
            for (int a = 0; a < schedule.ages(); a++) if (schedule.due(k, a)) pairs++;
        return pairs;
    }

    /** What all will cost together. */
    public Estimate estimate() {
        return Estimate.of(
                new Totals(points, runs, evaluations, seconds, undecided, bound, largest, observed, disk), machine);
    }
}
