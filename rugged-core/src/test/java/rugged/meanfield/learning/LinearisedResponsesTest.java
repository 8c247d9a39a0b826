package rugged.meanfield.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** Both stores beside the sums themselves, where a tenth, a half and all of the curvatures are there, twice in one store. */
class LinearisedResponsesTest {
    private static final int TRAJECTORIES = 1500;
    private static final int STEPS = 45;
    private static final double ETA = 0.3;

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1.0})
    void storesAgreeWithTheSums(double share) {
        LinearisedResponses dense = new DenseResponses(TRAJECTORIES, STEPS);
        LinearisedResponses sparse = new SparseResponses(TRAJECTORIES, STEPS);
        for (long seed = 1; seed <= 2; seed++) {
            RandomStream random = Streams.of(seed).stream("curvature", 0);
            double[][] q = new double[STEPS][TRAJECTORIES];
            double[][] r = new double[STEPS][STEPS];
            for (int k = 0; k < STEPS; k++) {
                for (int i = 0; i < TRAJECTORIES; i++)
                    q[k][i] = random.nextDouble() < share ? random.nextDouble() : 0.0;
                for (int j = 0; j < k; j++) r[k][j] = Math.exp(-0.1 * (k - j));
            }
            double[][] means = plain(q, r);
            dense.begin();
            sparse.begin();
            double[] found = new double[STEPS + 1];
            for (int k = 0; k < STEPS; k++)
                for (LinearisedResponses one : new LinearisedResponses[] {dense, sparse}) {
                    one.advance(k, ETA, r[k], q[k], found);
                    for (int u = 0; u <= k; u++) assertThat(found[u]).isCloseTo(means[k][u], within(1e-6));
                }
        }
    }

    private static double[][] plain(double[][] q, double[][] r) {
        double[][] means = new double[STEPS][STEPS];
        for (int i = 0; i < TRAJECTORIES; i++) {
            double[][] d = new double[STEPS][STEPS];
            for (int k = 0; k < STEPS; k++)
                for (int u = 0; u <= k; u++) {
                    d[k][u] = u == k ? q[k][i] : 0.0;
                    for (int j = u; j < k; j++) d[k][u] -= ETA * q[k][i] * r[k][j] * d[j][u];
                    means[k][u] += d[k][u] / TRAJECTORIES;
                }
        }
        return means;
    }
}
