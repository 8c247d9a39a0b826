package rugged.api.motion;

import rugged.api.DynamicsSpec;
import rugged.compose.Tilted;

/**
 * One trajectory under way. Created by {@link DynamicsSpec#start}. Not thread-safe: one thread advances it. {@link #step} allocates nothing.
 */
public interface Stepper {
    /** One step of the dynamics. Does nothing unless {@link #status} is running. */
    void step();

    /**
     * Steps until {@link #time} reaches {@code time}: the first step that ends at or after it for a fixed step, exactly there for an adaptive one. Stops
     * early when the status is no longer running.
     */
    default void advance(double time) {
        while (status().running() && !reached(time)) step();
    }

    /** Whether {@code time} is reached, up to rounding of accumulated steps. */
    default boolean reached(double time) {
        return time() >= time - 1e-9 * Math.max(1.0, Math.abs(time));
    }

    /** Time, in {@link DynamicsSpec#timeUnit}. Steppers of fixed step compute it as steps times step, never by accumulation. */
    double time();

    /** Steps done. */
    long steps();

    /** The work done, in gradients: a gradient of all patterns counts 1, of a batch its part, a product of the Hessian with a vector 2. */
    long evaluations();

    /** Running, converged, or failed. */
    Status status();

    /**
     * What is still missing from the criterion of a minimiser that is running, with its value, limit and steps:
     * "|g|/sqrt(N) = 3.0e-04 > 1.0e-06 after 10000 steps". Empty for what seeks no minimum, and for what has arrived or failed.
     */
    default String missing() {
        return "";
    }

    /** Copies the current state into x[N]. */
    void state(double[] x);

    /** Everything needed to continue bit-identically, the position in the random streams included. */
    byte[] save();

    /**
     * The inverse of {@link #save}, on a stepper started from the same spec, model and streams. The model may also be the same one in a field
     * ({@link Tilted}): the trajectory then branches off in that field, with the same noise to come; forces remembered from outside the field are dropped.
     */
    void load(byte[] saved);
}
