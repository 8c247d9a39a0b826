package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.analysis.AgingExponent;
import rugged.landscape.glass.PSpin;
import rugged.landscape.network.Network;
import rugged.params.Catalogue;
import rugged.params.Problem;
import rugged.study.read.Request;

/** One study that compares systems; data by a short path; analyses. */
class CasesTest {
    private static final String STUDY = """
        study: systems
        cases:
          small:
            landscape: { is: network, layers: [3], data: { is: random, patterns: 30, width: 5 } }
          large:
            landscape: { is: network, layers: [[20], [30]], data: { is: random, patterns: 30, width: 5 } }
          glass:
            landscape: { is: pspin, n: 8 }
            dynamics: { is: langevin, temperature: [0.3, 0.5] }
            observe: [energy]
        dynamics:
          - { is: sgd, batch: 3 }
          - { is: langevin, clock: steps, dt: 0.05 }
        protocol: { is: waiting-times, tw: [1, 2, 4], first-lag: 1, until: 10 }
        observe: [energy, displacement]
        analyse: [{ is: aging-exponent, from: 1 }]
        seed: 1..3
        figures:
          - { name: msd, y: msd, x: t - tw, curves: tw, marks: dynamics, panels: case }
          - { name: all, page: [msd] }
        findings:
          - { id: a.mu, text: mu, quantity: mu_age, where: { case: small, dynamics: sgd } }
        sizes:
          quick: { cases.glass.landscape.n: 6, data.patterns: 10, seed: 1 }
        """;

    private static Checked check(Request request) {
        return Planner.check(request, Catalogue.standard(), Desk.MACHINE);
    }

    private static Plan plan(Request request) {
        Checked checked = check(request);
        return checked.plan().orElseThrow(() -> new AssertionError(checked.said()));
    }

    private static List<String> said(String text) {
        return check(Request.of("s.yaml", text)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static Request request() {
        return Request.of("s.yaml", STUDY);
    }

    @Test
    void thePointsAreThoseOfAllCases() {
        Plan plan = plan(request());
        // small: 2 dynamics; large: 2 widths x 2 dynamics; glass: 2 temperatures; 3 seeds each
        assertThat(plan.points()).hasSize(3 * (2 + 4 + 2));
        assertThat(plan.points())
                .allSatisfy(point -> assertThat(point.coordinates()).containsKey("case"));
        assertThat(plan.points().stream().map(Point::key).distinct()).hasSize(24);
        assertThat(plan.points().stream()
                        .filter(point -> point.coordinates().get("case").equals("glass")))
                .hasSize(6)
                .allSatisfy(point -> {
                    assertThat(point.landscape()).isInstanceOf(PSpin.class);
                    assertThat(point.observables()).hasSize(1);
                    assertThat(point.coordinates()).containsKey("dynamics.temperature");
                });
        assertThat(plan.analyses()).hasExactlyElementsOfTypes(AgingExponent.class);
        assertThat(plan.quantities()).extracting("name").contains("mu_age", "t_star");
    }

    @Test
    void settingsAndSizesReachIntoCasesAndTheirData() {
        Plan quick = plan(request().at("quick"));
        assertThat(quick.points()).hasSize(8);
        assertThat(quick.points()).allSatisfy(point -> {
            if (point.landscape() instanceof PSpin glass) assertThat(glass.n()).isEqualTo(6);
            else assertThat(point.landscape().knownPatterns()).isEqualTo(10);
        });
        Plan set = plan(request().set(List.of("cases.small.landscape.layers=[7]", "data.width=4")));
        Network network = (Network) set.points().getFirst().landscape();
        assertThat(network.layers()).containsExactly(7);
        assertThat(network.data().outline().width()).isEqualTo(4);
    }

    /** What the data are may change; options that the new ones have as well stay, the others go. */
    @Test
    void dataByNameKeepsSharedOptions() {
        Plan plan = plan(request().set(List.of("data=gaussian-mixture")));
        Network network = (Network) plan.points().getFirst().landscape();
        assertThat(network.data().getClass().getSimpleName()).isEqualTo("GaussianMixture");
        assertThat(network.data().outline().patterns()).isEqualTo(30);
    }

    @Test
    void theResolvedStudyIsTheSamePlan() {
        Plan plan = plan(request());
        Plan again = plan(Request.of("resolved.yaml", plan.yaml()));
        assertThat(again.hash()).isEqualTo(plan.hash());
        assertThat(again.points())
                .extracting(Point::key)
                .isEqualTo(plan.points().stream().map(Point::key).toList());
        assertThat(again.yaml()).isEqualTo(plan.yaml());
    }

    @Test
    void everyMistakeHasItsLine() {
        assertThat(said(STUDY.replace("  glass:\n", "  glass!:\n")))
                .anySatisfy(line -> assertThat(line).startsWith("s.yaml:7:3: cases.glass!: is not a name"));
        assertThat(said(STUDY.replace("    observe: [energy]\n", "    obsreve: [energy]\n")))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("s.yaml:10:5: cases.glass.obsreve: unknown")
                        .contains("observe"));
        assertThat(said(STUDY.replace("  small:\n", "  small: 3\n  other:\n")))
                .anySatisfy(line -> assertThat(line).contains("cases.small: must be a block of sections"));
        assertThat(said(STUDY.replace("observe: [energy, displacement]\n", "observe: [energy]\n")))
                .anySatisfy(
                        line -> assertThat(line).contains("analyse.aging-exponent: reads \"msd\"; add displacement"));
        assertThat(said(STUDY.replace("page: [msd]", "page: [mds]")))
                .anySatisfy(line -> assertThat(line).contains("figures.all.page: there is no figure \"mds\""));
        assertThat(said(STUDY.replace("where: { case: small, dynamics: sgd }", "where: { caes: small }")))
                .anySatisfy(line -> assertThat(line).contains("nothing here is called \"caes\""));
        assertThat(said("study: x\n"
                        + "landscape: { is: pspin, n: 8 }\n"
                        + "dynamics: langevin\n"
                        + "protocol: quench\n"
                        + "observe: [energy]\n"
                        + "seed: 1\n"
                        + "sizes: { quick: { data.patterns: 3 } }"))
                .isEmpty();
        assertThat(check(Request.of(
                                        "s.yaml",
                                        STUDY.replaceAll("(?s)  small:.*?  glass:", "  glass:")
                                                .replaceAll("(?s)analyse:.*", "seed: 1\n"))
                                .set(List.of("data.patterns=3")))
                        .problems()
                        .stream()
                        .map(Problem::toString))
                .anySatisfy(line -> assertThat(line).contains("no landscape of this study learns from data"));
    }
}
