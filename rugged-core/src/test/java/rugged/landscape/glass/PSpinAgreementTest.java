package rugged.landscape.glass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.api.model.Batch;
import rugged.api.model.Landscape;
import rugged.api.model.StochasticLandscape;
import rugged.geometry.Manifold;
import rugged.landscape.Precision;
import rugged.meanfield.Mixture;
import rugged.num.kernel.Kernels;

/** Two routes to the same numbers: stored and drawn again, alone and in a block, plain and vector, whole and in batches. */
class PSpinAgreementTest {
    private static final int N = 41;

    private static PSpin spec(String mixture, PSpin.Couplings couplings, Precision precision, PSpin.Storage storage) {
        return new PSpin(N, Mixture.parse(mixture), couplings, precision, storage, Double.POSITIVE_INFINITY, 1.0, 8);
    }

    private static PSpin packed(Precision precision) {
        return spec("2+3", PSpin.Couplings.FULL, precision, PSpin.Storage.PACKED);
    }

    private static double[] gradient(Landscape model, double[] x) {
        double[] g = new double[x.length];
        model.energyAndGradient(x, g);
        return g;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    @Test
    void couplingsDrawnAgainGiveTheSameBits() {
        for (Precision precision : Precision.values()) {
            for (PSpin.Couplings couplings : PSpin.Couplings.values()) {
                double[] x = Tuples.point(N, 1);
                double[] stored = gradient(
                        spec("1+3", couplings, precision, PSpin.Storage.PACKED).build(), x);
                double[] drawn = gradient(
                        spec("1+3", couplings, precision, PSpin.Storage.ON_THE_FLY)
                                .build(),
                        x);
                assertThat(drawn).isEqualTo(stored);
            }
        }
    }

    @Test
    void aReplicaInABlockGetsTheSameBitsAsAlone() {
        for (Precision precision : Precision.values()) {
            Landscape model = packed(precision).build();
            for (int count : new int[] {1, 2, 3, 8, 9}) {
                double[][] xs = new double[count][];
                double[][] gs = new double[count][N];
                double[] es = new double[count];
                for (int r = 0; r < count; r++) xs[r] = Tuples.point(N, r);
                model.energiesAndGradients(xs, es, gs);
                for (int r = 0; r < count; r++) {
                    double[] g = new double[N];
                    assertThat(model.energyAndGradient(xs[r], g)).isEqualTo(es[r]);
                    assertThat(gs[r]).isEqualTo(g);
                }
            }
        }
    }

    @Test
    void forksGiveTheSameBits() {
        Landscape model = packed(Precision.FLOAT32).build();
        double[] x = Tuples.point(N, 1);
        assertThat(gradient(model.fork(), x)).isEqualTo(gradient(model, x));
        assertThat(gradient(packed(Precision.FLOAT32).build(), x)).isEqualTo(gradient(model, x));
    }

    @Test
    void vectorKernelsAgreeWithPlainJava() {
        for (Precision precision : Precision.values()) {
            PSpinModel model = (PSpinModel) packed(precision).build();
            double[] x = Tuples.point(N, 1);
            double tolerance = precision == Precision.FLOAT64 ? 1e-13 : 2e-6;
            assertThat(gradient(model, x))
                    .containsExactly(gradient(model.with(Kernels.scalar()), x), within(tolerance));
        }
    }

    @Test
    void singlePrecisionIsCloseToDouble() {
        double[] x = Tuples.point(N, 1);
        double[] v = Tuples.point(N, 2);
        double[] hv = new double[N];
        double[] exact = new double[N];
        packed(Precision.FLOAT32).build().hessianVector(x, v, hv);
        packed(Precision.FLOAT64).build().hessianVector(x, v, exact);
        assertThat(hv).containsExactly(exact, within(5e-6));
        assertThat(gradient(packed(Precision.FLOAT32).build(), x))
                .containsExactly(gradient(packed(Precision.FLOAT64).build(), x), within(2e-6));
    }

    @Test
    void hessianIsSymmetricAndAnnihilatesNothingButByHomogeneity() {
        Landscape model = spec("3", PSpin.Couplings.FULL, Precision.FLOAT64, PSpin.Storage.PACKED)
                .build();
        double[] x = Tuples.point(N, 1);
        double[] u = Tuples.point(N, 2);
        double[] v = Tuples.point(N, 3);
        double[] hu = new double[N];
        double[] hv = new double[N];
        model.hessianVector(x, u, hu);
        model.hessianVector(x, v, hv);
        assertThat(dot(u, hv)).isCloseTo(dot(v, hu), within(1e-11));
        // the gradient is homogeneous of degree p - 1: Hess x = (p - 1) grad
        double[] hx = new double[N];
        model.hessianVector(x, x, hx);
        double[] g = gradient(model, x);
        for (int i = 0; i < N; i++) assertThat(hx[i]).isCloseTo(2.0 * g[i], within(1e-12));
    }

    @Test
    void batchesAreUnbiasedRowByRow() {
        for (String mixture : new String[] {"1+3", "2+4"}) {
            for (PSpin.Couplings couplings : PSpin.Couplings.values()) {
                for (PSpin.Storage storage : PSpin.Storage.values()) {
                    PSpin spec = new PSpin(
                            9,
                            Mixture.parse(mixture),
                            couplings,
                            Precision.FLOAT32,
                            storage,
                            Double.POSITIVE_INFINITY,
                            1.0,
                            8);
                    averageOfSingleRows((StochasticLandscape) spec.build());
                }
            }
        }
    }

    private static void averageOfSingleRows(StochasticLandscape model) {
        int n = model.dimension();
        double[] x = Tuples.point(n, 1);
        double[] g = new double[n];
        double[] mean = new double[n];
        double energy = 0.0;
        int patterns = model.patterns();
        for (int mu = 0; mu < patterns; mu++) {
            energy += model.energyAndGradient(x, new Batch(new int[] {mu}, 0, 1), g) / patterns;
            for (int i = 0; i < n; i++) mean[i] += g[i] / patterns;
        }
        assertThat(energy).isCloseTo(model.energyAndGradient(x, g), within(2e-6));
        assertThat(mean).containsExactly(g, within(2e-6));
        int[] several = {3, 0, patterns - 1, 3};
        double expected = 0.0;
        for (int mu : several)
            expected += model.energyAndGradient(x, new Batch(new int[] {mu}, 0, 1), g) / several.length;
        assertThat(model.energyAndGradient(x, new Batch(several, 0, several.length), g))
                .isCloseTo(expected, within(1e-11));
    }

    @Test
    void costCountsWhatIsStored() {
        PSpin stored = new PSpin(
                512,
                Mixture.parse("3"),
                PSpin.Couplings.FULL,
                Precision.FLOAT32,
                PSpin.Storage.PACKED,
                Double.POSITIVE_INFINITY,
                1.0,
                1);
        PSpin drawn = new PSpin(
                512,
                Mixture.parse("3"),
                PSpin.Couplings.FULL,
                Precision.FLOAT32,
                PSpin.Storage.ON_THE_FLY,
                Double.POSITIVE_INFINITY,
                1.0,
                1);
        double couplings = 22_500_864.0;
        assertThat(stored.cost().memory()).isBetween(4 * couplings, 4.4 * couplings);
        assertThat(stored.cost().operations()).isEqualTo(2 * couplings);
        assertThat(drawn.cost().memory()).isLessThan(1e6);
        assertThat(stored.stiffness()).isCloseTo(4.0 * Math.sqrt(3.0), within(1e-12));
        assertThat(stored.build().manifold()).isSameAs(Manifold.SPHERE);
    }
}
