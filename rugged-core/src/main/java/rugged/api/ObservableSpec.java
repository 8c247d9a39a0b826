package rugged.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** One sentence when it must not be used with these parameters on this landscape, for example because it would need too much memory. */
    default Optional<String> objection(LandscapeSpec landscape) {
        return Optional.empty();
    }

    /** What to add, while planning, where the needs are not met: for what it is defined. Empty when the needs say it all. */
    default String remark() {
        return "";
    }
}
