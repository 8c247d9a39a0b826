package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;
import static rugged.study.Desk.plan;
import static rugged.study.Desk.said;
import static rugged.study.Desk.study;

import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.dynamics.Clock;
import rugged.dynamics.Stability;
import rugged.dynamics.flow.GradientFlow;
import rugged.dynamics.sampling.Langevin;
import rugged.landscape.glass.PSpin;
import rugged.observable.scalar.Energy;
import rugged.observable.twotime.Memory;
import rugged.observable.twotime.Response;
import rugged.start.RandomState;
import rugged.study.read.Bundled;
import rugged.study.read.Request;

/** {@code --set}, {@code --size}, {@code --seed}, {@code extends}. */
class SettingsTest {
    private static final Request REQUEST = Request.of(
            "s.yaml",
            study(
                    "{ is: pspin, n: 8 }",
                    "langevin",
                    "{ is: waiting-times, tw: [0.5], until: 1 }",
                    "[energy, response]",
                    "theory: [annealed-energy]",
                    "figures: [{ name: e, y: e }]",
                    "findings: [{ id: a.b, text: a, quantity: e, at: { t: 1 } }]",
                    "seed: 1..20",
                    "sizes: { quick: { seed: 1..2, landscape.n: 4 }, paper: { landscape.n: [16, 32], observe: [energy],"
                            + " findings.a.b.where: { n: 16 } } }"));

    private static Point first(String... settings) {
        return plan(REQUEST.set(List.of(settings))).points().getFirst();
    }

    @Test
    void setsAParameterOfABlock() {
        assertThat(((PSpin) first("landscape.n=1e1").landscape()).n()).isEqualTo(10);
    }

    @Test
    void setsAParameterBehindABareName() {
        assertThat(first("dynamics.temperature=0.7").dynamics())
                .isEqualTo(new Langevin(0.7, 0.01, Clock.FLOW, new Stability(false)));
    }

    @Test
    void replacesASection() {
        assertThat(first("dynamics=gradient-flow", "observe=[energy]", "dynamics.dt=0.05")
                        .dynamics())
                .isInstanceOf(GradientFlow.class);
        assertThat(first("dynamics={ is: langevin, dt: 0.02 }").dynamics())
                .isEqualTo(new Langevin(0.5, 0.02, Clock.FLOW, new Stability(false)));
    }

    @Test
    void addsASectionThatIsNotThere() {
        assertThat(first("start.is=random").start()).isEqualTo(new RandomState());
        assertThat(first("replicas=2").replicas()).isEqualTo(2);
    }

    @Test
    void setsAListAndItsItemsByNumberOrName() {
        assertThat(first("observe=[energy, memory]").observables()).containsExactly(new Energy(), new Memory());
        assertThat(first("observe=memory").observables()).containsExactly(new Memory());
        assertThat(first("observe.response.eps=0.01").observables())
                .containsExactly(new Energy(), new Response(0.01, 0.0));
        assertThat(first("observe.1.eps=0.01").observables()).containsExactly(new Energy(), new Response(0.01, 0.0));
        assertThat(first("observe.0=memory").observables()).containsExactly(new Memory(), new Response(0.02, 0.0));
    }

    @Test
    void setsFiguresAndFindingsByName() {
        Plan plan = plan(REQUEST.set(
                List.of("figures.e.x-scale=log", "findings.a.b.at.t=0.5", "theory.annealed-energy.temperature=2")));
        assertThat(plan.figures().getFirst().xScale()).isEqualTo(FigureSection.Scale.LOG);
        assertThat(plan.findings().getFirst().at()).containsEntry("t", Position.at(0.5));
    }

    @Test
    void aSettingMayBeASweep() {
        assertThat(plan(REQUEST.set(List.of("landscape.n=[8, 9]", "dynamics.temperature=0.5..0.7 step 0.1")))
                        .points())
                .hasSize(120);
    }

    @Test
    void aListNeedsNoBrackets() {
        assertThat(plan(REQUEST.set(List.of("landscape.n=8,9", "dynamics.temperature=0.5, 0.6..0.7 step 0.1")))
                        .points())
                .hasSize(120);
        assertThat(first("observe=energy,memory").observables()).containsExactly(new Energy(), new Memory());
        assertThat(plan(REQUEST.set(List.of("figures.e.title=Energy per spin, again")))
                        .figures()
                        .getFirst()
                        .title())
                .isEqualTo("Energy per spin, again");
    }

    @Test
    void saysWhatIsWrongWithASetting() {
        assertThat(said(REQUEST.set(List.of(
                        "landscape.n=2000000",
                        "landscape.m=2",
                        "nonsense",
                        "=3",
                        "dynamics.dt=",
                        "observe.7=energy",
                        "observe.memory.x=1",
                        "a..b=1",
                        "landscape.n=[",
                        "landscape.mixture.x=2"))))
                .containsExactlyInAnyOrder(
                        "--set: nonsense: is not a setting; write path=value, such as landscape.n=64",
                        "--set: =3: is not a setting; write path=value, such as landscape.n=64",
                        "--set: dynamics.dt: has no value; write path=value; for empty text write path=\"''\"",
                        "--set: observe.7: observe is a list of 2 without 7; name an item by its number from 0, or by"
                                + " its name: energy, response",
                        "--set: observe.memory.x: observe is a list of 2 without memory; name an item by its number"
                                + " from 0, or by its name: energy, response",
                        "--set: a..b: is not a path; keys joined by dots, such as landscape.n",
                        "--set: landscape.n: expected the node content, but found '<stream end>'",
                        "--set: landscape.n: 2000000 is out of range; must lie in [2, 65536]",
                        "--set: landscape.m: unknown; did you mean n? known are n, mixture, couplings, precision,"
                                + " storage, planted, covariance-scale, seed",
                        "s.yaml:2:12: landscape.mixture: must be a mixture, is a block of keys"
                                .replace("s.yaml:2:12", "--set"));
    }

    @Test
    void aSizeIsAppliedBeforeTheSettings() {
        Plan quick = plan(REQUEST.at("quick"));
        assertThat(quick.points()).hasSize(2);
        assertThat(((PSpin) quick.points().getFirst().landscape()).n()).isEqualTo(4);
        assertThat(plan(REQUEST.at("quick").set(List.of("landscape.n=6"))).points())
                .extracting(point -> ((PSpin) point.landscape()).n())
                .containsExactly(6, 6);
        assertThat(plan(REQUEST.at("paper")).points()).hasSize(40);
        assertThat(plan(REQUEST).size()).isEqualTo("laptop");
        assertThat(plan(REQUEST).points()).isEqualTo(plan(REQUEST.at("laptop")).points());
    }

    @Test
    void aSizeThatIsNotThere() {
        assertThat(said(REQUEST.at("huge")))
                .containsExactly("--size: size: the study has no size \"huge\"; known are laptop, quick, paper");
        Request resolved = Request.of("study.yaml", plan(REQUEST.at("quick")).yaml());
        assertThat(plan(resolved).size()).isEqualTo("quick");
        assertThat(said(resolved.at("paper")))
                .containsExactly(
                        "study.yaml:2:7: size: this study was resolved at size quick; it cannot be run at size paper");
    }

    @Test
    void mistakesInSizesCarryTheirPlace() {
        Request wrong = Request.of("s.yaml", REQUEST.text().replace("landscape.n: 4 }", "landscape.n: 1 }"));
        assertThat(said(wrong.at("quick")))
                .containsExactly("s.yaml:10:44: landscape.n: 1 is out of range; must lie in [2, 65536]");
        assertThat(said(Request.of(
                        "s.yaml", REQUEST.text().replaceAll("sizes: .*", "sizes: { quick: 3, paper: [1] }"))))
                .containsExactly(
                        "s.yaml:10:17: sizes.quick: must be a block of keys, is a single value; paths with their"
                                + " values, such as { landscape.n: 64, seed: 1..4 }",
                        "s.yaml:10:27: sizes.paper: must be a block of keys, is a list; paths with their values, such"
                                + " as { landscape.n: 64, seed: 1..4 }");
    }

    @Test
    void seedsKeepTheirNumber() {
        assertThat(plan(REQUEST.seeded(101)).seeds())
                .hasSize(20)
                .startsWith(101L)
                .endsWith(120L);
        assertThat(plan(REQUEST.set(List.of("seed=[3, 7..9]")).seeded(50)).seeds())
                .containsExactly(50L, 51L, 52L, 53L);
        assertThat(plan(REQUEST.set(List.of("seed=4")).seeded(50)).seeds()).containsExactly(50L);
        assertThat(said(REQUEST.seeded(-1))).containsExactly("--seed: seed: -1 is out of range; must be >= 0");
    }

    @Test
    void aStudyMayChangeABundledOne() {
        Plan plan = plan(Request.of(
                "s.yaml",
                "study: mine\n"
                        + "extends: aging-pspin\n"
                        + "landscape: { n: 32 }\n"
                        + "observe: [energy]\n"
                        + "theory: [annealed-energy]\n"
                        + "figures: []\n"
                        + "findings: []\n"
                        + "seed: 1\n"
                        + "dynamics: { is: langevin }\n"));
        assertThat(plan.study()).isEqualTo("mine");
        assertThat(plan.points()).hasSize(2);
        assertThat(((PSpin) plan.points().getFirst().landscape()).n()).isEqualTo(32);
        assertThat(plan.points().getFirst().dynamics())
                .isEqualTo(new Langevin(0.5, 0.02, Clock.FLOW, new Stability(false)));
        assertThat(plan.yaml()).doesNotContain("extends");
        assertThat(said("study: mine\n"
                        + "extends: agign-pspin\n"
                        + "landscape: pspin\n"
                        + "dynamics: langevin\n"
                        + "protocol: quench\n"
                        + "observe: energy"))
                .singleElement()
                .asString()
                .startsWith("s.yaml:2:10: extends: there is no bundled study \"agign-pspin\"; did you mean aging-pspin?"
                        + " known are "
                        + String.join(", ", Bundled.names().subList(0, 20)));
    }
}
