package rugged.meanfield.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeepSignalsTest {
    @Test
    void integralsOverErfAreTheirClosedForms() {
        assertThat(Reaction.ERF.product(0.7, 0.4)).isCloseTo(0.149926653, within(1e-9));
        assertThat(Reaction.ERF.slopeSquare(0.7, 1.0)).isCloseTo(0.653158105, within(1e-9));
        for (double q : new double[] {0.01, 0.7, 5, 60})
            for (double c : new double[] {-1, -0.3, 0, 0.5, 0.999999, 1}) {
                double exact = 2 / Math.PI * Math.asin(2 * q * c / (1 + 2 * q));
                assertThat(Reaction.ERF.product(q, c)).isCloseTo(exact, within(1e-12));
            }
    }

    @Test
    void closeInputsKeepTheirDistance() {
        // E (f - f')^2/2 -> q d E f'^2 for small d
        for (Reaction f : Reaction.values()) {
            double ratio = f.distance(1.3, 1e-12, 1.0) / (1.3 * 1e-12 * f.slopeSquare(1.3, 1.0));
            assertThat(ratio).as(f.name()).isCloseTo(1, within(2e-6));
        }
    }

    @Test
    void reluHasItsMap() {
        DeepSignals net = new DeepSignals(Reaction.RELU, 2, 0);
        assertThat(1 - net.nextDistance(1, 0.6)).isCloseTo(0.544132, within(1e-6));
        assertThat(net.chi(3)).isEqualTo(1);
        assertThat(net.fixed()).isEmpty();
        assertThat(net.critical().orElseThrow().weights()).isEqualTo(2);
        assertThat(new DeepSignals(Reaction.RELU, 1.5, 0.1).critical()).isEmpty();
        assertThat(new DeepSignals(Reaction.RELU, 1.5, 0.1).fixed().orElseThrow())
                .isCloseTo(0.4, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"0.01, 1.424205, 0.273301", "0.05, 1.760955, 0.570048", "0.150965, 2.153303, 1"})
    void criticalLineOfTanh(double biases, double weights, double q) {
        DeepSignals.Critical found =
                new DeepSignals(Reaction.TANH, 1, biases).critical().orElseThrow();
        assertThat(found.weights()).isCloseTo(weights, within(2e-6));
        assertThat(found.q()).isCloseTo(q, within(6e-6));
        DeepSignals there = new DeepSignals(Reaction.TANH, found.weights(), biases);
        assertThat(there.chi(there.fixed().orElseThrow())).isCloseTo(1, within(1e-10));
    }

    @Test
    void criticalLineOfErfIsClosed() {
        for (double q : new double[] {0.1, 1, 7}) {
            double weights = DeepSignals.critical(Reaction.ERF, 0, q).weights();
            assertThat(weights).isCloseTo(Math.PI / 4 * Math.sqrt(1 + 4 * q), within(1e-12));
            double biases = q - weights * 2 / Math.PI * Math.asin(2 * q / (1 + 2 * q));
            assertThat(DeepSignals.criticalBiases(Reaction.ERF, 0, q)).isCloseTo(biases, within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.3, 0.05, 0.315316, 0.880164, 1, 7.834, 1.785",
        "2.25, 0.05, 0.889425, 1.092338, 0.56723, 15.117, 1.273",
        "6.25, 0.09, 4.079124, 1.5852, 0.12210, 5.109, 0"
    })
    void fixedPointsOfTanh(double w, double v, double q, double chi, double c, double along, double size) {
        DeepSignals net = new DeepSignals(Reaction.TANH, w, v);
        double found = net.fixed().orElseThrow();
        double distance = net.fixedDistance(found);
        assertThat(found).isCloseTo(q, within(1e-4 * q));
        assertThat(net.chi(found)).isCloseTo(chi, within(1e-4 * chi));
        assertThat(1 - distance).isCloseTo(c, within(2e-4 * c));
        assertThat(DeepSignals.scale(net.slope(found, distance))).isCloseTo(along, within(2e-4 * along));
        if (size > 0) assertThat(DeepSignals.scale(net.slope(found))).isCloseTo(size, within(5e-4 * size));
    }

    @Test
    void slopesAreThoseOfTheMaps() {
        DeepSignals net = new DeepSignals(Reaction.TANH, 2.25, 0.05);
        double q = net.fixed().orElseThrow();
        assertThat(net.slope(q)).isCloseTo(0.455864, within(1e-6));
        assertThat((net.next(q + 1e-5) - net.next(q - 1e-5)) / 2e-5).isCloseTo(net.slope(q), within(1e-8));
        for (Reaction f : new Reaction[] {Reaction.TANH, Reaction.ERF, Reaction.SWISH, Reaction.SOFTPLUS}) {
            DeepSignals one = new DeepSignals(f, 1.2, 0.1);
            double at = one.fixed().orElseThrow();
            double near = one.nextDistance(at, 1e-4) / 1e-4;
            double nearer = one.nextDistance(at, 5e-5) / 5e-5;
            assertThat(2 * nearer - near).as(f.name()).isCloseTo(one.chi(at), within(1e-6));
            double middle = (one.nextDistance(at, 0.5001) - one.nextDistance(at, 0.4999)) / 2e-4;
            assertThat(middle).as(f.name()).isCloseTo(one.slope(at, 0.5), within(1e-7));
        }
    }

    @Test
    void dropoutKeepsInputsApartAndLinksKeepSignals() {
        DeepSignals dropped = new DeepSignals(Reaction.TANH, 1.3, 0.05, 0.9, 0, 1);
        double q = dropped.fixed().orElseThrow();
        assertThat(q).isCloseTo(1.3 / 0.9 * Reaction.TANH.square(q, 1) + 0.05, within(1e-13));
        double distance = dropped.fixedDistance(q);
        assertThat(distance).isBetween(0.01, 0.9);
        assertThat(dropped.nextDistance(q, distance)).isCloseTo(distance, within(1e-12));
        assertThat(dropped.nextDistance(q, 0)).isGreaterThan(0);
        assertThat(dropped.critical()).isEmpty();
        DeepSignals linked = new DeepSignals(Reaction.TANH, 1, 0.05, 1, 0.5, 1);
        DeepSignals.Critical edge = linked.critical().orElseThrow();
        DeepSignals there = new DeepSignals(Reaction.TANH, edge.weights(), 0.05, 1, 0.5, 1);
        assertThat(there.fixed().orElseThrow()).isCloseTo(edge.q(), within(1e-7));
        assertThat(there.chi(edge.q())).isCloseTo(1, within(1e-12));
        assertThat(new DeepSignals(Reaction.TANH, 1, 0.05, 1, 1, 1).fixed()).isEmpty();
    }

    @Test
    void withoutBiasesSignalsDieOrStayOrthogonal() {
        assertThat(new DeepSignals(Reaction.TANH, 0.9, 0).fixed()).hasValue(0);
        DeepSignals chaotic = new DeepSignals(Reaction.TANH, 1.5, 0);
        assertThat(chaotic.fixedDistance(chaotic.fixed().orElseThrow())).isEqualTo(1);
        assertThat(chaotic.critical().orElseThrow()).isEqualTo(new DeepSignals.Critical(1, 0));
    }
}
