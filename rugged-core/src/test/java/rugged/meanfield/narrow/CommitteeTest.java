package rugged.meanfield.narrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.meanfield.binary.GaussianTail;

/** Committees of two: the bivariate normal law, the channel of three labels, and state evolution. */
class CommitteeTest {
    /** P(x > -a, y > -b), by brute force in the first variable. */
    private static double both(double a, double b, double r) {
        double s = Math.sqrt(1 - r * r);
        return new Panels(Math.min(1, s), -a, r == 0 ? 0 : -b / r)
                .average(x -> x > -a ? GaussianTail.above(-(b + r * x) / s) : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.5", "0.3, -0.7, -0.54", "2, 1, 0.9", "-1, -1.5, 0.92", "1, -1, -0.95", "-2.5, -2, -0.6",
        "-3, 0.5, 0.99", "-1, 1.2, -0.999", "0.5, 0.5, 0.9999", "-4, -4, -0.3", "5, -4, 0.2", "-0.1, 0.1, 0"
    })
    void bothPositive(double a, double b, double r) {
        double expected = both(a, b, r);
        assertThat(new Quadrant().both(a, b, r)).isCloseTo(expected, within(1e-11 * expected + 1e-16));
        assertThat(new Quadrant().both(b, a, r)).isCloseTo(expected, within(1e-11 * expected + 1e-16));
    }

    /** Sheppard's formula, and the four quadrants. */
    @Test
    void quadrantsAddUp() {
        for (double r : new double[] {-1, -0.999999, -0.95, -0.4, 0, 0.7, 0.93, 0.999999, 1}) {
            assertThat(new Quadrant().both(0, 0, r)).isCloseTo(0.25 + Math.asin(r) / (2 * Math.PI), within(3e-8));
            for (double a = -3; a < 3.1; a += 1.5)
                for (double b = -3; b < 3.1; b += 1.25)
                    assertThat(new Quadrant().both(a, b, r)
                                    + new Quadrant().both(-a, b, -r)
                                    + new Quadrant().both(a, -b, -r)
                                    + new Quadrant().both(-a, -b, r))
                            .isCloseTo(1, within(1e-7));
        }
    }

    /** Where nothing is left but exponents: P(both above x) for equal numbers is H(x), for independent ones the product, and otherwise Mills's ratio of two. */
    @Test
    void farTails() {
        Quadrant quadrant = new Quadrant();
        quadrant.at(-50, -50, 1, 1, 1 - 1e-12);
        assertThat(quadrant.logWeight()).isCloseTo(GaussianTail.logAbove(50), within(1e-4));
        quadrant.at(-50, -30, 1, 1, 0);
        assertThat(quadrant.logWeight()).isCloseTo(GaussianTail.logAbove(50) + GaussianTail.logAbove(30), within(1e-9));
        double x = 200;
        double r = -0.5;
        quadrant.at(-x, -x, 1, 1, r);
        double exponent = -x * x / (1 + r);
        double factor = Math.log((1 + r) * (1 + r) / (2 * Math.PI * Math.sqrt(1 - r * r) * x * x));
        assertThat(quadrant.logWeight()).isCloseTo(exponent + factor, within(1e-3));
        assertThat(quadrant.first()).isCloseTo(x / (1 + r), within(0.05));
    }

    /** Answers are derivatives of the log of the weight, and their slopes those of the answers. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0",
        "0.7, 0.4, -0.25",
        "0.05, 0.06, 0.03",
        "1, 0.5, 0.69",
        "0.3, 0.3, -0.299",
        "0.001, 0.002, -0.0005"
    })
    void channelsAreDerivatives(double v11, double v22, double v12) {
        CommitteeChannel channel = new CommitteeChannel();
        CommitteeChannel other = new CommitteeChannel();
        for (int y = -1; y <= 1; y++)
            for (double a = -7; a < 7.1; a += 1.7)
                for (double b = -7; b < 7.1; b += 1.3) {
                    double omega1 = a * Math.sqrt(v11);
                    double omega2 = b * Math.sqrt(v22);
                    double e = 1e-4 * Math.sqrt(v11 - v12 * v12 / v22);
                    channel.at(y, omega1, omega2, v11, v22, v12);
                    double[] ahead = values(other, y, omega1 + e, omega2, v11, v22, v12);
                    double[] behind = values(other, y, omega1 - e, omega2, v11, v22, v12);
                    double first = (ahead[0] - behind[0]) / (2 * e);
                    assertThat(channel.first()).isCloseTo(first, within(1e-5 / e * 1e-4 + 1e-5 * Math.abs(first)));
                    double own = (behind[1] - ahead[1]) / (2 * e);
                    double cross = (behind[2] - ahead[2]) / (2 * e);
                    double near = 1e-8 / (e * e) * 1e-4 + 1e-5 * (Math.abs(own) + Math.abs(cross));
                    assertThat(channel.ownFirst()).isCloseTo(own, within(near));
                    assertThat(channel.cross()).isCloseTo(cross, within(near));
                    double[] up = values(other, y, omega1, omega2 + e, v11, v22, v12);
                    double[] down = values(other, y, omega1, omega2 - e, v11, v22, v12);
                    assertThat(channel.ownSecond()).isCloseTo((down[2] - up[2]) / (2 * e), within(near));
                }
    }

    private static double[] values(
            CommitteeChannel c, int y, double o1, double o2, double v11, double v22, double v12) {
        c.at(y, o1, o2, v11, v22, v12);
        return new double[] {c.logWeight(), c.first(), c.second()};
    }

    @Test
    void labelsAddUp() {
        CommitteeChannel channel = new CommitteeChannel();
        for (double a = -3; a < 3; a += 0.7)
            for (double b = -3; b < 3; b += 0.9) {
                double sum = 0;
                double first = 0;
                for (int y = -1; y <= 1; y++) {
                    channel.at(y, a, b, 0.6, 0.9, -0.3);
                    sum += Math.exp(channel.logWeight());
                    first += Math.exp(channel.logWeight()) * channel.first();
                }
                assertThat(sum).isCloseTo(1, within(1e-12));
                assertThat(first).isCloseTo(0, within(1e-12));
            }
    }

    @ParameterizedTest
    @CsvSource({"2, 0.35176, 0.35176", "3, 0.65292, 0.16146"})
    void overlaps(double alpha, double own, double cross) {
        CommitteeEvolution evolution = new CommitteeEvolution(alpha);
        UnitOverlaps low = evolution.from(UnitOverlaps.alike(1e-4, 0));
        UnitOverlaps high = evolution.from(UnitOverlaps.alike(0.999, 0));
        for (UnitOverlaps q : new UnitOverlaps[] {low, high}) {
            assertThat(q.own()).isCloseTo(own, within(1e-5));
            assertThat(q.q12()).isCloseTo(cross, within(1e-5));
        }
        assertThat(low.distance(high)).isLessThan(1e-7);
    }

    /** The page's number is 2.057(10). */
    @Test
    void unitsSpecialiseFrom() {
        double low = 2.0;
        double high = 2.1;
        for (int k = 0; k < 10; k++) {
            double alpha = 0.5 * (low + high);
            if (new CommitteeEvolution(alpha).splitting() > 1) high = alpha;
            else low = alpha;
        }
        assertThat(low).isCloseTo(2.057, within(0.01)).isCloseTo(2.0524, within(2e-4));
    }

    /** phi is stationary at a fixed point, and larger where units have specialised than where they are alike. */
    @Test
    void freeEntropyChooses() {
        CommitteeEvolution evolution = new CommitteeEvolution(3);
        UnitOverlaps q = evolution.from(UnitOverlaps.alike(0.6, 0.1));
        double phi = evolution.freeEntropy(q);
        double e = 1e-3;
        for (UnitOverlaps near : new UnitOverlaps[] {
            new UnitOverlaps(q.q11() + e, q.q22(), q.q12()), new UnitOverlaps(q.q11(), q.q22(), q.q12() + e)
        }) {
            UnitOverlaps far = q.towards(near, -1);
            double slope = (evolution.freeEntropy(near) - evolution.freeEntropy(far)) / (2 * e);
            assertThat(slope).isCloseTo(0, within(1e-5));
        }
        assertThat(phi).isGreaterThan(evolution.freeEntropy(evolution.alike()) + 1e-3);
        // d phi/d alpha is minus the entropy of a label
        double ahead = new CommitteeEvolution(3.01).freeEntropy(q);
        double behind = new CommitteeEvolution(2.99).freeEntropy(q);
        double before = new CommitteeEvolution(3.01).freeEntropy(new CommitteeEvolution(3.01).from(q));
        double after = new CommitteeEvolution(2.99).freeEntropy(new CommitteeEvolution(2.99).from(q));
        assertThat(ahead - behind).isCloseTo(before - after, within(1e-4));
    }

    /** Errors by quadrature beside drawn examples, for a student that is not of a posterior. */
    @Test
    void errorsOfDrawnExamples() {
        double[][] m = {{0.5, 0.1}, {-0.05, 0.4}};
        double[][] q = {{0.6, 0.05}, {0.05, 0.5}};
        double[][] v = {{0.4, -0.1}, {-0.1, 0.5}};
        CommitteeErrors errors = new CommitteeErrors();
        errors.of(m, q, v);
        java.util.random.RandomGenerator random = rugged.num.Streams.of(4).stream("examples", 0);
        int n = 200_000;
        int wrong = 0;
        int gibbs = 0;
        CommitteeGuess guess = new CommitteeGuess();
        for (int k = 0; k < n; k++) {
            double t1 = random.nextGaussian();
            double t2 = random.nextGaussian();
            // fields of the student given the teacher's: m h' and the rest of q
            double a = q[0][0] - m[0][0] * m[0][0] - m[0][1] * m[0][1];
            double b = q[0][1] - m[0][0] * m[1][0] - m[0][1] * m[1][1];
            double c = q[1][1] - m[1][0] * m[1][0] - m[1][1] * m[1][1];
            double x = random.nextGaussian();
            double omega1 = m[0][0] * t1 + m[0][1] * t2 + Math.sqrt(a) * x;
            double omega2 = m[1][0] * t1
                    + m[1][1] * t2
                    + b / Math.sqrt(a) * x
                    + Math.sqrt(c - b * b / a) * random.nextGaussian();
            int y = label(t1, t2);
            guess.at(omega1, omega2, v[0][0], v[1][1], v[0][1]);
            if (guess.label() != y) wrong++;
            double u = random.nextGaussian();
            double h1 = omega1 + Math.sqrt(v[0][0]) * u;
            double h2 = omega2
                    + v[0][1] / Math.sqrt(v[0][0]) * u
                    + Math.sqrt(v[1][1] - v[0][1] * v[0][1] / v[0][0]) * random.nextGaussian();
            if (label(h1, h2) != y) gibbs++;
        }
        assertThat(errors.bayes()).isCloseTo((double) wrong / n, within(4 * 0.5 / Math.sqrt(n)));
        assertThat(errors.gibbs()).isCloseTo((double) gibbs / n, within(4 * 0.5 / Math.sqrt(n)));
    }

    private static int label(double h1, double h2) {
        return (int) Math.signum(Math.signum(h1) + Math.signum(h2));
    }

    /** Who knows nothing answers 0, which is wrong half of the time; who knows all is never wrong; units that are the same are no trouble. */
    @Test
    void errorsInLimits() {
        CommitteeErrors errors = new CommitteeErrors();
        double[][] none = new double[2][2];
        double[][] all = {{1, 0}, {0, 1}};
        errors.of(none, none, all);
        assertThat(errors.bayes()).isCloseTo(0.5, within(1e-6));
        assertThat(errors.gibbs()).isCloseTo(1 - 0.25 - 0.125, within(1e-6));
        double[][] near = {{0.999, 0}, {0, 0.999}};
        errors.of(near, near, new double[][] {{1e-3, 0}, {0, 1e-3}});
        // two units, each wrong at one of its own
        assertThat(errors.bayes()).isCloseTo(2 * Math.acos(Math.sqrt(0.999)) / Math.PI, within(2e-4));
        double[][] same = {{0.35, 0.35}, {0.35, 0.35}};
        errors.of(same, same, new double[][] {{0.65, -0.35}, {-0.35, 0.65}});
        double alike = errors.bayes();
        double[][] nearly = {{0.35 + 1e-9, 0.35 - 1e-9}, {0.35 - 1e-9, 0.35 + 1e-9}};
        errors.of(nearly, nearly, new double[][] {{0.65, -0.35}, {-0.35, 0.65}});
        assertThat(errors.bayes()).isCloseTo(alike, within(1e-4));
        assertThat(CommitteeErrors.training(UnitOverlaps.alike(0.35, 0.35))).isBetween(0.0, alike);
    }
}
