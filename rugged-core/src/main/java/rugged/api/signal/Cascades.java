package rugged.api.signal;

import rugged.num.RandomStream;

/** A network in which one unit is pushed, and whose units then pass on what they feel, from one generation to the next: layers, in a network of layers. */
public interface Cascades {
    /** Units that a cascade can reach; infinite where there is no end to it. */
    double reach();

    /**
     * One cascade, for several thresholds at once.
     *
     * @param x the state
     * @param push how far, and what counts as active
     * @param random draws where it begins, and on what
     * @param out one for each threshold, overwritten; generation 0 is the unit that is pushed
     */
    void cascade(double[] x, Push push, RandomStream random, Generations[] out);

    /**
     * A push.
     *
     * @param size by which the unit is changed
     * @param thresholds theta: a unit is active where it changes by more than this. Networks whose units are active or not have no use for it
     * @param most units at which a cascade without an end is stopped
     */
    record Push(double size, double[] thresholds, long most) {}
}
