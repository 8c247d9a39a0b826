package rugged.landscape.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.api.model.Contacts;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.minimise.Fire;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.spectral.DenseSpectrum;

class PackingTest {
    private static final List<Double> TWO = List.of(1.0, 1.4);

    /** Discs and spheres of one, two and many sizes, few enough for a box without cells and many enough for one with them. */
    private static final List<Packing> ALL = List.of(
            new Packing(8, 2, List.of(1.0), 0.9, Repulsion.HARMONIC),
            new Packing(16, 2, TWO, 0.88, Repulsion.HERTZIAN),
            new Packing(200, 2, TWO, 0.86, Repulsion.HARMONIC),
            new Packing(90, 2, List.of(1.0, 1.2, 1.7), 1.3, Repulsion.HERTZIAN),
            new Packing(27, 3, List.of(1.0), 0.7, Repulsion.HARMONIC),
            new Packing(300, 3, TWO, 0.68, Repulsion.HARMONIC),
            new Packing(300, 3, List.of(1.0), 0.66, Repulsion.HERTZIAN));

    private static double[] random(Spheres spheres, long seed) {
        double[] x = new double[spheres.dimension()];
        spheres.randomise(x, Streams.of(seed).stream("start", 0));
        return x;
    }

    private static double norm(double[] a) {
        double square = 0.0;
        for (double ai : a) square += ai * ai;
        return Math.sqrt(square);
    }

    private static Stepper descent(Spheres spheres, double[] x, double tolerance) {
        return new Fire(0.1, 0.6, 5, 0.1, tolerance).start(spheres, x, Streams.of(1));
    }

    private static void same(double[] one, double[] other, double tolerance) {
        double size = norm(other);
        for (int i = 0; i < one.length; i++) assertThat(one[i]).isCloseTo(other[i], within(tolerance * size + 3e-15));
    }

    @Test
    void listsGiveWhatAllPairsGive() {
        for (Packing packing : ALL) {
            Spheres spheres = (Spheres) packing.build();
            AllPairs slow = new AllPairs(spheres.sizes(), packing.repulsion(), packing.packingFraction());
            double[] x = random(spheres, 3);
            double[] g = new double[x.length];
            Stepper descent = descent(spheres, x, 1e-8);
            for (int time = 0; time < 4; time++) {
                for (int k = 0; k < 30 * time; k++) descent.step();
                descent.state(x);
                // far outside the box, and nothing is different
                x[0] += 3.0 * spheres.sizes().length();
                x[x.length - 1] -= 2.0 * spheres.sizes().length();
                double energy = slow.energy(x);
                assertThat(spheres.energyAndGradient(x, g)).isCloseTo(energy, within(1e-12 * energy + 1e-15));
                assertThat(spheres.energy(x)).isCloseTo(energy, within(1e-12 * energy + 1e-15));
                same(g, slow.gradient(x), 1e-12);
                int[] count = {0};
                spheres.touching(x, (_, _, _, _, _) -> count[0]++);
                assertThat(count[0]).isEqualTo(slow.contacts(x));
            }
        }
    }

    @Test
    void productsAreThoseOfTheWholeMatrix() {
        for (Packing packing : ALL) {
            if (packing.particles() > 100) continue;
            Spheres spheres = (Spheres) packing.build();
            AllPairs slow = new AllPairs(spheres.sizes(), packing.repulsion(), packing.packingFraction());
            double[] x = random(spheres, 5);
            double[][] h = slow.hessian(x);
            RandomStream random = Streams.of(7).stream("directions", 0);
            double[] v = new double[x.length];
            double[] hv = new double[x.length];
            double[] expected = new double[x.length];
            random.normals(v);
            spheres.hessianVector(x, v, hv);
            for (int i = 0; i < x.length; i++) {
                expected[i] = 0.0;
                for (int j = 0; j < x.length; j++) expected[i] += h[i][j] * v[j];
            }
            same(hv, expected, 1e-12);
        }
    }

    /** The list is scratch: one that is fresh at each state, and one that is as old as it may be, come to the same bits. */
    @Test
    void bitsDoNotDependOnWhenTheListWasMade() {
        for (Packing packing : ALL) {
            Spheres old = (Spheres) packing.build();
            double[] x = random(old, 11);
            double[] g = new double[x.length];
            double[] again = new double[x.length];
            RandomStream random = Streams.of(2).stream("drift", 0);
            long before = old.builds();
            int states = 60;
            for (int k = 0; k < states; k++) {
                for (int i = 0; i < x.length; i++) x[i] += 0.02 * (random.nextDouble() - 0.5);
                double energy = old.energyAndGradient(x, g);
                Spheres fresh = old.fork();
                assertThat(fresh.energyAndGradient(x, again)).isEqualTo(energy);
                assertThat(again).containsExactly(g);
            }
            assertThat(old.builds() - before).isBetween(1L, states / 2L);
        }
    }

    /** Discs in vectors and one coordinate after the other: the same bits. */
    @Test
    void vectorsGiveTheBitsOfPlainCode() {
        for (Packing packing : ALL) {
            Spheres spheres = (Spheres) packing.build();
            double[] x = random(spheres, 13);
            double[] g = new double[x.length];
            double[] plain = new double[x.length];
            Neighbours pairs = new Neighbours(spheres.sizes(), 1.0);
            pairs.update(x);
            double energy = new ContactSweep(spheres.sizes(), packing.repulsion(), true).energyAndGradient(pairs, x, g);
            double expected =
                    new ContactSweep(spheres.sizes(), packing.repulsion(), false).energyAndGradient(pairs, x, plain);
            assertThat(energy).isEqualTo(expected).isPositive();
            assertThat(g).containsExactly(plain);
        }
    }

    @Test
    void aCrowdMakesTheListGrow() {
        Packing packing = new Packing(400, 2, TWO, 0.8, Repulsion.HARMONIC);
        Spheres spheres = (Spheres) packing.build();
        double[] x = random(spheres, 1);
        double[] g = new double[x.length];
        spheres.energyAndGradient(x, g);
        for (int i = 0; i < x.length; i++) x[i] *= 0.12;
        AllPairs slow = new AllPairs(spheres.sizes(), Repulsion.HARMONIC, 0.8);
        assertThat(slow.contacts(x)).isGreaterThan(10 * 400);
        assertThat(spheres.energyAndGradient(x, g)).isCloseTo(slow.energy(x), within(1e-11 * slow.energy(x)));
        same(g, slow.gradient(x), 1e-11);
    }

    /** Particles of a diameter of 1 touch at distance 1 times the scale. */
    @Test
    void theControlChangesTheDiameters() {
        Packing packing = new Packing(100, 2, List.of(1.0), 0.5, Repulsion.HARMONIC);
        Spheres spheres = (Spheres) packing.build();
        double[] x = new double[200];
        double side = spheres.sizes().length() / 10.0;
        for (int i = 0; i < 100; i++) {
            x[2 * i] = i % 10 * side;
            x[2 * i + 1] = i / 10 * side;
        }
        assertThat(side * side).isCloseTo(Math.PI / 4.0 / 0.5, within(1e-12));
        assertThat(spheres.energy(x)).isZero();
        double phi = 1.02 * Math.PI / 4.0;
        Spheres before = spheres.fork();
        spheres.control(phi);
        double delta = 1.0 - 1.0 / Math.sqrt(1.02);
        assertThat(spheres.control()).isEqualTo(phi);
        assertThat(spheres.energy(x)).isCloseTo(200.0 * 0.5 * delta * delta, within(1e-13));
        assertThat(spheres.residual(x)).isCloseTo(delta * Math.sqrt(2.0), within(1e-12));
        assertThat(before.energy(x)).isZero();
        assertThat(spheres.fork().energy(x)).isEqualTo(spheres.energy(x));
        // force delta/s at distance s (1 - delta), two contacts a particle, in the unit of the diameters
        Contacts contacts = spheres.contacts(x);
        double cell = Math.PI / 4.0 / phi;
        assertThat(contacts.pressure()).isCloseTo(2.0 * delta * (1.0 - delta) / (2.0 * cell), within(1e-12));
        assertThat(contacts.count()).isEqualTo(200);
        assertThat(contacts.coordination()).isEqualTo(4.0);
        assertThat(contacts.rattlers()).isZero();
        assertThat(contacts.isostatic()).isEqualTo(2 * 99 + 1);
    }

    /** p = -dE/dV at fixed diameters: of a minimum, phi^2 d(E/V_0)/dphi with V_0 the volume of the particles, by differences between minima. */
    @Test
    void pressureIsTheDerivativeOfTheEnergyByTheVolume() {
        for (int space = 2; space <= 3; space++) {
            double phi = space == 2 ? 0.95 : 0.75;
            Spheres spheres = (Spheres) new Packing(32, space, TWO, phi, Repulsion.HARMONIC).build();
            double[] x = settled(spheres, random(spheres, 4));
            double pressure = spheres.contacts(x).pressure();
            double h = 1e-5;
            spheres.control(phi + h);
            double up = spheres.energy(settled(spheres, x));
            spheres.control(phi - h);
            double down = spheres.energy(settled(spheres, x));
            double particles = spheres.sizes().box() * phi;
            assertThat(phi * phi * (up - down) / (2.0 * h) / particles).isCloseTo(pressure, within(1e-5 * pressure));
        }
    }

    private static double[] settled(Spheres spheres, double[] from) {
        Stepper descent = descent(spheres, from, 1e-12);
        for (int k = 0; k < 200_000 && descent.status().running(); k++) descent.step();
        assertThat(descent.status()).isInstanceOf(Status.Converged.class);
        double[] x = from.clone();
        descent.state(x);
        return x;
    }

    /** The zeros of the Hessian of a minimum are the translations and the motions of rattlers, and no others: N_zero = d (1 + rattlers). */
    @Test
    void zeroModesAreTranslationsAndRattlers() {
        int rattling = 0;
        for (int seed = 0; seed < 4; seed++) {
            Spheres spheres = (Spheres) new Packing(24, 2, TWO, 0.88, Repulsion.HARMONIC).build();
            double[] x = settled(spheres, random(spheres, seed));
            double[][] modes = spheres.zeroModes(x);
            double[] hv = new double[x.length];
            for (double[] mode : modes) {
                spheres.hessianVector(x, mode, hv);
                assertThat(norm(hv)).isLessThan(1e-9 * norm(mode));
            }
            double[] lambda = eigenvalues(spheres, x);
            Contacts contacts = spheres.contacts(x);
            assertThat(modes).hasDimensions(2 * (1 + contacts.rattlers()), x.length);
            assertThat(Arrays.stream(lambda).filter(one -> Math.abs(one) < 1e-9).count())
                    .isEqualTo(modes.length);
            assertThat(lambda[0]).isGreaterThan(-1e-9);
            rattling += contacts.rattlers();
        }
        assertThat(rattling).isPositive();
    }

    private static double[] eigenvalues(Spheres spheres, double[] x) {
        int n = x.length;
        double[] matrix = new double[n * n];
        double[] unit = new double[n];
        double[] column = new double[n];
        for (int i = 0; i < n; i++) {
            unit[i] = 1.0;
            spheres.hessianVector(x, unit, column);
            System.arraycopy(column, 0, matrix, i * n, n);
            unit[i] = 0.0;
        }
        return DenseSpectrum.of(n, matrix, false).values();
    }

    /** A particle that is held by two others only bears no load, and then those that it helped to hold. */
    @Test
    void rattlersAreTakenAwayAgainAndAgain() {
        Spheres spheres = (Spheres) new Packing(8, 2, List.of(1.0), 0.3, Repulsion.HARMONIC).build();
        double[] x = new double[16];
        // a cluster of five in a chain, three apart: no particle has three contacts once the ends are gone
        for (int i = 0; i < 8; i++) {
            x[2 * i] = i < 5 ? 0.6 + 0.5 * i : 0.6 + 1.3 * (i - 5);
            x[2 * i + 1] = i < 5 ? 0.5 : 3.0;
        }
        int[] count = {0};
        spheres.touching(x, (_, _, _, _, _) -> count[0]++);
        assertThat(count[0]).isEqualTo(4);
        Contacts contacts = spheres.contacts(x);
        assertThat(contacts.bodies()).isZero();
        assertThat(contacts.rattlers()).isEqualTo(8);
        assertThat(contacts.count()).isZero();
    }

    @Test
    void aStepAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Spheres spheres = (Spheres) new Packing(128, 2, TWO, 0.86, Repulsion.HARMONIC).build();
        Stepper descent = descent(spheres, random(spheres, 1), 1e-14);
        for (int k = 0; k < 3000; k++) descent.step();
        long builds = spheres.builds();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int k = 0; k < 2000; k++) descent.step();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2000L);
        assertThat(spheres.builds()).isGreaterThanOrEqualTo(builds);
    }

    @Test
    void whatCannotBePackedIsRefused() {
        assertThatThrownBy(() -> new Packing(9, 2, TWO, 0.88, Repulsion.HARMONIC))
                .hasMessageContaining("must be even for a 50:50 mixture");
        assertThatThrownBy(() -> new Packing(10, 2, List.of(1.0, 1.1, 1.2), 0.88, Repulsion.HARMONIC))
                .hasMessageContaining("no multiple of the number of diameters, 3");
        assertThatThrownBy(() -> new Packing(8, 2, List.of(1.0, 3.0), 0.88, Repulsion.HARMONIC))
                .hasMessageContaining("box too small for minimum image: L=");
        assertThatThrownBy(() -> new Packing(6, 2, TWO, 0.88, Repulsion.HARMONIC))
                .hasMessageContaining("8 or more");
        assertThatThrownBy(() -> new Packing(64, 2, TWO, 1.6, Repulsion.HARMONIC))
                .hasMessageContaining("packing fraction out of range");
        assertThatThrownBy(() -> new Packing(64, 2, TWO, 0.0, Repulsion.HARMONIC))
                .hasMessageContaining("packing fraction out of range");
        assertThatThrownBy(() -> new Packing(64, 2, List.of(1.0, -1.0), 0.88, Repulsion.HARMONIC))
                .hasMessageContaining("is no diameter");
        Spheres few = (Spheres) new Packing(8, 2, TWO, 0.88, Repulsion.HARMONIC).build();
        assertThatThrownBy(() -> few.control(1.4)).hasMessageContaining("box too small for minimum image");
        assertThatThrownBy(() -> few.control(-0.1)).hasMessageContaining("out of range");
    }
}
