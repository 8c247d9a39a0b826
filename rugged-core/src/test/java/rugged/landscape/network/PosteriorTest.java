package rugged.landscape.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rugged.api.Examples;
import rugged.api.model.Batch;
import rugged.api.model.Supervised.Part;
import rugged.data.RandomExamples;
import rugged.data.Ripples;
import rugged.meanfield.bayesian.BayesianNetwork;
import rugged.meanfield.bayesian.HiddenUnit;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;

/** The energy by its formula, its derivatives by differences, conditional laws by their moments. */
class PosteriorTest {
    private static final double T = 0.3;

    private static PosteriorModel model(HiddenUnit unit, List<Integer> layers, Ripples data) {
        return (PosteriorModel) new Posterior(data, new BayesianNetwork(layers, unit, T, 1.3, 0.7)).build();
    }

    private static double[] start(PosteriorModel model) {
        double[] x = new double[model.dimension()];
        model.randomise(x, Streams.of(4).stream("start", 0));
        return x;
    }

    /** U, by loops over inputs and units. */
    private static double written(HiddenUnit unit, Examples data, int units, double[] x) {
        int inputs = data.width();
        double u = 0.0;
        for (int mu = 0; mu < data.patterns(); mu++) {
            double f = 0.0;
            for (int i = 0; i < units; i++) {
                double h = 0.0;
                for (int j = 0; j < inputs; j++) h += x[j * units + i] * data.inputs()[mu * inputs + j];
                f += x[inputs * units + i] * unit.value(h / Math.sqrt(inputs)) / Math.sqrt(units);
            }
            u += Math.pow(data.targets()[mu] - f, 2) / (2.0 * T);
        }
        for (int k = 0; k < x.length; k++) u += 0.5 * (k < inputs * units ? 1.3 : 0.7) * x[k] * x[k];
        return u;
    }

    @ParameterizedTest
    @EnumSource(HiddenUnit.class)
    void theEnergyIsTheFormula(HiddenUnit unit) {
        Ripples data = new Ripples(7, 3, 5, 2.0, 0.3, 2);
        PosteriorModel model = model(unit, List.of(4), data);
        double[] x = start(model);
        assertThat(model.energy(x)).isCloseTo(written(unit, data.load(), 4, x), within(1e-11));
    }

    /** Of weights drawn from the prior, the mean over draws is 1, whatever the width; with 400 draws of 12 units within 4 of its errors. More inputs than examples and fewer. */
    @ParameterizedTest
    @EnumSource(HiddenUnit.class)
    void featuresOfThePriorHaveTheKernelOfInfiniteWidth(HiddenUnit unit) {
        for (int patterns : new int[] {6, 12}) {
            PosteriorModel model = model(unit, List.of(12), new Ripples(patterns, 0, 8, 2.0, 0.3, 2));
            RandomStream random = Streams.of(patterns).stream("prior", 0);
            double[] x = new double[model.dimension()];
            int draws = 400;
            double sum = 0.0;
            double squares = 0.0;
            for (int k = 0; k < draws; k++) {
                for (int i = 0; i < x.length; i++) x[i] = random.nextGaussian() / Math.sqrt(1.3);
                double scale = model.featureScale(x);
                sum += scale / draws;
                squares += scale * scale / draws;
            }
            double error = Math.sqrt((squares - sum * sum) / draws);
            assertThat(sum).isCloseTo(1.0, within(4.0 * error));
            assertThat(error).isLessThan(0.05);
        }
    }

    @ParameterizedTest
    @EnumSource(HiddenUnit.class)
    void gradientsAreDerivatives(HiddenUnit unit) {
        for (List<Integer> layers : List.of(List.of(4), List.of(5, 3), List.of(3, 4, 2))) {
            PosteriorModel model = model(unit, layers, new Ripples(9, 0, 5, 2.0, 0.3, 2));
            double[] x = start(model);
            double[] g = new double[x.length];
            double[] other = new double[x.length];
            assertThat(model.energyAndGradient(x, g)).isCloseTo(model.energy(x), within(1e-11));
            for (int i = 0; i < x.length; i++) {
                double at = x[i];
                x[i] = at + 1e-5;
                double up = model.energy(x);
                x[i] = at - 1e-5;
                double slope = (up - model.energy(x)) / 2e-5;
                x[i] = at;
                assertThat(g[i]).isCloseTo(slope, within(2e-7 * (1.0 + Math.abs(slope))));
            }
            int[] all = {0, 1, 2, 3, 4, 5, 6, 7, 8};
            assertThat(model.energyAndGradient(x, new Batch(all, 0, 9), other))
                    .isCloseTo(model.energy(x), within(1e-9));
            assertThat(other).containsExactly(g, within(1e-9));
        }
    }

    /** Fields of the prior have the covariance C, and outputs the variance K(x, x)/lambda1. */
    @ParameterizedTest
    @EnumSource(HiddenUnit.class)
    void outputsOfThePriorHaveTheKernelsVariance(HiddenUnit unit) {
        Ripples data = new Ripples(1, 1, 6, 2.0, 0.3, 5);
        PosteriorModel model = model(unit, List.of(400), data);
        double[] input = data.load().testInputs();
        double c = 0.0;
        for (double each : input) c += each * each / (1.3 * 6);
        double expected = unit.kernel(c, c, c) / 0.7;
        RandomStream random = Streams.of(9).stream("prior", 0);
        double[] x = new double[model.dimension()];
        double[] f = new double[1];
        int draws = 4000;
        double square = 0.0;
        for (int k = 0; k < draws; k++) {
            model.randomise(x, random);
            model.outputs(x, Part.TEST, f);
            square += f[0] * f[0] / draws;
        }
        assertThat(square).isCloseTo(expected, within(4.0 * expected * Math.sqrt(2.0 / draws)));
    }

    /** The gradient by the readout vanishes on average over its conditional law, and the mean of x.grad U is its dimension. */
    @Test
    void partsAreDrawnFromTheirLaw() {
        for (HiddenUnit unit : List.of(HiddenUnit.ERF, HiddenUnit.LINEAR)) {
            PosteriorModel model = model(unit, List.of(6), new Ripples(10, 0, 5, 2.0, 0.3, 2));
            for (int part = 0; part < model.parts(); part++) {
                double[] x = start(model);
                double[] g = new double[x.length];
                double[] mean = new double[x.length];
                RandomStream random = Streams.of(3).stream("draws", part);
                int draws = 20000;
                double virial = 0.0;
                double square = 0.0;
                for (int k = 0; k < draws; k++) {
                    model.draw(part, x, random);
                    model.energyAndGradient(x, g);
                    double sum = 0.0;
                    for (int i = model.from(part); i < model.to(part); i++) {
                        mean[i] += g[i] / draws;
                        sum += g[i] * x[i];
                    }
                    virial += sum / draws;
                    square += sum * sum / draws;
                }
                double error = Math.sqrt((square - virial * virial) / draws);
                assertThat(virial).isCloseTo(model.to(part) - model.from(part), within(4.0 * error));
                // a gradient has the variance of its curvature
                for (int i = model.from(part); i < model.to(part); i++)
                    assertThat(mean[i]).isCloseTo(0.0, within(4.5 * Math.sqrt(40.0 / draws)));
            }
        }
    }

    /** Hv of the part is the inverse of its covariance. */
    @Test
    void covariancesInvertTheCurvature() {
        for (HiddenUnit unit : List.of(HiddenUnit.ERF, HiddenUnit.LINEAR)) {
            PosteriorModel model = model(unit, List.of(6), new Ripples(10, 0, 5, 2.0, 0.3, 2));
            double[] x = start(model);
            for (int part = 0; part < model.parts(); part++) {
                double[] h = new double[x.length];
                double[] c = new double[x.length];
                double[] back = new double[x.length];
                for (int i = model.from(part); i < model.to(part); i++) h[i] = Math.cos(i);
                model.covariance(part, x, h, c);
                model.hessianVector(x, c, back);
                for (int i = model.from(part); i < model.to(part); i++)
                    assertThat(back[i]).isCloseTo(h[i], within(1e-9));
            }
        }
    }

    /** Weights that are numbers have an energy, if an infinite one: samplers refuse to go there instead of ending. */
    @Test
    void energiesThatOverflowAreInfinite() {
        PosteriorModel model = model(HiddenUnit.LINEAR, List.of(4, 4), new Ripples(6, 0, 5, 2.0, 0.3, 2));
        double[] x = start(model);
        for (int i = 0; i < x.length; i++) x[i] *= 1e160;
        assertThat(model.energy(x)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(model.energyAndGradient(x, new double[x.length])).isEqualTo(Double.POSITIVE_INFINITY);
        x[0] = Double.NaN;
        assertThat(model.energy(x)).isNaN();
    }

    @Test
    void whatCannotBeSampledIsRefused() {
        BayesianNetwork cold = new BayesianNetwork(List.of(5), HiddenUnit.ERF, 0.0, 1.0, 1.0);
        assertThatThrownBy(() -> new Posterior(new Ripples(5, 0, 5, 2, 0, 1), cold))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("nothing to sample");
        BayesianNetwork warm = new BayesianNetwork(List.of(3), HiddenUnit.ERF, 0.1, 1.0, 1.0);
        assertThatThrownBy(() -> new Posterior(new RandomExamples(5, 0, 5, 3, 1), warm).build())
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("squared errors of one output");
        assertThat(new Posterior(new Ripples(5, 0, 5, 2, 0, 1), warm).remark()).contains("3 units", "unreliable");
    }
}
