package rugged.api.model;

import rugged.api.LandscapeSpec;
import rugged.api.Need;

/**
 * What a model has whose control a protocol can move: one parameter, such as a density, a load, a field or a dilution, while the states stay what they are. The disorder does not depend on it. {@link LandscapeSpec#provides} names {@link Need#CONTROL}. The control of a model is that of every {@link Model#beside}; forks made
 * before keep theirs, later ones take it over.
 */
public interface Controlled {
    /** The control now; at first what the spec says. */
    double control();

    /** Moves it. */
    void control(double value);
}
