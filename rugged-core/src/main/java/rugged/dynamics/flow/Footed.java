package rugged.dynamics.flow;

import rugged.api.model.Landscape;
import rugged.api.motion.GradientStepper;
import rugged.api.motion.Status;

/** A stepper that goes from one {@link Foothold} to the next, and answers from there what it is asked between steps. */
public interface Footed extends GradientStepper {
    /** The last good point. */
    Foothold here();

    @Override
    default Landscape landscape() {
        return here().landscape();
    }

    @Override
    default long steps() {
        return here().steps();
    }

    @Override
    default long evaluations() {
        return here().evaluations();
    }

    @Override
    default Status status() {
        return here().status();
    }

    @Override
    default void state(double[] x) {
        System.arraycopy(here().x(), 0, x, 0, x.length);
    }
}
