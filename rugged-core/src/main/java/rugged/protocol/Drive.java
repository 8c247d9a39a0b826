package rugged.protocol;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ProtocolSpec;
import rugged.api.Schedule;

/** A protocol that moves the control of a landscape and follows its minimum, one replica on a way of its own, and asks the observables where it has come to, once, at time 0; or, where it says so, at every minimum on the way. */
interface Drive extends ProtocolSpec {
    /** When a state is at rest. */
    Resting resting();

    /** The most minimisations that it may take. */
    double minimisations();

    @Override
    default Set<Need> needs() {
        return EnumSet.of(Need.CONTROL, Need.CONTINUOUS, Need.GRADIENT);
    }

    @Override
    default int mostReplicas() {
        return 1;
    }

    @Override
    default boolean decides() {
        return true;
    }

    @Override
    default double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        return minimisations() * resting().evaluations(landscape, dynamics);
    }

    @Override
    default Schedule schedule() {
        if (resting().watch().isEmpty()) return Schedule.at(0.0);
        return Schedule.at(
                IntStream.range(0, (int) minimisations()).asDoubleStream().toArray());
    }
}
