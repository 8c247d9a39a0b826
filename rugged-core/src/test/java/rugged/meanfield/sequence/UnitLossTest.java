package rugged.meanfield.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rugged.api.lessons.LossSpec;
import rugged.loss.Attention;
import rugged.loss.AutoEncoder;
import rugged.loss.CommitteeLoss;
import rugged.loss.Hinge;
import rugged.loss.Logistic;
import rugged.loss.Phase;
import rugged.loss.Ridge;
import rugged.loss.SquaredHinge;
import rugged.loss.UnitActivation;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** Derivatives of losses by differences, and their proximal maps far out. */
class UnitLossTest {
    /** A loss in its shape. */
    record Shaped(LossSpec spec, int tokens, int units) {
        UnitLoss build() {
            return spec.build(tokens, units, units);
        }
    }

    static Stream<Shaped> all() {
        return Stream.of(
                new Shaped(new Ridge(), 1, 1),
                new Shaped(new Logistic(), 1, 1),
                new Shaped(new Hinge(), 1, 1),
                new Shaped(new SquaredHinge(), 1, 1),
                new Shaped(new Phase(), 1, 1),
                new Shaped(new CommitteeLoss(UnitActivation.ERF), 1, 3),
                new Shaped(new CommitteeLoss(UnitActivation.TANH), 2, 2),
                new Shaped(new AutoEncoder(UnitActivation.TANH), 1, 2),
                new Shaped(new AutoEncoder(UnitActivation.LINEAR), 2, 2),
                new Shaped(new Attention(0.3, 0.6), 2, 1),
                new Shaped(new Attention(0.0, 0.6), 3, 2));
    }

    private static double[] normals(RandomStream random, int n) {
        double[] x = new double[n];
        random.normals(x);
        return x;
    }

    private static double[] symmetric(RandomStream random, int r, double diagonal) {
        double[] x = normals(random, r * r);
        for (int i = 0; i < r; i++) for (int j = 0; j < i; j++) x[i * r + j] = x[j * r + i];
        for (int i = 0; i < r; i++) x[i * r + i] = Math.abs(x[i * r + i]) + diagonal;
        return x;
    }

    private static double[] plus(double[] x, double e, double[] v) {
        double[] y = x.clone();
        for (int k = 0; k < y.length; k++) y[k] += e * v[k];
        return y;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) sum += a[k] * b[k];
        return sum;
    }

    @ParameterizedTest
    @MethodSource("all")
    void derivativesAreThoseOfTheValue(Shaped shaped) {
        UnitLoss loss = shaped.build();
        int size = shaped.tokens * shaped.units;
        int r = shaped.units;
        RandomStream random = Streams.of(4).stream("loss", 0);
        double e = 1e-5;
        for (int trial = 0; trial < 20; trial++) {
            double[] y = new double[loss.labels()];
            if (y.length > 0) loss.teach(normals(random, size), y);
            if (loss.classifies()) y[0] = Math.signum(y[0]);
            double[] h = normals(random, size);
            double[] q = symmetric(random, r, 1);
            double[] vh = normals(random, size);
            double[] vq = symmetric(random, r, 0);
            double[] dh = new double[size];
            double[] dq = new double[r * r];
            double value = loss.slopes(y, h, q, dh, dq);
            assertThat(loss.value(y, h, q)).isEqualTo(value);
            double slope = dot(dh, vh) + (loss.seesProducts() ? dot(dq, vq) : 0);
            double ahead = loss.value(y, plus(h, e, vh), plus(q, e, vq));
            double behind = loss.value(y, plus(h, -e, vh), plus(q, -e, vq));
            assertThat((ahead - behind) / (2 * e)).isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
            double[] dh1 = new double[size];
            double[] dq1 = new double[r * r];
            double[] dh2 = new double[size];
            double[] dq2 = new double[r * r];
            loss.slopes(y, plus(h, e, vh), plus(q, e, vq), dh1, dq1);
            loss.slopes(y, plus(h, -e, vh), plus(q, -e, vq), dh2, dq2);
            double[] bentH = new double[size];
            double[] bentQ = new double[r * r];
            loss.bend(y, h, q, vh, vq, bentH, bentQ);
            for (int a = 0; a < size; a++)
                assertThat(bentH[a]).isCloseTo((dh1[a] - dh2[a]) / (2 * e), within(1e-6 * (1 + Math.abs(bentH[a]))));
            for (int a = 0; a < r * r; a++)
                assertThat(bentQ[a]).isCloseTo((dq1[a] - dq2[a]) / (2 * e), within(1e-6 * (1 + Math.abs(bentQ[a]))));
        }
    }

    /** g is -l' at the prox, which is omega + V g, over the whole range that averages reach and far beyond. */
    @ParameterizedTest
    @MethodSource("all")
    void proximalMapsLeaveNoResidual(Shaped shaped) {
        UnitLoss loss = shaped.build();
        int r = shaped.units;
        int size = shaped.tokens * r;
        ProximalMap map = new ProximalMap(loss, shaped.tokens, r);
        RandomStream random = Streams.of(7).stream("prox", 0);
        double[] q = symmetric(random, r, 1);
        for (double scale : new double[] {0.1, 10, 1000}) {
            double[] v = new double[r * r];
            for (int i = 0; i < r; i++) for (int j = 0; j < r; j++) v[i * r + j] = scale * (i == j ? 1 : 0.3);
            // a linear encoder has no minimum once V exceeds what ties it
            if (shaped.spec instanceof AutoEncoder && scale > 1) continue;
            double[] inverse = SmallMatrix.inverse(v, r);
            for (double far = -100; far <= 100; far += 12.5) {
                double[] omega = normals(random, size);
                for (int a = 0; a < size; a++) omega[a] = omega[a] * Math.abs(far) / 30 + (a == 0 ? far : 0);
                double[] y = new double[loss.labels()];
                if (y.length > 0) loss.teach(normals(random, size), y);
                if (loss.classifies()) y[0] = Math.signum(y[0]);
                map.solve(y, omega, v, inverse, q);
                double[] dh = new double[size];
                loss.slopes(y, map.h, q, dh, new double[r * r]);
                for (int l = 0; l < shaped.tokens; l++)
                    for (int i = 0; i < r; i++) {
                        int a = l * r + i;
                        double moved = omega[a];
                        double size1 = 1 + Math.abs(omega[a]);
                        for (int j = 0; j < r; j++) {
                            moved += v[i * r + j] * map.g[l * r + j];
                            size1 += v[i * r + j] * Math.abs(map.g[l * r + j]);
                        }
                        assertThat(map.h[a]).isCloseTo(moved, within(1e-9 * size1));
                        if (!(shaped.spec instanceof Hinge))
                            assertThat(map.g[a]).isCloseTo(-dh[a], within(1e-9 * (1 + Math.abs(dh[a]))));
                    }
            }
        }
    }

    /** Of two phases the nearer one is the lower, so that going downhill from omega finds the least. */
    @ParameterizedTest
    @MethodSource("all")
    void noOtherPointNearbyIsLower(Shaped shaped) {
        if (!(shaped.spec instanceof Phase)) return;
        UnitLoss loss = shaped.build();
        ProximalMap map = new ProximalMap(loss, 1, 1);
        for (double v : new double[] {0.1, 1, 10, 1000})
            for (double omega = -5; omega <= 5; omega += 0.37)
                for (double y = 0.1; y < 4; y += 0.3) {
                    map.solve(
                            new double[] {y},
                            new double[] {omega},
                            new double[] {v},
                            new double[] {1 / v},
                            new double[1]);
                    double found = at(loss, y, omega, v, map.h[0]);
                    for (double h = -8; h <= 8; h += 0.01)
                        assertThat(found).isLessThanOrEqualTo(at(loss, y, omega, v, h) + 1e-12);
                }
    }

    private static double at(UnitLoss loss, double y, double omega, double v, double h) {
        return 0.5 * (h - omega) * (h - omega) / v + loss.value(new double[] {y}, new double[] {h}, new double[1]);
    }
}
