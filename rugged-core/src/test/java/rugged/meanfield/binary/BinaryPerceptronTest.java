package rugged.meanfield.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replica-symmetric numbers of binary perceptrons: values of the literature, and identities. */
class BinaryPerceptronTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @CsvSource({
        "0.3, 0.474829, 0.190838, 0.127505",
        "0.6, 0.227785, 0.391050, 0.300861",
        "0.8, 0.035306, 0.537942, 0.497497"
    })
    void storageAtADensity(double alpha, double phi, double q, double lambda) {
        BinaryStorage point = BinaryStorage.at(alpha, 0.0, NEVER).orElseThrow();
        assertThat(point.alpha()).isCloseTo(alpha, within(1e-12));
        assertThat(point.phi()).isCloseTo(phi, within(1e-5));
        assertThat(point.q()).isCloseTo(q, within(1e-5));
        assertThat(point.lambda()).isCloseTo(lambda, within(1e-5));
        assertThat(point.entropy(NEVER)).isEqualTo(point.phi());
    }

    @ParameterizedTest
    @CsvSource({"0, 0.833079", "0.5, 0.455665", "1, 0.270700"})
    void capacity(double margin, double alpha) {
        assertThat(BinaryStorage.capacity(margin).orElseThrow().alpha()).isCloseTo(alpha, within(1e-5));
    }

    @Test
    void theCapacityIsStableAndInstabilityLiesBeyond() {
        BinaryStorage capacity = BinaryStorage.capacity(0.0).orElseThrow();
        assertThat(capacity.q()).isCloseTo(0.563949, within(1e-5));
        assertThat(capacity.conjugate()).isCloseTo(2.576351, within(1e-5));
        assertThat(capacity.lambda()).isCloseTo(0.544360, within(1e-5));
        BinaryStorage lost = BinaryStorage.unstable(0.0, NEVER).orElseThrow();
        assertThat(lost.alpha()).isCloseTo(1.014654, within(1e-5));
        assertThat(lost.phi()).isCloseTo(-0.225214, within(1e-5));
        assertThat(BinaryStorage.unstable(1.0, NEVER).orElseThrow().alpha()).isCloseTo(0.306646, within(1e-5));
    }

    @Test
    void finiteTemperature() {
        BinaryStorage point = BinaryStorage.at(1.0, 0.0, 1.0).orElseThrow();
        assertThat(point.q()).isCloseTo(0.112797, within(1e-5));
        assertThat(point.phi()).isCloseTo(0.309131, within(1e-5));
        assertThat(point.energy()).isCloseTo(0.282577, within(1e-5));
        assertThat(point.entropy(1.0)).isCloseTo(0.591708, within(1e-5));
        double step = 1e-4;
        double above = BinaryStorage.at(1.0, 0.0, 1.0 + step).orElseThrow().phi();
        double below = BinaryStorage.at(1.0, 0.0, 1.0 - step).orElseThrow().phi();
        assertThat(point.energy()).isCloseTo(-(above - below) / (2.0 * step), within(1e-8));
    }

    /** A large beta is an infinite one, and phi is stationary: its derivative along alpha is that of the explicit term. */
    @Test
    void limits() {
        assertThat(BinaryStorage.at(0.5, 0.2, 60.0).orElseThrow().phi())
                .isCloseTo(BinaryStorage.at(0.5, 0.2, NEVER).orElseThrow().phi(), within(1e-9));
        assertThat(BinaryStorage.at(1e-8, 0.0, NEVER).orElseThrow().phi()).isCloseTo(Math.log(2.0), within(1e-6));
        assertThat(BinaryStorage.at(2.0, 0.0, NEVER)).isEmpty();
    }

    @Test
    void teacher() {
        BinaryTeacher transition = BinaryTeacher.transition();
        assertThat(transition.alpha()).isCloseTo(1.244684, within(1e-5));
        assertThat(transition.q()).isCloseTo(0.693760, within(1e-5));
        assertThat(BinaryTeacher.spinodal().alpha()).isCloseTo(1.49263, within(1e-4));
        assertThat(BinaryTeacher.spinodal().q()).isCloseTo(0.894, within(5e-3));
        BinaryTeacher few = BinaryTeacher.at(0.8).orElseThrow();
        assertThat(few.q()).isCloseTo(0.454821, within(1e-5));
        assertThat(few.entropy()).isCloseTo(0.205307, within(1e-5));
        BinaryTeacher more = BinaryTeacher.at(1.2).orElseThrow();
        assertThat(more.q()).isCloseTo(0.668661, within(1e-5));
        assertThat(more.entropy()).isCloseTo(0.017965, within(1e-5));
        assertThat(BinaryTeacher.at(1.5)).isEmpty();
    }

    @Test
    void symmetric() {
        assertThat(new SymmetricBinary(1.0, 0.5, NEVER).capacity()).isCloseTo(0.722091, within(1e-6));
        assertThat(new SymmetricBinary(1.0, 1.0, NEVER).capacity()).isCloseTo(1.815875, within(1e-6));
        SymmetricBinary half = new SymmetricBinary(0.5, 1.0, NEVER);
        assertThat(4096.0 * Math.pow(half.satisfied(), 6)).isCloseTo(414.667, within(1e-3));
        assertThat(12.0 * half.phi()).isCloseTo(Math.log(414.667), within(1e-5));
        double step = 1e-4;
        double energy =
                -(new SymmetricBinary(0.5, 1.0, 1.0 + step).phi() - new SymmetricBinary(0.5, 1.0, 1.0 - step).phi())
                        / (2.0 * step);
        assertThat(new SymmetricBinary(0.5, 1.0, 1.0).energy()).isCloseTo(energy, within(1e-8));
        assertThat(new SymmetricBinary(half.unstable(), 1.0, NEVER).lambda()).isCloseTo(1.0, within(1e-14));
    }

    /** g = d log Z/d omega and slope = -dg/d omega, on both sides of the margin and far from it, with and without temperature. */
    @Test
    void whatAPatternAnswersIsTheDerivativeOfItsWeight() {
        for (boolean both : new boolean[] {false, true})
            for (double beta : new double[] {0.7, NEVER})
                for (double omega : new double[] {-40.0, -6.0, -1.1, -0.2, 0.0, 0.3, 1.4, 7.0, 40.0})
                    for (double v : new double[] {0.03, 0.9})
                        derivatives(new PatternChannel(both, 0.8, beta), omega, v);
    }

    private static void derivatives(PatternChannel channel, double omega, double v) {
        double step = 1e-4 * Math.sqrt(v);
        double up = channel.logZ(omega + step, v);
        double down = channel.logZ(omega - step, v);
        double g = channel.response(omega, v);
        double tolerance = 1e-5 * (1.0 + Math.abs(g) + Math.abs(up) * 1e-6) / Math.min(1.0, v);
        String at = channel + " " + omega + " " + v;
        assertThat(g).as(at).isCloseTo((up - down) / (2.0 * step), within(tolerance));
        double slope = channel.slope(omega, v, g);
        double difference = (channel.response(omega - step, v) - channel.response(omega + step, v)) / (2.0 * step);
        assertThat(slope).as(at).isCloseTo(difference, within(1e-5 * (1.0 + Math.abs(slope)) / v));
    }

    @Test
    void tails() {
        for (double x : new double[] {100.0, 1e4})
            assertThat(GaussianTail.hazard(x)).isCloseTo(x + 1.0 / x - 2.0 / (x * x * x), within(1e-11 * x));
        assertThat(GaussianTail.hazard(-40.0)).isZero();
        assertThat(GaussianTail.logAbove(40.0)).isCloseTo(-804.608442, within(1e-6));
        assertThat(GaussianTail.logAbove(-1e-9)).isCloseTo(GaussianTail.logAbove(1e-9), within(1e-8));
    }
}
