package rugged.landscape.physical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.dynamics.Clock;
import rugged.dynamics.physical.CoupledLearning;
import rugged.dynamics.physical.EquilibriumPropagation;
import rugged.dynamics.physical.LearningParameters;
import rugged.dynamics.physical.LearningParameters.Rounding;
import rugged.graph.GraphFile;
import rugged.graph.RandomGraph;
import rugged.landscape.physical.PhysicalLinear.Aim;
import rugged.params.BadParameter;

/** Mistakes are refused before anything runs, each by a sentence that says what is allowed. */
final class BadCircuitsTest {
    private static void refused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(BadParameter.class).hasMessageContaining(words);
    }

    private static PhysicalLinear given(List<Integer> in, List<Integer> out, List<Double> matrix) {
        Aim aim = matrix.isEmpty() ? Aim.RANDOM : Aim.MATRIX;
        return new PhysicalLinear(
                new RandomGraph(5, 6, 1), 1, 1, aim, 0.05, 0.7, matrix, 0.0, new Terminals(in, out, 1e-4, 0.5), 1);
    }

    @Test
    void aGraphInPiecesIsNamedWithAPairThatItParts(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("two.csv"), "0,1\n2 3\n");
        PhysicalLinear spec = new PhysicalLinear(
                new GraphFile(file.toString()),
                1,
                1,
                Aim.RANDOM,
                0.05,
                0.7,
                List.of(),
                0.0,
                new Terminals(List.of(0, 2), List.of(0, 1), 1e-4, 0.5),
                1);
        refused(spec::knownDimension, "has 2 components; input pair 1 lies in two");
    }

    @Test
    void pairsMustBePairsOfNodesOfTheGraph() {
        refused(() -> given(List.of(3, 3), List.of(0, 1), List.of()), "node 3 twice");
        refused(() -> given(List.of(3), List.of(0, 1), List.of()), "two nodes for each pair");
        refused(() -> given(List.of(0, 9), List.of(0, 1), List.of()).knownDimension(), "node 9 is not in the graph");
        assertThat(given(List.of(0, 1), List.of(1, 0), List.of()).remark()).contains("input pair 1 is output pair 1");
    }

    @Test
    void theTaskMustHaveTheShapeOfThePairs() {
        refused(() -> given(List.of(0, 1), List.of(1, 2), List.of(0.1, 0.2)), "R must be n_out x n_in = 1 x 1");
        refused(() -> given(List.of(0, 1), List.of(1, 2), List.of(Double.NaN)), "is not finite");
    }

    @Test
    void floorsStrengthsAndRatesHaveTheirRange() {
        refused(() -> new Terminals(List.of(), List.of(), 2.0, 0.5), "above 0 and below 1");
        LearningParameters plain = new LearningParameters(1.0, Clock.STEPS, 0.0, 0.0, Rounding.NEAREST, 0.0, false);
        refused(() -> new EquilibriumPropagation(0.0, false, plain), "above 0");
        refused(() -> new CoupledLearning(1.5, plain), "at most 1");
        refused(
                () -> new LearningParameters(Double.NaN, Clock.STEPS, 0.0, 0.0, Rounding.NEAREST, 0.0, false),
                "is not finite");
        refused(() -> new RandomGraph(5, 3, 1), "cannot join 5 nodes");
    }

    @Test
    void aFileOfEdgesIsRefusedByItsLine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("graph.csv");
        Files.writeString(file, "0 1\n1 1\n");
        refused(() -> new GraphFile(file.toString()).build(), "line 2 joins node 1 to itself");
        Files.writeString(file, "0 1\n# again\n1 0\n");
        refused(() -> new GraphFile(file.toString()).build(), "line 3 joins 1 and 0 a second time");
        Files.writeString(file, "0 one\n");
        refused(() -> new GraphFile(file.toString()).build(), "line 1 has \"one\" for a node");
    }
}
