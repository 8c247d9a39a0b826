package rugged.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rugged.api.Sink;
import rugged.api.motion.Excursion;
import rugged.api.motion.Probe;
import rugged.api.motion.Stepper;
import rugged.compose.Lockstep;
import rugged.num.Streams;

/** The excursions that one probe asked for at one moment. Those of equal duration go in lockstep; all have ended before the first is handed back. */
final class SideRuns {
    private final Trajectories ensemble;
    private final Evaluation evaluation;
    private final int dimension;
    private final List<Stepper> steppers = new ArrayList<>();
    private final Map<Double, Lockstep> groups = new LinkedHashMap<>();
    private List<byte[]> saved = List.of();

    /**
     * @param ensemble the replicas from which they start
     * @param evaluation of energies at their ends
     * @param dimension of a state
     */
    SideRuns(Trajectories ensemble, Evaluation evaluation, int dimension) {
        this.ensemble = ensemble;
        this.evaluation = evaluation;
        this.dimension = dimension;
    }

    /** Starts them where their replicas are, or where a checkpoint has them. */
    void start(List<Excursion> wanted, Streams streams) {
        if (!saved.isEmpty() && saved.size() != wanted.size()) {
            throw new IllegalStateException("a probe asked for other excursions than before");
        }
        double[][] x = new double[ensemble.replicas()][dimension];
        ensemble.states(x);
        Map<Double, List<Stepper>> byDuration = new LinkedHashMap<>();
        for (int e = 0; e < wanted.size(); e++) {
            Excursion excursion = wanted.get(e);
            Stepper stepper =
                    excursion.dynamics().start(ensemble.own(), x[excursion.replica()], streams.family("excursion", e));
            if (!saved.isEmpty()) stepper.load(saved.get(e));
            steppers.add(stepper);
            byDuration
                    .computeIfAbsent(excursion.until(), until -> new ArrayList<>())
                    .add(stepper);
        }
        saved = List.of();
        byDuration.forEach((until, together) -> groups.put(until, new Lockstep(together)));
    }

    /** Advances them to their ends; false when they were paused before. */
    boolean advance(Lockstep.Pause pause) {
        for (Map.Entry<Double, Lockstep> group : groups.entrySet()) {
            if (!group.getValue().advance(group.getKey(), pause)) return false;
        }
        return true;
    }

    /** Hands the ends to the probe that asked, in its order. */
    void hand(Probe probe, CurrentMoment now, Sink sink) {
        double[][] ends = new double[steppers.size()][dimension];
        long work = 0;
        for (int e = 0; e < ends.length; e++) {
            steppers.get(e).state(ends[e]);
            work += steppers.get(e).evaluations();
        }
        evaluation.of(ends);
        for (int e = 0; e < ends.length; e++) {
            probe.returned(
                    now, e, ends[e], evaluation.energy(e), steppers.get(e).status(), sink);
        }
        ensemble.retire(work);
        steppers.clear();
        groups.clear();
    }

    /** The saves of what is under way. */
    List<byte[]> saved() {
        return steppers.stream().map(Stepper::save).toList();
    }

    /** The inverse of {@link #saved}: taken up when the runs are started again. */
    void restore(List<byte[]> saves) {
        saved = List.copyOf(saves);
    }
}
