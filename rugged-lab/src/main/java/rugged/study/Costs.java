package rugged.study;

import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.Schedule;

/** Adds up what points will cost. */
final class Costs {
    /** Replicas that share one pass over the couplings at most: what the block kernels are made for. */
    private static final double SHARED = 8;

    /** Seconds to draw one coupling of 8 bytes. */
    private static final double DRAWING = 1.2e-8;

    /** Seconds and bytes of a point that does nothing. */
    private static final double POINT_SECONDS = 5e-3;

    private static final double POINT_BYTES = 4096;

    /** The report with its drawing script, figures and tables of a run. */
    private static final double RUN_BYTES = 2.5e6;

    private static final double ROW_BYTES = 40;

    /** What the Java run time takes beside its heap: classes, compiled code, threads. Measured on {@code rugged list} and on the drawing engine. */
    private static final double JVM_BYTES = 200.0 * (1 << 20);

    /** Heap of the drawing engine with one figure, without the rows that it draws. */
    private static final double REPORT_HEAP = 256.0 * (1 << 20);

    /** Heap for each byte that is in use: what a collector needs to work without haste. */
    private static final double SPARE = 1.25;

    /** What a step costs beside its gradient: sampling, noise, looking at the clock. */
    private static final double STEP_SECONDS = 5e-6;

    /** Figures, tables and report at the end. */
    private static final double CLOSING_SECONDS = 3;

    /** The likely time is right within these factors nine times of ten. */
    private static final double QUICKER = 0.6;

    private static final double SLOWER = 1.8;

    private final Machine machine;
    private long points;
    private long runs;
    private double evaluations;
    private double seconds;
    private Footprint largest = new Footprint(0, 0);
    private double observed;
    private double disk;

    Costs(Machine machine) {
        this.machine = machine;
    }

    /** Adds {@code count} points that differ in nothing but their seed. */
    void add(Point point, long count) {
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
        double lived = 0;
        for (int a = 0; a < schedule.ages(); a++) lived += Math.max(0, schedule.until() - schedule.age(a));
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
        evaluations += count * (each + observing);
        double quantum = point.dynamics().quantum(landscape);
        double steps = quantum > 0 ? time / quantum : each;
        seconds += count
                * (steps * STEP_SECONDS
                        + each * gradient
                        + observing * alone
                        + DRAWING * cost.memory() / 8
                        + POINT_SECONDS);
        Footprint footprint = Footprint.of(point);
        if (footprint.all() > largest.all()) largest = footprint;
        double states = 8.0 * Footprint.dimension(landscape) * trajectories * (4 + schedule.ages() * (1 + branches));
        double written = ROW_BYTES * rows * trajectories * pairs(schedule);
        observed += count * written;
        disk += count * (POINT_BYTES + states + written);
    }

    private static double pairs(Schedule schedule) {
        double pairs = schedule.size();
        for (int k = 0; k < schedule.size(); k++)
            for (int a = 0; a < schedule.ages(); a++) if (schedule.due(k, a)) pairs++;
        return pairs;
    }

    /** What all will cost together. */
    Estimate estimate() {
        double threads = Math.max(1, Math.min(machine.threads(), points));
        double each = largest.all();
        double atOnce = each > 0 ? Math.max(1, Math.min(threads, Math.floor(machine.usable() / each))) : threads;
        double bare = seconds / (atOnce * machine.share(atOnce)) + CLOSING_SECONDS / machine.share(1);
        double likely = machine.slowness() * bare;
        double closing = REPORT_HEAP + observed;
        double points = atOnce * each;
        double heap = Math.max(
                SPARE * closing,
                SPARE * atOnce * Math.max(largest.landscape() / Share.LANDSCAPES, largest.own() / Share.OWN));
        return new Estimate(
                this.points,
                runs,
                evaluations,
                new Estimate.Seconds(QUICKER * likely, likely, SLOWER * likely),
                bare,
                each,
                JVM_BYTES + Math.max(points, closing),
                heap,
                RUN_BYTES + disk);
    }
}
