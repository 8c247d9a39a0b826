package rugged.store.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;

/** Maps in the files of other programs: there and back, as those write them, and damaged. */
class ForeignMapsTest {
    @TempDir
    Path folder;

    private static final double[] LINE = {0, 0, 0, 1, 0, 0, 2.5, 0, 0};
    private static final double[] TRIANGLE = {0, 0, 0, 1, 0, 0, 0.5, 0.9, -1e-17};

    /** Two saddles join the same two minima, and one joins a minimum to itself. */
    private static final Atlas MAP = new Atlas(
            List.of(new Minimum(-3.0, 12.25, 6, 0, TRIANGLE), new Minimum(-2.125, 11.5, 2, 0, LINE)),
            List.of(
                    new Saddle(-2.0, 9.0, Double.NaN, 2, 0, 0, 1, LINE),
                    new Saddle(-1.75, 9.5, Double.NaN, 1, 0, 1, 0, TRIANGLE),
                    new Saddle(-1.0, 9.75, Double.NaN, 1, 0, 1, 1, LINE)),
            3,
            true);

    private static void same(Atlas one, Atlas other, boolean ends) {
        assertThat(one.vibrations()).isEqualTo(other.vibrations());
        assertThat(one.minima()).hasSameSizeAs(other.minima());
        assertThat(one.saddles()).hasSameSizeAs(other.saddles());
        for (int k = 0; k < one.minima().size(); k++) {
            assertThat(one.minima().get(k).energy())
                    .isEqualTo(other.minima().get(k).energy());
            assertThat(one.minima().get(k).logDeterminant())
                    .isEqualTo(other.minima().get(k).logDeterminant());
            assertThat(one.minima().get(k).order())
                    .isEqualTo(other.minima().get(k).order());
            assertThat(one.minima().get(k).x())
                    .containsExactly(other.minima().get(k).x());
        }
        for (int k = 0; k < one.saddles().size(); k++) {
            Saddle a = one.saddles().get(k);
            Saddle b = other.saddles().get(k);
            assertThat(a.energy()).isEqualTo(b.energy());
            assertThat(a.logDeterminant()).isEqualTo(b.logDeterminant());
            assertThat(a.order()).isEqualTo(b.order());
            assertThat(a.x()).containsExactly(b.x());
            assertThat(ends ? a.first() : Math.min(a.first(), a.second()))
                    .isEqualTo(ends ? b.first() : Math.min(b.first(), b.second()));
            assertThat(ends ? a.second() : Math.max(a.first(), a.second()))
                    .isEqualTo(ends ? b.second() : Math.max(b.first(), b.second()));
        }
    }

    @Test
    void tablesComeBackAsTheyWere() throws IOException {
        CambridgeTables.write(folder, MAP);
        same(CambridgeTables.read(folder, 0, true), MAP, true);
        String[] first =
                Files.readAllLines(folder.resolve("min.data")).getFirst().split(" ");
        assertThat(first).hasSize(6);
        // of a planar body the largest moment is the sum of the others
        assertThat(Double.parseDouble(first[5]))
                .isCloseTo(Double.parseDouble(first[3]) + Double.parseDouble(first[4]), within(1e-9));
        assertThat(Files.readAllLines(folder.resolve("ts.data")).get(1)).startsWith("-1.75 9.5 1 2 1 ");
    }

    /** As Fortran writes: wide columns, exponents with D, big-endian points. */
    @Test
    void fortransWays() throws IOException {
        Files.writeString(
                folder.resolve("min.data"),
                "   -0.30000000D+01   12.2500000000   6  1.0 2.0 3.0\n   -2.12500  1.15E1  2  1.0 2.0 3.0\n\n");
        Files.writeString(folder.resolve("ts.data"), "  -2.0   9.0   2   1    2   1.0 1.0 1.0\n");
        ByteBuffer points = ByteBuffer.allocate(144).order(ByteOrder.BIG_ENDIAN);
        for (double[] x : List.of(TRIANGLE, LINE)) for (double one : x) points.putDouble(one);
        Files.write(folder.resolve("points.min"), points.array());
        Atlas read = CambridgeTables.read(folder, 3, true);
        assertThat(read.minima().get(0).energy()).isEqualTo(-3.0);
        assertThat(read.minima().get(1).logDeterminant()).isEqualTo(11.5);
        assertThat(read.minima().get(0).x()).containsExactly(TRIANGLE);
        assertThat(read.saddles().getFirst().second()).isEqualTo(1);
        assertThat(read.saddles().getFirst().x()).isEmpty();
    }

    @Test
    void damagedTablesAreRefused() throws IOException {
        assertThatThrownBy(() -> CambridgeTables.read(folder, 3, true)).hasMessageContaining("min.data is missing");
        CambridgeTables.write(folder, MAP);
        Files.delete(folder.resolve("points.ts"));
        Path minima = folder.resolve("min.data");
        Path saddles = folder.resolve("ts.data");
        String good = Files.readString(saddles);
        Files.writeString(saddles, good.replace("1 2 1 ", "1 2 7 "));
        refused("ts.data:2: a transition state ends at minimum 7, and min.data has 2");
        Files.writeString(saddles, "-2.0 9.0 2 1\n");
        refused("ts.data:1: has 4 columns, 5 are needed");
        Files.writeString(saddles, "-2.0 nine 2 1 2\n");
        refused("ts.data:1: \"nine\" is no number");
        Files.writeString(saddles, "-2.0 NaN 2 1 2\n");
        refused("is not finite");
        Files.writeString(saddles, "-2.0 9.0 0 1 2\n");
        refused("the order of a point group is 0");
        Files.writeString(saddles, good);
        Files.write(folder.resolve("points.ts"), new byte[100]);
        refused("points.ts holds 100 bytes: no 3 points");
        byte[] noise = new byte[144];
        java.util.Arrays.fill(noise, (byte) 0x7f);
        Files.delete(folder.resolve("points.ts"));
        Files.write(folder.resolve("points.min"), noise);
        refused("holds no coordinates");
        Files.write(minima, new byte[] {(byte) 0xff, 1, 2});
        refused("is no text");
        Atlas bare = new Atlas(List.of(new Minimum(-1, Double.NaN, 1, 1, LINE)), List.of(), 3, true);
        assertThatThrownBy(() -> CambridgeTables.write(folder, bare)).hasMessageContaining("run normal modes first");
    }

    private void refused(String why) {
        assertThatThrownBy(() -> CambridgeTables.read(folder, 3, true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }

    @Test
    void pelesDatabaseComesBackAsItWas() throws IOException {
        Path file = folder.resolve("some map.sqlite");
        Files.write(file, PeleDatabase.of(MAP));
        same(PeleDatabase.read(file, 0, true), MAP, false);
    }

    /** Pickles of [1.0, -2.5] as Python 3 with NumPy writes them, protocols 2, 4 and 5. */
    @Test
    void picklesOfPython() throws IOException {
        for (String hex : PICKLES) {
            byte[] pickle = HexFormat.of().parseHex(hex);
            assertThat(NumpyPickle.read(pickle)).containsExactly(1.0, -2.5);
            assertThatThrownBy(() -> NumpyPickle.read(java.util.Arrays.copyOf(pickle, pickle.length - 20)))
                    .isInstanceOf(IOException.class);
        }
        assertThat(NumpyPickle.read(NumpyPickle.write(new double[0]))).isEmpty();
        byte[] call = "cos\nsystem\n(S'true'\ntR.".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> NumpyPickle.read(call)).isInstanceOf(IOException.class);
    }

    private static final List<String> PICKLES = List.of(
            "8002636e756d70792e5f636f72652e6d756c746961727261790a5f7265636f6e7374727563740a7100636e756d"
                    + "70790a6e6461727261790a71014b00857102635f636f646563730a656e636f64650a7103580100000062710458"
                    + "060000006c6174696e317105867106527107877108527109284b014b0285710a636e756d70790a64747970650a"
                    + "710b58020000006638710c898887710d52710e284b0358010000003c710f4e4e4e4affffffff4affffffff4b00"
                    + "747110628968035812000000000000000000c3b03f00000000000004c38071116805867112527113747114622e",
            "80049599000000000000008c166e756d70792e5f636f72652e6d756c74696172726179948c0c5f7265636f6e73"
                    + "74727563749493948c056e756d7079948c076e6461727261799493944b0085944301629487945294284b014b02"
                    + "859468038c0564747970659493948c02663894898887945294284b038c013c944e4e4e4affffffff4affffffff"
                    + "4b00749462894310000000000000f03f00000000000004c0947494622e",
            "80059584000000000000008c136e756d70792e5f636f72652e6e756d65726963948c0b5f66726f6d6275666665"
                    + "7294939428961000000000000000000000000000f03f00000000000004c0948c056e756d7079948c0564747970"
                    + "659493948c02663894898887945294284b038c013c944e4e4e4affffffff4affffffff4b007494624b0285948c"
                    + "014394749452942e");

    @Test
    void foreignDatabasesAreRefused() throws Exception {
        Path file = folder.resolve("x.sqlite");
        assertThatThrownBy(() -> PeleDatabase.read(file, 3, true)).hasMessageContaining("is missing");
        Files.writeString(file, "no database at all, but long enough to be looked at");
        assertThatThrownBy(() -> PeleDatabase.read(file, 3, true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no database of pele");
        Files.write(file, LibraryFile.of(MAP.entries()));
        assertThatThrownBy(() -> PeleDatabase.read(file, 3, true)).hasMessageContaining("it lacks tbl_minima");
        changed(file, "PRAGMA user_version = 1");
        assertThatThrownBy(() -> PeleDatabase.read(file, 3, true)).hasMessageContaining("version 1 of pele");
        changed(file, "UPDATE tbl_transition_states SET _minimum2_id = 9 WHERE _id = 2");
        assertThatThrownBy(() -> PeleDatabase.read(file, 3, true))
                .hasMessageContaining("transition state 2 ends at minimum 9, which is not there");
        changed(file, "UPDATE tbl_minima SET coords = x'800258' WHERE _id = 2");
        assertThatThrownBy(() -> PeleDatabase.read(file, 3, true))
                .hasMessageContaining("coordinates of minimum 2 is no pickled array of doubles");
        changed(file, "UPDATE tbl_minima SET energy = NULL WHERE _id = 1");
        assertThatThrownBy(() -> PeleDatabase.read(file, 3, true)).hasMessageContaining("minimum 1 has no energy");
        // invalid ones are left out, with what ends there
        changed(file, "UPDATE tbl_minima SET invalid = 1 WHERE _id = 2");
        Atlas left = PeleDatabase.read(file, 3, true);
        assertThat(left.minima()).hasSize(1);
        assertThat(left.saddles()).isEmpty();
    }

    private static void changed(Path file, String how) throws Exception {
        Files.write(file, PeleDatabase.of(MAP));
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            statement.execute(how);
        }
    }
}
