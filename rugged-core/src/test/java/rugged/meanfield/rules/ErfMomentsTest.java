package rugged.meanfield.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.numbers.gamma.Erf;
import org.junit.jupiter.api.Test;
import rugged.num.RandomStream;
import rugged.num.Streams;

class ErfMomentsTest {
    private static final int DRAWS = 400000;

    private static double g(double x) {
        return Erf.value(x / Math.sqrt(2));
    }

    private static double slope(double x) {
        return Math.sqrt(2 / Math.PI) * Math.exp(-0.5 * x * x);
    }

    /** A covariance of two students and two teachers with nothing in it 0. */
    private static CommitteeOverlaps overlaps() {
        double[] q = {1.3, 0.4, 0.4, 0.8};
        double[] r = {0.5, -0.2, 0.1, 0.6};
        return CommitteeOverlaps.of(2, 2, q, r);
    }

    /** x = L z with L the lower triangle of C = L L^T, by hand. */
    private static double[][] triangle(CommitteeOverlaps c) {
        double[][] l = new double[4][4];
        for (int i = 0; i < 4; i++)
            for (int j = 0; j <= i; j++) {
                double sum = c.at(i, j);
                for (int k = 0; k < j; k++) sum -= l[i][k] * l[j][k];
                l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
            }
        return l;
    }

    private record Check(double closed, java.util.function.ToDoubleFunction<double[]> drawn) {}

    @Test
    void theActivationIsTheErrorFunction() {
        for (double x = -10; x <= 10; x += 0.0625) assertThat(ErfMoments.g(x)).isCloseTo(g(x), within(4e-15));
    }

    @Test
    void closedFormsAreThoseOfDraws() {
        CommitteeOverlaps c = overlaps();
        List<Check> checks = List.of(
                new Check(ErfMoments.two(c.at(0, 0), c.at(3, 3), c.at(0, 3)), x -> g(x[0]) * g(x[3])),
                new Check(ErfMoments.three(c, 0, 1, 2), x -> slope(x[0]) * x[1] * g(x[2])),
                new Check(ErfMoments.three(c, 1, 3, 1), x -> slope(x[1]) * x[3] * g(x[1])),
                new Check(ErfMoments.four(c, 0, 1, 2, 3), x -> slope(x[0]) * slope(x[1]) * g(x[2]) * g(x[3])),
                new Check(ErfMoments.four(c, 0, 0, 1, 3), x -> slope(x[0]) * slope(x[0]) * g(x[1]) * g(x[3])),
                new Check(ErfMoments.four(c, 1, 1, 1, 1), x -> slope(x[1]) * slope(x[1]) * g(x[1]) * g(x[1])),
                new Check(c.loss(), x -> 0.5 * Math.pow(g(x[2]) + g(x[3]) - g(x[0]) - g(x[1]), 2)));
        double[][] l = triangle(c);
        double[] sums = new double[checks.size()];
        double[] squares = new double[checks.size()];
        RandomStream random = Streams.of(8).stream("fields", 0);
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] z = new double[4];
            random.normals(z);
            double[] x = new double[4];
            for (int i = 0; i < 4; i++) for (int k = 0; k <= i; k++) x[i] += l[i][k] * z[k];
            for (int m = 0; m < sums.length; m++) {
                double value = checks.get(m).drawn().applyAsDouble(x);
                sums[m] += value;
                squares[m] += value * value;
            }
        }
        for (int m = 0; m < sums.length; m++) {
            double mean = sums[m] / DRAWS;
            double error = Math.sqrt((squares[m] / DRAWS - mean * mean) / DRAWS);
            assertThat(checks.get(m).closed()).as("moment " + m).isCloseTo(mean, within(4 * error));
        }
    }

    /** The flow goes down the exact loss for small learning rates: d eps/dt = -eta |grad|^2 in any scale. */
    @Test
    void slopesOfTheLossAreDifferences() {
        CommitteeOverlaps c = overlaps();
        for (int a = 0; a < 2; a++)
            for (int b = 0; b < 4; b++) {
                double h = 1e-5;
                double slope = (moved(c, a, b, h).loss() - moved(c, a, b, -h).loss()) / (2 * h);
                assertThat(c.slope(a, b)).isCloseTo(slope, within(1e-9));
            }
    }

    private static CommitteeOverlaps moved(CommitteeOverlaps c, int a, int b, double h) {
        double[] other = c.c().clone();
        other[a * 4 + b] += h;
        if (a != b) other[b * 4 + a] += h;
        return new CommitteeOverlaps(2, 2, other);
    }

    @Test
    void theTeacherIsAFixedPointAndThePlateauComesBeforeIt() {
        CommitteeOverlaps perfect = CommitteeOverlaps.of(2, 2, new double[] {1, 0, 0, 1}, new double[] {0, 1, 1, 0});
        CommitteeFlow flow = new CommitteeFlow(perfect, 1);
        flow.advance(5);
        assertThat(flow.overlaps().loss()).isCloseTo(0, within(1e-12));
        assertThat(flow.overlaps().matched().specialisation()).isCloseTo(1, within(1e-12));
        CommitteeFlow start = new CommitteeFlow(CommitteeOverlaps.start(List.of(0.4, 0.2), 2, 0.05), 1);
        start.advance(10);
        assertThat(start.overlaps().loss()).isCloseTo(0.0216, within(5e-4));
        start.advance(150);
        assertThat(start.overlaps().loss()).isLessThan(1e-3);
    }

    @Test
    void matchingUndoesPermutations() {
        double[] q = {1, 0, 0, 0, 2, 0, 0, 0, 3};
        double[] r = {0.1, 0.2, 0.9, 0.8, 0.1, 0.3, 0.2, 0.7, 0.1};
        CommitteeOverlaps c = CommitteeOverlaps.of(3, 3, q, r).matched();
        assertThat(new double[] {c.at(0, 3), c.at(1, 4), c.at(2, 5)}).containsExactly(0.8, 0.7, 0.9);
        assertThat(new double[] {c.at(0, 0), c.at(1, 1), c.at(2, 2)}).containsExactly(2, 3, 1);
    }
}
