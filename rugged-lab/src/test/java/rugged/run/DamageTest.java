package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.report.Gallery;
import rugged.store.FaultyDisk;
import rugged.store.Integrity;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.export.Exporter;
import rugged.store.file.EnvironmentFailure;
import rugged.store.table.Analyses;
import rugged.store.table.Results;

/**
 * Whatever is done to the files of a run, nobody is told another number than the one that was computed: a reader gives the same or names the file, and a resumed
 * run gives the same again.
 */
class DamageTest {
    private static final Work WORK = Toys.everything(3.0, 2);

    @TempDir
    static Path shared;

    private static Path complete;
    private static Path interrupted;
    private static Map<String, String> whole;
    private static Map<String, String> half;

    @BeforeAll
    static void run() throws IOException {
        complete = shared.resolve("complete");
        interrupted = shared.resolve("interrupted");
        assertThat(session(complete, Long.MAX_VALUE).run(false).status()).isEqualTo(RunStatus.COMPLETE);
        for (long stop = 400; ; stop += 50) {
            Outcome outcome = session(interrupted, stop).run(false);
            assertThat(outcome.status()).isEqualTo(RunStatus.INTERRUPTED);
            if (outcome.done() >= 1) break;
        }
        whole = told(complete);
        half = told(interrupted);
        assertThat(whole).hasSizeGreaterThan(10);
        assertThat(half.get("export/observations.csv")).isNotEqualTo(whole.get("export/observations.csv"));
        assertThat(new Integrity(RunFolder.at(complete)).damage()).isEmpty();
        assertThat(new Integrity(RunFolder.at(interrupted)).damage()).isEmpty();
    }

    /** One that makes of the results what a study does, as far as it is fast. */
    private static Session session(Path directory, long stopAt) {
        RunFolder folder = new RunFolder(directory, FaultyDisk.sound());
        Execution execution = new Execution(
                1, Duration.ofNanos(40_000), Duration.ofMillis(20), 1e9, Provenance.here("test", "", "scalar"));
        AtomicLong looks = new AtomicLong();
        Session[] session = new Session[1];
        session[0] = new Session(WORK, folder, execution, Watcher.NONE, DamageTest::close, () -> {
            long look = looks.incrementAndGet();
            if (look == stopAt) session[0].stop();
            return 1000 * look;
        });
        return session[0];
    }

    private static void close(RunFolder folder, Outcome outcome) {
        new Analyses(
                        List.of("found"),
                        List.of(new Analyses.Value(Map.of("landscape.is", "wells"), "e", List.of(7.0), -0.5, 0.25, 2)))
                .write(folder);
        try {
            Path tables = Files.createDirectories(folder.directory().resolve("tables"));
            new Exporter(folder, tables).write(Exporter.Format.CSV);
            Files.writeString(
                    folder.directory().resolve("summary.json"),
                    Files.readString(tables.resolve("averages.csv")),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(folder.directory(), e);
        }
    }

    /** What a reader can be told. */
    private enum Command {
        SHOW,
        FIGURE,
        EXPORT
    }

    private static Map<String, String> told(Path directory) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Command command : Command.values()) all.putAll(told(directory, command));
        return all;
    }

    private static Map<String, String> told(Path directory, Command command) throws IOException {
        RunFolder folder = RunFolder.at(directory);
        new Integrity(folder).readable();
        Map<String, String> said = new TreeMap<>();
        switch (command) {
            case SHOW -> {
                said.put("status", folder.status().word());
                folder.progress()
                        .ifPresent(progress -> said.put(
                                "progress",
                                progress.done() + " of " + progress.of() + " " + progress.points() + " of "
                                        + progress.total() + " " + progress.failed()));
                folder.content("summary.json")
                        .ifPresent(text -> said.put("summary", new String(text, StandardCharsets.UTF_8)));
            }
            case FIGURE -> {
                new Gallery(Results.of(folder));
                var table = Results.of(folder).averages();
                StringBuilder rows = new StringBuilder();
                for (int row = 0; row < table.rows(); row++) rows.append(table.row(row));
                said.put("figure", rows.toString());
            }
            case EXPORT -> export(folder, said);
        }
        return said;
    }

    private static void export(RunFolder folder, Map<String, String> said) throws IOException {
        Path into = Files.createTempDirectory(shared, "export");
        List<Path> files = new ArrayList<>(new Exporter(folder, into).write(Exporter.Format.CSV));
        files.addAll(new Exporter(folder, into).write(Exporter.Format.NPY));
        for (Path file : files) {
            String name = into.relativize(file).toString();
            // seconds are measured
            if (name.startsWith("points.")) continue;
            said.put("export/" + name, Arrays.hashCode(Files.readAllBytes(file)) + " " + Files.size(file));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path there = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(there);
                else Files.copy(file, there);
            }
        }
    }

    /** Does what it is told to a copy of a run; what the commands then say that is neither the truth nor names the file. */
    private List<String> silent(Path of, Map<String, String> truth, int from, int count) throws IOException {
        List<String> silent = new ArrayList<>();
        for (int seed = from; seed < from + count; seed++) {
            Path copy = shared.resolve(of.getFileName() + "-" + seed);
            copy(of, copy);
            Mutation mutation = Mutation.of(copy, new Random(seed));
            for (Command command : Command.values()) {
                try {
                    Map<String, String> said = told(copy, command);
                    if (!truth.entrySet().containsAll(said.entrySet())) silent.add(command + " after " + mutation);
                } catch (EnvironmentFailure refused) {
                    if (!mutation.isNamedIn(String.valueOf(refused.getMessage())))
                        silent.add(command + " after " + mutation + " says " + refused.getMessage());
                }
            }
            try {
                RunFolder.at(copy).study();
                List<Integrity.Damage> damage = new Integrity(RunFolder.at(copy)).damage();
                Outcome outcome = session(copy, Long.MAX_VALUE).run(false);
                if (outcome.status() != RunStatus.COMPLETE) silent.add("resume after " + mutation + ": " + outcome);
                if (!told(copy).equals(whole)) silent.add("resume after " + mutation + ", which was seen as " + damage);
                if (!new Integrity(RunFolder.at(copy)).damage().isEmpty())
                    silent.add("resume after " + mutation + " leaves " + new Integrity(RunFolder.at(copy)).damage());
            } catch (EnvironmentFailure refused) {
                if (!mutation.isNamedIn(String.valueOf(refused.getMessage())))
                    silent.add("resume after " + mutation + " says " + refused.getMessage());
            }
        }
        return silent;
    }

    @Test
    void nothingIsChangedInSilence() throws IOException {
        assertThat(silent(complete, whole, 0, 16)).isEmpty();
        assertThat(silent(interrupted, half, 0, 8)).isEmpty();
    }

    /** One file at a time, as a download is compared: what is changed is found, whichever file it is, and what is whole passes. */
    @Test
    void eachFileIsVouchedForByItself() throws IOException {
        for (Path of : List.of(complete, interrupted)) {
            Path copy = shared.resolve(of.getFileName() + "-each");
            copy(of, copy);
            Integrity integrity = new Integrity(RunFolder.at(copy));
            List<String> free = new ArrayList<>();
            try (Stream<Path> files = Files.walk(copy)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = copy.relativize(file).toString();
                    byte[] content = Files.readAllBytes(file);
                    integrity.require(name);
                    if (content.length == 0) continue;
                    byte[] changed = content.clone();
                    changed[content.length / 2] ^= 1;
                    Files.write(file, changed);
                    try {
                        integrity.require(name);
                        free.add(name);
                    } catch (EnvironmentFailure damaged) {
                        assertThat(damaged).hasMessageContaining(name);
                    }
                    Files.write(file, content);
                }
            }
            assertThat(free)
                    .as("files for which nothing vouches")
                    .allMatch(name -> name.equals("lock")
                            || name.equals(".lock")
                            || name.startsWith("tables/")
                            || name.endsWith("checkpoint.1"));
        }
    }

    @Test
    @Tag("slow")
    void nothingIsChangedInSilenceThreeHundredTimes() throws IOException {
        assertThat(silent(complete, whole, 1000, 200)).isEmpty();
        assertThat(silent(interrupted, half, 2000, 100)).isEmpty();
    }
}
