package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.Quantity;
import rugged.store.Agenda;
import rugged.store.Manifest;
import rugged.store.RunFolder;
import rugged.store.file.Disk;
import rugged.store.file.LocalDisk;

/** Very many folders of one point each, as a cluster without a common run folder leaves them; {@code -Drugged.folders=10000} makes ten thousand. */
@Tag("slow")
class ManyFoldersTest {
    private static final int FOLDERS = Integer.getInteger("rugged.folders", 200);

    @TempDir
    Path directory;

    /** A disk that nobody waits for: what is written here only has to be read again. */
    private record Hasty() implements Disk {
        @Override
        public Log append(Path file, long length) throws IOException {
            return LocalDisk.ONLY.append(file, length);
        }

        @Override
        public void replace(Path file, byte[] content, boolean durable) throws IOException {
            LocalDisk.ONLY.replace(file, content, false);
        }

        @Override
        public void sync(Path path) {
            // nobody waits
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            LocalDisk.ONLY.rename(from, to);
        }
    }

    private static String rugged(List<String> words) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        Main.execute(writer, writer, words.toArray(String[]::new));
        return said.toString();
    }

    private void split(RunFolder whole) throws IOException {
        Agenda agenda = whole.agenda().orElseThrow();
        Manifest manifest = whole.manifest().orElseThrow();
        String study = whole.study().orElseThrow();
        List<Quantity> quantities = whole.quantities();
        for (Agenda.Entry point : agenda.points()) {
            String seed = point.coordinates().getOrDefault("seed", "");
            RunFolder one = new RunFolder(directory.resolve("parts").resolve(seed), new Hasty());
            Path to = one.point(point.key());
            Files.createDirectories(to);
            try (Stream<Path> files = Files.list(whole.point(point.key()))) {
                for (Path file : files.toList()) Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
            one.begin(
                    study.replaceFirst("(?m)^seed: .*$", "seed: " + seed),
                    new Agenda(agenda.study(), agenda.size(), 1, "", List.of(point), List.of()),
                    quantities);
            one.manifest(manifest);
            one.vouch(false);
        }
    }

    @Test
    void becomeOneRun() throws IOException {
        Path study = Files.write(
                directory.resolve("tiny.yaml"),
                List.of(
                        "study: tiny",
                        "landscape: { is: pspin, n: 8, mixture: 3 }",
                        "dynamics: { is: langevin, temperature: 0.7, dt: 0.1 }",
                        "protocol: { is: waiting-times, tw: [0.5], until: 1, per-decade: 2 }",
                        "observe: [energy]",
                        "seed: 1.." + FOLDERS,
                        "figures: [{ name: e, y: e, x: t }]",
                        "findings: [{ id: tiny.e, text: energy, quantity: e, at: { t: 1 }, bias: 1 }]"));
        Path whole = directory.resolve("whole");
        rugged(List.of("run", study.toString(), "--out", whole.toString(), "--quiet"));
        split(RunFolder.at(whole));
        List<String> words = new ArrayList<>(List.of("merge"));
        try (Stream<Path> parts = Files.list(directory.resolve("parts"))) {
            parts.map(Path::toString).forEach(words::add);
        }
        Path joined = directory.resolve("joined");
        words.addAll(List.of("--out", joined.toString()));
        Stopwatch watch = new Stopwatch();
        String said = rugged(words);
        watch.say(FOLDERS + " folders joined");
        assertThat(said).contains(FOLDERS + " points of " + FOLDERS + " runs", "complete");
        assertThat(Files.readString(joined.resolve("study.yaml")))
                .isEqualTo(Files.readString(whole.resolve("study.yaml")));
        assertThat(Files.readAllBytes(joined.resolve("tables/averages.parquet")))
                .isEqualTo(Files.readAllBytes(whole.resolve("tables/averages.parquet")));
    }
}
