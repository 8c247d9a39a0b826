package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.api.Bench;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.model.Supervised;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Sampling;
import rugged.dynamics.Stability;
import rugged.dynamics.flow.GradientFlow;
import rugged.dynamics.minimise.LimitedMemory;
import rugged.dynamics.sampling.Langevin;
import rugged.dynamics.stochastic.Sgd;
import rugged.landscape.cluster.LennardJones;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.observable.Descents;
import rugged.observable.curvature.HessianEdges;
import rugged.observable.curvature.InherentCurvature;
import rugged.observable.scalar.InherentStructure;
import rugged.observable.scalar.Losses;
import rugged.observable.thermal.ReplicaDistance;
import rugged.observable.thermal.SpecificHeat;
import rugged.observable.twotime.Displacement;
import rugged.observable.twotime.FunctionCorrelation;
import rugged.observable.twotime.LayerDisplacement;
import rugged.observable.twotime.LossCorrelation;
import rugged.observable.twotime.WeightCorrelation;
import rugged.protocol.Quench;
import rugged.protocol.WaitingTimes;
import rugged.start.CommonState;

/** Curvature, fluctuations and the observables of networks against what is known of them. */
class CurvatureTest {
    private static final GradientFlow FLOW =
            new GradientFlow(GradientFlow.Method.DORMAND_PRINCE, 0.1, 1e-9, 1e-12, 1e-8, new Stability(false));

    private static Langevin bath(double temperature, double dt) {
        return new Langevin(temperature, dt, Clock.FLOW, new Stability(false));
    }

    private static TinyBench run(
            LandscapeSpec landscape,
            DynamicsSpec dynamics,
            ObservableSpec observable,
            ProtocolSpec protocol,
            int replicas) {
        TinyBench bench = new TinyBench(landscape, dynamics, observable, replicas, 23, false);
        protocol.run(bench);
        return bench;
    }

    @Test
    void edgesOfAWell() {
        var bench = run(
                new GaussianWell(30, 0.3, 2.0), bath(0.2, 0.1), new HessianEdges(30, 1), new Quench(1.0, 1.0, 1), 2);
        assertThat(bench.values(HessianEdges.LARGEST)).hasSize(4);
        for (double value : bench.values(HessianEdges.LARGEST))
            assertThat(value).isCloseTo(2.0, within(1e-10));
        for (double value : bench.values(HessianEdges.SMALLEST))
            assertThat(value).isCloseTo(0.3, within(1e-10));
        for (double value : bench.values(HessianEdges.EDGE)) assertThat(value).isCloseTo(0.2, within(1e-10));
        for (double value : bench.values(HessianEdges.RESIDUAL))
            assertThat(value).isBetween(0.0, 1e-6);
        assertThat(bench.values(HessianEdges.INDEX)).containsOnly(0.0);
        assertThat(bench.values(HessianEdges.NEAR_ZERO)).containsOnly(0.0);
    }

    /** In a field on the sphere the Hessian is -(x.g)/N = h x_1/sqrt(N) in every tangent direction: positive in the minimum, else of either sign. */
    @Test
    void theSphereCurvesByItself() {
        QuadraticSphere ball = new QuadraticSphere(20, 0.9, 0.0);
        double[] x = Bestiary.start(ball.build(), 23);
        double expected = 0.9 * x[0] / Math.sqrt(20);
        var bench = run(ball, FLOW, new HessianEdges(30, 1), new Quench(80.0, 80.0, 1), 1);
        assertThat(bench.values(HessianEdges.LARGEST, 0.0)[0]).isCloseTo(expected, within(1e-10));
        assertThat(bench.values(HessianEdges.SMALLEST, 0.0)[0]).isCloseTo(expected, within(1e-10));
        assertThat(bench.values(HessianEdges.INDEX, 0.0)).containsExactly(expected < 0 ? 19.0 : 0.0);
        assertThat(bench.values(HessianEdges.SMALLEST, 80.0)[0]).isCloseTo(0.9, within(1e-8));
        assertThat(bench.values(HessianEdges.INDEX, 80.0)).containsExactly(0.0);
    }

    /** A pair has one vibration, of curvature 2 x 72/2^(1/3): three translations and two rotations are no part of its spectrum. */
    @Test
    void zeroModesOfAClusterAreLeftOut() {
        LandscapeSpec pair = new LennardJones(2);
        var quench = new InherentCurvature(
                new Descents(new LimitedMemory(10, LimitedMemory.Search.WOLFE, 0.2, 1e-11), 200.0, 0.0, 1), 30, 1e-3);
        var bench = run(pair, bath(0.01, 1e-4), quench, new Quench(1e-4, 1e-4, 1), 1);
        for (Quantity edge : List.of(InherentCurvature.SMALLEST, InherentCurvature.LARGEST))
            for (double value : bench.values(edge)) assertThat(value).isCloseTo(144 / Math.cbrt(2), within(1e-6));
        assertThat(bench.values(InherentCurvature.INDEX)).containsOnly(0.0);
    }

    @Test
    void quenchesIntoTheOneMinimumFindItAgain() {
        var inherent = new InherentCurvature(new Descents(FLOW, 200.0, 0.0, 2), 30, 1e-3);
        var bench = run(new QuadraticSphere(20, 0.9, 0.0), bath(0.5, 0.05), inherent, new Quench(10.0, 1.0, 3), 2);
        assertThat(bench.values(InherentCurvature.SAME)).containsExactly(Double.NaN, Double.NaN, 1.0, 1.0, 1.0, 1.0);
        for (double value : bench.values(InherentCurvature.SMALLEST))
            assertThat(value).isCloseTo(0.9, within(1e-8));
        assertThat(bench.values(InherentCurvature.INDEX)).containsOnly(0.0);
    }

    @Test
    void aQuenchThatDoesNotArriveHasALossStill() {
        var inherent = new InherentStructure(new Descents(FLOW, 0.1, 0.0, 1));
        var bench = run(GaussianWell.isotropic(9, 0.8), bath(0.5, 0.05), inherent, new Quench(1.0, 1.0, 1), 1);
        double[] x = Bestiary.start(GaussianWell.isotropic(9, 0.8).build(), 23);
        double square = Arrays.stream(x).map(xi -> xi * xi).sum() / 9;
        assertThat(bench.values(InherentStructure.END, 0.0)[0]).isCloseTo(0.4 * square * Math.exp(-0.16), within(1e-8));
        assertThat(bench.values(Quantities.INHERENT_ENERGY)).containsOnly(Double.NaN);
        assertThat(bench.values(InherentStructure.ARRIVED)).containsOnly(0.0);
        double force = 0.8 * Math.sqrt(square) * Math.exp(-0.08);
        assertThat(bench.values(InherentStructure.FORCE, 0.0)[0]).isCloseTo(force, within(1e-8));
    }

    /** Where the quench is on its way, there is no minimum to speak of: its edges are undefined, those of the point have names of their own. */
    @Test
    void edgesOfAPointOnTheWayAreNotThoseOfAMinimum() {
        LandscapeSpec well = GaussianWell.isotropic(9, 0.8);
        var early = new InherentCurvature(new Descents(FLOW, 0.1, 0.0, 1), 30, 1e-3);
        var bench = run(well, bath(0.5, 0.05), early, new Quench(1.0, 1.0, 1), 1);
        for (Quantity of : List.of(InherentCurvature.SMALLEST, InherentCurvature.LARGEST, InherentCurvature.INDEX))
            assertThat(bench.values(of)).isNotEmpty().containsOnly(Double.NaN);
        assertThat(bench.values(InherentCurvature.SMALLEST_END, 0.0)[0]).isCloseTo(0.8, within(1e-10));
        assertThat(bench.values(InherentCurvature.LARGEST_END, 0.0)[0]).isCloseTo(0.8, within(1e-10));
        assertThat(bench.values(InherentCurvature.INDEX_END)).containsOnly(0.0);
        assertThat(bench.values(InherentCurvature.RESIDUAL, 0.0)[0]).isBetween(0.0, 1e-10);
        assertThat(bench.values(InherentCurvature.ARRIVED)).containsOnly(0.0);
        double[] x = Bestiary.start(well.build(), 23);
        double square = Arrays.stream(x).map(xi -> xi * xi).sum() / 9;
        double force = 0.8 * Math.sqrt(square) * Math.exp(-0.08);
        assertThat(bench.values(InherentCurvature.FORCE, 0.0)[0]).isCloseTo(force, within(1e-8));
        var late = new InherentCurvature(new Descents(FLOW, 200.0, 0.0, 1), 30, 1e-3);
        var arrived = run(well, bath(0.5, 0.05), late, new Quench(1.0, 1.0, 1), 1);
        assertThat(arrived.values(InherentCurvature.SMALLEST, 0.0)[0]).isCloseTo(0.8, within(1e-10));
        assertThat(arrived.values(InherentCurvature.ARRIVED)).containsOnly(1.0);
        for (double each : arrived.values(InherentCurvature.FORCE))
            assertThat(each).isLessThan(1e-5);
    }

    private record Evenly(int count) implements ProtocolSpec {
        @Override
        public void run(Bench bench) {
            bench.follow(bench.start(bench.dynamics()), schedule());
        }

        @Override
        public Schedule schedule() {
            double[] times = new double[count];
            for (int k = 0; k < count; k++) times[k] = 2.0 * (k + 1);
            return Schedule.at(times);
        }
    }

    /** Equipartition: M T/2, so c = 1/2; with a step dt the variance of a coordinate is larger by 1/(1 - k dt/2), that of the energy by its square. */
    @Test
    void specificHeatOfAWell() {
        int samples = 500;
        var bench = run(
                GaussianWell.isotropic(50, 1.0), bath(0.3, 0.1), new SpecificHeat(20.0, 1), new Evenly(samples), 10);
        double[] heats = bench.values(SpecificHeat.HEAT, 2.0 * samples);
        double mean = Arrays.stream(heats).average().orElseThrow();
        double expected = 0.5 / (0.95 * 0.95);
        assertThat(mean).isCloseTo(expected, within(5 * expected * Math.sqrt(2.2 / (10 * samples))));
        assertThat(bench.values(SpecificHeat.HEAT, 20.0)).containsOnly(Double.NaN);
        assertThat(bench.values(SpecificHeat.HEAT, 22.0)).doesNotContain(Double.NaN);
    }

    @Test
    void replicasThatStartTogetherAreDrivenApartByNoise() {
        LandscapeSpec well = GaussianWell.isotropic(12, 1.0);
        double[] one = new double[12];
        double[] two = new double[12];
        RandomStream[] streams = {Streams.of(1).stream("start", 0), Streams.of(1).stream("start", 1)};
        new CommonState(4).place(well.build(), 0, one, streams[0]);
        new CommonState(4).place(well.build(), 1, two, streams[1]);
        assertThat(two).containsExactly(one);
        new CommonState(5).place(well.build(), 1, two, streams[1]);
        assertThat(two).isNotEqualTo(one);
        // two independent replicas of variance S = T/(k (1 - k dt/2)) are 2 S apart
        double[] apart = run(
                        GaussianWell.isotropic(2000, 1.0),
                        bath(0.3, 0.1),
                        new ReplicaDistance(),
                        new Quench(20.0, 20.0, 1),
                        2)
                .values(ReplicaDistance.DISTANCE, 20.0);
        assertThat(apart[0]).isCloseTo(0.6 / 0.95, within(5 * 0.6 * Math.sqrt(2.0 / 2000)));
    }

    @Test
    void whatANetworkDoesAddsUp() {
        LandscapeSpec network = Bestiary.network();
        Supervised model = (Supervised) network.build();
        Sgd sgd = new Sgd(
                0.05,
                new Batching(10, Sampling.REPLACEMENT),
                0.0,
                0.0,
                rugged.dynamics.Clock.STEPS,
                new Stability(false));
        WaitingTimes ages = new WaitingTimes(List.of(0.0, 10.0), 10.0, 30.0, 1);
        var layers = run(network, sgd, new LayerDisplacement(), ages, 1);
        double sum = 0.0;
        for (int l = 0; l < model.layers().size(); l++) {
            int size = model.layers().get(l).to() - model.layers().get(l).from();
            sum += size * layers.values(LayerDisplacement.LAYER, 20.0, 10.0, l + 1.0)[0];
        }
        double whole = run(network, sgd, new Displacement(), ages, 1).values(Quantities.DISPLACEMENT, 20.0, 10.0)[0];
        assertThat(sum / model.dimension()).isCloseTo(whole, within(1e-12 * whole));
        assertCorrelates(run(network, sgd, new WeightCorrelation(), ages, 1), WeightCorrelation.WEIGHTS);
        assertCorrelates(run(network, sgd, new FunctionCorrelation(), ages, 1), FunctionCorrelation.OUTPUTS);
        assertCorrelates(run(network, sgd, new LossCorrelation(), ages, 1), LossCorrelation.LOSSES);
        var losses = run(network, sgd, new Losses(), ages, 1);
        double[] x = Bestiary.start(network.build(), 23);
        assertThat(losses.values(Losses.LOSS, 0.0)[0]).isCloseTo(model.energy(x), within(1e-12));
        double[] margins = new double[model.patterns()];
        model.margins(x, Supervised.Part.TRAIN, margins);
        double wrong = Arrays.stream(margins).filter(margin -> margin < 0).count();
        double undecided = Arrays.stream(margins).filter(margin -> margin == 0).count();
        assertThat(losses.values(Losses.ERROR, 0.0)[0]).isEqualTo((wrong + 0.5 * undecided) / margins.length);
        assertThat(losses.values(Losses.UNDECIDED, 0.0)[0]).isEqualTo(undecided / margins.length);
    }

    private static void assertCorrelates(TinyBench bench, Quantity correlation) {
        assertThat(bench.values(correlation, 10.0, 10.0)[0]).isCloseTo(1.0, within(1e-12));
        assertThat(bench.values(correlation, 20.0, 10.0)[0]).isLessThan(1.0).isGreaterThan(-1.0);
    }
}
