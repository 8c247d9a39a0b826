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
}
