package rugged.landscape.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.api.model.Contacts;
import rugged.geometry.EllipsePair;
import rugged.num.RandomStream;
import rugged.num.Streams;

class EllipseTest {
    private static final List<Double> TWO = List.of(1.0, 1.4);

    /** A pair of ellipses: semi-axes and angles. */
    private record Two(double a1, double b1, double angle1, double a2, double b2, double angle2) {
        EllipsePair at(double rx, double ry, Contact contact) {
            double[] shapes = new double[6];
            shape(a1, b1, angle1, shapes, 0);
            shape(a2, b2, angle2, shapes, 3);
            EllipsePair pair = new EllipsePair(contact == Contact.PERRAM_WERTHEIM);
            pair.shapes(shapes, 0, 3);
            pair.evaluate(rx, ry, a1 / (a1 + a2));
            return pair;
        }

        private static void shape(double a, double b, double angle, double[] into, int at) {
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            into[at] = a * a * cos * cos + b * b * sin * sin;
            into[at + 1] = (a * a - b * b) * cos * sin;
            into[at + 2] = a * a * sin * sin + b * b * cos * cos;
        }

        Two turned(double first, double second) {
            return new Two(a1, b1, angle1 + first, a2, b2, angle2 + second);
        }

        Two swapped() {
            return new Two(a2, b2, angle2, a1, b1, angle1);
        }
    }

    private static Two random(RandomStream random) {
        return new Two(
                0.6 + random.nextDouble(),
                0.3 + 0.3 * random.nextDouble(),
                7 * random.nextDouble(),
                0.6 + random.nextDouble(),
                0.3 + 0.3 * random.nextDouble(),
                7 * random.nextDouble());
    }

    /** Values of the maximum over l on a fine grid, refined: made independently of this program. */
    @Test
    void knownPairs() {
        assertThat(new Two(1, 0.5, 0, 1, 0.5, Math.PI / 2)
                        .at(2, 0, Contact.PERRAM_WERTHEIM)
                        .value())
                .isCloseTo(16.0 / 9.0, within(1e-12));
        EllipsePair pair = new Two(1, 0.5, 0.3, 1, 0.5, 1.1).at(1.2, 0.7, Contact.PERRAM_WERTHEIM);
        assertThat(pair.value()).isCloseTo(0.577375394935, within(1e-9));
        assertThat(pair.slopeX()).isCloseTo(0.8513157697, within(1e-9));
        assertThat(pair.slopeY()).isCloseTo(0.1902455231, within(1e-9));
        assertThat(pair.slopeFirst()).isCloseTo(0.0397647501, within(1e-9));
        assertThat(pair.slopeSecond()).isCloseTo(0.3278616610, within(1e-9));
        double r = Math.hypot(1.2, 0.7);
        assertThat(r / Math.sqrt(pair.value())).isCloseTo(1.82830867, within(1e-7));
        EllipsePair rough = new Two(1, 0.5, 0.3, 1, 0.5, 1.1).at(1.2, 0.7, Contact.GAY_BERNE);
        assertThat(r / Math.sqrt(rough.value())).isCloseTo(1.84445631, within(1e-7));
        EllipsePair unequal = new Two(1, 0.5, 0.3, 1.4, 0.7, 1.1).at(1.2, 0.7, Contact.PERRAM_WERTHEIM);
        assertThat(unequal.value()).isCloseTo(0.423059083234, within(1e-7));
        assertThat(unequal.slopeX()).isCloseTo(0.65461406, within(1e-7));
        assertThat(unequal.slopeY()).isCloseTo(0.08654471, within(1e-7));
        assertThat(unequal.slopeFirst()).isCloseTo(0.05384270, within(1e-7));
        assertThat(unequal.slopeSecond()).isCloseTo(0.30053348, within(1e-7));
    }

    /** End to side: exact contact at 1.5, that of Gay and Berne at 1.58114, 5.4 % too far; parallel ones agree. */
    @Test
    void theApproximationNeverFallsShort() {
        EllipsePair exact = new Two(1, 0.5, 0, 1, 0.5, Math.PI / 2).at(1, 0, Contact.PERRAM_WERTHEIM);
        EllipsePair rough = new Two(1, 0.5, 0, 1, 0.5, Math.PI / 2).at(1, 0, Contact.GAY_BERNE);
        assertThat(1 / Math.sqrt(exact.value())).isCloseTo(1.5, within(1e-12));
        assertThat(1 / Math.sqrt(rough.value())).isCloseTo(Math.sqrt(2.5), within(1e-12));
        RandomStream random = Streams.of(6).stream("pairs", 0);
        for (int k = 0; k < 200; k++) {
            Two two = random(random);
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            double value = two.at(x, y, Contact.PERRAM_WERTHEIM).value();
            assertThat(two.at(x, y, Contact.GAY_BERNE).value()).isLessThanOrEqualTo(value * (1 + 1e-14));
            Two parallel = new Two(two.a1, two.b1, 0.4, two.a1, two.b1, 0.4);
            double alike = parallel.at(x, y, Contact.PERRAM_WERTHEIM).value();
            assertThat(parallel.at(x, y, Contact.GAY_BERNE).value()).isCloseTo(alike, within(1e-13 * alike));
        }
    }

    /** Discs: F = r^2/(R_A + R_B)^2. Swap of the pair, rotation of the whole, scaling of r. */
    @Test
    void identities() {
        RandomStream random = Streams.of(2).stream("pairs", 0);
        for (int k = 0; k < 200; k++) {
            Two two = random(random);
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            for (Contact contact : Contact.values()) {
                EllipsePair pair = two.at(x, y, contact);
                double size = pair.value();
                EllipsePair swapped = two.swapped().at(-x, -y, contact);
                assertThat(swapped.value()).isCloseTo(size, within(1e-12 * size));
                assertThat(swapped.slopeFirst()).isCloseTo(pair.slopeSecond(), within(1e-11 * size));
                assertThat(swapped.slopeX()).isCloseTo(-pair.slopeX(), within(1e-11 * (1 + size)));
                double cos = Math.cos(0.7);
                double sin = Math.sin(0.7);
                EllipsePair turned = two.turned(0.7, 0.7).at(cos * x - sin * y, sin * x + cos * y, contact);
                assertThat(turned.value()).isCloseTo(size, within(1e-12 * size));
                // nothing turns the whole
                assertThat(x * pair.slopeY() - y * pair.slopeX() + pair.slopeFirst() + pair.slopeSecond())
                        .isCloseTo(0.0, within(1e-11 * (1 + size)));
                assertThat(two.at(1.7 * x, 1.7 * y, contact).value()).isCloseTo(2.89 * size, within(1e-11 * size));
                assertThat(x * pair.slopeX() + y * pair.slopeY()).isCloseTo(2.0 * size, within(1e-12 * size));
                double discs = new Two(two.a1, two.a1, 0.3, two.a2, two.a2, 0.9)
                        .at(x, y, contact)
                        .value();
                double expected = (x * x + y * y) / ((two.a1 + two.a2) * (two.a1 + two.a2));
                assertThat(discs).isCloseTo(expected, within(1e-13 * expected));
            }
        }
    }

    private static double gap(double low, double high, double h) {
        return (high - low) / (2.0 * h);
    }

    /** Both derivatives against differences, for 200 random pairs: fourth order in the step, 1e-9 and 1e-7. */
    @Test
    void derivativesAgainstDifferences() {
        RandomStream random = Streams.of(8).stream("pairs", 0);
        for (int k = 0; k < 200; k++) {
            Two two = random(random);
            double x = 0.5 + random.nextDouble();
            double y = random.nextGaussian();
            double[] v = new double[4];
            random.normals(v);
            for (Contact contact : Contact.values()) {
                EllipsePair pair = two.at(x, y, contact);
                double slope = pair.slopeX() * v[0]
                        + pair.slopeY() * v[1]
                        + pair.slopeFirst() * v[2]
                        + pair.slopeSecond() * v[3];
                pair.along(v[0], v[1], v[2], v[3]);
                double[] bend = {pair.bendX(), pair.bendY(), pair.bendFirst(), pair.bendSecond()};
                double[] steps = new double[6];
                double[][] slopes = new double[6][];
                double h = 3e-4;
                double[] places = {-2, -1, 1, 2};
                for (int s = 0; s < 4; s++) {
                    double t = places[s] * h;
                    EllipsePair moved = two.turned(t * v[2], t * v[3]).at(x + t * v[0], y + t * v[1], contact);
                    steps[s] = moved.value();
                    slopes[s] = new double[] {moved.slopeX(), moved.slopeY(), moved.slopeFirst(), moved.slopeSecond()};
                }
                double size = 0.0;
                for (double one : bend) size = Math.max(size, Math.abs(one));
                double first = gap(steps[1], steps[2], h);
                double difference = first + (first - gap(steps[0], steps[3], 2 * h)) / 3.0;
                assertThat(slope).isCloseTo(difference, within(1e-9 * (pair.value() + size)));
                for (int c = 0; c < 4; c++) {
                    double near = gap(slopes[1][c], slopes[2][c], h);
                    double far = gap(slopes[0][c], slopes[3][c], 2 * h);
                    assertThat(bend[c]).isCloseTo(near + (near - far) / 3.0, within(1e-7 * size));
                }
            }
        }
    }

    /** Of aspect 1 + 1e-9 they are discs. */
    @Test
    void nearlyRoundOnesAreDiscs() {
        Spheres discs = (Spheres) new Packing(40, 2, TWO, 0.9, Repulsion.HARMONIC).build();
        Ellipses ellipses =
                (Ellipses) new Packing(40, 2, TWO, 0.9, Repulsion.HARMONIC, 1 + 1e-9, Contact.PERRAM_WERTHEIM).build();
        double[] x = new double[120];
        ellipses.randomise(x, Streams.of(4).stream("start", 0));
        double[] places = new double[80];
        for (int i = 0; i < 40; i++) System.arraycopy(x, 3 * i, places, 2 * i, 2);
        double[] g = new double[120];
        double[] expected = new double[80];
        double energy = discs.energyAndGradient(places, expected);
        assertThat(ellipses.energyAndGradient(x, g)).isCloseTo(energy, within(1e-7 * energy));
        for (int i = 0; i < 40; i++) {
            assertThat(g[3 * i]).isCloseTo(expected[2 * i], within(1e-6));
            assertThat(g[3 * i + 1]).isCloseTo(expected[2 * i + 1], within(1e-6));
            assertThat(g[3 * i + 2]).isCloseTo(0.0, within(1e-6));
        }
    }

    /** Lists and all pairs, at two packing fractions; a list that is old gives the bits of a fresh one. */
    @Test
    void listsGiveWhatAllPairsGive() {
        for (Contact contact : Contact.values()) {
            Packing packing = new Packing(60, 2, TWO, 0.9, Repulsion.HERTZIAN, 1.6, contact);
            Ellipses ellipses = (Ellipses) packing.build();
            double[] x = new double[180];
            double[] g = new double[180];
            double[] again = new double[180];
            ellipses.randomise(x, Streams.of(4).stream("start", 0));
            RandomStream random = Streams.of(5).stream("drift", 0);
            for (int k = 0; k < 30; k++) {
                double phi = k < 15 ? 0.9 : 0.8;
                ellipses.control(phi);
                for (int i = 0; i < x.length; i++) x[i] += 0.03 * (random.nextDouble() - 0.5);
                double energy = ellipses.energyAndGradient(x, g);
                assertThat(energy).isCloseTo(all(ellipses.sizes(), 1.6, phi, x, contact), within(1e-12 * energy));
                assertThat(ellipses.fork().energyAndGradient(x, again)).isEqualTo(energy);
                assertThat(again).containsExactly(g);
            }
        }
    }

    private static double all(Sizes sizes, double aspect, double phi, double[] x, Contact contact) {
        double scale = sizes.scale(phi);
        double sum = 0.0;
        for (int i = 0; i < sizes.particles(); i++) {
            for (int j = 0; j < i; j++) {
                double dx = Math.IEEEremainder(x[3 * i] - x[3 * j], sizes.length());
                double dy = Math.IEEEremainder(x[3 * i + 1] - x[3 * j + 1], sizes.length());
                double a = scale * sizes.radii()[j];
                double b = scale * sizes.radii()[i];
                Two two = new Two(a, a / aspect, x[3 * j + 2], b, b / aspect, x[3 * i + 2]);
                double delta = 1.0 - Math.sqrt(two.at(dx, dy, contact).value());
                if (delta > 0.0) sum += 0.4 * Math.pow(delta, 2.5);
            }
        }
        return sum;
    }

    /** Products of a whole packing with those of its gradient, and its contacts. */
    @Test
    void aPackingBendsAsItsForcesChange() {
        Ellipses ellipses =
                (Ellipses) new Packing(12, 2, TWO, 0.9, Repulsion.HARMONIC, 1.3, Contact.PERRAM_WERTHEIM).build();
        double[] x = new double[36];
        double[] v = new double[36];
        double[] hv = new double[36];
        ellipses.randomise(x, Streams.of(9).stream("start", 0));
        Streams.of(9).stream("direction", 0).normals(v);
        ellipses.hessianVector(x, v, hv);
        double h = 1e-5;
        double[][] g = new double[2][36];
        for (int side = 0; side < 2; side++) {
            double[] moved = x.clone();
            for (int i = 0; i < 36; i++) moved[i] += (2 * side - 1) * h * v[i];
            ellipses.energyAndGradient(moved, g[side]);
        }
        double size = 0.0;
        for (double one : hv) size = Math.max(size, Math.abs(one));
        for (int i = 0; i < 36; i++) assertThat(hv[i]).isCloseTo(gap(g[0][i], g[1][i], h), within(1e-7 * size));
        Contacts contacts = ellipses.contacts(x);
        assertThat(contacts.isostatic()).isEqualTo(3 * contacts.bodies() - 1);
        assertThat(ellipses.zeroModes(x)).hasDimensions(2 + 3 * contacts.rattlers(), 36);
    }

    @Test
    void whatIsNoEllipseIsRefused() {
        assertThatThrownBy(() -> new Packing(64, 2, TWO, 0.9, Repulsion.HARMONIC, 0.5, Contact.GAY_BERNE))
                .hasMessageContaining("aspect ratio must be >= 1 (swap axes)");
        assertThatThrownBy(() -> new Packing(64, 3, TWO, 0.7, Repulsion.HARMONIC, 1.5, Contact.GAY_BERNE))
                .hasMessageContaining("no ellipsoids");
        assertThat(new Packing(640, 2, TWO, 0.9, Repulsion.HARMONIC, 12, Contact.GAY_BERNE).remark())
                .contains("12.0");
    }
}
