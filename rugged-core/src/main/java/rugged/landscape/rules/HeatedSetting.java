package rugged.landscape.rules;

import rugged.landscape.Precision;

/**
 * What a committee with weight decay is built from.
 *
 * @param n inputs
 * @param units K of student and teacher
 * @param patterns examples
 * @param load A at the start
 * @param decay gamma
 * @param beginning where it begins
 * @param precision of examples and fields
 * @param seed of teacher and examples
 */
record HeatedSetting(
        int n,
        int units,
        int patterns,
        double load,
        double decay,
        Beginning beginning,
        Precision precision,
        long seed) {}
