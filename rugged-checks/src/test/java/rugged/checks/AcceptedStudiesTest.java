package rugged.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.params.Catalogue;
import rugged.report.Reporting;
import rugged.run.Execution;
import rugged.run.Outcome;
import rugged.run.Session;
import rugged.run.Watcher;
import rugged.run.Work;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.point.ArrayIndex;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointFolder;
import rugged.store.point.PointRecord;
import rugged.store.table.Results;
import rugged.store.table.Table;
import rugged.study.Checked;
import rugged.study.Plan;
import rugged.study.Planner;
import rugged.study.Point;
import rugged.study.cost.Machine;
import rugged.study.read.Request;

/**
 * What a plan accepts, a run completes: every landscape under every dynamics and protocol with everything that may observe it, as small as they get. A point may
 * end only as physics ends it (a number that is none, a step that is too long), never by an error of the program, and each quantity is recorded.
 */
@Tag("slow")
@Timeout(3600)
final class AcceptedStudiesTest {
    private static final Machine MACHINE = new Machine(1L << 30, 16L << 30, 1, 1e10, 4e9, 1000);

    private static final List<String> LANDSCAPES = List.of(
            "{ is: pspin, n: 12, mixture: 3 }",
            "{ is: pspin, n: 12, mixture: 2 }",
            "{ is: pspin, n: 10, mixture: 0.6*3+0.2*4 }",
            "{ is: ising-pspin, n: 12, mixture: 3 }",
            "{ is: ising-pspin, n: 12, mixture: 2 }",
            "{ is: random-energy-model, n: 8 }",
            "{ is: rbm, visible: 4, hidden: 3 }",
            "{ is: rbm, visible: 4, hidden: 3, units: spins }",
            "{ is: rbm-learning, hidden: 3, data: { is: random, width: 5, patterns: 8, tests: 4 } }",
            "{ is: lennard-jones, atoms: 4 }",
            "{ is: triatomic, atoms: 4 }",
            "{ is: binary-lennard-jones, atoms-a: 3, atoms-b: 2 }",
            "{ is: quadratic, n: 6 }",
            "{ is: packing, particles: 8 }",
            "{ is: packing, particles: 8, aspect: 1.2, contact: gay-berne }",
            "{ is: perceptron, n: 6 }",
            "{ is: rosenbrock, n: 4 }",
            "{ is: network, layers: [4], data: { is: random, width: 5, patterns: 8 } }",
            "{ is: network, layers: [4, 3], activation: tanh, loss: square, data: { is: random, inputs: 5, examples: 8"
                    + " } }",
            "{ is: network, layers: [4], loss: cross-entropy, data: { is: gaussian-mixture, width: 5, patterns: 8,"
                    + " tests: 4 } }",
            "{ is: network, layers: [3], data: { is: triatomic, patterns: 8, tests: 4 } }",
            "{ is: deep-network, width: 4, depth: 2, data: { is: random, width: 5, patterns: 8 } }",
            "{ is: convolutional-network, layers: [conv 2 5 stride 4 padding 0, pool 2, norm], data: { is: strokes,"
                    + " patterns: 8, tests: 4 } }",
            "{ is: network, layers: [], data: { is: xor, width: 4, patterns: 8, tests: 4 } }",
            "{ is: network, layers: [4], data: { is: teacher, width: 5, patterns: 8, tests: 4 } }",
            "{ is: frozen-kernel, network: { is: network, layers: [4], loss: squared, parametrisation: ntk, bias: none,"
                    + " data: { is: stripe, patterns: 8, tests: 4, normalise: unit, seed: 1 } } }",
            "{ is: branching-network, ratio: 0.8 }",
            "{ is: network, layers: [4], alpha: 2, loss: soft-hinge, bias: none, data: { is: stripe, patterns: 8,"
                    + " tests: 4 } }",
            "{ is: morse, atoms: 4 }",
            "{ is: sk, n: 9 }",
            "{ is: bipartite-sk, n: 8 }",
            "{ is: curie-weiss, n: 8 }",
            "{ is: layered-boltzmann, layers: 2, n: 4 }",
            "{ is: directed-net, n: 4 }",
            "{ is: active-paths, width: 4 }",
            "{ is: active-paths-messages, width: 4 }",
            "{ is: binary-perceptron, n: 9 }",
            "{ is: binary-perceptron, n: 9, task: teacher, entries: gaussian }",
            "{ is: binary-perceptron-messages, n: 9 }",
            "{ is: binary-perceptron-mixing, n: 9 }",
            "{ is: multi-index, d: 8, decay: 0.1 }",
            "{ is: multi-index, d: 8, decay: 0, sphere: true, label: random, loss: squared-hinge }",
            "{ is: multi-index-mixing, d: 8 }",
            "{ is: committee-mixing, d: 8 }",
            "{ is: sequence-risk, d: 8 }",
            "{ is: sequence-risk, d: 8, tokens: 2, loss: attention }",
            "{ is: posterior, layers: [3], data: { is: ripples, patterns: 6, tests: 3, width: 4 } }",
            "{ is: posterior, layers: [3], activation: linear, data: { is: ripples, patterns: 6, tests: 3, width: 4 }"
                    + " }",
            "{ is: decayed-committee, n: 9 }",
            "{ is: soft-committee, n: 8 }",
            "{ is: student-perceptron, n: 8 }");

    private static final List<String> PROTOCOLS = List.of(
            "{ is: quench, until: 3, first: 1 }",
            "{ is: waiting-times, tw: [0, 1], until: 3, first-lag: 1 }",
            "{ is: even-times, until: 4, observations: 4 }",
            "{ is: anneal, from: 1, to: 0.5, steps: 2, duration: 1, first: 1 }",
            "{ is: steady-state, first-window: 2, longest: 40, duration: 4, samples: 4 }",
            "{ is: matched-temperature, tw: [1], until: 3, first-lag: 1, dynamics: { is: sgd, batch: 2, learning-rate:"
                    + " 0.01 } }",
            "spectrum-at");

    private static final List<String> PARAMETERS = List.of(
            ", batch: 2, learning-rate: 0.01",
            ", learning-rate: 0.01, temperature: 0.8, batch: 2",
            ", learning-rate: 0.01",
            ", temperature: 0.8, dt: 0.01",
            ", temperature: 0.8",
            ", dt: 0.1",
            ", temperatures: [1.0, 1.3], sampler: { is: metropolis }",
            ", temperatures: [1.0, 1.3]",
            ", batch: 2",
            "");

    private static final List<String> ENERGY = List.of("energy");

    private static final List<String> STARTS = List.of("random", "common", "planted");

    @TempDir
    Path directory;

    private final Catalogue catalogue = Catalogue.standard();
    private final Set<String> wrong = new ConcurrentSkipListSet<>();
    private final AtomicInteger completed = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();

    /** Each dynamics with the first parameters, of these, under which it is accepted; none where it does not go with the landscape. */
    private List<String> dynamics(String landscape) {
        List<String> all = new ArrayList<>();
        for (String name : catalogue.names("dynamics")) {
            PARAMETERS.stream()
                    .map(more -> "{ is: " + name + more + " }")
                    .filter(one -> plan(study(landscape, one, PROTOCOLS.getFirst(), STARTS.getFirst(), ENERGY))
                            .isPresent())
                    .findFirst()
                    .ifPresent(all::add);
        }
        return all;
    }

    private static String study(
            String landscape, String dynamics, String protocol, String start, List<String> observe) {
        return "study: walk\nlandscape: " + landscape + "\ndynamics: " + dynamics + "\nprotocol: " + protocol
                + "\nstart: " + start + "\nobserve: [" + String.join(", ", observe)
                + "]\nreplicas: 2\nseed: 1\nfigures: []\n";
    }

    private Optional<Plan> plan(String study) {
        Checked checked = Planner.check(Request.of("walk.yaml", study), catalogue, MACHINE);
        return checked.problems().isEmpty() ? checked.plan() : Optional.empty();
    }

    /** Observables that the plan accepts, those that record the same only once. */
    private List<String> accepted(String landscape, String dynamics, String protocol, String start) {
        List<String> accepted = new ArrayList<>();
        Set<String> measured = new HashSet<>();
        for (String name : catalogue.names("observable")) {
            // a flow takes very many steps where the gradient of a network jumps
            String observable = name.startsWith("inherent") ? "{ is: " + name + ", minimiser: fire, until: 20 }" : name;
            plan(study(landscape, dynamics, protocol, start, List.of(observable)))
                    .map(plan ->
                            plan.points().getFirst().observables().getFirst().quantities())
                    .map(own -> own.stream().map(Quantity::name).toList())
                    .filter(own -> own.stream().noneMatch(measured::contains))
                    .ifPresent(own -> {
                        measured.addAll(own);
                        accepted.add(observable);
                    });
        }
        return accepted;
    }

    private void complete(String landscape, String dynamics, String protocol, String start) {
        List<String> observe = accepted(landscape, dynamics, protocol, start);
        if (observe.isEmpty()) return;
        completed.incrementAndGet();
        String study = study(landscape, dynamics, protocol, start, observe);
        String said = plan(study).isEmpty() ? "accepted one by one, refused together" : trouble(study);
        if (said.isEmpty()) return;
        String alone = observe.stream()
                .map(one -> trouble(study(landscape, dynamics, protocol, start, List.of(one))))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse(said);
        wrong.add(landscape + " | " + dynamics + " | " + protocol + " | " + start + " | " + observe + ": " + alone);
    }

    /** Runs an accepted study; what went wrong. */
    private String trouble(String study) {
        Plan plan = plan(study).orElseThrow();
        RunFolder folder = RunFolder.at(directory.resolve("run-" + runs.incrementAndGet()));
        Execution execution = new Execution(
                1, Duration.ofHours(1), Duration.ofMillis(20), 1e9, Provenance.here("test", "", "scalar"));
        try {
            Outcome outcome = new Session(
                            Work.of(plan), folder, execution, Watcher.NONE, new Reporting(plan, warning -> {}))
                    .run(false);
            for (Outcome.Failure failure : outcome.failures()) if (!physics(folder, failure)) return failure.reason();
            return outcome.failures().isEmpty() ? unrecorded(plan, folder) : "";
        } catch (RuntimeException | Error failure) {
            return failure.getClass().getSimpleName() + " " + failure.getMessage();
        } finally {
            remove(folder.directory());
        }
    }

    private static boolean physics(RunFolder folder, Outcome.Failure failure) {
        boolean ended = PointFolder.standing(folder.point(failure.key()))
                .filter(last -> last.standing() == Checkpoint.Standing.FAILED)
                .isPresent();
        return ended || failure.reason().contains("no steady state");
    }

    /** An observable of which nothing was recorded should not have been accepted. */
    private static String unrecorded(Plan plan, RunFolder folder) {
        Table means = Results.of(folder).averages();
        Set<Object> recorded = new HashSet<>();
        for (int row = 0; row < means.rows(); row++)
            recorded.add(means.column("quantity").orElseThrow().at(row));
        for (Point point : plan.points())
            for (ArrayIndex.Entry array :
                    new PointRecord(folder.point(point.key())).arrays().arrays()) recorded.add(array.name());
        for (ObservableSpec observable : plan.points().getFirst().observables()) {
            List<String> own =
                    observable.quantities().stream().map(Quantity::name).toList();
            if (own.stream().noneMatch(recorded::contains)) return "never recorded: " + own;
        }
        return "";
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(file);
        } catch (IOException gone) {
            // the folder of the test is removed as a whole
        }
    }

    @Test
    void whatIsAcceptedIsCompleted() {
        List<Runnable> cases = new ArrayList<>();
        for (String landscape : LANDSCAPES) {
            for (String dynamics : dynamics(landscape)) {
                for (String protocol : PROTOCOLS)
                    cases.add(() -> complete(landscape, dynamics, protocol, STARTS.getFirst()));
                for (String start : STARTS.subList(1, STARTS.size()))
                    cases.add(() -> complete(landscape, dynamics, PROTOCOLS.getFirst(), start));
            }
        }
        cases.parallelStream().forEach(Runnable::run);
        assertThat(completed.get()).isGreaterThan(300);
        assertThat(wrong).isEmpty();
    }
}
