package rugged.landscape.narrow;

import java.util.Arrays;
import rugged.api.lessons.SequenceTask;
import rugged.meanfield.sequence.SequenceEvolution;
import rugged.meanfield.sequence.SequenceLaw;
import rugged.meanfield.sequence.TokenLaw;
import rugged.meanfield.sequence.UnitLoss;

/**
 * What a landscape knows of a student of sequences.
 *
 * @param law how many tokens, units and labels of what
 * @param tokens how they are drawn
 * @param task what is minimised, and what a start knows
 * @param length d, of a token
 */
record SequenceStudent(SequenceLaw law, TokenLaw tokens, SequenceTask task, int length) {
    UnitLoss built() {
        return task.built(law);
    }

    /** Overwrites x with what messages begin with at weights w: these, the V that state evolution starts from, and no answers. */
    void begin(double[] w, double[] x) {
        Arrays.fill(x, 0.0);
        System.arraycopy(w, 0, x, 0, w.length);
        int units = law.student();
        double v = SequenceEvolution.UNSURE * tokens.variance();
        for (int k = 0; k < units; k++) x[w.length + k * (units + 1)] = v;
    }
}
