package rugged.num.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.num.Streams;

class BulkTest {
    private static double[] normals(int count, double sigma, long index) {
        double[] w = new double[count];
        Streams.of(4).stream("weights", index).normals(w);
        for (int k = 0; k < count; k++) w[k] *= sigma;
        return w;
    }

    @Test
    void independentWeightsHaveNoOutliersAndEndAtTheEdgeOfMarchenkoAndPastur() {
        double[] w = normals(400 * 60, 0.3, 0);
        for (int[] shape : new int[][] {{400, 60}, {60, 400}}) {
            Bulk bulk = Bulk.of(shape[0], shape[1], w, 0.25);
            assertThat(bulk.outliers()).isZero();
            // the relative standard error of sigma is 1/sqrt(2 24000) = 0.5 %
            assertThat(bulk.sigma()).isCloseTo(0.075, within(3 * 0.005 * 0.075));
            assertThat(bulk.edge()).isCloseTo(bulk.sigma() * (20.0 + Math.sqrt(60.0)), within(1e-12));
            assertThat(bulk.values()[0]).isCloseTo(bulk.edge(), within(0.03 * bulk.edge()));
            assertThat(bulk.values()).hasSize(60);
        }
    }

    @Test
    void patternsStandOutAndTheRestKeepsItsScale() {
        double[] w = normals(400 * 60, 0.3, 1);
        for (int pattern = 0; pattern < 3; pattern++) {
            double[] u = normals(400, 1.0, 10 + pattern);
            double[] v = normals(60, 1.0, 20 + pattern);
            // of length 0.5 sqrt(400 60) = 77 each, far above the edge 8.3
            for (int i = 0; i < 400; i++) for (int j = 0; j < 60; j++) w[i * 60 + j] += 0.5 * u[i] * v[j];
        }
        Bulk bulk = Bulk.of(400, 60, w, 1.0);
        assertThat(bulk.outliers()).isEqualTo(3);
        assertThat(bulk.sigma()).isCloseTo(0.3, within(0.01));
    }

    @Test
    void squaresOfSingularValuesAddUpToThoseOfTheWeights() {
        double[] w = normals(35, 1.0, 2);
        double sum = 0.0;
        for (double one : w) sum += one * one;
        double squares = 0.0;
        for (double value : Bulk.of(5, 7, w, 2.0).values()) squares += value * value;
        assertThat(squares).isCloseTo(4.0 * sum, within(1e-10));
    }
}
