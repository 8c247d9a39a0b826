package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.params.Catalogue;
import rugged.study.read.Request;

/** A cloud of pairs as a study asks for it, and what is wrong with others. */
class CloudFigureTest {
    private static final String STUDY = """
        study: fields
        landscape: { is: student-perceptron, n: 100, alpha: 1 }
        dynamics: { is: hebb }
        protocol: { is: even-times, until: 1, observations: 1 }
        observe: [{ is: field-scatter, every: 1 }, learning-curves]
        theory: [hebb-exact]
        analyse: [{ is: scatter, up: x_mu, across: y_mu, as: y, %s }]
        figures:
          - { name: cloud, y: pairs_x_mu, x: y, %s }
        """;

    private static List<String> wrong(String analysis, String figure) {
        Checked checked = Planner.check(
                Request.of("fields.yaml", STUDY.formatted(analysis, figure)), Catalogue.standard(), Desk.MACHINE);
        return checked.problems().stream().map(Object::toString).toList();
    }

    @Test
    void aCloudIsPlanned() {
        assertThat(wrong(
                        "fold: true, root-of: Q",
                        "points: cloud, units: equal, overlay: [hebb-exact.x_mean], where: { t: 1 }"))
                .isEmpty();
    }

    @Test
    void eachMistakeIsNamed() {
        assertThat(wrong("fold: true", "points: dots").toString())
                .contains("points")
                .contains("cloud");
        assertThat(wrong("fold: true", "units: equal, x-scale: log").toString()).contains("needs two linear axes");
        assertThat(wrong("fold: true", "points: cloud, strokes: \"pair, y\"").toString())
                .contains("has neither strokes nor a map");
        assertThat(wrong("root-of: x_mu", "points: cloud").toString()).contains("is not one number at each place");
        assertThat(wrong("root-of: R_2", "points: cloud").toString()).contains("R_2");
    }
}
