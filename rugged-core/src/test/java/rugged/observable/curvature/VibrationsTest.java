package rugged.observable.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.model.ContactLandscape;
import rugged.api.model.Contacts;
import rugged.api.model.Landscape;
import rugged.api.motion.Stepper;
import rugged.api.record.NamedArray;
import rugged.dynamics.minimise.Fire;
import rugged.landscape.packing.Contact;
import rugged.landscape.packing.Packing;
import rugged.landscape.packing.Repulsion;
import rugged.landscape.perceptron.Perceptron;
import rugged.num.Streams;
import rugged.num.spectral.DenseSpectrum;

class VibrationsTest {
    private static Modes modes(Vibrations.Part part, Landscape landscape, double[] x) {
        WeightedOperator operator = new WeightedOperator(StateOperator.of(part.operator(), landscape), landscape);
        return Modes.of(operator.at(x), landscape.coordinatesOfBody(), 0);
    }

    /** (1/2) sum (x_{i+1} - x_i)^2 on a ring, with masses; two coordinates of a body do not interact. */
    private record Ring(double mass, int coordinatesOfBody, int dimension) implements Landscape {
        @Override
        public double energy(double[] x) {
            double sum = 0.0;
            for (int i = 0; i < x.length; i++) sum += 0.5 * Math.pow(x[(i + 1) % x.length] - x[i], 2);
            return sum;
        }

        @Override
        public void hessianVector(double[] x, double[] v, double[] hv) {
            int n = x.length;
            for (int i = 0; i < n; i++) hv[i] = 2.0 * v[i] - v[(i + 1) % n] - v[(i + n - 1) % n];
        }

        @Override
        public double[][] zeroModes(double[] x) {
            double[] all = new double[x.length];
            Arrays.fill(all, 1.0);
            return new double[][] {all};
        }

        @Override
        public double inertia(int coordinate) {
            return mass;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0, 2.5})
    void aRingOfSpringsVibratesAsItShould(double mass) {
        int n = 12;
        Modes modes = modes(Vibrations.Part.WHOLE, new Ring(mass, 1, n), new double[n]);
        double[] expected = new double[n - 1];
        for (int k = 1; k < n; k++) expected[k - 1] = 2.0 * Math.sin(Math.PI * k / n) / Math.sqrt(mass);
        Arrays.sort(expected);
        assertThat(modes.frequencies()).containsExactly(expected, within(1e-12));
        assertThat(modes.zero()).isEqualTo(1);
        assertThat(modes.unstable()).isEqualTo(0);
        // the last mode alternates and is not repeated
        assertThat(modes.participation()[n - 2]).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void participationIsOverBodies() {
        double[] even = {0.5, 0.5, -0.5, 0.5};
        double[] alone = {0.0, 0.0, 0.6, 0.8};
        assertThat(Modes.participation(even, 2)).isCloseTo(1.0, within(1e-15));
        assertThat(Modes.participation(alone, 2)).isCloseTo(0.5, within(1e-15));
        assertThat(Modes.participation(alone, 1)).isLessThan(0.5);
    }

    private static double[] minimum(Landscape landscape, double step) {
        double[] x = new double[landscape.dimension()];
        landscape.randomise(x, Streams.of(4).stream("start", 0));
        Stepper descent = new Fire(0.1, 0.6, 5, step, 1e-13).start(landscape, x, Streams.of(1));
        while (descent.status().running()) descent.step();
        descent.state(x);
        return x;
    }

    /** Force balance leaves two translations and the rattlers free; contacts without force hold the same. */
    @Test
    void discsHaveTheZeroModesOfTheirRattlers() {
        ContactLandscape discs =
                (ContactLandscape) new Packing(64, 2, List.of(1.0, 1.4), 0.86, Repulsion.HARMONIC).build();
        double[] x = minimum(discs, 0.1);
        Contacts contacts = discs.contacts(x);
        assertThat(contacts.rattlers()).isPositive();
        for (Vibrations.Part part : Vibrations.Part.values()) {
            Modes modes = modes(part, discs, x);
            int zero = 2 + 2 * contacts.rattlers();
            assertThat(modes.zero()).isEqualTo(zero);
            assertThat(modes.unstable()).isEqualTo(0);
            assertThat(modes.frequencies()).hasSize(128 - zero);
        }
    }

    /** Fewer contacts than freedoms: without force there are more zero modes, as many as are missing and as there are states of self stress; the force holds them. */
    @Test
    void ellipsesAreHeldByTheirForces() {
        ContactLandscape ellipses = (ContactLandscape)
                new Packing(32, 2, List.of(1.0, 1.4), 0.895, Repulsion.HARMONIC, 1.2, Contact.PERRAM_WERTHEIM).build();
        double[] x = minimum(ellipses, 0.1);
        Contacts contacts = ellipses.contacts(x);
        int missing = 3 * contacts.bodies() - 2 - contacts.count();
        assertThat(missing).isPositive();
        int symmetries = 2 + 3 * contacts.rattlers();
        Modes whole = modes(Vibrations.Part.WHOLE, ellipses, x);
        Modes springs = modes(Vibrations.Part.UNSTRESSED, ellipses, x);
        assertThat(whole.zero()).isEqualTo(symmetries);
        assertThat(whole.unstable()).isEqualTo(0);
        assertThat(springs.zero()).isGreaterThanOrEqualTo(symmetries + missing);
    }

    /** H u = omega^2 M u of each mode that is kept, ellipses with the inertia of their angles; body by body. */
    @Test
    void shapesAreDisplacements() {
        Landscape ellipses =
                new Packing(16, 2, List.of(1.0, 1.4), 0.9, Repulsion.HARMONIC, 1.5, Contact.PERRAM_WERTHEIM).build();
        double[] x = minimum(ellipses, 0.1);
        WeightedOperator operator =
                new WeightedOperator(StateOperator.of(Vibrations.Part.WHOLE.operator(), ellipses), ellipses);
        Modes modes = Modes.of(operator.at(x), 3, 5);
        NamedArray moved = Vibrations.moved(modes, ellipses);
        assertThat(moved.shape()).containsExactly(5, 16, 3);
        double[] hu = new double[x.length];
        for (int k = 0; k < 5; k++) {
            double[] u = Arrays.copyOfRange(moved.values(), k * x.length, (k + 1) * x.length);
            ellipses.hessianVector(x, u, hu);
            double square = modes.frequencies()[k] * modes.frequencies()[k];
            double kinetic = 0.0;
            for (int i = 0; i < u.length; i++) {
                assertThat(hu[i]).isCloseTo(square * ellipses.inertia(i) * u[i], within(1e-12));
                kinetic += ellipses.inertia(i) * u[i] * u[i];
            }
            assertThat(kinetic).isCloseTo(1.0, within(1e-12));
        }
        assertThat(new Vibrations(Vibrations.Part.WHOLE, 1, Optional.empty()).quantities())
                .hasSize(4);
        assertThat(new Vibrations(Vibrations.Part.WHOLE, 1, Optional.of(5)).quantities())
                .hasSize(5);
    }

    /** The sum of omega^2 is the trace of M^-1 H, angles with their inertia. */
    @Test
    void inertiaDividesTheHessian() {
        Landscape ellipses =
                new Packing(16, 2, List.of(1.0, 1.4), 0.9, Repulsion.HARMONIC, 1.5, Contact.PERRAM_WERTHEIM).build();
        double[] x = minimum(ellipses, 0.1);
        double trace = 0.0;
        double[] unit = new double[x.length];
        double[] row = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            unit[i] = 1.0;
            ellipses.hessianVector(x, unit, row);
            unit[i] = 0.0;
            trace += row[i] / ellipses.inertia(i);
        }
        double sum = Arrays.stream(modes(Vibrations.Part.WHOLE, ellipses, x).frequencies())
                .map(omega -> omega * omega)
                .sum();
        assertThat(sum).isCloseTo(trace, within(1e-10 * trace));
    }

    /** On the sphere the pre-stress is the multiplier, and both parts together are the whole. */
    @Test
    void thePartsAddUp() {
        Landscape perceptron = new Perceptron(20, 4, -0.2, 1).build();
        Landscape ellipses = new Packing(8, 2, List.of(1.0), 0.9, Repulsion.HERTZIAN, 1.5, Contact.GAY_BERNE).build();
        for (Landscape landscape : List.of(perceptron, ellipses)) {
            double[] x = minimum(landscape, 0.1);
            double[] v = new double[x.length];
            Streams.of(9).stream("v", 0).normals(v);
            double[] whole = new double[x.length];
            double[] springs = new double[x.length];
            double[] stress = new double[x.length];
            StateOperator.of(Operator.HESSIAN, landscape).at(x).apply(v, whole);
            StateOperator.of(Operator.UNSTRESSED, landscape).at(x).apply(v, springs);
            StateOperator.of(Operator.PRE_STRESS, landscape).at(x).apply(v, stress);
            for (int i = 0; i < v.length; i++)
                assertThat(springs[i] + stress[i]).isCloseTo(whole[i], within(1e-12));
            double[] values = DenseSpectrum.of(
                            StateOperator.of(Operator.UNSTRESSED, landscape).at(x), false)
                    .values();
            assertThat(values[0]).isGreaterThan(-1e-12);
        }
    }
}
