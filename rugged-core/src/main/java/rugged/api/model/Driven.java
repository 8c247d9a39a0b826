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

    @Override
    Driven fork();
}
