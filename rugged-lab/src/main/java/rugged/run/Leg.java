package rugged.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.motion.Excursion;
import rugged.api.motion.Probe;
import rugged.num.Streams;

/**
 * One leg under way: from one observation time of its schedule to the next. At each of them, in this order: states are taken; ages born now are remembered
 * and every probe is asked for its fields; every probe observes; then, probe by probe, side runs are made to their end and handed back.
 *
 * <p>It can be left between any two rounds of steps, of the replicas or of a side run, and continued from what {@link #saved} gave.
 */
final class Leg implements UnderWay {
    private final Trajectories ensemble;
    private final Schedule schedule;
    private final long[] ages;
    private final Map<Long, Double> lastDue = new HashMap<>();
    private final Schedule whole;
    private final CurrentMoment now;
    private final SideRuns sideRuns;
    private final Sink sink;
    private final Consumer<SnapshotTaken> remember;
    private final CheckpointTimer timer;
    private final Runnable pause;
    private final Streams streams;
    private int next;
    private int probe = -1;
    private byte[] probeBefore = new byte[0];

    /** A state to be remembered beyond an interruption. */
    record SnapshotTaken(long age, Trajectories.Snapshot snapshot) {}

    /**
     * @param ensemble what moves
     * @param asked the schedule as the protocol gave it
     * @param schedule the same on the grid of the dynamics' steps
     * @param bench what the bench lends to its legs
     * @param streams random numbers of this leg
     */
    Leg(Trajectories ensemble, Schedule asked, Schedule schedule, Loan bench, Streams streams) {
        this.ensemble = ensemble;
        this.schedule = schedule;
        this.streams = streams;
        this.sink = bench.sink;
        this.remember = bench.remember;
        this.timer = bench.timer;
        this.pause = bench.pause;
        ages = new long[asked.ages()];
        whole = bench.whole;
        for (int a = 0; a < ages.length; a++) {
            ages[a] = Double.doubleToLongBits(asked.age(a) + 0.0); // no negative zero
            lastDue.put(ages[a], Math.max(lastDue(schedule, schedule.age(a)), lastDue(whole, asked.age(a))));
        }
        while (next < schedule.size() && passed(schedule.time(next), ensemble.time())) next++;
        now = new CurrentMoment(ensemble, schedule, ages, bench.evaluation, bench.model.dimension());
        sideRuns = new SideRuns(ensemble, bench.sideEvaluation, bench.model.dimension());
    }

    /** Whether an age is not due any more. */
    private boolean over(long age) {
        double last = lastDue.computeIfAbsent(age, bits -> lastDue(whole, Double.longBitsToDouble(bits)));
        return schedule.time(next) >= last;
    }

    /** The last time at which an age is due in a schedule; -infinity when it is none of its ages. */
    private static double lastDue(Schedule schedule, double age) {
        double last = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < schedule.ages(); a++) {
            if (Math.abs(schedule.age(a) - age) > 1e-9 * Math.max(1.0, age)) continue;
            for (int k = 0; k < schedule.size(); k++) if (schedule.due(k, a)) last = Math.max(last, schedule.time(k));
        }
        return last;
    }

    /** What all legs of a bench share; {@code whole} is the protocol's own account of its times. */
    record Loan(
            Model model,
            Schedule whole,
            Evaluation evaluation,
            Evaluation sideEvaluation,
            Sink sink,
            Consumer<SnapshotTaken> remember,
            CheckpointTimer timer,
            Runnable pause) {}

    /** Whether a time lies before the present, by more than rounding. */
    private static boolean passed(double time, double present) {
        return time < present - 1e-9 * Math.max(1.0, Math.abs(present));
    }

    /** Runs to the end of the schedule. */
    void run() {
        if (probe >= 0) {
            now.arrive(next);
            now.settle();
            finishMoment();
        }
        while (next < schedule.size()) {
            if (timer.now()) pause.run();
            double time = schedule.time(next);
            while (!ensemble.advance(time, timer)) pause.run();
            ensemble.arrive(time);
            ensemble.requireSound();
            observe();
            probe = 0;
            finishMoment();
        }
    }

    /** Time of the run at which the leg is. */
    double time() {
        double until = next < schedule.size() ? schedule.time(next) : schedule.until();
        return probe >= 0 ? until : ensemble.slowest(until);
    }

    private void observe() {
        now.arrive(next);
        for (int a = 0; a < ages.length; a++) if (schedule.born(next, a)) remember(a);
        now.settle();
        List<Probe> probes = ensemble.probes();
        for (int a = 0; a < ages.length; a++) {
            if (!schedule.born(next, a)) continue;
            for (int p = 0; p < probes.size(); p++) {
                ensemble.branch(ages[a], p, probes.get(p).fields(now.seenBy(p), a));
            }
        }
        for (int p = 0; p < probes.size(); p++) probes.get(p).at(now.seenBy(p), sink);
        // at the end of a leg the next one may begin with the same pairs
        if (next + 1 < schedule.size()) ensemble.prune(this::over);
    }

    private void remember(int a) {
        double[][] x = new double[ensemble.replicas()][];
        for (int r = 0; r < x.length; r++) x[r] = now.state(r).clone();
        Trajectories.Snapshot snapshot = new Trajectories.Snapshot(schedule.time(next), x);
        ensemble.snapshots().put(ages[a], snapshot);
        remember.accept(new SnapshotTaken(ages[a], snapshot));
    }

    private void finishMoment() {
        List<Probe> probes = ensemble.probes();
        for (; probe < probes.size(); probe++) {
            Probe asking = probes.get(probe);
            probeBefore = asking.save(); // it is asked again after an interruption, and has to be as it is now
            List<Excursion> wanted = asking.excursions(now.seenBy(probe));
            if (wanted.isEmpty()) continue;
            Streams family = streams.family("moment", next).family("observable", probe);
            sideRuns.start(wanted, family);
            while (!sideRuns.advance(timer)) pause.run();
            sideRuns.hand(asking, now.seenBy(probe), sink);
        }
        probe = -1;
        next++;
    }

    /** The saves of an ensemble's probes, as they have to be when this leg goes on. */
    @Override
    public List<byte[]> probes(Trajectories of) {
        List<byte[]> saves = new ArrayList<>();
        for (int p = 0; p < of.probes().size(); p++) {
            boolean asked = of == ensemble && p == probe;
            saves.add(asked ? probeBefore : of.probes().get(p).save());
        }
        return saves;
    }

    /** Where it stands, with side runs under way; ensembles and probes are saved apart. */
    @Override
    public SavedPoint.Moment saved() {
        return new SavedPoint.Moment(next, probe, sideRuns.saved());
    }

    /** The inverse of {@link #saved}, once the ensembles are restored. */
    @Override
    public void restore(SavedPoint.Moment saved) {
        next = saved.next();
        probe = saved.probe();
        sideRuns.restore(saved.sideRuns());
    }
}
