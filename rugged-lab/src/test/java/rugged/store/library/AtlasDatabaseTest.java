package rugged.store.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;

/** What other programs read: ids run over all points, and a transition state names the minima of its own. */
class AtlasDatabaseTest {
    @TempDir
    Path directory;

    private static Minimum minimum(double energy, double... x) {
        return new Minimum(energy, Double.NaN, 2, 7, x);
    }

    private static Atlas atlas(double shift) {
        return new Atlas(
                List.of(minimum(-2 + shift, 1, 2), minimum(-1 + shift, 3, 4)),
                List.of(
                        new Saddle(0.5 + shift, 1.25, -3, 1, 2, 0, 1, new double[] {5, 6}),
                        new Saddle(0.6 + shift, 1.5, -4, 4, 1, 1, 1, new double[0])),
                6,
                true);
    }

    private static String row(Statement statement, String query) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int k = 1; k <= columns; k++)
                    text.append(rows.getString(k)).append(' ');
                text.append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void transitionStatesNameTheMinimaOfTheirOwnPoint() throws Exception {
        List<AtlasDatabase.Of> all = List.of(
                new AtlasDatabase.Of("a", Map.of("seed", "1"), atlas(0)),
                new AtlasDatabase.Of("b", Map.of("seed", "2"), atlas(10)));
        byte[] content = AtlasDatabase.of(all);
        assertThat(AtlasDatabase.of(all)).isEqualTo(content);
        Path file = Files.write(directory.resolve(AtlasDatabase.NAME), content);
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            assertThat(row(statement, "SELECT id, energy, log_det, point_group, found, point FROM minima"))
                    .isEqualTo("1 -2.0 null 2 7 a \n2 -1.0 null 2 7 a \n3 8.0 null 2 7 b \n4 9.0 null 2 7 b \n");
            assertThat(row(statement, "SELECT id, minimum_a, minimum_b, log_det, negative, point FROM saddles"))
                    .isEqualTo("1 1 2 1.25 -3.0 a \n2 2 2 1.5 -4.0 a \n3 3 4 1.25 -3.0 b \n4 4 4 1.5 -4.0 b \n");
            assertThat(row(statement, "SELECT point, vibrations, kinetic FROM landscapes"))
                    .isEqualTo("a 6 1 \nb 6 1 \n");
            assertThat(row(statement, "SELECT point, value FROM parameters")).isEqualTo("a 1 \nb 2 \n");
            try (ResultSet x = statement.executeQuery("SELECT x FROM minima WHERE id = 2")) {
                assertThat(x.next()).isTrue();
                ByteBuffer bytes = ByteBuffer.wrap(x.getBytes(1)).order(ByteOrder.LITTLE_ENDIAN);
                assertThat(new double[] {bytes.getDouble(), bytes.getDouble()}).containsExactly(3, 4);
            }
        }
    }

    /** A map becomes records of a library and comes back, further numbers among it. */
    @Test
    void aMapComesBackFromItsRecords() {
        Atlas one = atlas(0);
        Atlas with = new Atlas(one.minima(), one.saddles(), 6, false, Map.of("auc", new double[] {0.5, Double.NaN}));
        var entries = with.entries();
        Atlas back = Atlas.of(kind ->
                entries.stream().filter(entry -> entry.kind().equals(kind)).toList());
        assertThat(back.minima()).extracting(Minimum::energy).containsExactly(-2.0, -1.0);
        assertThat(back.minima().getFirst().x()).containsExactly(1, 2);
        assertThat(back.saddles()).extracting(Saddle::degenerate).containsExactly(false, true);
        assertThat(back.vibrations()).isEqualTo(6);
        assertThat(back.kinetic()).isFalse();
        assertThat(back.numbers().get("auc")).containsExactly(0.5, Double.NaN);
        Atlas empty = Atlas.of(kind -> List.of());
        assertThat(empty.minima()).isEmpty();
    }
}
