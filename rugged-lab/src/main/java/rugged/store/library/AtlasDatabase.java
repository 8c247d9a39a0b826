package rugged.store.library;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConnection;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;
import rugged.store.file.EnvironmentFailure;

/**
 * The minima and transition states of all points of a run as one SQLite database that other programs open. It is made of the libraries of the points, whole and in their order, so that the same
 * libraries give the same bytes; it can be made again at any time.
 *
 * <p>Tables: {@code about(name, value)}; {@code minima(id, energy, log_det, point_group, found, point, x)}; {@code saddles(id, energy, minimum_a, minimum_b, log_det, point_group, found, point, negative, x)}, in each point by increasing energy;
 * {@code landscapes(point, vibrations, kinetic)}; {@code parameters(point, name, value)}, where points differ. {@code x} holds doubles in little-endian order; {@code log_det} is NULL where normal modes are missing.
 */
public final class AtlasDatabase {
    /** Its name in the folder of a run. */
    public static final String NAME = "library.db";

    private static final String FORMAT = "rugged atlas 1";

    private static final List<String> TABLES = List.of(
            "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
            "CREATE TABLE landscapes (point TEXT PRIMARY KEY, vibrations INTEGER NOT NULL, kinetic INTEGER NOT NULL)"
                    + " WITHOUT ROWID",
            "CREATE TABLE parameters (point TEXT NOT NULL REFERENCES landscapes, name TEXT NOT NULL, value TEXT NOT"
                    + " NULL, PRIMARY KEY (point, name)) WITHOUT ROWID",
            "CREATE TABLE minima (id INTEGER PRIMARY KEY, energy REAL NOT NULL, log_det REAL, point_group INTEGER NOT"
                    + " NULL, found INTEGER NOT NULL, point TEXT NOT NULL REFERENCES landscapes, x BLOB)",
            "CREATE TABLE saddles (id INTEGER PRIMARY KEY, energy REAL NOT NULL, minimum_a INTEGER NOT NULL REFERENCES"
                + " minima, minimum_b INTEGER NOT NULL REFERENCES minima, log_det REAL, point_group INTEGER NOT NULL,"
                + " found INTEGER NOT NULL, point TEXT NOT NULL REFERENCES landscapes, negative REAL, x BLOB)");

    private AtlasDatabase() {}

    /**
     * The map of a point.
     *
     * @param point key of the point
     * @param parameters in which it differs from others
     * @param atlas what it found
     */
    public record Of(String point, Map<String, String> parameters, Atlas atlas) {}

    /** The content of the file. */
    public static byte[] of(List<Of> all) {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            try (Statement statement = database.createStatement()) {
                for (String table : TABLES) statement.execute(table);
                statement.execute("INSERT INTO about VALUES ('format', '" + FORMAT + "')");
            }
            database.setAutoCommit(false);
            fill(database, all);
            database.commit();
            return database.unwrap(SQLiteConnection.class).serialize("main");
        } catch (SQLException e) {
            throw new EnvironmentFailure("cannot make " + NAME + ": " + e.getMessage(), e);
        }
    }

    private static void fill(Connection database, List<Of> all) throws SQLException {
        try (PreparedStatement landscape = database.prepareStatement("INSERT INTO landscapes VALUES (?, ?, ?)");
                PreparedStatement parameter = database.prepareStatement("INSERT INTO parameters VALUES (?, ?, ?)");
                PreparedStatement minimum =
                        database.prepareStatement("INSERT INTO minima VALUES (?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement saddle =
                        database.prepareStatement("INSERT INTO saddles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int minima = 0;
            int saddles = 0;
            for (Of one : all) {
                Atlas atlas = one.atlas;
                run(landscape, one.point, atlas.vibrations(), atlas.kinetic() ? 1 : 0);
                for (Map.Entry<String, String> entry : one.parameters.entrySet())
                    run(parameter, one.point, entry.getKey(), entry.getValue());
                for (int k = 0; k < atlas.minima().size(); k++)
                    insert(minimum, minima + 1 + k, atlas.minima().get(k), one.point);
                for (Saddle s : atlas.saddles()) insert(saddle, ++saddles, s, minima + 1, one.point);
                minima += atlas.minima().size();
            }
        }
    }

    private static void insert(PreparedStatement into, int id, Minimum m, String point) throws SQLException {
        run(into, id, m.energy(), m.logDeterminant(), m.order(), m.found(), point, bytes(m.x()));
    }

    /** @param first the id of the first minimum of its point */
    private static void insert(PreparedStatement into, int id, Saddle s, int first, String point) throws SQLException {
        run(
                into,
                id,
                s.energy(),
                first + s.first(),
                first + s.second(),
                s.logDeterminant(),
                s.order(),
                s.found(),
                point,
                s.negative(),
                bytes(s.x()));
    }

    private static void run(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Double number && number.isNaN() ? null : values[i];
            statement.setObject(i + 1, value);
        }
        statement.executeUpdate();
    }

    private static byte[] bytes(double[] x) {
        ByteBuffer buffer =
                ByteBuffer.allocate(Math.multiplyExact(x.length, Double.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(x);
        return buffer.array();
    }
}
