package rugged.api.physical;

import rugged.api.model.StochasticLandscape;

/** A landscape whose coordinates are the conductances of a {@link Circuit} and whose energy is its cost. It provides {@link rugged.api.Need#CIRCUIT}. */
public interface PhysicalNetwork extends StochasticLandscape {
    /** The circuit of this fork. */
    Circuit circuit();

    /** Adds to a change of conductances what pulls at them besides the task, for a time. */
    default void pull(double[] change, double time) {}

    @Override
    PhysicalNetwork fork();
}
