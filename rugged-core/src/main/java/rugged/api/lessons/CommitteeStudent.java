package rugged.api.lessons;

import rugged.api.model.Landscape;

/** A committee of soft units w[K N] that learns from a committee of M: outputs are sums over units of erf(x/sqrt 2) of their fields x = w_i.xi/sqrt(N), but for a factor that both share. */
public interface CommitteeStudent extends Landscape {
    /** N, inputs. */
    int inputs();

    /** K, hidden units of the student. */
    int units();

    /** M, hidden units of the teacher. */
    int teacherUnits();

    /** Overwrites q[K K] with w_i.w_k/N and r[K M] with w_i.b_n/N. */
    void overlaps(double[] w, double[] q, double[] r);

    /** The square of the factor of all outputs: 1 of plain sums, 1/K of outputs with 1/sqrt K. */
    default double share() {
        return 1.0;
    }

    @Override
    CommitteeStudent fork();
}
