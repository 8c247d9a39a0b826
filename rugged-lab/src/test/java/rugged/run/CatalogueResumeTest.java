package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.params.Catalogue;
import rugged.store.FaultyDisk;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.study.Checked;
import rugged.study.Planner;
import rugged.study.cost.Machine;
import rugged.study.read.Request;

/** The dynamics and observables of the catalogue, from a study file to the last byte, across deaths. */
class CatalogueResumeTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration OFTEN = Duration.ofNanos(25_000); // looks of the clock, a microsecond each

    @TempDir
    Path directory;

    private static Work work(String dynamics, String protocol, String observe) {
        String yaml = """
            study: small
            about: { title: small, claim: none, topics: [test] }
            landscape: { is: pspin, n: 20, mixture: 3 }
            dynamics: { %s }
            protocol: { %s }
            observe: [%s]
            replicas: 3
            seed: 1..2
            figures: []
            """.formatted(dynamics, protocol, observe);
        Checked checked = Planner.check(Request.of("small.yaml", yaml), Catalogue.standard(), Machine.here());
        assertThat(checked.problems()).isEmpty();
        return Work.of(checked.plan().orElseThrow());
    }

    private static Session session(Work work, RunFolder folder, Duration checkpoints) {
        Provenance provenance = Provenance.here("test", "", "scalar");
        Execution execution = new Execution(1, checkpoints, Duration.ofMillis(20), 1e9, provenance);
        AtomicLong looks = new AtomicLong();
        return new Session(
                work, folder, execution, Watcher.NONE, Session.Closing.NONE, () -> 1000 * looks.incrementAndGet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        is: langevin, temperature: 0.4         | is: waiting-times, tw: [0.5, 2], until: 6, first-lag: 0.5 | energy, correlation, response, inherent-structure
        is: gradient-flow, method: heun        | is: waiting-times, tw: [0.5, 2], until: 9, first-lag: 0.5 | energy, memory, response, gradient-norm
        is: gradient-flow, method: dormand-prince | is: quench, until: 9, first: 0.5               | energy, multiplier, displacement
        is: metropolis, temperature: 0.5       | is: waiting-times, tw: [1, 4], until: 30, first-lag: 1 | energy, correlation, response
        is: langevin, temperature: 0.4         | is: anneal, from: 1.0, to: 0.4, steps: 3, duration: 1.5 | energy, replica-overlap, temperature
        is: langevin, temperature: 1.2         | is: steady-state, first-window: 1, longest: 600, duration: 4, samples: 9, tw: [0, 1] | energy, correlation
        is: sgd, batch: 5                      | is: quench, until: 60, first: 0.5                    | energy
        """)
    void deathsDoNotShow(String dynamics, String protocol, String observe) throws Exception {
        Work work = work(dynamics, protocol, observe);
        RunFolder whole = new RunFolder(directory.resolve("whole"), FaultyDisk.sound());
        Outcome outcome = session(work, whole, NEVER).run(false);
        assertThat(outcome.failures()).isEmpty();
        Map<String, String> undisturbed = Footprint.of(whole.directory());
        assertThat(undisturbed).hasSizeGreaterThanOrEqualTo(2 * 3);
        Random random = new Random(11);
        Path at = directory.resolve("killed");
        int deaths = 0;
        while (deaths == 0 || RunFolder.at(at).status() != RunStatus.COMPLETE) {
            RunFolder folder = new RunFolder(at, FaultyDisk.dyingAt(6 + random.nextInt(24), random.nextLong()));
            try {
                session(work, folder, OFTEN).run(false);
                break;
            } catch (FaultyDisk.Killed killed) {
                deaths++;
            }
        }
        assertThat(deaths).isGreaterThan(2);
        assertThat(Footprint.of(at)).isEqualTo(undisturbed);
    }
}
