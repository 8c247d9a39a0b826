package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.observable.contact.ContactNumbers;
import rugged.store.FaultyDisk;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.point.Observations;
import rugged.store.point.PointRecord;
import rugged.study.Point;

/** Points that are driven to jamming, and what they recorded. */
final class DrivenPoints {
    private DrivenPoints() {}

    static Work work(IntFunction<LandscapeSpec> landscape, DynamicsSpec minimiser, ProtocolSpec protocol, int seeds) {
        List<Point> points = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++)
            points.add(new Point(
                    "%016x".formatted(seed),
                    Map.of("seed", Integer.toString(seed)),
                    landscape.apply(seed),
                    minimiser,
                    protocol,
                    new Toys.Anywhere(),
                    1,
                    List.of(new ContactNumbers()),
                    seed));
        return Toys.work(points);
    }

    static Session session(Work work, RunFolder folder, Duration checkpoints) {
        Provenance provenance = Provenance.here("test", "", "scalar");
        Execution execution = new Execution(1, checkpoints, Duration.ofMillis(20), 1e9, provenance);
        AtomicLong looks = new AtomicLong();
        return new Session(
                work, folder, execution, Watcher.NONE, Session.Closing.NONE, () -> 1000 * looks.incrementAndGet());
    }

    /** Runs it on a disk that dies again and again, until it is through; returns how often it died. */
    static int killed(Work work, Path directory, Random random) {
        int deaths = 0;
        while (true) {
            RunFolder folder = new RunFolder(directory, FaultyDisk.dyingAt(3 + random.nextInt(40), random.nextLong()));
            try {
                session(work, folder, Duration.ofNanos(100_000)).run(false);
                return deaths;
            } catch (FaultyDisk.Killed killed) {
                deaths++;
            }
        }
    }

    /** Runs it, and of each point by quantity all values in their order. */
    static List<Map<String, List<Double>>> found(Work work, Path directory) throws Exception {
        RunFolder folder = new RunFolder(directory, FaultyDisk.sound());
        assertThat(session(work, folder, Duration.ofHours(1)).run(false).failures())
                .isEmpty();
        List<Map<String, List<Double>>> all = new ArrayList<>();
        for (Point point : work.points()) {
            Map<String, List<Double>> values = new HashMap<>();
            Observations.read(
                    folder.point(point.key()).resolve(PointRecord.OBSERVATIONS),
                    Long.MAX_VALUE,
                    (quantity, replica, value, error, axes) -> values.computeIfAbsent(quantity, _ -> new ArrayList<>())
                            .add(value));
            all.add(values);
        }
        return all;
    }

    static double last(Map<String, List<Double>> found, Quantity quantity) {
        return found.get(quantity.name()).getLast();
    }
}
