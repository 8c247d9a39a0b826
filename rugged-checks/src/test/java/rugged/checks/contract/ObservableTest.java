package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.Quantities;
import rugged.dynamics.Clock;
import rugged.dynamics.Order;
import rugged.dynamics.Stability;
import rugged.dynamics.flow.GradientFlow;
import rugged.dynamics.sampling.HeatBath;
import rugged.dynamics.sampling.Langevin;
import rugged.dynamics.sampling.Metropolis;
import rugged.observable.Descents;
import rugged.observable.scalar.Energy;
import rugged.observable.scalar.GradientNorm;
import rugged.observable.scalar.InherentStructure;
import rugged.observable.scalar.Multiplier;
import rugged.observable.thermal.BathTemperature;
import rugged.observable.thermal.ReplicaOverlap;
import rugged.observable.twotime.Correlation;
import rugged.observable.twotime.Displacement;
import rugged.observable.twotime.Memory;
import rugged.observable.twotime.Response;
import rugged.protocol.Anneal;
import rugged.protocol.Quench;
import rugged.protocol.WaitingTimes;

/** Observables against closed forms, on landscapes that have them. */
class ObservableTest {
    private static final GradientFlow FLOW =
            new GradientFlow(GradientFlow.Method.DORMAND_PRINCE, 0.1, 1e-9, 1e-12, 1e-8, new Stability(false));
    private static final Quench QUENCH = new Quench(2.0, 1.0, 1);

    private static TinyBench run(
            LandscapeSpec landscape,
            DynamicsSpec dynamics,
            ObservableSpec observable,
            ProtocolSpec protocol,
            int replicas) {
        TinyBench bench = new TinyBench(landscape, dynamics, observable, replicas, 31, false);
        protocol.run(bench);
        return bench;
    }

    @Test
    void inAWellUnderGradientFlow() {
        LandscapeSpec well = GaussianWell.isotropic(50, 0.8);
        double decay = Math.exp(-0.8 * 2.0);
        double[] x = Bestiary.start(well.build(), 31);
        double square = 0.0;
        for (double xi : x) square += xi * xi / 50;
        assertThat(run(well, FLOW, new Energy(), QUENCH, 1).values(Quantities.ENERGY, 2.0)[0])
                .isCloseTo(0.4 * square * decay * decay, within(1e-8));
        assertThat(run(well, FLOW, new GradientNorm(), QUENCH, 1).values(Quantities.GRADIENT_NORM, 2.0)[0])
                .isCloseTo(0.64 * square * decay * decay, within(1e-8));
        assertThat(run(well, FLOW, new Memory(), QUENCH, 1).values(Quantities.MEMORY, 2.0)[0])
                .isCloseTo(square * decay, within(1e-8));
        assertThat(run(well, FLOW, new Correlation(), QUENCH, 1).values(Quantities.CORRELATION, 2.0, 0.0)[0])
                .isCloseTo(square * decay, within(1e-8));
        assertThat(run(well, FLOW, new Displacement(), QUENCH, 1).values(Quantities.DISPLACEMENT, 2.0, 0.0)[0])
                .isCloseTo(square * (1 - decay) * (1 - decay), within(1e-8));
    }

    /** For E = -h sqrt(N) x_1 + sum k x^2/2: x.grad E = -h sqrt(N) x_1 + 2 sum k x^2/2. */
    @Test
    void multiplierComesFromTheGradient() {
        QuadraticSphere ball = new QuadraticSphere(30, 0.7, 1.5);
        double[] x = Bestiary.start(ball.build(), 31);
        double linear = -0.7 * Math.sqrt(30) * x[0];
        double quadratic = ball.build().energy(x) - linear;
        assertThat(run(ball, FLOW, new Multiplier(), QUENCH, 1).values(Quantities.MULTIPLIER, 0.0)[0])
                .isCloseTo(-(linear + 2.0 * quadratic) / 30, within(1e-12));
        double[] g = new double[30];
        ball.build().energyAndGradient(x, g);
        double square = 0.0;
        for (double gi : g) square += gi * gi / 30;
        double mu = (linear + 2.0 * quadratic) / 30;
        assertThat(run(ball, FLOW, new GradientNorm(), QUENCH, 1).values(Quantities.GRADIENT_NORM, 0.0)[0])
                .isCloseTo(square - mu * mu, within(1e-12));
    }

    /** On the sphere the flow of a field ends along it: overlap of replicas, and energy of the inherent structure, are known there. */
    @Test
    void replicasAndQuenchesMeetInTheOneMinimum() {
        QuadraticSphere ball = new QuadraticSphere(20, 0.9, 0.0);
        var overlaps = run(ball, FLOW, new ReplicaOverlap(), new Quench(80.0, 1.0, 1), 3);
        assertThat(overlaps.values(Quantities.REPLICA_OVERLAP, 80.0)).hasSize(1);
        assertThat(overlaps.values(Quantities.REPLICA_OVERLAP, 80.0)[0]).isCloseTo(1.0, within(1e-8));
        assertThat(overlaps.values(ReplicaOverlap.PAIR, 0.0)).hasSize(3);
        var inherent = new InherentStructure(new Descents(FLOW, 200.0, 0.0, 2));
        var quenched = run(
                ball, new Langevin(0.5, 0.05, Clock.FLOW, new Stability(false)), inherent, new Quench(10.0, 1.0, 3), 2);
        double[] energies = quenched.values(Quantities.INHERENT_ENERGY);
        assertThat(energies).hasSize(6); // two replicas at times 0, 2.15 and 10
        for (double energy : energies) assertThat(energy).isCloseTo(-0.9, within(1e-10));
        assertThat(quenched.values(InherentStructure.ARRIVED)).containsOnly(1.0);
    }

    @Test
    void aQuenchThatDoesNotArriveHasNoEnergy() {
        var inherent = new InherentStructure(new Descents(FLOW, 0.1, 0.0, 1));
        var quenched = run(
                new GaussianWell(9, 0.3, 2.0),
                new Langevin(0.5, 0.05, Clock.FLOW, new Stability(false)),
                inherent,
                QUENCH,
                1);
        assertThat(quenched.values(Quantities.INHERENT_ENERGY)).containsOnly(Double.NaN);
        assertThat(quenched.values(InherentStructure.ARRIVED)).containsOnly(0.0);
    }

    /** With the noise in common the response of a linear system is free of noise: (1 - (1 - k dt)^n)/k, which tends to (1 - exp(-k t))/k. */
    @Test
    void responseOfAWell() {
        double curvature = 0.9;
        WaitingTimes ages = new WaitingTimes(List.of(0.0, 1.0), 1.0, 11.0, 1);
        for (double dt : new double[] {0.1, 0.01}) {
            var bench = run(
                    GaussianWell.isotropic(40, curvature),
                    new Langevin(0.7, dt, Clock.FLOW, new Stability(false)),
                    new Response(0.02, 0.0),
                    ages,
                    2);
            for (double lag : new double[] {1.0, 10.0}) {
                double[] chi = bench.values(Quantities.RESPONSE, 1.0 + lag, 1.0);
                assertThat(chi).hasSize(2);
                double euler = (1.0 - Math.pow(1.0 - curvature * dt, Math.round(lag / dt))) / curvature;
                double exact = (1.0 - Math.exp(-curvature * lag)) / curvature;
                for (double value : chi) {
                    assertThat(value).isCloseTo(euler, within(1e-10));
                    assertThat(value).isCloseTo(exact, within(0.3 * dt));
                }
            }
            assertThat(bench.values(Quantities.RESPONSE, 1.0, 1.0)).containsOnly(0.0);
        }
    }

    /** The same by gradient flow, whose branches forget the force that they remember from outside the field. */
    @Test
    void responseOfAWellUnderGradientFlow() {
        WaitingTimes ages = new WaitingTimes(List.of(1.0), 1.0, 11.0, 1);
        for (GradientFlow.Method method : List.of(GradientFlow.Method.HEUN, GradientFlow.Method.DORMAND_PRINCE)) {
            GradientFlow flow = new GradientFlow(method, 0.01, 1e-9, 1e-12, 0.0, new Stability(false));
            var bench = run(GaussianWell.isotropic(40, 0.9), flow, new Response(0.02, 0.0), ages, 1);
            double exact = (1.0 - Math.exp(-0.9)) / 0.9;
            assertThat(bench.values(Quantities.RESPONSE, 2.0, 1.0)[0])
                    .isCloseTo(exact, within(method == GradientFlow.Method.HEUN ? 1e-4 : 1e-6));
        }
    }

    /** From an age on: younger ones are not followed, the others are as they would be. */
    @Test
    void responseFromAnAgeOn() {
        WaitingTimes ages = new WaitingTimes(List.of(1.0, 2.0), 1.0, 4.0, 1);
        Langevin bath = new Langevin(0.7, 0.01, Clock.FLOW, new Stability(false));
        var all = run(GaussianWell.isotropic(40, 0.9), bath, new Response(0.02, 0.0), ages, 2);
        var late = run(GaussianWell.isotropic(40, 0.9), bath, new Response(0.02, 2.0), ages, 2);
        assertThat(late.values(Quantities.RESPONSE, 2.0, 1.0)).isEmpty();
        assertThat(late.values(Quantities.RESPONSE, 3.0, 2.0))
                .hasSize(2)
                .containsExactly(all.values(Quantities.RESPONSE, 3.0, 2.0));
    }

    /** Free spins in the field eps: chi = d tanh(h/T)/dh at h = 0, 1/T, once they have forgotten tw. Common random numbers, sequential heat bath. */
    @Test
    void responseOfFreeSpins() {
        double temperature = 0.8;
        SmallIsing free = new SmallIsing(400, 0.0, 0.0, 1);
        WaitingTimes ages = new WaitingTimes(List.of(1.0), 1.0, 3.0, 1);
        var bench = run(free, new HeatBath(temperature, Order.SEQUENTIAL), new Response(0.05, 0.0), ages, 100);
        double[] chi = bench.values(Quantities.RESPONSE, 2.0, 1.0);
        double[] moments = moments(chi);
        assertThat(moments[0]).isCloseTo(1.0 / temperature, within(5 * moments[1] + 0.002));
        assertThat(moments[1]).isLessThan(0.1);
    }

    /** Fluctuation-dissipation in equilibrium: T chi(t, tw) = C(tw, tw) - C(t, tw), in the mean over replicas. */
    @Test
    void fluctuationDissipationInAWell() {
        double temperature = 0.6;
        LandscapeSpec well = GaussianWell.isotropic(300, 1.0);
        Langevin bath = new Langevin(temperature, 0.01, Clock.FLOW, new Stability(false));
        WaitingTimes ages = new WaitingTimes(List.of(6.0), 0.5, 8.0, 2);
        double[] chi = run(well, bath, new Response(0.02, 0.0), ages, 30).values(Quantities.RESPONSE, 6.5, 6.0);
        var correlation = run(well, bath, new Correlation(), ages, 30);
        double[] later = correlation.values(Quantities.CORRELATION, 6.5, 6.0);
        double[] same = correlation.values(Quantities.CORRELATION, 6.0, 6.0);
        double[] difference = new double[later.length];
        for (int r = 0; r < later.length; r++) difference[r] = same[r] - later[r] - temperature * chi[r];
        double[] moments = moments(difference);
        assertThat(moments[0]).isCloseTo(0.0, within(5 * moments[1]));
        assertThat(moments[1]).isLessThan(0.01);
    }

    /** Mean and its standard error. */
    private static double[] moments(double[] values) {
        double mean = 0.0;
        for (double value : values) mean += value / values.length;
        double square = 0.0;
        for (double value : values) square += (value - mean) * (value - mean);
        return new double[] {mean, Math.sqrt(square / (values.length - 1.0) / values.length)};
    }

    /** Each plateau of an anneal is in equilibrium at its temperature: <e> = T/2 in a well. */
    @Test
    void anAnnealPassesThroughItsTemperatures() {
        Anneal anneal = new Anneal(1.0, 0.2, 5, List.of(), 10.0, 0, 0.1);
        var temperatures = run(
                GaussianWell.isotropic(4, 1.0),
                new Langevin(9.0, 0.02, Clock.FLOW, new Stability(false)),
                new BathTemperature(),
                anneal,
                1);
        assertThat(temperatures.rows.stream().map(TinyBench.Row::value).map(t -> Math.round(t * 1e9) / 1e9))
                .containsExactly(1.0, 1.0, 0.8, 0.6, 0.4, 0.2);
        assertThat(temperatures.rows.stream().map(row -> row.axes().getFirst()))
                .containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0);
        var energies = run(
                GaussianWell.isotropic(3000, 1.0),
                new Langevin(9.0, 0.02, Clock.FLOW, new Stability(false)),
                new Energy(),
                anneal,
                1);
        for (int k = 1; k <= 5; k++) {
            double half = 0.5 * anneal.temperature(k - 1) / (1.0 - 0.01);
            double error = half * Math.sqrt(2.0 / 3000);
            assertThat(energies.values(Quantities.ENERGY, 10.0 * k)[0]).isCloseTo(half, within(5 * error));
        }
    }

    @Test
    void anAnnealOfMonteCarloObservesWithinPlateaus() {
        Anneal anneal = new Anneal(1.0, 0.2, 1, List.of(0.9, 0.4), 20.0, 1, 2.0);
        var bench = run(
                new QuadraticSphere(9, 0.7, 1.5),
                new Metropolis(5.0, Order.RANDOM, 0.5),
                new BathTemperature(),
                anneal,
                1);
        assertThat(bench.rows.stream().map(TinyBench.Row::value)).containsExactly(0.9, 0.9, 0.9, 0.4, 0.4);
        assertThat(bench.rows.stream().map(row -> row.axes().getFirst())).containsExactly(0.0, 2.0, 20.0, 22.0, 40.0);
        assertThat(anneal.schedule().size()).isEqualTo(5);
    }
}
