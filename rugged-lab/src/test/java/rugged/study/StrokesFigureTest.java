package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.params.Catalogue;
import rugged.study.read.Request;

/** A disconnectivity graph as a study asks for it, and what is wrong with others. */
class StrokesFigureTest {
    private static final String STUDY = """
        study: map
        landscape: { is: lennard-jones, atoms: 4 }
        dynamics: { is: l-bfgs }
        protocol: { is: quench, until: 1 }
        observe: [energy]
        analyse: [disconnectivity]
        figures:
          - { name: graph, y: branch, x: place, %s }
        """;

    private static List<String> wrong(String figure) {
        Checked checked =
                Planner.check(Request.of("map.yaml", STUDY.formatted(figure)), Catalogue.standard(), Desk.MACHINE);
        return checked.problems().stream().map(Object::toString).toList();
    }

    @Test
    void aGraphIsPlanned() {
        assertThat(wrong("strokes: \"line, corner\", colour: colour, curves-label: E"))
                .isEmpty();
    }

    @Test
    void eachMistakeIsNamed() {
        assertThat(wrong("strokes: line").toString()).contains("are not two axes with a comma");
        assertThat(wrong("colour: colour").toString()).contains("colours strokes only");
        assertThat(wrong("strokes: \"line, edge\"").toString()).contains("is not an axis of branch");
        assertThat(wrong("strokes: \"line, corner\", colour: hue").toString()).contains("is not an axis of branch");
        assertThat(wrong("strokes: \"line, corner\", curves: colour").toString())
                .contains("strokes have none");
    }
}
