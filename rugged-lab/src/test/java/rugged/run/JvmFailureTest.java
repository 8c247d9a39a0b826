package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.LandscapeSpec;
import rugged.api.model.Landscape;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.JvmFailure;
import rugged.store.point.PointFolder;

/** What the Java run time cannot give is the environment's fault: one sentence, nothing lost, and the next session completes the run. */
class JvmFailureTest {
    @TempDir
    Path directory;

    /** Wells that cannot be built while there is an error to throw. */
    private record Faulty(int n, AtomicReference<Error> error, boolean wrapped) implements LandscapeSpec {
        @Override
        public Landscape build() {
            Error now = error.get();
            if (now != null && wrapped) throw new IllegalStateException("native code failed", now);
            if (now != null) throw now;
            return new ToyLandscapes.Wells(n, 1).build();
        }
    }

    private static Error error(String kind) {
        return switch (kind) {
            case "heap" -> new OutOfMemoryError("Java heap space");
            case "stack" -> new StackOverflowError();
            case "thread" -> new OutOfMemoryError("unable to create native thread");
            case "class" -> new NoClassDefFoundError("somewhere/Missing");
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Work work(LandscapeSpec landscape) {
        return Toys.work(List.of(Toys.point(
                landscape,
                new ToyDynamics.Walk(0.4, 0.01),
                new Toys.OneLeg(1.0),
                1,
                Map.of(),
                new ToyObservables.Energy())));
    }

    private Session session(Work work, Session.Closing closing) {
        return new Session(work, RunFolder.at(directory), SessionTest.quick(2), Watcher.NONE, closing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heap", "stack", "thread", "class"})
    void inAWorker(String kind) {
        for (boolean wrapped : new boolean[] {false, true}) {
            AtomicReference<Error> error = new AtomicReference<>(error(kind));
            Work work = work(new Faulty(6, error, wrapped));
            assertThatThrownBy(() -> session(work, Session.Closing.NONE).run(true))
                    .isInstanceOf(EnvironmentFailure.class);
            RunFolder folder = RunFolder.at(directory);
            assertThat(folder.status()).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(folder.manifest().orElseThrow().reason()).isNotBlank().doesNotContain("java.lang");
            assertThat(PointFolder.standing(
                            folder.point(work.points().getFirst().key())))
                    .as("a point is not to blame")
                    .isEmpty();
            error.set(null);
            assertThat(session(work, Session.Closing.NONE).run(false).status()).isEqualTo(RunStatus.COMPLETE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"heap", "stack", "class"})
    void inTheReport(String kind) {
        Work work = work(new ToyLandscapes.Wells(6, 1));
        assertThatThrownBy(() -> session(work, (folder, outcome) -> {
                            throw new IllegalArgumentException("a figure could not be drawn", error(kind));
                        })
                        .run(false))
                .isInstanceOf(EnvironmentFailure.class);
        assertThat(RunFolder.at(directory).status()).isEqualTo(RunStatus.INTERRUPTED);
        Outcome outcome = session(work, Session.Closing.NONE).run(false);
        assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETE);
    }

    /** A report for which there is no room is refused before hours of work, in a folder from which a later session goes on. */
    @Test
    void beforeTheFirstPoint() {
        Work work = work(new ToyLandscapes.Wells(6, 1));
        Session.Closing unprepared = new Session.Closing() {
            @Override
            public void close(RunFolder folder, Outcome outcome) {
                throw new AssertionError("nothing was computed");
            }

            @Override
            public void prepare() {
                throw new EnvironmentFailure("no room to draw", null);
            }
        };
        assertThatThrownBy(() -> session(work, unprepared).run(false)).hasMessage("no room to draw");
        RunFolder folder = RunFolder.at(directory);
        assertThat(folder.status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(folder.agenda()).isPresent();
        assertThat(session(work, Session.Closing.NONE).run(false).status()).isEqualTo(RunStatus.COMPLETE);
    }

    @Test
    void eachIsNamedWithAWayOut() {
        assertThat(JvmFailure.of(error("heap")).orElseThrow())
                .hasMessageContaining("Java heap of")
                .hasMessageContaining("RUGGED_JAVA_OPTS=-Xmx");
        assertThat(JvmFailure.of(error("stack")).orElseThrow()).hasMessageContaining("-Xss");
        assertThat(JvmFailure.of(error("thread")).orElseThrow()).hasMessageContaining("--threads");
        assertThat(JvmFailure.of(new RuntimeException(error("class"))).orElseThrow())
                .hasMessageContaining("somewhere/Missing");
        assertThat(JvmFailure.of(new ExceptionInInitializerError(error("heap"))).orElseThrow())
                .hasMessageContaining("Java heap of");
        assertThat(JvmFailure.of(new IllegalStateException("no"))).isEmpty();
        assertThat(JvmFailure.of(new AssertionError("no"))).isEmpty();
    }
}
