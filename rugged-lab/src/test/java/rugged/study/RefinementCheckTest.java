package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.params.Catalogue;
import rugged.params.Problem;
import rugged.study.cost.Machine;
import rugged.study.read.Request;

/** What can be refined, and what is said where it cannot. */
class RefinementCheckTest {
    private static Checked check(String landscape, String refine) {
        String text = "study: plane\nlandscape: " + landscape
                + "\ndynamics: fire\nprotocol: quench\nobserve: [energy]\nrefine: " + refine + "\n";
        return Planner.check(Request.of("plane.yaml", text), Catalogue.standard(), Machine.here());
    }

    private static final String PLANE = "{ is: perceptron, n: 10, alpha: [1, 2], margin: [0, 0.5, 1] }";

    private static String said(String landscape, String refine) {
        List<Problem> problems = check(landscape, refine).problems();
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().line()).isEqualTo(6);
        return problems.getFirst().toString();
    }

    @Test
    void thePlaneIsTheTwoParametersThatAreSwept() {
        Plan plan =
                check(PLANE, "{ where: change, quantity: e, levels: 3 }").plan().orElseThrow();
        Refinement.Grid grid = plan.refinement().orElseThrow();
        assertThat(grid.how().in()).containsExactly("landscape.alpha", "landscape.margin");
        assertThat(grid.up()).containsExactly(BigDecimal.ZERO, new BigDecimal("0.5"), BigDecimal.ONE);
        assertThat(plan.points()).hasSize(6);
        assertThat(plan.further()).isEqualTo(400);
        assertThat(plan.record()).containsEntry("further", 400L);
    }

    @Test
    void whatCannotBeRefinedIsSaidBeforeAnythingIsComputed() {
        assertThat(said(PLANE, "{ quantity: e }")).contains("refine.value").contains("at which value the contour is");
        assertThat(said(PLANE, "{ quantity: energetic, value: 0 }"))
                .contains("refine.quantity: nothing of this study records \"energetic\"");
        assertThat(said(PLANE, "{ quantity: e, value: 0, in: [alpha, n] }"))
                .contains("refine.in: \"n\" is not swept; landscape.alpha, landscape.margin");
        assertThat(said("{ is: perceptron, n: 10, alpha: [1, 2], margin: 0 }", "{ quantity: e, value: 0 }"))
                .contains("refine.in: 1 parameters are swept: landscape.alpha");
        assertThat(said("{ is: perceptron, n: [10, 11], alpha: [1, 2], margin: 0 }", "{ quantity: e, value: 0 }"))
                .contains("a place between two of the grid, landscape.alpha = 1.5, landscape.n = 10.5, cannot be"
                        + " computed");
    }
}
