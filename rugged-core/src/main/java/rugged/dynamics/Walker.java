package rugged.dynamics;

import rugged.api.Stepper;

/** A trajectory that samples exp(-E/T) exactly, whatever its step: one rung of a {@link Tempering}. */
interface Walker extends Stepper {
    /** E of the present state. */
    double energy();

    /** Exchanges the states of two walkers of one kind in one model; temperature, noise and clock stay. */
    void exchange(Walker other);

    /** Another temperature from now on. */
    void temperature(double temperature);
}
