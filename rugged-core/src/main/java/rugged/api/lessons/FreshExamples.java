package rugged.api.lessons;

import rugged.num.RandomStream;

/** A student of several units that is shown examples of its teacher which are never shown again. The energy is N times the generalisation error, exactly. */
public interface FreshExamples extends CommitteeStudent {
    /** Draws one example and moves w by rate/N times the negative gradient of its loss, in the scale in which J = w/sqrt(N): a time of 1/N. */
    void learn(double[] w, double rate, RandomStream random);

    @Override
    FreshExamples fork();
}
