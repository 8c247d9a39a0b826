package rugged.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.num.Streams;
import rugged.params.Kind;
import rugged.params.Spec;

/** Describes an observable. */
@Kind("observable")
public interface ObservableSpec extends Spec {
    /** What it writes. */
    List<Quantity> quantities();

    /** What landscape and dynamics together must offer. */
    Set<Need> needs();

    /** Opens it on a model. Random numbers, if any, come from {@code random} only. */
    Probe open(Model model, Streams random);

    /** The smallest number of replicas that it makes sense for. */
    default int replicas() {
        return 1;
    }

    /** Number of {@link Probe#fields} per age and replica: used to predict the cost. */
    default int branches() {
        return 0;
    }

    /**
     * Gradient evaluations, or work that is worth as much, for one replica at one observation time, on average over those times: used to predict the cost. Only where it is
     * worth counting.
     */
    default double evaluations(LandscapeSpec landscape) {
        return 0.0;
    }

    /** Bytes that it takes to look at one state beside what holds the state: matrices, bases, native buffers. Used to predict the memory of a plan. */
    default double memory(LandscapeSpec landscape) {
        return 0.0;
    }

    /** Numbers in the arrays that it records of one replica at one observation time, on average over those times; NaN where unknown. Used to predict the size of a run. */
    default double numbers(LandscapeSpec landscape) {
        return 0.0;
    }

    /** One sentence when it must not be used with these parameters on this landscape, for example because it would need too much memory. */
    default Optional<String> objection(LandscapeSpec landscape) {
        return Optional.empty();
    }

    /** The same, where it depends on the dynamics as well. */
    default Optional<String> objection(LandscapeSpec landscape, DynamicsSpec dynamics) {
        return objection(landscape);
    }

    /**
     * The times of a run at which it writes what belongs to one time, in order; by default all. None where its window does not fit into the run, which is refused
     * while planning.
     *
     * @param schedule what the protocol observes, in the steps of the dynamics
     */
    default double[] writes(Schedule schedule) {
        return schedule.times();
    }

    /** The youngest age of which it writes pairs of times. */
    default double youngest() {
        return 0.0;
    }

    /** The first time that enters an average over times, what it writes at t being over all of them up to t; infinite where it takes no such average. */
    default double averagesFrom() {
        return Double.POSITIVE_INFINITY;
    }

    /** What should be known, while planning, of what it makes of the times of a run: an average over a single one. Empty when there is nothing. */
    default String remark(Schedule schedule) {
        return "";
    }

    /** What should be known, while planning, of what it makes of a landscape: a transformation too weak to tell from the grid it is made on. Empty when there is nothing. */
    default String remark(LandscapeSpec landscape) {
        return "";
    }

    /** What to add, while planning, where the needs are not met: for what it is defined. Empty when the needs say it all. */
    default String remark() {
        return "";
    }
}
