package rugged.store.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;
import rugged.store.file.Damaged;

/** Maps come back from both databases as they were written, without coordinates, which are read one by one. */
class AtlasReaderTest {
    @TempDir
    Path directory;

    /** Not by energy: readers number by energy all the same. */
    private static Atlas atlas() {
        return new Atlas(
                List.of(
                        new Minimum(-1, 2.5, 2, 7, new double[] {1, 2}),
                        new Minimum(-2, Double.NaN, 4, 3, new double[] {3, 4})),
                List.of(new Saddle(0.5, 1.25, -3, 1, 2, 0, 1, new double[0])),
                6,
                true,
                Map.of("auc", new double[] {0.5, 0.75}));
    }

    private Path database() throws Exception {
        Path spaced = Files.createDirectories(directory.resolve("a folder with % and ?"));
        return Files.write(
                spaced.resolve(AtlasDatabase.NAME),
                AtlasDatabase.of(List.of(
                        new AtlasDatabase.Of("a", Map.of(), atlas()), new AtlasDatabase.Of("b", Map.of(), atlas()))));
    }

    @Test
    void theDatabaseOfAllPointsIsReadPointByPoint() throws Exception {
        Path file = database();
        assertThat(AtlasReader.sizes(file))
                .containsExactly(
                        Map.entry("a", new AtlasReader.Size(2, 1)), Map.entry("b", new AtlasReader.Size(2, 1)));
        StoredMap map = AtlasReader.read(file, "b");
        assertThat(map.atlas().minima()).extracting(Minimum::energy).containsExactly(-1.0, -2.0);
        assertThat(map.atlas().minima()).extracting(Minimum::logDeterminant).containsExactly(2.5, Double.NaN);
        assertThat(map.atlas().minima()).allMatch(one -> one.x().length == 0);
        assertThat(map.ids()).containsExactly(4, 3);
        assertThat(map.atlas().saddles().getFirst().second()).isEqualTo(1);
        assertThat(map.atlas().vibrations()).isEqualTo(6);
        assertThat(map.atlas().kinetic()).isTrue();
        assertThat(AtlasReader.state(file, map.ids()[0])).containsExactly(3, 4);
        assertThat(AtlasReader.read(file, "c").atlas().minima()).isEmpty();
    }

    @Test
    void theLibraryOfAPointHasFurtherNumbers() throws Exception {
        Path file = Files.write(directory.resolve(LibraryFile.NAME), LibraryFile.of(atlas().entries()));
        assertThat(MapRecords.any(file)).isTrue();
        StoredMap map = MapRecords.read(file);
        assertThat(MapRecords.state(file, map.ids()[0])).containsExactly(3, 4);
        assertThat(map.atlas().minima()).allMatch(one -> one.x().length == 0);
        assertThat(MapRecords.further(file).get("auc")).containsExactly(0.5, 0.75);
        Path other = Files.write(directory.resolve("other.sqlite"), LibraryFile.of(List.of()));
        assertThat(MapRecords.any(other)).isFalse();
        assertThat(MapRecords.further(other)).isEmpty();
    }

    @Test
    void whatIsNoMapIsNamed() throws Exception {
        Path text = Files.writeString(directory.resolve("text.db"), "no database at all ".repeat(100));
        assertThatThrownBy(() -> AtlasReader.sizes(text))
                .isInstanceOf(Damaged.class)
                .hasMessageContaining("text.db is no map of a landscape");
        Path library = Files.write(directory.resolve("library.sqlite"), LibraryFile.of(List.of()));
        assertThatThrownBy(() -> AtlasReader.read(library, "a"))
                .isInstanceOf(Damaged.class)
                .hasMessageContaining("has the format \"rugged library 1\"; this version reads \"rugged atlas 1\"");
        Path endless = directory.resolve("endless.db");
        try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + endless)) {
            open.createStatement().execute("CREATE TABLE about (name TEXT, value TEXT)");
            open.createStatement().execute("INSERT INTO about VALUES ('format', 'rugged atlas 1')");
            open.createStatement()
                    .execute("CREATE VIEW landscapes AS WITH RECURSIVE k(point) AS (SELECT 1 UNION ALL SELECT point + 1"
                            + " FROM k) SELECT point FROM k");
        }
        assertThatThrownBy(() -> AtlasReader.sizes(endless))
                .isInstanceOf(Damaged.class)
                .hasMessageContaining("it holds the view or trigger landscapes");
        Path cut = database();
        try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("half.db"))) {
            open.createStatement().executeUpdate("restore from '" + cut + "'");
            open.createStatement().execute("DELETE FROM minima WHERE id = 1");
        }
        assertThatThrownBy(() -> AtlasReader.read(directory.resolve("half.db"), "a"))
                .isInstanceOf(Damaged.class)
                .hasMessageContaining("transition state 1 has no minimum at one of its ends");
    }
}
