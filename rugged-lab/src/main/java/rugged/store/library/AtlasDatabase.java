package rugged.store.library;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConnection;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Pathway;
import rugged.api.record.Saddle;
import rugged.store.file.EnvironmentFailure;

/**
 * The minima and transition states of all points of a run as one SQLite database that other programs open. It is made of the libraries of the points, whole and in their order, so that the same
 * libraries give the same bytes; it can be made again at any time.
 *
 * <p>Tables: {@code about(name, value)}; {@code minima(id, energy, log_det, point_group, found, point, x)}; {@code saddles(id, energy, minimum_a, minimum_b, log_det, point_group, found, point, negative, x, length, distance, participation)}, in each point by increasing energy;
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
                + " found INTEGER NOT NULL, point TEXT NOT NULL REFERENCES landscapes, negative REAL, x BLOB, length"
                + " REAL, distance REAL, participation REAL)");

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

    /**
     * The maps of a file, in the order of their first minima.
     *
     * @throws IOException with a sentence that says why it is none
     */
    public static List<Of> read(Path file) throws IOException {
        try (Connection database = Databases.readOnly(file);
                Statement statement = database.createStatement()) {
            StoredMap.requireFormat(statement, file, FORMAT);
            Map<String, Map<String, String>> parameters = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery(
                    "SELECT landscapes.point, name, parameters.value FROM landscapes LEFT JOIN parameters USING (point)"
                            + " ORDER BY (SELECT min(id) FROM minima WHERE minima.point = landscapes.point), name")) {
                while (row.next()) {
                    Map<String, String> own = parameters.computeIfAbsent(row.getString(1), _ -> new LinkedHashMap<>());
                    if (row.getString(2) != null) own.put(row.getString(2), row.getString(3));
                }
            }
            List<Of> all = new ArrayList<>();
            for (Map.Entry<String, Map<String, String>> one : parameters.entrySet())
                all.add(new Of(one.getKey(), one.getValue(), atlas(database, file, one.getKey())));
            return all;
        } catch (SQLException e) {
            throw new IOException(file + " is no " + NAME + ": " + e.getMessage(), e);
        }
    }

    private static Atlas atlas(Connection database, Path file, String point) throws SQLException, IOException {
        Map<Integer, Integer> places = new HashMap<>();
        List<Minimum> minima = minima(database, point, places);
        List<Saddle> saddles = saddles(database, file, point, places);
        try (PreparedStatement select =
                database.prepareStatement("SELECT vibrations, kinetic FROM landscapes WHERE point = ?")) {
            select.setString(1, point);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Atlas(minima, saddles, row.getInt(1), row.getInt(2) != 0);
            }
        }
    }

    private static List<Minimum> minima(Connection database, String point, Map<Integer, Integer> places)
            throws SQLException {
        List<Minimum> minima = new ArrayList<>();
        try (PreparedStatement select = database.prepareStatement(
                "SELECT id, energy, log_det, point_group, found, x FROM minima WHERE point = ? ORDER BY id")) {
            select.setString(1, point);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    places.put(row.getInt(1), minima.size());
                    minima.add(new Minimum(
                            row.getDouble(2),
                            Databases.number(row, 3),
                            row.getDouble(4),
                            row.getInt(5),
                            Databases.doubles(row.getBytes(6))));
                }
            }
        }
        return minima;
    }

    private static List<Saddle> saddles(Connection database, Path file, String point, Map<Integer, Integer> places)
            throws SQLException, IOException {
        List<Saddle> saddles = new ArrayList<>();
        try (PreparedStatement select = database.prepareStatement(
                "SELECT energy, log_det, negative, point_group, found, minimum_a, minimum_b, x, id, length, distance,"
                        + " participation FROM saddles WHERE point = ? ORDER BY id")) {
            select.setString(1, point);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Integer first = places.get(row.getInt(6));
                    Integer second = places.get(row.getInt(7));
                    if (first == null || second == null)
                        throw new IOException(file + ": transition state " + row.getInt(9) + " ends at minimum "
                                + row.getInt(first == null ? 6 : 7) + ", which is not there");
                    saddles.add(new Saddle(
                            row.getDouble(1),
                            Databases.number(row, 2),
                            Databases.number(row, 3),
                            row.getDouble(4),
                            row.getInt(5),
                            first,
                            second,
                            Databases.doubles(row.getBytes(8)),
                            new Pathway(
                                    Databases.number(row, 10), Databases.number(row, 11), Databases.number(row, 12))));
                }
            }
        }
        return saddles;
    }

    private static void fill(Connection database, List<Of> all) throws SQLException {
        try (PreparedStatement landscape = database.prepareStatement("INSERT INTO landscapes VALUES (?, ?, ?)");
                PreparedStatement parameter = database.prepareStatement("INSERT INTO parameters VALUES (?, ?, ?)");
                PreparedStatement minimum =
                        database.prepareStatement("INSERT INTO minima VALUES (?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement saddle = database.prepareStatement(
                        "INSERT INTO saddles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int minima = 0;
            int saddles = 0;
            for (Of one : all) {
                Atlas atlas = one.atlas;
                Databases.run(landscape, one.point, atlas.vibrations(), atlas.kinetic() ? 1 : 0);
                for (Map.Entry<String, String> entry : one.parameters.entrySet())
                    Databases.run(parameter, one.point, entry.getKey(), entry.getValue());
                for (int k = 0; k < atlas.minima().size(); k++)
                    insert(minimum, minima + 1 + k, atlas.minima().get(k), one.point);
                for (Saddle s : atlas.saddles()) insert(saddle, ++saddles, s, minima + 1, one.point);
                minima += atlas.minima().size();
            }
        }
    }

    private static void insert(PreparedStatement into, int id, Minimum m, String point) throws SQLException {
        Databases.run(into, id, m.energy(), m.logDeterminant(), m.order(), m.found(), point, Databases.bytes(m.x()));
    }

    /** @param first the id of the first minimum of its point */
    private static void insert(PreparedStatement into, int id, Saddle s, int first, String point) throws SQLException {
        Databases.run(
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
                Databases.bytes(s.x()),
                s.pathway().length(),
                s.pathway().distance(),
                s.pathway().participation());
    }
}
