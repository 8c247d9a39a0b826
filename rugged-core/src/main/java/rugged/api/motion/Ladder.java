package rugged.api.motion;

import rugged.api.Need;

/**
 * Copies of one system at several temperatures that exchange their states: rung 0 is the coldest. What a {@link Stepper} shows beside its own state where its
 * dynamics offers {@link Need#LADDER}; the stepper's own state is that of rung 0.
 */
public interface Ladder {
    /** Number of rungs, at least 2. */
    int rungs();

    /** T of a rung; increases with the rung. */
    double temperature(int rung);

    /** Copies the state of a rung into x[N]. */
    void state(int rung, double[] x);

    /** E of the state of a rung, extensive. */
    double energy(int rung);

    /** Mean probability with which the exchange of rung {@code pair} with the next one was accepted; NaN before the first. */
    double acceptance(int pair);

    /** Round trips that were completed: a state that has been at the coldest rung, then at the hottest, and is back at the coldest. */
    long trips();

    /** Mean duration of a round trip in the time of the dynamics; NaN before the first. */
    double tripTime();

    /** Standard error of {@link #tripTime}, trips taken as independent; NaN before the second. */
    double tripTimeError();
}
