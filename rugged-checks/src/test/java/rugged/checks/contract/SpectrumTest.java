package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Quantities;
import rugged.data.RandomExamples;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Sampling;
import rugged.dynamics.Stability;
import rugged.dynamics.sampling.Langevin;
import rugged.dynamics.stochastic.Sgd;
import rugged.num.spectral.Quadrature;
import rugged.observable.curvature.Operator;
import rugged.observable.curvature.Spectrum;
import rugged.observable.curvature.Spectrum.Method;
import rugged.params.BadParameter;
import rugged.params.Schema;
import rugged.protocol.Quench;
import rugged.protocol.SpectrumAt;
import rugged.protocol.WaitingTimes;

/** The observable spectrum, by all its routes, where everything is known. */
class SpectrumTest {
    private static final DynamicsSpec SGD =
            new Sgd(0.05, new Batching(10, Sampling.REPLACEMENT), 0.0, 0.0, Clock.STEPS, new Stability(false));
    private static final DynamicsSpec BATH = new Langevin(0.2, 0.05, Clock.FLOW, new Stability(false));

    private static LandscapeSpec network() {
        return Schema.changed(Bestiary.network(), "data", new RandomExamples(40, 0, 8, 0, 1));
    }

    private static Spectrum spectrum(Operator operator, Method method) {
        return new Spectrum(operator, method, 3, 40, 6, -1, 3, 41, 0.2, 1e-6, 1);
    }

    private static TinyBench look(LandscapeSpec landscape, DynamicsSpec dynamics, Spectrum spectrum) {
        TinyBench bench = new TinyBench(landscape, dynamics, spectrum, 2, 23, false);
        new SpectrumAt().run(bench);
        return bench;
    }

    @Test
    void everyRouteGivesTheEndsOfAWell() {
        for (Method method : Method.values()) {
            Spectrum spectrum = spectrum(Operator.HESSIAN, method);
            TinyBench bench = look(new GaussianWell(30, 0.3, 2.0), BATH, spectrum);
            for (double value : bench.values(spectrum.recorded().top(), 0.0, 1.0))
                assertThat(value).isCloseTo(2.0, within(1e-10));
            for (double value : bench.values(spectrum.recorded().bottom(), 0.0, 1.0))
                assertThat(value).isCloseTo(0.3, within(1e-10));
            assertThat(bench.values(spectrum.recorded().converged(), 0.0)).containsOnly(6.0);
            for (double value : bench.values(spectrum.recorded().residual(), 0.0))
                assertThat(value).isLessThan(2e-6);
            assertThat(bench.values(spectrum.recorded().overlap(), 0.0, 0.0)[0]).isCloseTo(1.0, within(1e-10));
            // eigenvectors of a diagonal matrix lie on one coordinate each
            assertThat(bench.values(spectrum.recorded().participation(), 0.0, 1.0)[0])
                    .isCloseTo(1.0 / 30, within(1e-6));
        }
    }

    /** Every route counts an eigenvalue as often as it is there. */
    @Test
    void everyRouteRepeatsWhatIsRepeated() {
        for (Method method : Method.values()) {
            Spectrum spectrum = spectrum(Operator.HESSIAN, method);
            TinyBench bench = look(GaussianWell.isotropic(12, 1.5), BATH, spectrum);
            for (double k : new double[] {1, 2, 3}) {
                for (double value : bench.values(spectrum.recorded().top(), 0.0, k))
                    assertThat(value).isCloseTo(1.5, within(1e-10));
                for (double value : bench.values(spectrum.recorded().bottom(), 0.0, k))
                    assertThat(value).isCloseTo(1.5, within(1e-10));
            }
            assertThat(bench.values(spectrum.recorded().converged(), 0.0)).containsOnly(6.0);
        }
    }

    /** A bath moves the state, not the Hessian of a quadratic well: its top space stays. */
    @Test
    void densityTracesAndCountsOfAWell() {
        for (Method method : List.of(Method.DENSE, Method.SLQ)) {
            Spectrum spectrum = spectrum(Operator.HESSIAN, method);
            LandscapeSpec well = GaussianWell.isotropic(20, 1.0);
            TinyBench bench = new TinyBench(well, BATH, spectrum, 1, 23, false);
            new Quench(2.0, 1.0, 1).run(bench);
            assertThat(bench.values(spectrum.recorded().trace(), 2.0)[0]).isCloseTo(20.0, within(1e-9));
            assertThat(bench.values(spectrum.recorded().square(), 2.0)[0]).isCloseTo(20.0, within(1e-9));
            assertThat(bench.values(spectrum.recorded().negative(), 2.0)).containsOnly(0.0);
            assertThat(bench.values(spectrum.recorded().down(), 2.0)).containsOnly(0.0);
            assertThat(bench.values(spectrum.recorded().flat(), 2.0)).containsOnly(0.0);
            double bell = Quadrature.bell(0.0) / 0.2;
            assertThat(bench.values(Quantities.HESSIAN_DENSITY, 2.0, 1.0)[0]).isCloseTo(bell, within(1e-9));
        }
    }

    @Test
    void endsAloneSayNothingOfTheRest() {
        Spectrum spectrum = spectrum(Operator.HESSIAN, Method.LANCZOS);
        TinyBench bench = look(new GaussianWell(30, 0.3, 2.0), BATH, spectrum);
        assertThat(bench.values(spectrum.recorded().trace(), 0.0)).containsOnly(Double.NaN);
        assertThat(bench.values(spectrum.recorded().negative(), 0.0)).containsOnly(Double.NaN);
    }

    /** On the sphere in a field, all N - 1 eigenvalues are the same. */
    @Test
    void theSphereHasOneEigenvalueLess() {
        Spectrum spectrum = spectrum(Operator.HESSIAN, Method.DENSE);
        QuadraticSphere ball = new QuadraticSphere(20, 0.9, 0.0);
        TinyBench bench = new TinyBench(ball, BATH, spectrum, 1, 23, false);
        new SpectrumAt().run(bench);
        double expected = 0.9 * Bestiary.start(ball.build(), 23)[0] / Math.sqrt(20);
        assertThat(bench.values(spectrum.recorded().trace(), 0.0)[0]).isCloseTo(19 * expected, within(1e-10));
    }

    @Test
    void quantitiesOfOtherOperatorsHaveNamesOfTheirOwn() {
        LandscapeSpec network = network();
        for (Operator operator : List.of(Operator.GAUSS_NEWTON, Operator.NOISE_COVARIANCE)) {
            Spectrum spectrum = spectrum(operator, Method.DENSE);
            TinyBench bench = look(network, SGD, spectrum);
            assertThat(bench.values(spectrum.recorded().top(), 0.0, 1.0)[0]).isPositive();
            assertThat(bench.values(spectrum.recorded().negative(), 0.0)).containsOnly(0.0);
            assertThat(spectrum.quantities())
                    .allMatch(quantity -> quantity.name().contains("_"));
        }
    }

    /** Random vectors and the spaces of earlier ages come back after every save. */
    @Test
    void nothingIsLostByQuadratureEither() {
        WaitingTimes ages = new WaitingTimes(List.of(0.0, 4.0), 4.0, 8.0, 1);
        Spectrum spectrum = spectrum(Operator.HESSIAN, Method.SLQ);
        TinyBench once = new TinyBench(network(), SGD, spectrum, 1, 21, false);
        ages.run(once);
        TinyBench again = new TinyBench(network(), SGD, spectrum, 1, 21, true);
        ages.run(again);
        assertThat(again.rows).isNotEmpty().isEqualTo(once.rows);
    }

    @Test
    void aMatrixThatIsTooLargeIsRefusedWithTheLargestThatFits() {
        LandscapeSpec large = Schema.changed(network(), "layers", List.of(30000, 1000));
        assertThat(spectrum(Operator.HESSIAN, Method.DENSE).objection(large).orElseThrow())
                .contains("is the largest that fits", "method: slq");
        assertThat(spectrum(Operator.HESSIAN, Method.AUTO).objection(large)).isEmpty();
        assertThatThrownBy(() -> new Spectrum(Operator.HESSIAN, Method.AUTO, 3, 40, 6, 2, 1, 41, 0, 1e-6, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("is not above from");
    }
}
