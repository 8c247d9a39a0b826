package rugged.observable.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.api.DataSpec;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.data.Triatomics;
import rugged.landscape.Precision;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.num.Streams;
import rugged.params.BadParameter;

/** Scores of classes, and overlaps of errors. */
class ReadingsOfMinimaTest {
    /** ln(p/(1 - p)), also where p is 1 within rounding. */
    @Test
    void scoresKeepTheOrderOfProbabilities() {
        double[] scores = new double[3];
        double[] outputs = {0, 0, 0, 1, 0, -1, 100, 0, 0};
        AreaUnderCurve.scores(outputs, 3, 0, scores);
        assertThat(scores[0]).isCloseTo(-Math.log(2), within(1e-15));
        double p = Math.E / (Math.E + 1.0 + 1.0 / Math.E);
        assertThat(scores[1]).isCloseTo(Math.log(p / (1 - p)), within(1e-14));
        assertThat(scores[2]).isCloseTo(100 - Math.log(2), within(1e-12));
        AreaUnderCurve.scores(new double[] {0, 0, 0, 1000, 999, 0, 1000, 998, 0}, 3, 0, scores);
        assertThat(scores[2]).isGreaterThan(scores[1]);
    }

    @Test
    void aSingleOutputScoresBothSigns() {
        double[] scores = new double[2];
        AreaUnderCurve.scores(new double[] {3, -2}, 1, 1, scores);
        assertThat(scores).containsExactly(3, -2);
        AreaUnderCurve.scores(new double[] {3, -2}, 1, 0, scores);
        assertThat(scores).containsExactly(-3, 2);
    }

    @Test
    void overlapsOfErrors() {
        assertThat(SharedErrors.overlap(set(1, 2, 3), set(2, 3, 4))).isEqualTo(0.5);
        assertThat(SharedErrors.overlap(set(1), set(2))).isZero();
        assertThat(SharedErrors.overlap(set(1, 9), set(1, 9))).isEqualTo(1.0);
        assertThat(SharedErrors.overlap(set(), set(7))).isZero();
        assertThat(SharedErrors.overlap(set(), set())).isEqualTo(1.0);
    }

    private static Supervised network(DataSpec data) {
        return new Network(
                        data,
                        List.of(2),
                        Activation.TANH,
                        Network.Parametrisation.STANDARD,
                        Network.Bias.ALL,
                        Initialisation.GAUSSIAN,
                        0,
                        NetworkLoss.AUTO,
                        1,
                        0.01,
                        Precision.FLOAT64)
                .build();
    }

    @Test
    void whatHasNoAreaSaysWhy() {
        Supervised few = network(new Triatomics(8, 2, 2.0, 0, 1));
        double[] targets = new double[2];
        few.targets(Part.TEST, targets);
        int absent = 0;
        while (absent == targets[0] || absent == targets[1]) absent++;
        List<Integer> asked = List.of(absent);
        assertThatThrownBy(() -> new AreaUnderCurve(asked).open(few, Streams.of(1)))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("none of the 2 test examples belong to it");
        assertThatThrownBy(() -> new AreaUnderCurve(List.of(4)).open(few, Streams.of(1)))
                .hasMessageContaining("is no class of the data")
                .hasMessageContaining("0 to 3");
        Supervised none = network(new Triatomics(8, 0, 2.0, 0, 1));
        assertThatThrownBy(() -> new AreaUnderCurve(List.of()).open(none, Streams.of(1)))
                .hasMessageContaining("no test examples");
        assertThat(few.classes()).isEqualTo(4);
    }

    private static BitSet set(int... wrong) {
        BitSet set = new BitSet();
        for (int each : wrong) set.set(each);
        return set;
    }
}
