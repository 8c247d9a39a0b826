package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.LandscapeSpec;
import rugged.api.model.Landscape;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.study.Point;
import rugged.study.cost.Footprint;
import rugged.study.cost.Share;

/** Points that do not fit into memory together wait for one another. */
class SideBySideTest {
    @TempDir
    Path directory;

    /** A landscape that sees how many of its kind are built at once. */
    private record Watched(int n, int number, AtomicInteger now, AtomicInteger most) implements LandscapeSpec {
        @Override
        public double knownDimension() {
            return n;
        }

        @Override
        public Landscape build() {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            now.decrementAndGet();
            return new ToyLandscapes.Wells(n, 1).build();
        }
    }

    private int most(double room) {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < 8; k++)
            points.add(Toys.point(
                    new Watched(6, k, now, most),
                    new ToyDynamics.Walk(0.4, 0.01),
                    new Toys.OneLeg(0.2),
                    k,
                    Map.of(),
                    new ToyObservables.Energy()));
        double memory = room * Footprint.of(points.getFirst()).own() * Share.LANDSCAPES / Share.OWN;
        Execution execution = new Execution(
                4, Duration.ofHours(1), Duration.ofMillis(20), memory, Provenance.here("test", "", "scalar"));
        Work work = Toys.work(points);
        Outcome outcome = new Session(
                        work,
                        RunFolder.at(directory.resolve("r" + room)),
                        execution,
                        Watcher.NONE,
                        Session.Closing.NONE)
                .run(false);
        assertThat(outcome.done()).isEqualTo(8);
        return most.get();
    }

    @Test
    void asManyAsThereIsRoomFor() {
        assertThat(most(0.5)).as("one that does not fit runs alone").isEqualTo(1);
        assertThat(most(1.5)).isEqualTo(1);
        assertThat(most(2.5)).isLessThanOrEqualTo(2);
    }
}
