package rugged.api.lessons;

import rugged.api.model.Driven;

/** A committee that is sampled at an inverse temperature, given stored examples. The control is A = beta P/N, the examples for each input times the inverse temperature. */
public interface HeatedCommittee extends CommitteeStudent, Driven {
    /** Half the mean squared error of the stored examples. */
    double trainingLoss(double[] w);

    @Override
    HeatedCommittee fork();
}
