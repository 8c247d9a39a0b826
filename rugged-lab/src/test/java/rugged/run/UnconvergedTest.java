package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.DynamicsSpec;
import rugged.dynamics.minimise.ConjugateGradient;
import rugged.params.Catalogue;
import rugged.params.Samples;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.point.PointFolder;
import rugged.store.table.Results;

/** A minimiser whose time is over before it has arrived says by how much it missed. */
class UnconvergedTest {
    @TempDir
    Path directory;

    private Outcome run(double until) {
        DynamicsSpec minimiser = (DynamicsSpec)
                Samples.of(Catalogue.standard().find("dynamics", "cg").orElseThrow(), Catalogue.standard())
                        .orElseThrow();
        assertThat(minimiser).isInstanceOf(ConjugateGradient.class);
        Work work = Toys.work(List.of(Toys.point(
                new ToyLandscapes.Wells(6, 1),
                minimiser,
                new Toys.OneLeg(until),
                1,
                Map.of(),
                new ToyObservables.Energy())));
        RunFolder folder = RunFolder.at(directory);
        Outcome outcome = new Session(work, folder, SessionTest.quick(1), Watcher.NONE, Session.Closing.NONE).run(true);
        assertThat(PointFolder.standing(folder.point(work.points().getFirst().key())))
                .isPresent();
        return outcome;
    }

    @Test
    void itIsInTheTableAndAmongTheWarnings() {
        Outcome early = run(1.0);
        assertThat(early.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(early.warnings())
                .singleElement()
                .asString()
                .startsWith("1 of 1 points ended before their minimiser converged: point ")
                .containsPattern("not converged: \\|g\\|/sqrt\\(N\\) = [0-9.e-]+ > 1\\.0e-08 after 1 steps \\(3 of 3"
                        + " replicas\\)");
        String reason = String.valueOf(Results.of(RunFolder.at(directory))
                .points()
                .column("reason")
                .orElseThrow()
                .at(0));
        assertThat(reason).startsWith("not converged: |g|/sqrt(N) = ");
        Outcome late = run(10_000.0);
        assertThat(late.warnings()).isEmpty();
    }
}
