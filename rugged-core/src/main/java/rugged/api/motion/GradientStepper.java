package rugged.api.motion;

import rugged.api.model.Landscape;
import rugged.compose.Lockstep;

/**
 * A stepper that moves by gradients and says where it wants the next one. Turning the call around lets R trajectories on one landscape share a pass over
 * its disorder, each with steps, stages and noise of its own, without a line of code in the dynamics: see {@link Lockstep}.
 */
public interface GradientStepper extends Stepper {
    /** The landscape it moves in. */
    Landscape landscape();

    /** The point x[N] at which it wants energy and gradient: a live view, valid until {@link #take}. */
    double[] wanted();

    /**
     * Continues with the energy and the gradient (of R^N, unprojected) at {@link #wanted}; g[N] may be overwritten.
     *
     * @return whether this completed a step
     */
    boolean take(double energy, double[] g);

    /** Sets the time that an adaptive stepper must not overstep; steppers of fixed step ignore it. */
    default void limit(double time) {}

    /** Scratch g[N] for a single trajectory; the stepper owns it. */
    double[] gradientScratch();

    @Override
    default void step() {
        if (!status().running()) return;
        double[] g = gradientScratch();
        boolean done = false;
        while (!done && status().running()) done = take(landscape().energyAndGradient(wanted(), g), g);
    }

    @Override
    default void advance(double time) {
        limit(time);
        while (status().running() && !reached(time)) step();
    }
}
