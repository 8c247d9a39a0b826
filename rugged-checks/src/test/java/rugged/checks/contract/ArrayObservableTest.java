package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.model.Model;
import rugged.api.model.Supervised;
import rugged.dynamics.Stability;
import rugged.dynamics.flow.GradientFlow;
import rugged.landscape.plain.Quadratic;
import rugged.observable.array.Configuration;
import rugged.observable.array.OverlapMatrix;
import rugged.observable.array.PatternLosses;
import rugged.observable.curvature.Eigenvalues;
import rugged.observable.curvature.Operator;
import rugged.protocol.Quench;

/** Arrays beside what is known of them. */
class ArrayObservableTest {
    private static final long SEED = 31;

    private static TinyBench run(LandscapeSpec landscape, ObservableSpec observable, int replicas) {
        GradientFlow flow = new GradientFlow(GradientFlow.Method.HEUN, 0.01, 1e-6, 1e-12, 0.0, new Stability(true));
        TinyBench bench = new TinyBench(landscape, flow, observable, replicas, SEED, false);
        new Quench(1.0, 0.5, 2).run(bench);
        return bench;
    }

    @Test
    void eigenvaluesOfAWellAreThoseItWasMadeOf() {
        Quadratic well = new Quadratic(12, 50.0, true, 3);
        Eigenvalues all = new Eigenvalues(Operator.HESSIAN, 1);
        assertThat(run(well, all, 1).values(all.eigenvalues(), 0.0)).containsExactly(well.spectrum(), within(1e-12));
    }

    @Test
    void onASphereTheDirectionOutOfItIsLeftOut() {
        QuadraticSphere ball = new QuadraticSphere(20, 0.9, 0.0);
        Eigenvalues all = new Eigenvalues(Operator.HESSIAN, 1);
        double[] x = Bestiary.start(ball.build(), SEED);
        double[] values = run(ball, all, 1).values(all.eigenvalues(), 0.0);
        // E = -h sqrt(N) x_1 is flat: all that bends is the sphere, by h x_1/sqrt(N) in each tangent direction
        assertThat(values).hasSize(19);
        for (double value : values) assertThat(value).isCloseTo(0.9 * x[0] / Math.sqrt(20.0), within(1e-12));
    }

    @Test
    void overlapsAreThoseOfTheStates() {
        QuadraticSphere ball = new QuadraticSphere(20, 0.9, 0.0);
        double[] q = run(ball, new OverlapMatrix(1), 3).values(OverlapMatrix.OVERLAPS, 0.0);
        double[] states = run(ball, new Configuration(1), 3).values(Configuration.STATE, 0.0);
        assertThat(q).hasSize(9);
        for (int a = 0; a < 3; a++)
            for (int b = 0; b < 3; b++) {
                double sum = 0.0;
                for (int i = 0; i < 20; i++) sum += states[20 * a + i] * states[20 * b + i] / 20.0;
                assertThat(q[3 * a + b]).isCloseTo(sum, within(1e-13));
            }
        assertThat(q[4]).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void lossesOfThePatternsHaveTheLossAsTheirMean() {
        LandscapeSpec network = Bestiary.network();
        Supervised model = (Supervised) network.build();
        double[] x = Bestiary.start((Model) network.build(), SEED);
        TinyBench bench = run(network, new PatternLosses(1), 1);
        double[] losses = bench.values(PatternLosses.LOSSES, 0.0);
        assertThat(losses).hasSize(model.patterns());
        assertThat(Arrays.stream(losses).average().orElseThrow()).isCloseTo(model.energy(x), within(1e-12));
        double[] margins = new double[model.patterns()];
        model.margins(x, Supervised.Part.TRAIN, margins);
        assertThat(bench.values(PatternLosses.MARGINS, 0.0)).containsExactly(margins, within(1e-15));
    }
}
