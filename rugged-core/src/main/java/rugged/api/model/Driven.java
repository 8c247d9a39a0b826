package rugged.api.model;

import rugged.api.LandscapeSpec;
import rugged.api.Need;

/**
 * A landscape with a control: one parameter that a protocol moves while the states stay what they are, such as a density, a load or a field. The disorder does not
 * depend on it. {@link LandscapeSpec#provides} names {@link Need#CONTROL}.
 */
public interface Driven extends Landscape {
    /** The control now; at first what the spec says. */
    double control();

    /** Moves the control of this model. Forks made before keep theirs, later ones take it over. */
    void control(double value);

    /**
     * How far the minimum x[N] is from one of energy 0, in a measure that vanishes linearly with the distance of the control from its threshold: by default sqrt(2 E/extent), for
     * an energy that is the sum of squared violations.
     */
    default double residual(double[] x) {
        return Math.sqrt(2.0 * Math.max(0.0, energy(x)) / extent());
    }

    @Override
    Driven fork();
}
