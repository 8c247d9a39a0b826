package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rugged.api.LandscapeSpec;
import rugged.api.ProtocolSpec;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;
import rugged.dynamics.Clock;
import rugged.dynamics.Stability;
import rugged.dynamics.minimise.LimitedMemory;
import rugged.dynamics.sampling.Langevin;
import rugged.landscape.cluster.LennardJones;
import rugged.landscape.cluster.Morse;
import rugged.landscape.plain.Quadratic;
import rugged.protocol.atlas.Band;
import rugged.protocol.atlas.BasinHopping;
import rugged.protocol.atlas.Climb;
import rugged.protocol.atlas.EarlierMap;
import rugged.protocol.atlas.EndsOnMap;
import rugged.protocol.atlas.Funnels;
import rugged.protocol.atlas.Hopping;
import rugged.protocol.atlas.Quenches;
import rugged.protocol.atlas.Refine;
import rugged.protocol.atlas.SearchParameters;
import rugged.store.FaultyDisk;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.library.AtlasFiles;
import rugged.store.library.AtlasFormat;
import rugged.store.library.LibraryFile;
import rugged.study.Point;

/** Searches are put together by tasks, on any number of threads and with any number of deaths on the way: always the same map. */
class AtlasSearchTest {
    @TempDir
    Path directory;

    private static SearchParameters search(Optional<String> earlier) {
        return new SearchParameters(1e-9, 0.1, 0.03, 1e5, 1e-6, 1e-3, Optional.empty(), earlier, 1);
    }

    private static Refine refine(int starts, Optional<String> earlier) {
        return new Refine(starts, 1000, 2, 0.1, 0.2, 0.2, 1000, search(earlier));
    }

    private static Work work(LandscapeSpec landscape, ProtocolSpec protocol) {
        LimitedMemory minimiser = new LimitedMemory(4, LimitedMemory.Search.CONTROLLED, 0.4, 1e-6);
        Point many = Toys.point(landscape, minimiser, protocol, 1, Map.of(), new ToyObservables.Energy());
        return Toys.work(List.of(new Point(
                many.key(),
                many.coordinates(),
                landscape,
                minimiser,
                protocol,
                many.start(),
                1,
                many.observables(),
                many.seed())));
    }

    private static Session session(Work work, RunFolder folder, int threads, Duration checkpoints) {
        Provenance provenance = Provenance.here("test", "", "scalar");
        Execution execution = new Execution(threads, checkpoints, Duration.ofMillis(20), 1e9, provenance);
        AtomicLong looks = new AtomicLong();
        return new Session(
                work, folder, execution, Watcher.NONE, Session.Closing.NONE, () -> 1000 * looks.incrementAndGet());
    }

    private Atlas run(Work work, String name, int threads) throws Exception {
        RunFolder folder = new RunFolder(directory.resolve(name), FaultyDisk.sound());
        Outcome outcome = session(work, folder, threads, Duration.ofHours(1)).run(false);
        assertThat(outcome.failures()).isEmpty();
        return read(folder, work.points().getFirst());
    }

    private static Path file(RunFolder folder, Point point) {
        return folder.point(point.key()).resolve(LibraryFile.NAME);
    }

    private static Atlas read(RunFolder folder, Point point) {
        var entries = LibraryFile.read(file(folder, point));
        return Atlas.of(kind ->
                entries.stream().filter(entry -> entry.kind().equals(kind)).toList());
    }

    /** One bipyramid, and two ways to renumber its atoms: Doye and Wales, J. Chem. Phys. 116, 3777 (2002). */
    @Test
    void fiveAtomsHaveOneMinimumAndTwoTransitionStates() throws Exception {
        Work work = work(new LennardJones(5), refine(20, Optional.empty()));
        Atlas atlas = run(work, "one", 1);
        assertThat(atlas.minima()).hasSize(1);
        assertThat(atlas.saddles()).hasSize(2).allMatch(Saddle::degenerate);
        assertThat(atlas.minima().getFirst().energy()).isCloseTo(-9.10385242, within(1e-7));
        assertThat(atlas.vibrations()).isEqualTo(9);
        assertThat(atlas.kinetic()).isTrue();
        assertThat(atlas.minima().getFirst().found()).isEqualTo(20);
        for (Saddle one : atlas.saddles()) {
            // 3 % for the corners of the polygon that was walked
            assertThat(one.pathway().length())
                    .isGreaterThan(0.97 * one.pathway().distance());
            assertThat(one.pathway().participation()).isBetween(1.0, 5.0);
        }

        run(work, "many", 4);
        assertThat(Footprint.of(directory.resolve("many"))).isEqualTo(Footprint.of(directory.resolve("one")));
    }

    @Test
    void aSearchThatIsKilledComesToTheSameBytes() throws Exception {
        Work work = work(new LennardJones(4), refine(80, Optional.empty()));
        run(work, "whole", 1);
        Random random = new Random(3);
        int deaths = 0;
        while (true) {
            long operations = deaths < 4 ? 1 + random.nextInt(12) : 16 + random.nextInt(16);
            RunFolder folder =
                    new RunFolder(directory.resolve("killed"), FaultyDisk.dyingAt(operations, random.nextLong()));
            try {
                session(work, folder, 1 + deaths % 3, Duration.ofNanos(1_000)).run(false);
                break;
            } catch (FaultyDisk.Killed killed) {
                deaths++;
            }
        }
        assertThat(deaths).isGreaterThanOrEqualTo(5);
        assertThat(Footprint.of(directory.resolve("killed"))).isEqualTo(Footprint.of(directory.resolve("whole")));
    }

    /** What is taken up is not searched for, counted or numbered twice. */
    @Test
    void aLaterSearchGoesOnFromAnEarlierMap() throws Exception {
        Work first = work(new LennardJones(6), new Quenches(60, search(Optional.empty())));
        Atlas minima = run(first, "first", 2);
        assertThat(minima.minima()).hasSize(2);
        assertThat(minima.saddles()).isEmpty();
        Path library = file(
                new RunFolder(directory.resolve("first"), FaultyDisk.sound()),
                first.points().getFirst());
        Work second = work(new LennardJones(6), refine(0, Optional.of(library.toString())));
        Atlas whole = run(second, "second", 2);
        assertThat(whole.minima())
                .extracting(Minimum::found)
                .isEqualTo(minima.minima().stream().map(Minimum::found).toList());
        assertThat(whole.saddles()).hasSize(3);
    }

    /** Maps of other programs have fewer digits, no normal modes, or both; what comes of them is the map that was written. */
    @ParameterizedTest
    @EnumSource(AtlasFormat.class)
    void aMapOfAnotherProgramIsLookedAtAnew(AtlasFormat format) throws Exception {
        Atlas known = run(work(new LennardJones(6), refine(40, Optional.empty())), "known", 2);
        Atlas written = format == AtlasFormat.TOPSEARCH ? rounded(known) : known;
        Path map = directory.resolve("map");
        format.write(map, written);
        Path library = directory.resolve("map.sqlite");
        AtlasFormat.LIBRARY.write(library, AtlasFiles.read(map).getFirst().atlas());
        EarlierMap taken = new EarlierMap(library.toString(), 1e-9, 1);
        Atlas atlas = run(work(new LennardJones(6), taken), "later", 2);
        assertThat(atlas.minima()).hasSize(2);
        assertThat(atlas.saddles()).hasSize(3);
        for (int k = 0; k < 2; k++) {
            assertThat(atlas.minima().get(k).energy())
                    .isCloseTo(known.minima().get(k).energy(), within(1e-9));
            assertThat(atlas.minima().get(k).logDeterminant())
                    .isCloseTo(known.minima().get(k).logDeterminant(), within(1e-5));
            assertThat(atlas.minima().get(k).order())
                    .isEqualTo(known.minima().get(k).order());
        }
        for (int k = 0; k < 3; k++) {
            assertThat(atlas.saddles().get(k).negative())
                    .isCloseTo(known.saddles().get(k).negative(), within(1e-5));
            assertThat(atlas.saddles().get(k).second())
                    .isEqualTo(known.saddles().get(k).second());
        }
    }

    /** Energies with five decimals, coordinates with six: no point is stationary any more. */
    private static Atlas rounded(Atlas known) {
        return new Atlas(
                known.minima().stream()
                        .map(one -> new Minimum(rounded(one.energy(), 1e5), Double.NaN, 0, 0, rounded(one.x())))
                        .toList(),
                known.saddles().stream()
                        .map(one -> new Saddle(
                                rounded(one.energy(), 1e5),
                                Double.NaN,
                                Double.NaN,
                                0,
                                0,
                                one.first(),
                                one.second(),
                                rounded(one.x())))
                        .toList(),
                0,
                true);
    }

    private static double rounded(double value, double digits) {
        return Math.rint(value * digits) / digits;
    }

    private static double[] rounded(double[] x) {
        return Arrays.stream(x).map(value -> rounded(value, 1e6)).toArray();
    }

    /** The map of another landscape is where searches begin, and none of its numbers are believed. */
    @Test
    void theMapOfAnotherLandscapeIsNotBelieved() throws Exception {
        Work first = work(new Morse(6, 6.0), refine(40, Optional.empty()));
        run(first, "morse", 2);
        Path library = file(
                new RunFolder(directory.resolve("morse"), FaultyDisk.sound()),
                first.points().getFirst());
        Atlas atlas = run(work(new LennardJones(6), refine(0, Optional.of(library.toString()))), "other", 2);
        assertThat(atlas.minima()).extracting(one -> rounded(one.energy(), 1e5)).containsExactly(-12.71206, -12.30293);
        assertThat(atlas.saddles()).hasSize(3);
    }

    @Test
    void aWalkerRestsAtItsTargetAndSaysWhen() throws Exception {
        BasinHopping hopping =
                new BasinHopping(new Hopping(3000, 3, 0.8, 0.36, 5, Optional.of(-44.326801)), search(Optional.empty()));
        Atlas atlas = run(work(new LennardJones(13), hopping), "walk", 2);
        assertThat(atlas.minima().getFirst().energy()).isCloseTo(-44.326801, within(1e-6));
        assertThat(atlas.minima()).hasSizeLessThanOrEqualTo(15);
    }

    /** Walkers keep the lowest of the four minima of seven atoms alone; the others are behind transition states. */
    @Test
    void funnelsAreMappedFromTheirBottomsUp() throws Exception {
        Hopping walk = new Hopping(50, 2, 0.8, 0.36, 1, Optional.empty());
        Work work = work(new LennardJones(7), new Funnels(walk, new Climb(150, 0.2), 4, 2, search(Optional.empty())));
        Atlas atlas = run(work, "one", 1);
        assertThat(atlas.minima())
                .extracting(one -> rounded(one.energy(), 1e5))
                .containsExactly(-16.50538, -15.93504, -15.59321, -15.53306);
        assertThat(atlas.saddles()).hasSize(12);
        run(work, "many", 4);
        assertThat(Footprint.of(directory.resolve("many"))).isEqualTo(Footprint.of(directory.resolve("one")));
    }

    /** Six atoms have two minima, 0.409 apart: how high ends lie is how many are not at the lower one. */
    @Test
    void endsOfADynamicsAreFoundOnTheMap() throws Exception {
        Langevin cold = new Langevin(1e-3, 1e-4, Clock.FLOW, new Stability(false));
        Band band = new Band(10, 50, 100.0, Optional.of(0.2));
        Work work = work(new LennardJones(6), new EndsOnMap(cold, 0.1, 40, 3, band, search(Optional.empty())));
        Atlas atlas = run(work, "one", 1);
        assertThat(atlas.minima()).hasSize(2);
        assertThat(atlas.saddles()).isNotEmpty();
        double apart =
                atlas.minima().get(1).energy() - atlas.minima().getFirst().energy();
        assertThat(apart).isCloseTo(12.71206226 - 12.30292753, within(1e-7));
        double pass = atlas.saddles().stream()
                .filter(one -> !one.degenerate())
                .mapToDouble(Saddle::energy)
                .min()
                .orElseThrow();
        double up = pass - atlas.minima().get(1).energy();
        String key = work.points().getFirst().key();
        List<String> rows = java.nio.file.Files.readAllLines(
                directory.resolve("one").resolve("points").resolve(key).resolve("observations.tsv"));
        for (String way : List.of("0.0", "1.0")) {
            double lowest = at(rows, "end_lowest", way);
            assertThat(lowest).isBetween(0.0, 1.0);
            assertThat(at(rows, "end_energy", way)).isCloseTo((1.0 - lowest) * apart, within(1e-8));
            assertThat(at(rows, "end_barrier", way)).isCloseTo((1.0 - lowest) * up, within(1e-7));
            assertThat(at(rows, "end_apart", way)).isZero();
        }
        run(work, "many", 4);
        assertThat(Footprint.of(directory.resolve("many"))).isEqualTo(Footprint.of(directory.resolve("one")));
    }

    private static double at(List<String> rows, String quantity, String place) {
        String row = rows.stream()
                .filter(line -> line.startsWith(quantity + "\t") && line.endsWith("\t" + place))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(row.split("\t")[2]);
    }

    /** The convex landscape: every quench ends at the one minimum, and no mode leads anywhere. */
    @Test
    void aConvexLandscapeHasOneMinimumAndNoTransitionState() throws Exception {
        Atlas atlas = run(work(new Quadratic(4, 3.0, true, 1), refine(5, Optional.empty())), "convex", 1);
        assertThat(atlas.minima()).hasSize(1);
        assertThat(atlas.saddles()).isEmpty();
        assertThat(atlas.kinetic()).isFalse();
    }
}
