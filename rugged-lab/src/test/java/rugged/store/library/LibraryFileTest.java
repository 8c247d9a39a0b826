package rugged.store.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.record.Library.Entry;
import rugged.api.record.Library.Link;
import rugged.api.record.NamedArray;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;

class LibraryFileTest {
    @TempDir
    Path directory;

    private static List<Entry> minima() {
        List<Entry> all = new ArrayList<>();
        Random random = new Random(5);
        for (int k = 0; k < 40; k++) {
            double[][] x = new double[3][2];
            for (double[] row : x) Arrays.setAll(row, i -> random.nextGaussian());
            all.add(new Entry(
                    "minimum",
                    "m" + k,
                    Map.of("energy", -1.0 / (k + 1), "frequency", k == 3 ? Double.NaN : Math.PI * k),
                    Map.of("x", NamedArray.matrix("particle", "coordinate", x)),
                    List.of()));
        }
        all.add(new Entry(
                "saddle",
                "' ; DROP TABLE records; --",
                Map.of("energy", Double.NEGATIVE_INFINITY, "zero", -0.0, "tiny", Double.MIN_VALUE),
                Map.of(
                        "none", new NamedArray(List.of("i"), List.of(0), new double[0]),
                        "one", new NamedArray(List.of(), List.of(), new double[] {Double.NaN}),
                        "three", NamedArray.vector("mode", new double[] {1.0, Double.POSITIVE_INFINITY, -0.0})),
                List.of(new Link("from", "minimum", "m7"), new Link("to", "minimum", "m7"))));
        // the same key under another kind is another record
        all.add(new Entry("saddle", "m7", Map.of()));
        return all;
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        Path file = directory.resolve("l.sqlite");
        Files.write(file, LibraryFile.of(minima()));
        assertThat(LibraryFile.read(file)).isEqualTo(minima());
        Files.write(file, LibraryFile.of(List.of()));
        assertThat(LibraryFile.read(file)).isEmpty();
    }

    @Test
    void theSameRecordsGiveTheSameBytes() {
        byte[] once = LibraryFile.of(minima());
        assertThat(LibraryFile.of(minima())).isEqualTo(once);
        assertThat(LibraryFile.of(minima().reversed().subList(2, 42))).isNotEqualTo(once);
    }

    /** What a user's own script would ask. */
    @Test
    void itIsAPlainDatabase() throws SQLException, java.io.IOException {
        Path file = directory.resolve("l.sqlite");
        Files.write(file, LibraryFile.of(minima()));
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = database.createStatement()) {
            try (var row = statement.executeQuery("SELECT key, value FROM records JOIN numbers ON record = id"
                    + " WHERE kind = 'minimum' AND name = 'energy' ORDER BY value LIMIT 1")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("m0");
                assertThat(row.getDouble(2)).isEqualTo(-1.0);
            }
            try (var row = statement.executeQuery("PRAGMA integrity_check")) {
                assertThat(row.getString(1)).isEqualTo("ok");
            }
        }
    }

    @Test
    void whatIsNoLibraryIsRefused() throws Exception {
        byte[] good = LibraryFile.of(minima());
        Path file = directory.resolve("l.sqlite");
        assertThatThrownBy(() -> LibraryFile.read(file)).isInstanceOf(EnvironmentFailure.class);
        for (byte[] wrong : List.of(new byte[0], "energy,x\n1,2\n".getBytes(), Arrays.copyOf(good, good.length / 3))) {
            Files.write(file, wrong);
            assertThatThrownBy(() -> LibraryFile.read(file))
                    .isInstanceOf(Damaged.class)
                    .hasMessageContaining("l.sqlite");
        }
        Files.write(file, good);
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = database.createStatement()) {
            statement.execute("UPDATE about SET value = 'rugged library 9'");
        }
        assertThatThrownBy(() -> LibraryFile.read(file))
                .isInstanceOf(Damaged.class)
                .hasMessageContaining("rugged library 9")
                .hasMessageContaining("rugged library 1");
    }

    @Test
    void anArrayHasTheShapeThatItSays() {
        assertThatThrownBy(() -> new NamedArray(List.of("i"), List.of(3), new double[2]))
                .hasMessageContaining("room for 3 values");
        assertThatThrownBy(() -> new NamedArray(List.of("i", "j"), List.of(2), new double[2]))
                .hasMessageContaining("2 names for 1 extents");
        assertThatThrownBy(() -> NamedArray.matrix("i", "j", new double[][] {{1.0}, {}}))
                .hasMessageContaining("different length");
    }
}
