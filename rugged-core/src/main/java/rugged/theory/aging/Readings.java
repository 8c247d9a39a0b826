package rugged.theory.aging;

import rugged.meanfield.AgingCurves;

/** Numbers read off solved curves, with errors. */
interface Readings {
    double value(AgingCurves.Reading reading);

    /** NaN where errors were not asked for. */
    double error(AgingCurves.Reading reading);

    /** How the curves were solved. */
    String inWords();

    /** Called after the last reading. */
    default void finish() {}
}
