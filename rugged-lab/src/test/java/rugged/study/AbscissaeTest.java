package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.params.Catalogue;
import rugged.params.Numbers;
import rugged.params.Problem;
import rugged.study.read.Request;

/** What figures are drawn against: parameters that are numbers, sizes that follow from them. */
class AbscissaeTest {
    private static Checked check(String landscape, String figure) {
        String text = "study: widths\nlandscape: { is: network, " + landscape
                + ", data: { is: strokes, patterns: 50, tests: 20, pca: 5 } }\n"
                + "dynamics: { is: sgd, learning-rate: 0.05, batch: 10 }\nprotocol: { is: quench, until: 100 }\n"
                + "observe: [losses]\nseed: 1..2\nfigures: [{ name: e, y: loss, " + figure + " }]\n";
        return Planner.check(Request.of("w.yaml", text), Catalogue.standard(), Desk.MACHINE);
    }

    private static List<String> said(String landscape, String figure) {
        return check(landscape, figure).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static List<String> values(String landscape, String figure, String path) {
        Checked checked = check(landscape, figure);
        return checked.plan().orElseThrow(() -> new AssertionError(checked.said())).points().stream()
                .map(point -> point.coordinates().getOrDefault(path, ""))
                .distinct()
                .toList();
    }

    @Test
    void oneListIsOneNetworkAndTheWayToSweepWidthsIsNamed() {
        assertThat(said("layers: [2, 4, 8]", "x: landscape.layers"))
                .containsExactly("w.yaml:7:34: figures.e.x: landscape.layers takes one value here, the list [2, 4, 8];"
                        + " to sweep it, write layers: [[2], [4], [8]]");
        assertThat(values("layers: [[2], [4], [8]]", "x: layers", "landscape.layers"))
                .containsExactly("[2]", "[4]", "[8]")
                .allMatch(width -> Numbers.real(Numbers.alone(width)).isPresent());
        // one width is a width
        assertThat(said("layers: [8]", "x: layers")).isEmpty();
    }

    @Test
    void whatIsNoNumberHasNoPlaceOnAnAxis() {
        assertThat(said("layers: [[2], [4, 4]]", "x: layers"))
                .singleElement()
                .asString()
                .contains("figures.e.x: landscape.layers takes the values [2], [4, 4], which are not all numbers");
        assertThat(said("activation: [relu, tanh]", "x: activation"))
                .singleElement()
                .asString()
                .contains("takes the values relu, tanh, which are not all numbers");
        assertThat(said("activation: [relu, tanh]", "curves: activation")).isEmpty();
        assertThat(said("layers: [2]", "x: seed")).singleElement().asString().contains("seed numbers samples");
        assertThat(said("layers: [2]", "where: { data.seed: 1 }"))
                .singleElement()
                .asString()
                .contains("data.seed numbers samples");
    }

    /** Of 5 inputs, h hidden units and 10 classes: M = 5 h + h + 10 h + 10 = 16 h + 10 weights and biases; P = 50. */
    @Test
    void sizesThatFollowFromParametersAreAxes() {
        assertThat(values("layers: [[2], [4], [8]]", "x: M", "M")).containsExactly("42", "74", "138");
        assertThat(values("layers: [[2], [4]]", "x: P/M", "P/M"))
                .containsExactly(Numbers.text(50.0 / 42), Numbers.text(50.0 / 74));
        assertThat(values("layers: [[2], [4, 4]]", "x: M", "M")).containsExactly("42", "94");
        assertThat(values("layers: [[2], [4]]", "x: layers, where: { M: 42 }", "M"))
                .containsExactly("42", "74");
        assertThat(said("layers: [2]", "x: Q/M")).singleElement().asString().contains("nothing here is called \"Q/M\"");
        // nothing that is not spoken of becomes a coordinate
        assertThat(values("layers: [[2], [4]]", "x: layers", "M")).containsExactly("");
    }

    /** Lists of several depths are one mistake with one way out, not a mistake for each item. */
    @Test
    void listsAndSingleValuesAreNotMixed() {
        for (String layers : new String[] {"[[2, 2], 4]", "[4, [2, 2]]", "[2, [4], 4, [2]]"})
            assertThat(said("layers: " + layers, "x: t"))
                    .singleElement()
                    .asString()
                    .contains("landscape.layers: mixes lists and single values; one list, [10, 10], or a list of"
                            + " lists for a sweep, [[10, 10], [20]]");
    }
}
