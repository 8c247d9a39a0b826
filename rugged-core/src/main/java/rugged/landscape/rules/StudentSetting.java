package rugged.landscape.rules;

import rugged.meanfield.rules.LearningRule;

/**
 * What a student is built from.
 *
 * @param n N
 * @param examples p
 * @param flips lambda
 * @param length Q of the start
 * @param overlap R of the start
 * @param energy whose energy it has
 * @param seed of teacher, examples and flips
 */
record StudentSetting(
        int n, int examples, double flips, double length, double overlap, LearningRule energy, long seed) {}
