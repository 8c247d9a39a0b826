package rugged.store.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Pathway;
import rugged.api.record.Saddle;
import rugged.compose.search.Survey;
import rugged.geometry.Symmetry;

/** Whatever form a map is stored in, it comes back; what is no map is refused with what is wrong; several of one landscape become one. */
class AtlasFilesTest {
    private static final Survey.Identity ENERGIES = new Survey.Identity(1e-6, 1e-3, Double.POSITIVE_INFINITY);

    @TempDir
    Path directory;

    private Path tables;

    @BeforeEach
    void written() throws IOException {
        tables = directory.resolve("tables");
        AtlasFormat.TOPSEARCH.write(tables, atlas(0.0));
    }

    private static Minimum minimum(double energy, double logDeterminant, double... x) {
        return new Minimum(energy, logDeterminant, 2, 7, x);
    }

    /** Two transition states between the same two minima, and a degenerate one. */
    private static Atlas atlas(double shift) {
        return new Atlas(
                List.of(
                        minimum(-2 + shift, 0.5, 1, 0, 0, 0, 1, 0, 0, 0, 1),
                        minimum(-1 + shift, 0.75, 2, 0, 0, 0, 2, 0, 0, 0, 2)),
                List.of(
                        new Saddle(
                                0.5 + shift,
                                1.25,
                                -3,
                                1,
                                2,
                                0,
                                1,
                                new double[] {3, 0, 0, 0, 3, 0, 0, 0, 3},
                                new Pathway(2.5, 1.5, 1.25)),
                        new Saddle(0.6 + shift, 1.5, -4, 4, 1, 0, 1, new double[] {4, 0, 0, 0, 4, 0, 0, 0, 4}),
                        new Saddle(0.7 + shift, 1.75, -5, 4, 1, 1, 1, new double[] {5, 0, 0, 0, 5, 0, 0, 0, 5})),
                3,
                true);
    }

    @ParameterizedTest
    @EnumSource(AtlasFormat.class)
    void aMapComesBack(AtlasFormat format) throws Exception {
        Path to = directory.resolve("map");
        format.write(to, atlas(0.0));
        assertThat(Files.isDirectory(to)).isEqualTo(format.folder());
        Atlas back = AtlasFiles.read(to).getFirst().atlas();
        assertThat(back.minima()).extracting(Minimum::energy).containsExactly(-2.0, -1.0);
        assertThat(back.minima().getLast().x()).containsExactly(2, 0, 0, 0, 2, 0, 0, 0, 2);
        assertThat(back.saddles()).extracting(Saddle::energy).containsExactlyInAnyOrder(0.5, 0.6, 0.7);
        assertThat(back.saddles()).filteredOn(Saddle::degenerate).hasSize(1);
        assertThat(back.saddles().getFirst().pathway().known()).isEqualTo(format == AtlasFormat.LIBRARY);
        assertThat(back.saddles())
                .allSatisfy(one -> assertThat(one.x()[0]).isCloseTo(10 * one.energy() - 2, within(1e-12)));
    }

    @Test
    void theDatabaseOfARunComesBackPointByPoint() throws Exception {
        Path file = Files.write(
                directory.resolve("library.db"),
                AtlasDatabase.of(List.of(
                        new AtlasDatabase.Of("b", Map.of("seed", "2"), atlas(0.0)),
                        new AtlasDatabase.Of("a", Map.of(), atlas(10.0)))));
        List<AtlasDatabase.Of> back = AtlasFiles.read(file);
        assertThat(back).extracting(AtlasDatabase.Of::point).containsExactly("b", "a");
        assertThat(back).extracting(AtlasDatabase.Of::parameters).containsExactly(Map.of("seed", "2"), Map.of());
        Atlas second = back.getLast().atlas();
        assertThat(second.saddles()).extracting(Saddle::second).containsExactly(1, 1, 1);
        assertThat(second.saddles()).extracting(Saddle::negative).containsExactly(-3.0, -4.0, -5.0);
        assertThat(second.minima()).extracting(Minimum::found).containsExactly(7, 7);
        assertThat(second.saddles().getFirst().pathway()).isEqualTo(new Pathway(2.5, 1.5, 1.25));
        assertThat(second.saddles().getLast().pathway().known()).isFalse();
        assertThat(second.vibrations()).isEqualTo(3);
        assertThat(second.kinetic()).isTrue();
    }

    /** What is found twice is there once, and a second transition state between the same minima stays. */
    @Test
    void mapsAreMerged() throws Exception {
        Atlas more = new Atlas(
                List.of(minimum(-3, 0.25, 9, 0, 0, 0, 9, 0, 0, 0, 9), minimum(-1, 0.75, 2, 0, 0, 0, 2, 0, 0, 0, 2)),
                List.of(new Saddle(0.8, 1.5, -4, 4, 5, 0, 1, new double[] {6, 0, 0, 0, 6, 0, 0, 0, 6})),
                3,
                true);
        Atlas whole = merged(atlas(0.0), more, atlas(0.0));
        assertThat(whole.minima()).extracting(Minimum::energy).containsExactly(-3.0, -2.0, -1.0);
        assertThat(whole.minima()).extracting(Minimum::found).containsExactly(7, 14, 21);
        assertThat(whole.saddles()).extracting(Saddle::energy).containsExactly(0.5, 0.6, 0.7, 0.8);
        assertThat(whole.saddles()).extracting(Saddle::order).containsExactly(1.0, 4.0, 4.0, 4.0);
        assertThat(whole.saddles()).extracting(Saddle::first).containsExactly(1, 1, 2, 0);
        assertThat(whole.saddles()).extracting(Saddle::found).containsExactly(4, 2, 2, 5);
        assertThat(whole.saddles().getFirst().pathway().participation()).isEqualTo(1.25);
    }

    /** Equal energies with other determinants are two minima; without normal modes nothing tells them apart. */
    @Test
    void determinantsTellMinimaApart() throws Exception {
        Atlas one = single(0.5, 1.0);
        assertThat(merged(one, single(0.6, 1.0)).minima()).hasSize(2);
        assertThat(merged(one, single(Double.NaN, 1.0)).minima()).hasSize(1);
        assertThat(merged(one).minima()).hasSize(1);
    }

    private static Atlas single(double logDeterminant, double... x) {
        return new Atlas(List.of(minimum(-1, logDeterminant, x)), List.of(), 0, false);
    }

    private static Atlas merged(Atlas... maps) throws IOException {
        List<AtlasDatabase.Of> all = java.util.stream.IntStream.range(0, maps.length)
                .mapToObj(k -> new AtlasDatabase.Of("map " + k, Map.of(), maps[k]))
                .toList();
        return MergedAtlas.of(all, Symmetry.NONE, ENERGIES);
    }

    @Test
    void mapsOfTwoLandscapesAreRefused() {
        assertThatThrownBy(() -> merged(single(0.5, 1.0), single(0.5, 1.0, 2.0)))
                .hasMessage("maps of one landscape are wanted: map 0 has 1 coordinates, map 1 has 2");
        assertThatThrownBy(() -> merged(single(0.5, 1.0), atlas(0.0))).hasMessageContaining("coordinates");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        min.data   | 0 -2.0\\n2 -1.0          | min.data:2: is numbered 2, and 1 comes here
        min.data   | 0 -2.0\\n1 x             | min.data:2: "x" is no number
        min.data   | 0 -2.0\\n1 NaN           | min.data:2: "NaN" is not finite
        min.data   | 0 -2.0\\n1               | min.data:2: has 1 columns, 2 are needed
        min.data   | 0 -2.0                  | min.coords has 2 lines, and min.data has 1
        ts.data    | 0 2 0.5\\n0 1 1\\n1 1 2    | ts.data:1: a transition state ends at minimum 2, and min.data has 2, from 0 on
        ts.data    | 0 1 0.5                 | ts.coords has 3 lines, and ts.data has 1
        min.coords | 1 2 3\\n1 2              | min.coords:2: has 2 columns, and the first line has 3
        """)
    void damagedTablesAreRefused(String file, String text, String message) throws Exception {
        Files.writeString(tables.resolve(file), text.replace("\\n", "\n"));
        assertThatThrownBy(() -> AtlasFiles.read(tables))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith(message);
    }

    @Test
    void whatIsNoMapIsRefused() throws Exception {
        Path text = Files.writeString(directory.resolve("text"), "energy");
        assertThatThrownBy(() -> AtlasFiles.read(text)).hasMessageContaining("is no SQLite database");
        assertThatThrownBy(() -> AtlasFiles.read(directory.resolve("none"))).hasMessageEndingWith("none is missing");
        Path empty = Files.createDirectory(directory.resolve("empty"));
        assertThatThrownBy(() -> AtlasFiles.read(empty)).hasMessageContaining("holds no map");
        Path other = directory.resolve("other.db");
        try (var database = java.sql.DriverManager.getConnection("jdbc:sqlite:" + other);
                var statement = database.createStatement()) {
            statement.execute("CREATE TABLE people (name TEXT)");
        }
        assertThatThrownBy(() -> AtlasFiles.read(other))
                .hasMessageContaining("has none of the tables by which a map is known");
    }
}
