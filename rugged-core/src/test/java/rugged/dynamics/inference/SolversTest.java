package rugged.dynamics.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.constraint.ProductConstraints;
import rugged.api.constraint.SpinInference;
import rugged.api.model.Inference;
import rugged.api.model.Model;
import rugged.api.model.SpinLandscape;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.compose.Means;
import rugged.landscape.binary.BinaryPerceptron;
import rugged.landscape.binary.BinaryPerceptronMessages;
import rugged.landscape.binary.BinaryPerceptronMixing;
import rugged.landscape.binary.PatternLaw;
import rugged.landscape.paths.ActivePaths;
import rugged.landscape.paths.ActivePathsMessages;
import rugged.landscape.paths.PathLaw;
import rugged.meanfield.binary.PatternEntries;
import rugged.meanfield.binary.PerceptronTask;
import rugged.meanfield.diluted.PathSigns;
import rugged.num.Streams;

/** Reinforcement and decimation: what they call a solution is one for the landscape of the weights, too. */
class SolversTest {
    private static final DynamicsSpec REINFORCEMENT = new Reinforcement(0.99, 0.0);
    private static final DynamicsSpec DECIMATION = new Decimation(0.05, 1e-6, 50, 0.0);

    private static PatternLaw law(double alpha, PatternEntries entries, long seed) {
        return new PatternLaw(alpha, PerceptronTask.STORAGE, entries, 0.0, seed);
    }

    private static Stepper start(LandscapeSpec spec, DynamicsSpec dynamics) {
        Model model = spec.build();
        double[] x = new double[model.dimension()];
        model.randomise(x, Streams.of(3).stream("start", 0));
        return dynamics.start(model, x, Streams.of(1));
    }

    /** The signs of the state that others see. */
    private static double[] signs(LandscapeSpec spec, Stepper stepper) {
        Inference model = (Inference) spec.build();
        double[] x = new double[model.dimension()];
        stepper.state(x);
        double[] signs = new double[Means.count(model)];
        Means.of(model, x, signs);
        for (int i = 0; i < signs.length; i++) signs[i] = signs[i] < 0.0 ? -1.0 : 1.0;
        return signs;
    }

    static Stream<DynamicsSpec> solvers() {
        return Stream.of(REINFORCEMENT, DECIMATION);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void patternsAreStored(DynamicsSpec solver) {
        for (PatternEntries entries : PatternEntries.values()) {
            PatternLaw law = law(0.5, entries, 2);
            LandscapeSpec mixing = new BinaryPerceptronMixing(501, law, Double.POSITIVE_INFINITY);
            Stepper stepper = start(mixing, solver);
            stepper.advance(3000);
            assertThat(stepper.status()).isInstanceOf(Status.Converged.class);
            SpinLandscape weights = new BinaryPerceptron(501, law).build();
            weights.load(signs(mixing, stepper));
            assertThat(weights.energy()).isZero();
        }
    }

    /** On a graph, whose states hold no fields, what others see are the signs that were found all the same. */
    @ParameterizedTest
    @MethodSource("solvers")
    void graphsShowWhatWasFound(DynamicsSpec solver) {
        PatternLaw law = law(0.4, PatternEntries.GAUSSIAN, 2);
        LandscapeSpec graph = new BinaryPerceptronMessages(201, law, Double.POSITIVE_INFINITY);
        Stepper stepper = start(graph, solver);
        stepper.advance(3000);
        SpinLandscape weights = new BinaryPerceptron(201, law).build();
        weights.load(signs(graph, stepper));
        assertThat(weights.energy()).isZero();
    }

    /** Far above capacity there is nothing to find, and it says so. */
    @Test
    void withoutSolutionsItSaysHowManyAreViolated() {
        LandscapeSpec mixing =
                new BinaryPerceptronMixing(201, law(1.3, PatternEntries.SIGNS, 1), Double.POSITIVE_INFINITY);
        Stepper decided = start(mixing, REINFORCEMENT);
        decided.advance(5000);
        assertThat(decided.status()).isInstanceOfSatisfying(Status.Converged.class, end -> {
            assertThat(end.criterion()).contains("violated");
            assertThat(end.value()).isGreaterThan(0.0);
        });
        Stepper early = start(mixing, DECIMATION);
        early.advance(20);
        assertThat(early.missing()).contains("violated by the signs of the means after 20 rounds");
    }

    /**
     * Where no fixing of a weight says anything of one that messages do not reach, as in a forest, none is wrong: one at a time, since all weights are even at first. Two paths with two weights in common hold the product of their other two, of which messages know nothing: networks that have such are left out.
     */
    @Test
    void forestsOfPathsAreSatisfied() {
        int forests = 0;
        for (long seed = 1; seed <= 10; seed++) {
            PathLaw law = new PathLaw(3, 12, 0.1, 1.0, PathSigns.IID, 0.5, seed);
            if (commonPairs(new ActivePaths(law).build())) continue;
            forests++;
            Stepper stepper = start(new ActivePathsMessages(law, 0.1, 1e-3), new Decimation(0.0, 1e-12, 50, 0.0));
            stepper.advance(20000);
            assertThat(stepper.status())
                    .isInstanceOfSatisfying(
                            Status.Converged.class,
                            end -> assertThat(end.value()).isZero());
        }
        assertThat(forests).isGreaterThanOrEqualTo(3);
    }

    private static boolean commonPairs(ProductConstraints paths) {
        for (int a = 0; a < paths.constraints(); a++)
            for (int b = 0; b < a; b++) {
                int common = 0;
                for (int i : paths.members(a)) for (int j : paths.members(b)) if (i == j) common++;
                if (common > 1) return true;
            }
        return false;
    }

    /** What others see of a draw that failed is what the solver counted, on graphs with and without damping. */
    @Test
    void failuresAreShownAsTheyAre() {
        LandscapeSpec patterns =
                new BinaryPerceptronMessages(101, law(1.3, PatternEntries.GAUSSIAN, 2), Double.POSITIVE_INFINITY);
        LandscapeSpec paths =
                new ActivePathsMessages(new PathLaw(3, 10, 1.5, 1.0, PathSigns.GAUSS, 0.5, 3), 0.01, 1e-3);
        for (LandscapeSpec graph : new LandscapeSpec[] {patterns, paths})
            for (double damping : new double[] {0.0, 0.5}) {
                Stepper stepper = start(graph, new Decimation(0.05, 1e-6, 20, damping));
                stepper.advance(20000);
                assertThat(stepper.status()).isInstanceOfSatisfying(Status.Converged.class, end -> {
                    assertThat(end.criterion()).contains("all signs are fixed");
                    double seen = ((SpinInference) graph.build()).violations(signs(graph, stepper));
                    assertThat(seen).isEqualTo(end.value()).isPositive();
                });
            }
    }

    /** Damped means and variances do not belong together; what is decided is decided from those of the round, and ends. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.9})
    void dampedDecimationEnds(double damping) {
        LandscapeSpec mixing =
                new BinaryPerceptronMixing(201, law(1.3, PatternEntries.SIGNS, 1), Double.POSITIVE_INFINITY);
        Stepper stepper = start(mixing, new Decimation(0.05, 1e-6, 20, damping));
        stepper.advance(20000);
        assertThat(stepper.status())
                .isInstanceOfSatisfying(
                        Status.Converged.class,
                        end -> assertThat(end.criterion()).contains("all signs are fixed"));
    }

    /** On paths of three weights the paramagnet is stable: messages die away, and it says so. */
    @Test
    void reinforcementDiesAwayOnPaths() {
        LandscapeSpec graph = new ActivePathsMessages(new PathLaw(3, 12, 1.5, 1.0, PathSigns.IID, 0.5, 3), 0.5, 1e-3);
        Stepper stepper = start(graph, REINFORCEMENT);
        stepper.advance(5000);
        assertThat(stepper.status())
                .isInstanceOfSatisfying(
                        Status.Converged.class,
                        end -> assertThat(end.criterion()).contains("nothing changes any more"));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void resumesToTheSameBits(DynamicsSpec solver) {
        LandscapeSpec mixing =
                new BinaryPerceptronMixing(301, law(0.75, PatternEntries.SIGNS, 4), Double.POSITIVE_INFINITY);
        Stepper through = start(mixing, solver);
        through.advance(40);
        Stepper after = start(mixing, solver);
        after.load(through.save());
        through.advance(90);
        after.advance(90);
        assertThat(after.save()).isEqualTo(through.save());
    }
}
