package rugged.landscape.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.api.model.ContactLandscape;
import rugged.num.Streams;

class UnstressedTest {
    /** Particles on a grid that touch nowhere, but for the first two. */
    private static double[] onePair(Sizes sizes, int coordinates, double apart) {
        int side = (int) Math.ceil(Math.sqrt(sizes.particles()));
        double[] x = new double[coordinates * sizes.particles()];
        for (int i = 0; i < sizes.particles(); i++) {
            x[coordinates * i] = sizes.length() * (i % side + 0.5) / side;
            x[coordinates * i + 1] = sizes.length() * (i / side + 0.5) / side;
            if (coordinates == 3) x[3 * i + 2] = 0.3 + 0.7 * i;
        }
        x[coordinates] = x[0] + 0.8 * apart;
        x[coordinates + 1] = x[1] - 0.6 * apart;
        return x;
    }

    /** Of a single pair E = V(delta), so that grad delta = g/V' and H_0 = V'' g g^T/V'^2: known from the energy and the gradient alone. */
    @ParameterizedTest
    @CsvSource({"1, HARMONIC", "1, HERTZIAN", "1.6, HARMONIC", "1.6, HERTZIAN"})
    void aPairIsOneSpring(double aspect, Repulsion repulsion) {
        Packing packing = new Packing(16, 2, List.of(1.0, 1.4), 0.1, repulsion, aspect, Contact.PERRAM_WERTHEIM);
        ContactLandscape landscape = (ContactLandscape) packing.build();
        double[] x = onePair(((PairTouching) landscape).sizes(), landscape.coordinatesOfBody(), 0.8);
        int n = x.length;
        double[] g = new double[n];
        double energy = landscape.energyAndGradient(x, g);
        assertThat(energy).isPositive();
        double delta = repulsion.overlap(energy);
        assertThat(repulsion.energy(delta)).isCloseTo(energy, within(1e-15));
        double ratio = repulsion.curvature(delta) / Math.pow(repulsion.slope(delta), 2);
        double[] v = new double[n];
        double[] found = new double[n];
        Streams.of(3).stream("v", 0).normals(v);
        landscape.unstressedVector(x, v, found);
        double along = 0.0;
        for (int i = 0; i < n; i++) along += g[i] * v[i];
        for (int i = 0; i < n; i++) assertThat(found[i]).isCloseTo(ratio * along * g[i], within(1e-11));
    }
}
