package rugged.store.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.Quantity;
import rugged.store.Agenda;
import rugged.store.RunFolder;
import rugged.store.file.FolderLock;
import rugged.store.point.PointRecord;

/** Averages that were kept while the logs grew are those of the whole logs, to the last bit. */
class PointMeansTest {
    @TempDir
    Path directory;

    private RunFolder folder;
    private FolderLock writer;

    @BeforeEach
    void begin() throws IOException {
        folder = RunFolder.at(directory);
        folder.quantities(List.of(
                new Quantity("e", "e", "J", List.of("t"), "energy"),
                new Quantity("C", "C", "", List.of("t", "tw"), "correlation")));
        folder.agenda(new Agenda("toy", "quick", 1, "plan", List.of(entry("a", "1"), entry("b", "2")), List.of()));
        for (String key : List.of("a", "b")) Files.createDirectories(folder.point(key));
        // logs without a checkpoint count only while somebody writes them
        writer = folder.lock();
    }

    @AfterEach
    void end() {
        writer.close();
    }

    private static Agenda.Entry entry(String key, String seed) {
        return new Agenda.Entry(key, "simulation", Map.of("seed", seed));
    }

    private void append(String key, String text) throws IOException {
        Files.writeString(
                folder.point(key).resolve(PointRecord.OBSERVATIONS),
                text,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String lines(Random random, double t) {
        StringBuilder out = new StringBuilder();
        for (int replica = 0; replica < 3; replica++) {
            out.append("e\t" + replica + "\t" + random.nextGaussian() + "\t0.1\t" + t + "\n");
            for (double tw : new double[] {0, 1})
                out.append("C\t" + replica + "\t" + (random.nextInt(9) == 0 ? "NaN" : random.nextGaussian()) + "\tNaN\t"
                        + t + "\t" + tw + "\n");
        }
        return out.toString();
    }

    @Test
    void readingOnIsReadingAllOfIt() throws IOException {
        Random random = new Random(5);
        Results kept = Results.of(folder);
        for (int step = 1; step <= 40; step++) {
            append("a", lines(random, step));
            if (step > 10) append("b", lines(random, step - 10.0));
            if (step % 7 == 0) {
                // the last line is still being written
                append("a", "e\t0\t1.2");
                same(kept);
                append("a", "5\t0.5\t" + step + ".5\n");
            }
        }
        same(kept);
        assertThat(kept.averages().rows()).isEqualTo(40 * 3 + 5);
    }

    @Test
    void aLogThatWasCutIsReadAnew() throws IOException {
        append("a", "e\t0\t1.0\t0.1\t1.0\ne\t0\t2.0\t0.1\t2.0\n");
        Results kept = Results.of(folder);
        assertThat(kept.averages().rows()).isEqualTo(2);
        Files.writeString(folder.point("a").resolve(PointRecord.OBSERVATIONS), "e\t0\t1.0\t0.1\t1.0\n");
        same(kept);
        assertThat(kept.averages().rows()).isOne();
    }

    private void same(Results kept) {
        assertThat(kept.averages().list())
                .isEqualTo(Results.of(folder).averages().list());
    }
}
