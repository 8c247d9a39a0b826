package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.params.Catalogue;
import rugged.params.Problem;
import rugged.study.read.Request;

/** One mistake is one line: what speaks of something that could not be bound is no second mistake. */
class OneMistakeTest {
    private static final String STUDY = """
        study: one
        landscape: { is: pspin, n: 64 }
        dynamics: { is: gradient-descent }
        protocol: { is: quench, until: 100 }
        seed: 1..4
        observe: [energy, gradient-norm, work, spectrum]
        theory: [{ is: chsck }]
        analyse: [{ is: performance, between: dynamics, levels: [1e-3] }]
        figures:
          - { name: a, y: W_to, x: level, panels: share }
          - { name: b, y: e, x: t, curves: n, panels: N, overlay: chsck }
          - { name: c, page: [b] }
        findings:
          - { id: f, text: x, quantity: solved, at: { level: 1e-3 } }
          - { id: g, text: x, quantity: top, at: { t: 100, k: 1 }, where: { n: 64 } }
          - { id: h, text: x, quantity: e, at: { t: 1 }, theory: chsck }
        """;

    private static List<String> said(String study) {
        return Planner.check(Request.of("one.yaml", study), Catalogue.standard(), Desk.MACHINE).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void theStudyItselfIsRight() {
        assertThat(said(STUDY)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
        levels: [1e-3]        | levelz: [1e-3]                        | analyse.performance.levelz
        levels: [1e-3]        | levels: many                          | analyse.performance.levels
        is: performance       | is: performanse                       | analyse.performanse
        gradient-norm,        | gradient-norn,                        | observe.gradient-norn
        spectrum]             | {is: spectrum, nope: 3}]              | observe.spectrum.nope
        spectrum]             | {is: spectrum, eigenvalues: -3}]      | observe.spectrum.eigenvalues
        is: chsck             | is: chsck, nope: 1                    | theory.chsck.nope
        is: chsck             | is: chsk                              | theory.chsk
        is: pspin             | is: pspinn                            | landscape
        pspin, n: 64          | pspin, n: -64                         | landscape.n
        is: quench            | is: quenchh                           | protocol
        until: 100            | until: -2                             | protocol.until
        is: gradient-descent  | is: gradient-decent                   | dynamics
        is: gradient-descent  | is: gradient-descent, nope: 1         | dynamics.nope
        overlay: chsck        | overlay: chsck, nope: 1               | figures.b.nope
        quantity: solved,     | quantity: solved, nope: 1,            | findings.f.nope
        """)
    void whatCouldNotBeBoundIsNotMissedTwice(String right, String wrong, String path) {
        assertThat(STUDY).contains(right);
        assertThat(said(STUDY.replace(right, wrong))).singleElement().asString().contains(": " + path + ": ");
    }

    /** What the broken part would have brought is known from the rest of it, so that other mistakes are still found. */
    @Test
    void twoMistakesAreTwoLines() {
        String study = STUDY.replace("levels: [1e-3]", "levelz: [1e-3]").replace("quantity: top", "quantity: topp");
        assertThat(said(study))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("levelz"),
                        second -> assertThat(second).contains("nobody measures \"topp\" here"));
    }
}
