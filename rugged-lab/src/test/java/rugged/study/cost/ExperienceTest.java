package rugged.study.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.params.Catalogue;
import rugged.study.Checked;
import rugged.study.FigureSection;
import rugged.study.Plan;
import rugged.study.Planner;
import rugged.study.read.Request;

/** Predictions learn from the runs of the machine, and know its load. */
class ExperienceTest {
    @TempDir
    Path folder;

    @Test
    void theMedianOfWhatRunsTookCorrectsWhatTheyWereGiven() throws Exception {
        Path file = folder.resolve("deep/times.json");
        Experience experience = new Experience(Optional.of(file));
        assertThat(experience.factor()).isEqualTo(1.0);
        experience.add(new Experience.Run("a", "quick", 10, 20));
        experience.add(new Experience.Run("b", "quick", 10, 40));
        assertThat(experience.factor()).as("two runs are hearsay").isEqualTo(1.0);
        experience.add(new Experience.Run("c", "quick", 10, 800));
        experience.add(new Experience.Run("short", "quick", 10, 0.1));
        assertThat(experience.runs()).hasSize(3);
        assertThat(experience.factor()).isCloseTo(4.0, within(1e-12));
        for (int k = 0; k < 30; k++) experience.add(new Experience.Run("d", "quick", 1, 1000));
        assertThat(experience.runs()).hasSize(20);
        assertThat(experience.factor()).as("at most").isEqualTo(10.0);
        Files.writeString(file, "{ damaged");
        assertThat(experience.factor()).isEqualTo(1.0);
        assertThat(new Experience(Optional.empty()).factor()).isEqualTo(1.0);
    }

    private static Plan plan(Machine machine, String dynamics) {
        String yaml = "study: s\nlandscape: { is: pspin, n: 32, mixture: 3 }\ndynamics: " + dynamics
                + "\nprotocol: { is: quench, until: 1 }\nobserve: [energy]\nseed: 1..64\n"
                + "figures: [{ name: e, y: e, x: t, curves: dynamics }]\n";
        Checked checked = Planner.check(Request.of("s.yaml", yaml), Catalogue.standard(), machine);
        return checked.plan().orElseThrow(() -> new AssertionError(checked.said()));
    }

    @Test
    void loadAndSlownessMakeItLongerAndChangeNothingElse() {
        String flow = "{ is: gradient-flow, method: heun, dt: 0.001 }";
        Plan rest = plan(new Machine(1L << 32, 1L << 34, 2, 1e10, 1e10, 1000, 0.0, 1.0), flow);
        Plan slow = plan(new Machine(1L << 32, 1L << 34, 2, 1e10, 1e10, 1000, 0.0, 3.0), flow);
        Plan busy = plan(new Machine(1L << 32, 1L << 34, 2, 1e10, 1e10, 1000, 1000.0, 1.0), flow);
        assertThat(slow.estimate().seconds().likely())
                .isCloseTo(3 * rest.estimate().seconds().likely(), within(1e-9));
        assertThat(slow.estimate().bareSeconds()).isEqualTo(rest.estimate().bareSeconds());
        assertThat(busy.estimate().seconds().likely())
                .isGreaterThan(2 * rest.estimate().seconds().likely());
        Machine four = new Machine(1L << 32, 1L << 34, 4, 1e10, 1e10, 1000, 0.0, 3.0);
        assertThat(rest.estimate().on(four))
                .as("a plan made for two threads costs what one made for four does")
                .isEqualTo(plan(four, flow).estimate())
                .isNotEqualTo(rest.estimate());
        assertThat(slow.hash()).isEqualTo(rest.hash()).isEqualTo(busy.hash());
    }

    @Test
    void twoClocksOnOneAxisAreSaid() {
        Machine machine = new Machine(1L << 32, 1L << 34, 2, 1e10, 1e10, 1000);
        String two = "[{ is: gradient-descent }, { is: langevin, temperature: 0.1, dt: 0.01, clock: steps }]";
        assertThat(plan(machine, two).warnings())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "times on one axis are counted in 1/J by gradient-descent and in step by langevin"));
        String one =
                "[{ is: gradient-descent, clock: steps }, { is: langevin, temperature: 0.1, dt: 0.01, clock: steps }]";
        assertThat(plan(machine, one).warnings()).noneMatch(line -> line.startsWith("times on one axis"));
    }

    /** Two clocks under one figure are named on its axis, and only there. */
    @Test
    void twoClocksAreNamedOnTheAxis() {
        String two = "[{ is: gradient-descent }, { is: langevin, temperature: 0.1, dt: 0.01, clock: steps }]";
        assertThat(labels(two)).containsExactly("t (gradient-descent: 1/J; langevin: step)", "", "steps");
        assertThat(labels("[{ is: gradient-descent }, { is: langevin, temperature: 0.1 }]"))
                .containsExactly("", "", "steps");
    }

    private static List<String> labels(String dynamics) {
        String yaml = "study: s\nlandscape: { is: quadratic, n: 4 }\ndynamics: " + dynamics
                + "\nprotocol: { is: quench, until: 1 }\nobserve: [energy]\nfigures:\n"
                + "  - { name: both, y: e, x: t, curves: dynamics }\n"
                + "  - { name: one, y: e, x: t, where: { dynamics: langevin } }\n"
                + "  - { name: own, y: e, x: t, x-label: steps, curves: dynamics }\n";
        Machine machine = new Machine(1L << 32, 1L << 34, 2, 1e10, 1e10, 1000);
        Checked checked = Planner.check(Request.of("s.yaml", yaml), Catalogue.standard(), machine);
        return checked.plan().orElseThrow(() -> new AssertionError(checked.said())).figures().stream()
                .map(FigureSection::xLabel)
                .toList();
    }
}
