package rugged.landscape.boltzmann;

import rugged.num.boltzmann.UnitValues;

/**
 * What a machine learns with, beside its examples.
 *
 * @param hidden hidden units
 * @param units their values
 * @param objective what the energy is
 * @param scale standard deviation of the weights at the start
 * @param fromData whether visible biases start where units without weights have the means of the examples
 * @param single whether chains are in single precision
 */
record LearningSetting(
        int hidden, UnitValues units, Objective objective, double scale, boolean fromData, boolean single) {}
