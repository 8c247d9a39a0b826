package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;
import static rugged.study.Desk.MACHINE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.params.Catalogue;
import rugged.study.read.Request;

/** Theories that stand beside some of the runs. */
class TheoryWhereTest {
    private static final String STUDY = """
        study: both
        about: { title: t, claim: c, topics: [tutorial] }
        landscape: { is: multi-index, d: 20, label: random, loss: logistic, decay: 0.1 }
        dynamics: [{ is: sgd, learning-rate: 0.1, batch: 0.5, clock: steps }, { is: langevin, dt: 0.1, temperature: 0.3, clock: steps }]
        protocol: { is: even-times, until: 4, observations: 2 }
        observe: [student]
        theory:
          - { is: learning-process, where: { dynamics: sgd }, dynamics: sgd, batch: 0.5, temperature: 0, trajectories: 100 }
          - { is: learning-process, where: { dynamics: HOT }, dynamics: langevin, trajectories: 100, learning-rate: 0.1 }
        """;

    @TempDir
    Path folder;

    private Checked check(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("both.yaml"), text);
        return Planner.check(Request.of(file), Catalogue.standard(), MACHINE);
    }

    /** Each beside its own runs, from which it takes what it leaves out; what is written down again says the same. */
    @Test
    void eachStandsBesideItsOwnRuns() throws IOException {
        Checked checked = check(STUDY.replace("HOT", "langevin"));
        assertThat(checked.said()).isEmpty();
        Plan plan = checked.plan().orElseThrow();
        assertThat(plan.theories())
                .extracting(task -> task.coordinates().get("dynamics"))
                .containsExactlyInAnyOrder("sgd", "langevin");
        assertThat(plan.theories())
                .filteredOn(task -> "langevin".equals(task.coordinates().get("dynamics")))
                .allSatisfy(task -> assertThat(task.spec().toString()).contains("temperature=0.3"));
        assertThat(check(plan.yaml()).plan().orElseThrow().hash()).isEqualTo(plan.hash());
    }

    @Test
    void oneThatStandsBesideNoRunIsRefused() throws IOException {
        assertThat(check(STUDY.replace("HOT", "adam")).said())
                .contains("theory.learning-process.where: no run has {dynamics=adam}; coordinates that the runs differ"
                        + " in");
        assertThat(check(STUDY.replace("{ dynamics: HOT }", "langevin")).said())
                .contains("theory.where", "{ dynamics: sgd }");
    }

    /** One mistake a theory, with the number of trajectories that fits. */
    @Test
    void oneThatTakesMoreMemoryThanThereIsIsRefused() throws IOException {
        Checked checked = check(STUDY.replace("HOT", "langevin")
                .replace("until: 4", "until: 900")
                .replace("dynamics: langevin, trajectories: 100", "dynamics: langevin, trajectories: 1e6"));
        assertThat(checked.said().lines())
                .singleElement()
                .asString()
                .containsPattern(
                        ":9:5: theory.learning-process: needs [\\d.]+ TiB of memory while it is solved; 870 MiB"
                                + " can be used; trajectories = \\d+ fits$");
    }
}
