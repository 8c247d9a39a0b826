package rugged.observable.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rugged.api.model.Landscape;
import rugged.data.RandomExamples;
import rugged.landscape.Precision;
import rugged.landscape.glass.PSpin;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.meanfield.Mixture;
import rugged.num.Streams;
import rugged.num.spectral.Estimated;
import rugged.num.spectral.ExtremeSearch;
import rugged.num.spectral.Extremes;
import rugged.num.spectral.Traces;

/** Without the matrix, and with it: over many seeds the errors that estimates give themselves must cover what is exact. */
class SpectrumCoverageTest {
    private static final int PROBES = 10;
    /** Student's t for 9 degrees of freedom: 2.262 errors cover 95 %, one 65.7 %. */
    private static final double WIDE = 2.262;

    private static Landscape network(Activation activation, List<Integer> layers, int patterns) {
        return new Network(
                        new RandomExamples(patterns, 20, 6, 0, 1),
                        layers,
                        activation,
                        Network.Parametrisation.STANDARD,
                        Network.Bias.ALL,
                        Initialisation.GAUSSIAN,
                        0,
                        NetworkLoss.AUTO,
                        1,
                        0,
                        Precision.FLOAT64)
                .build();
    }

    private static Landscape pspin() {
        return new PSpin(
                        40,
                        Mixture.pure(3),
                        PSpin.Couplings.FULL,
                        Precision.FLOAT64,
                        PSpin.Storage.PACKED,
                        Double.POSITIVE_INFINITY,
                        1,
                        1)
                .build();
    }

    private static StateOperator hessian(Landscape landscape) {
        double[] x = new double[landscape.dimension()];
        landscape.randomise(x, Streams.of(4).stream("start", 0));
        return StateOperator.of(Operator.HESSIAN, landscape).at(x);
    }

    /** How often the exact value was within one error, and within WIDE of them. */
    private static final class Tally {
        private int one;
        private int wide;
        private int all;

        void add(Estimated estimated, double exact) {
            double distance = Math.abs(estimated.value() - exact) / estimated.error();
            all++;
            if (distance < 1) one++;
            if (distance < WIDE) wide++;
        }

        /** Within four standard deviations of a binomial count; a count that carries a bound may cover more. */
        void holds(String what, boolean sharp) {
            double slack = 4 * Math.sqrt(0.657 * 0.343 / all);
            if (sharp) assertThat((double) one / all).as(what).isCloseTo(0.657, within(slack));
            else assertThat((double) one / all).as(what).isGreaterThan(0.657 - slack);
            assertThat((double) wide / all).as(what).isGreaterThan(0.95 - 4 * Math.sqrt(0.05 * 0.95 / all) - 0.01);
        }

        @Override
        public String toString() {
            return one + "/" + wide + " of " + all;
        }
    }

    private static Map<String, Tally> coverage(StateOperator operator, int seeds) {
        SpectrumAtState.Whole dense = SpectrumAtState.Whole.of(operator, 3);
        double size = Math.max(Math.abs(dense.values()[0]), Math.abs(dense.values()[dense.values().length - 1]));
        double threshold = -0.02 * size;
        double middle = dense.values()[dense.values().length / 2];
        Map<String, Tally> found = new LinkedHashMap<>();
        for (long seed = 1; seed <= seeds; seed++) {
            Streams random = Streams.of(seed);
            Extremes ends = ExtremeSearch.of(operator, 3, 3, 1e-6, 60, random.stream("ends", 0));
            SpectrumAtState sampled =
                    SpectrumAtState.Sampled.of(operator, ends, PROBES, 40, random.stream("vectors", 0));
            Estimated signs = Traces.hutchinson(operator, PROBES, random.stream("signs", 0));
            add(found, "hutchinson", signs, dense.trace(1));
            for (int order = 1; order <= 4; order++)
                add(found, "moment " + order, sampled.trace(order), dense.trace(order));
            add(found, "density", sampled.density(middle, 0.1 * size), dense.density(middle, 0.1 * size));
            add(found, "negative", sampled.below(threshold), dense.below(threshold));
            add(found, "flat", sampled.within(0.1 * size), dense.within(0.1 * size));
        }
        return found;
    }

    private static void add(Map<String, Tally> found, String what, Estimated estimated, Estimated exact) {
        found.computeIfAbsent(what, _ -> new Tally()).add(estimated, exact.value());
    }

    private static void check(String name, Landscape landscape, int seeds) {
        coverage(hessian(landscape), seeds)
                .forEach((what, tally) -> tally.holds(
                        name + ", " + what + ": " + tally,
                        !List.of("negative", "flat").contains(what)));
    }

    @Test
    void errorsCoverOnASmallGlassAndASmallNetwork() {
        check("pspin", pspin(), 30);
        check("tanh", network(Activation.TANH, List.of(5), 40), 30);
    }

    @Test
    @Tag("slow")
    void errorsCoverOnThreeNetworksAndAGlass() {
        check("pspin", pspin(), 100);
        check("tanh", network(Activation.TANH, List.of(8), 80), 100);
        check("relu", network(Activation.RELU, List.of(6, 6), 60), 100);
        check("softplus", network(Activation.SOFTPLUS, List.of(12), 30), 100);
    }

    /** On the sphere there are N - 1 eigenvalues: neither route sees the radial direction. */
    @Test
    void theRadialDirectionIsNotThere() {
        StateOperator operator = hessian(pspin());
        SpectrumAtState.Whole dense = SpectrumAtState.Whole.of(operator, 39);
        assertThat(dense.values()).hasSize(39);
        double[] radial = new double[40];
        double[] image = new double[40];
        System.arraycopy(operator.state(), 0, radial, 0, 40);
        operator.apply(radial, image);
        for (double component : image) assertThat(component).isCloseTo(0.0, within(1e-12));
        Extremes all = ExtremeSearch.of(operator, 39, 0, 1e-8, 100, Streams.of(1).stream("x", 0));
        assertThat(all.top().size()).isEqualTo(39);
        double[] values = dense.values();
        for (int k = 0; k < 39; k++) assertThat(all.top().values()[k]).isCloseTo(values[38 - k], within(1e-10));
    }

    /** G and C have no negative eigenvalue; for one pattern less than parameters they have zeros. */
    @Test
    void gaussNewtonAndCovarianceAreNotNegative() {
        Landscape network = network(Activation.TANH, List.of(6), 12);
        double[] x = hessian(network).state();
        List<Operator> operators = new ArrayList<>(List.of(Operator.GAUSS_NEWTON, Operator.NOISE_COVARIANCE));
        for (Operator each : operators) {
            double[] values = SpectrumAtState.Whole.of(
                            StateOperator.of(each, network).at(x), 1)
                    .values();
            double largest = values[values.length - 1];
            assertThat(values[0]).isGreaterThan(-1e-12 * largest);
            long positive =
                    Arrays.stream(values).filter(v -> v > 1e-10 * largest).count();
            assertThat(positive).isLessThanOrEqualTo(each == Operator.GAUSS_NEWTON ? 12 : 11);
        }
    }
}
