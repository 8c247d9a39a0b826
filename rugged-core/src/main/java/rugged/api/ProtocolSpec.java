package rugged.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.params.Kind;
import rugged.params.Spec;

/** What is done to a system: a quench, waiting times, an anneal. */
@Kind("protocol")
public interface ProtocolSpec extends Spec {
    /** Does it. See {@link Bench} for the one rule: a deterministic function of what the bench returns. */
    void run(Bench bench);

    /** What it records by itself ({@link Bench#record}), beside what observables measure. */
    default List<Quantity> quantities() {
        return List.of();
    }

    /** What landscape and dynamics together must offer: a temperature, for an anneal. */
    default Set<Need> needs() {
        return EnumSet.noneOf(Need.class);
    }

    /** The largest number of replicas that it can lead: 1 where each of them would take another way. */
    default int mostReplicas() {
        return Integer.MAX_VALUE;
    }

    /** Whether it observes only what has come to a steady state, so that averages over time may begin with the first time. */
    default boolean settled() {
        return false;
    }

    /** All times and ages that it observes, for the prediction of its cost and as the grid of the theory. */
    Schedule schedule();

    /**
     * Gradient evaluations of one replica that come on top of those of its {@link #schedule}: a pilot, an approach, the legs of a search. Where it decides as it runs, the
     * most that it may take.
     *
     * @param dynamics that of the study
     */
    default double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        return 0.0;
    }

    /** Whether it decides as it runs how far it goes: what is predicted of its cost is then a bound, and said to be one. */
    default boolean decides() {
        return false;
    }

    /** Bytes of what it collects in {@link Bench#library} and keeps of its own, at most. Used to predict the memory of a plan. */
    default double memory(LandscapeSpec landscape, int replicas) {
        return 0.0;
    }
}
