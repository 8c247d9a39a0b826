package rugged.api.lessons;

import rugged.api.model.Landscape;
import rugged.num.RandomStream;

/** A student of several units that is shown examples of its teacher which are never shown again. The energy is N times the generalisation error, exactly. */
public interface FreshExamples extends Landscape {
    /** Draws one example and moves w by rate/N times the negative gradient of its loss, in the scale in which J = w/sqrt(N): a time of 1/N. */
    void learn(double[] w, double rate, RandomStream random);

    /** N, inputs. */
    int inputs();

    /** K, hidden units of the student. */
    int units();

    /** M, hidden units of the teacher. */
    int teacherUnits();

    /** Overwrites q[K K] with w_i.w_k/N and r[K M] with w_i.b_n/N. */
    void overlaps(double[] w, double[] q, double[] r);

    @Override
    FreshExamples fork();
}
