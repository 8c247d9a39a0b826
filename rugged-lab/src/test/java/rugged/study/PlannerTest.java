package rugged.study;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static rugged.study.Desk.on;
import static rugged.study.Desk.plan;
import static rugged.study.Desk.study;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.Quantity;
import rugged.dynamics.Clock;
import rugged.dynamics.Stability;
import rugged.dynamics.sampling.Langevin;
import rugged.landscape.glass.PSpin;
import rugged.meanfield.Mixture;
import rugged.params.Catalogue;
import rugged.protocol.WaitingTimes;
import rugged.start.PlantedState;
import rugged.start.RandomState;
import rugged.study.cost.Estimate;
import rugged.study.read.Bundled;
import rugged.study.read.Request;
import rugged.theory.aging.Chsck;
import rugged.theory.statics.AnnealedEnergy;

class PlannerTest {
    private static final String QUENCH = "{ is: quench, until: 1 }";

    static Stream<Request> bundled() {
        return Bundled.names().stream()
                .flatMap(name -> Stream.of("quick", "laptop", "paper")
                        .map(size -> Bundled.request(name).orElseThrow().at(size)));
    }

    private static Plan bundled(Request request) {
        Checked checked = Planner.check(request, Catalogue.standard(), Desk.MACHINE);
        return checked.plan().orElseThrow(() -> new AssertionError(checked.said()));
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void everyBundledStudyPlansAtEverySizeAndAsResolvedAgain(Request request) {
        Plan plan = bundled(request);
        assertThat(plan.warnings()).isEmpty();
        assertThat(plan.points()).isNotEmpty();
        assertThat(plan.figures()).isNotEmpty();
        assertThat(plan.findings()).isNotEmpty();
        assertThat(plan.size()).isEqualTo(request.size());
        Plan again = bundled(Request.of("study.yaml", plan.yaml()));
        assertThat(again.yaml()).isEqualTo(plan.yaml());
        assertThat(again.hash()).isEqualTo(plan.hash());
        assertThat(again.points()).isEqualTo(plan.points());
        assertThat(again.figures()).isEqualTo(plan.figures());
        assertThat(again.findings()).isEqualTo(plan.findings());
        assertThat(again.about()).isEqualTo(plan.about());
        assertThat(again.theories())
                .extracting(TheoryTask::key)
                .isEqualTo(plan.theories().stream().map(TheoryTask::key).toList());
    }

    @Test
    void bundledStudiesAreFound() {
        assertThat(Bundled.names()).contains("aging-pspin", "glass-p2", "quench-pspin");
        assertThat(Bundled.text("nothing")).isEmpty();
    }

    @Test
    void listsAndRangesMakeTheProductOfPointsSeedsRunningFastest() {
        Plan plan = plan(study(
                "{ is: pspin, n: [8, 16] }",
                "{ is: langevin, temperature: 0.5..0.7 step 0.2 }",
                QUENCH,
                "energy",
                "seed: 3..4"));
        assertThat(plan.points())
                .extracting(Point::coordinates)
                .containsExactly(
                        Map.of("landscape.n", "8", "dynamics.temperature", "0.5", "seed", "3"),
                        Map.of("landscape.n", "8", "dynamics.temperature", "0.5", "seed", "4"),
                        Map.of("landscape.n", "8", "dynamics.temperature", "0.7", "seed", "3"),
                        Map.of("landscape.n", "8", "dynamics.temperature", "0.7", "seed", "4"),
                        Map.of("landscape.n", "16", "dynamics.temperature", "0.5", "seed", "3"),
                        Map.of("landscape.n", "16", "dynamics.temperature", "0.5", "seed", "4"),
                        Map.of("landscape.n", "16", "dynamics.temperature", "0.7", "seed", "3"),
                        Map.of("landscape.n", "16", "dynamics.temperature", "0.7", "seed", "4"));
        assertThat(plan.points())
                .extracting(Point::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[0-9a-f]{16}"));
        assertThat(plan.estimate().points()).isEqualTo(8);
    }

    @Test
    void coordinatesKeepTheOrderOfTheFile() {
        Plan plan = plan("study: order\n"
                + "dynamics: { is: langevin, temperature: [0.5] }\n"
                + "seed: 1\n"
                + "landscape: { mixture: [2, 3], is: pspin, n: [8] }\n"
                + "protocol: "
                + QUENCH + "\nobserve: energy\n");
        assertThat(plan.points().getFirst().coordinates().keySet())
                .containsExactly("dynamics.temperature", "landscape.mixture", "landscape.n", "seed");
    }

    @Test
    void thePointsSeedIsTheLandscapesUnlessWritten() {
        Plan follows = plan(on("{ is: pspin, n: 8 }") + "seed: [5, 6]");
        assertThat(follows.points())
                .extracting(point -> ((PSpin) point.landscape()).seed())
                .containsExactly(5L, 6L);
        Plan fixed = plan(on("{ is: pspin, n: 8, seed: 2 }") + "seed: [5, 6]");
        assertThat(fixed.points())
                .extracting(point -> ((PSpin) point.landscape()).seed())
                .containsExactly(2L, 2L);
        assertThat(fixed.points()).extracting(Point::seed).containsExactly(5L, 6L);
        Plan nested = plan(on("desk-heavy") + "seed: 9");
        assertThat(((Desk.Heavy) nested.points().getFirst().landscape()).inner())
                .isEqualTo(new Desk.Inner("a", 9));
    }

    @Test
    void alternativesOfOneNameAreToldApartByWhatDiffers() {
        Plan plan = plan(study(
                "{ is: pspin, n: 8 }",
                "[{ is: langevin, temperature: 0.5 }, { is: langevin, temperature: 0.7, dt: 0.02 }]",
                QUENCH,
                "energy"));
        assertThat(plan.points())
                .extracting(Point::coordinates)
                .containsExactly(
                        Map.of("dynamics.temperature", "0.5", "dynamics.dt", "0.01", "seed", "1"),
                        Map.of("dynamics.temperature", "0.7", "dynamics.dt", "0.02", "seed", "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{ is: langevin, temperature: [0.5, 0.7] }, gradient-flow]",
                "[{ is: [langevin], temperature: [0.5, 0.7] }, { is: gradient-flow }]"
            })
    void alternativesOfSeveralNamesCarryTheName(String dynamics) {
        Plan plan = plan(study("{ is: pspin, n: 8 }", dynamics, QUENCH, "energy"));
        assertThat(plan.points())
                .extracting(Point::coordinates)
                .containsExactly(
                        Map.of("dynamics", "langevin", "dynamics.temperature", "0.5", "seed", "1"),
                        Map.of("dynamics", "langevin", "dynamics.temperature", "0.7", "seed", "1"),
                        Map.of("dynamics", "gradient-flow", "seed", "1"));
    }

    @Test
    void namesCanBeSwept() {
        Plan plan = plan(study("{ is: pspin, n: 8 }", "{ is: [langevin, gradient-flow] }", QUENCH, "energy"));
        assertThat(plan.points())
                .extracting(point -> point.coordinates().get("dynamics"))
                .containsExactly("langevin", "gradient-flow");
    }

    @Test
    void aListOfListsSweepsAListParameter() {
        Plan plan = plan(study(
                "{ is: pspin, n: 8 }",
                "langevin",
                "{ is: waiting-times, tw: [[0.5], [0.5, 1]], until: 2 }",
                "[correlation]"));
        assertThat(plan.points())
                .extracting(point -> ((WaitingTimes) point.protocol()).tw())
                .containsExactly(List.of(0.5), List.of(0.5, 1.0));
        assertThat(plan.points())
                .extracting(point -> point.coordinates().get("protocol.tw"))
                .containsExactly("[0.5]", "[0.5, 1]");
    }

    @Test
    void replicasAndObservablesCanBeSwept() {
        Plan plan = plan(study(
                "{ is: pspin, n: 8 }",
                "langevin",
                "{ is: waiting-times, tw: [0.5], until: 1 }",
                "[energy, { is: response, eps: [0.01, 0.02] }]",
                "replicas: [1, 2]"));
        assertThat(plan.points()).extracting(Point::replicas).containsExactly(1, 2, 1, 2);
        assertThat(plan.points())
                .extracting(point -> point.coordinates().get("observe.response.eps"))
                .containsExactly("0.01", "0.01", "0.02", "0.02");
    }

    @Test
    void startIsPlantedWhereTheLandscapeIs() {
        Plan plan = plan(on("{ is: pspin, n: 8, planted: [inf, 0.7] }"));
        assertThat(plan.points()).extracting(Point::start).containsExactly(new RandomState(), new PlantedState());
        assertThat(plan.yaml()).doesNotContain("start:");
        assertThat(plan(on("{ is: pspin, n: 8 }")).yaml()).contains("start: random\n");
    }

    @Test
    void theSameValueWrittenInAnotherWayIsTheSamePoint() {
        Plan one = plan(on("{ is: pspin, n: 1e1, mixture: 3 }"));
        Plan other = plan(
                "{study: other, protocol: {until: 1.0, is: quench}, observe: [energy], landscape: {is: pspin, mixture:"
                        + " '1.0*3', n: 10, seed: 1}, dynamics: {is: langevin, temperature: 5e-1}}");
        assertThat(one.points().getFirst().key())
                .isEqualTo(other.points().getFirst().key());
    }

    @Test
    void thePlansHashKnowsWhatIsComputedAndDrawn() {
        String text = on("{ is: pspin, n: 8 }");
        String hash = plan(text).hash();
        assertThat(hash).matches("[0-9a-f]{8}");
        assertThat(plan(text + "about: { title: Another }").hash()).isEqualTo(hash);
        assertThat(plan(text + "seed: 2").hash()).isNotEqualTo(hash);
        assertThat(plan(text + "theory: annealed-energy").hash()).isNotEqualTo(hash);
        assertThat(plan(text + "figures: [{ name: e, y: e }]").hash()).isNotEqualTo(hash);
        assertThat(plan(Request.of("s.yaml", text).seeded(2)).hash())
                .isEqualTo(plan(text + "seed: 2").hash());
    }

    @Test
    void theoriesTakeWhatTheyLeaveOut() {
        Plan plan = plan(study(
                "{ is: pspin, n: 8, mixture: [3, 4] }",
                "{ is: langevin, temperature: [0.7, 0.8] }",
                QUENCH,
                "energy",
                "theory: annealed-energy",
                "seed: 1..3"));
        assertThat(plan.theories())
                .extracting(TheoryTask::spec)
                .containsExactly(
                        new AnnealedEnergy(Mixture.parse("3"), 0.7, 1.0),
                        new AnnealedEnergy(Mixture.parse("3"), 0.8, 1.0),
                        new AnnealedEnergy(Mixture.parse("4"), 0.7, 1.0),
                        new AnnealedEnergy(Mixture.parse("4"), 0.8, 1.0));
        assertThat(plan.theories().getFirst().coordinates())
                .isEqualTo(Map.of("landscape.mixture", "3", "dynamics.temperature", "0.7"));
        assertThat(plan.quantities()).extracting(Quantity::name).contains("e", "mu", "g2");
    }

    @Test
    void theStartOfATheoryIsTheStartOfTheRun() {
        String text = study(
                "{ is: pspin, n: 8, planted: 0.7 }",
                "{ is: langevin, temperature: 0.7 }",
                QUENCH,
                "energy",
                "theory: chsck",
                "start: [planted, random]");
        Plan plan = Planner.check(Request.of("s.yaml", text), Catalogue.standard(), Desk.MACHINE)
                .plan()
                .orElseThrow();
        assertThat(plan.theories())
                .extracting(task -> ((Chsck) task.spec()).planted())
                .containsExactly(0.7, Double.POSITIVE_INFINITY);
    }

    @Test
    void theoriesThatDoNotDependOnASweepShareAKey() {
        Plan plan = plan(study(
                "{ is: pspin, n: [8, 16] }",
                "{ is: langevin, temperature: 0.7 }",
                QUENCH,
                "energy",
                "theory: [{ is: annealed-energy }]"));
        assertThat(plan.theories())
                .hasSize(2)
                .extracting(TheoryTask::key)
                .containsOnly(plan.theories().getFirst().key());
    }

    @Test
    void theoriesCanBeSweptThemselves() {
        Plan plan = plan(study(
                "{ is: pspin, n: 8 }",
                "{ is: langevin, temperature: 0.7 }",
                QUENCH,
                "energy",
                "theory: [{ is: annealed-energy, temperature: [1, 2] }]"));
        assertThat(plan.theories())
                .extracting(task -> task.coordinates().get("theory.annealed-energy.temperature"))
                .containsExactly("1", "2");
    }

    /** Between the runs a theory stands at the coordinates that runs there would have; places are computed once. */
    @Test
    void theoriesStandBetweenTheRunsAsWell() {
        Plan plan = plan(study(
                "{ is: pspin, n: [8, 16] }",
                "{ is: langevin, temperature: [0.7, 0.8] }",
                QUENCH,
                "energy",
                "theory: [{ is: annealed-energy, also: { temperature: [0.7..0.9 step 0.1, 1.5] } }]"));
        assertThat(plan.points()).hasSize(4);
        assertThat(plan.theories())
                .extracting(task -> task.coordinates().get("landscape.n") + " "
                        + task.coordinates().get("dynamics.temperature") + " "
                        + ((AnnealedEnergy) task.spec()).temperature())
                .containsExactlyInAnyOrder(
                        "8 0.7 0.7",
                        "8 0.8 0.8",
                        "8 0.9 0.9",
                        "8 1.5 1.5",
                        "16 0.7 0.7",
                        "16 0.8 0.8",
                        "16 0.9 0.9",
                        "16 1.5 1.5");
    }

    @Test
    void furtherValuesOfWhatDoesNotDifferAreRefused() {
        String text = study(
                "{ is: pspin, n: [8, 16] }",
                "{ is: langevin, temperature: 0.7 }",
                QUENCH,
                "energy",
                "theory: [{ is: annealed-energy, also: { temperature: [0.8] } }]");
        assertThat(Desk.said(text))
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .contains("theory.also.temperature", "is no parameter that the runs differ in", "landscape.n");
        assertThat(Desk.said(text.replace("{ temperature: [0.8] }", "3")))
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .contains("theory.also", "further values");
    }

    @Test
    void theGridHoldsEveryObservedTimeRoundedToTheStepAndMore() {
        Plan plan = plan(study(
                "{ is: pspin, n: 8 }",
                "{ is: langevin, temperature: 0.7, dt: 0.03 }",
                "{ is: waiting-times, tw: [1], until: 10 }",
                "energy",
                "theory: annealed-energy"));
        var grid = plan.theories().getFirst().grid();
        var observed = plan.points().getFirst().protocol().schedule().rounded(0.03);
        var times = java.util.stream.IntStream.range(0, grid.size())
                .mapToObj(grid::time)
                .toList();
        for (int k = 0; k < observed.size(); k++) assertThat(times).contains(observed.time(k));
        assertThat(grid.ages()).isEqualTo(1);
        assertThat(grid.size()).isGreaterThan(observed.size() + 60);
    }

    @Test
    void aTheoryThatSpeaksOfSomethingElseIsSaidToStandAtItsDefaults() {
        Plan plan = plan(study("desk-spins", "heat-bath", QUENCH, "energy", "theory: [{ is: p2-gradient-flow }]")
                .replace("heat-bath", "{ is: metropolis, temperature: 0 }"));
        assertThat(plan.warnings()).isEmpty();
        Plan other = plan(study("desk-heavy", "gradient-flow", QUENCH, "energy", "theory: [p2-gradient-flow]"));
        assertThat(other.warnings())
                .containsExactly(
                        "theory p2-gradient-flow stands at its defaults: this study has none of its parameters");
    }

    /** A list that a theory takes over from the protocol is spoken of where the theory stands. */
    @Test
    void listsThatTheoriesTakeOverHaveAPlace() {
        String text = study(
                "{ is: active-paths, width: 4 }",
                "metropolis",
                "{ is: anneal, from: 1, to: 0.5, steps: 3 }",
                "energy",
                "theory: [paths-liquid]");
        assertThat(Planner.check(Request.of("own.yaml", text), Catalogue.standard(), Desk.MACHINE)
                        .said())
                .contains("own.yaml:")
                .contains("theory.paths-liquid.temperatures: []: names no temperature");
    }

    @Test
    void figuresGetFullPathsAndTheirParametersAreColumns() {
        Plan plan = plan(study(
                "{ is: pspin, n: [8, 16] }",
                "{ is: langevin, temperature: 0.7 }",
                QUENCH,
                "energy",
                "figures: [{ name: a, y: e, curves: n, panels: temperature }, { name: b, y: e, x: n, where: {"
                        + " t: 1 } }]"));
        assertThat(plan.figures()).extracting(FigureSection::curves).containsExactly("landscape.n", "");
        assertThat(plan.figures()).extracting(FigureSection::panels).containsExactly("dynamics.temperature", "");
        assertThat(plan.figures()).extracting(FigureSection::x).containsExactly("t", "landscape.n");
        assertThat(plan.points())
                .extracting(Point::coordinates)
                .allMatch(coordinates -> coordinates.get("dynamics.temperature").equals("0.7"));
        assertThat(plan.points())
                .extracting(Point::dynamics)
                .containsOnly(new Langevin(0.7, 0.01, Clock.FLOW, new Stability(false)));
    }

    @Test
    void parametersLeftAtTheirDefaultCanBeColumnsToo() {
        Plan plan = plan(study(
                "pspin", "langevin", QUENCH, "energy", "figures: [{ name: a, y: e, curves: dt, panels: landscape }]"));
        assertThat(plan.points().getFirst().coordinates())
                .isEqualTo(Map.of("landscape", "pspin", "dynamics.dt", "0.01", "seed", "1"));
    }

    @Test
    void theEstimateGrowsWithTheWork() {
        Estimate small = plan(on("{ is: pspin, n: 64 }")).estimate();
        Estimate large =
                plan(on("{ is: pspin, n: 128 }") + "seed: 1..4\nreplicas: 2").estimate();
        assertThat(small.evaluations()).isEqualTo(100.0);
        assertThat(large.evaluations()).isEqualTo(800.0);
        assertThat(large.runs()).isEqualTo(8);
        assertThat(large.seconds().likely()).isGreaterThan(small.seconds().likely());
        // the couplings, and a few MiB for the thread with its states
        assertThat(large.memoryPerThread() - (4 << 20)).isBetween(8 * 357_760.0, 10 * 357_760.0);
    }
}
