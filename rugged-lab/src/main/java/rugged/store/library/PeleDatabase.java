package rugged.store.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConnection;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;
import rugged.store.file.EnvironmentFailure;

/**
 * The SQLite database of the program pele, version 2 of its tables: {@code tbl_minima} and {@code tbl_transition_states}, with ln of the product of the positive eigenvalues as {@code fvib}, the order of the point group as {@code pgorder}
 * and coordinates as pickled arrays. What is marked invalid is left out when it is read, with the transition states that end there. How often searches ended somewhere is not there, nor is the number of vibrations.
 */
public final class PeleDatabase {
    private static final int VERSION = 2;
    private static final int INVALID = -1;

    private static final List<String> TABLES = List.of(
            "PRAGMA user_version = " + VERSION,
            "CREATE TABLE tbl_minima (_id INTEGER NOT NULL, energy FLOAT, coords BLOB, fvib FLOAT, pgorder INTEGER,"
                    + " invalid INTEGER, user_data BLOB, PRIMARY KEY (_id))",
            "CREATE TABLE tbl_transition_states (_id INTEGER NOT NULL, energy FLOAT, coords BLOB, _minimum1_id INTEGER,"
                    + " _minimum2_id INTEGER, eigenval FLOAT, eigenvec BLOB, fvib FLOAT, pgorder INTEGER, invalid"
                    + " INTEGER, user_data BLOB, PRIMARY KEY (_id), FOREIGN KEY(_minimum1_id) REFERENCES tbl_minima"
                    + " (_id), FOREIGN KEY(_minimum2_id) REFERENCES tbl_minima (_id))",
            "CREATE TABLE tbl_system_property (_id INTEGER NOT NULL, property_name VARCHAR, int_value INTEGER,"
                    + " float_value FLOAT, string_value VARCHAR, pickle_value BLOB, PRIMARY KEY (_id))",
            "CREATE INDEX idx_transition_states ON tbl_transition_states (_minimum1_id, _minimum2_id)",
            "CREATE INDEX idx_minimum_energy ON tbl_minima (energy)");

    private PeleDatabase() {}

    /**
     * Reads it.
     *
     * @param vibrations kappa, which the database does not say; 0 for the number of coordinates less 6
     * @param kinetic whether coordinates have momenta
     * @throws IOException with a sentence that says what is wrong
     */
    public static Atlas read(Path file, int vibrations, boolean kinetic) throws IOException {
        if (!Files.isRegularFile(file)) throw new IOException(file + " is missing");
        try (Connection database = Databases.readOnly(file);
                Statement statement = database.createStatement()) {
            version(statement, file);
            Map<Integer, Integer> places = new HashMap<>();
            List<Minimum> minima = minima(statement, file, places);
            List<Saddle> saddles = saddles(statement, file, places);
            int coordinates = minima.isEmpty() ? 0 : minima.getFirst().x().length;
            int kappa = vibrations > 0 || coordinates < 9 ? vibrations : coordinates - 6;
            return new Atlas(minima, saddles, kappa, kinetic);
        } catch (SQLException e) {
            throw new IOException(file + " is no database of pele: " + e.getMessage(), e);
        }
    }

    private static void version(Statement statement, Path file) throws SQLException, IOException {
        try (ResultSet tables = statement.executeQuery(
                "SELECT count(*) FROM sqlite_master WHERE name IN ('tbl_minima', 'tbl_transition_states')")) {
            if (!tables.next() || tables.getInt(1) != 2)
                throw new IOException(file + " is no database of pele: it lacks tbl_minima or tbl_transition_states");
        }
        try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
            int found = version.next() ? version.getInt(1) : 0;
            if (found != VERSION)
                throw new IOException(file + " has tables of version " + found + " of pele, version " + VERSION
                        + " is read: pele's own script brings it up to date");
        }
    }

    private static List<Minimum> minima(Statement statement, Path file, Map<Integer, Integer> places)
            throws SQLException, IOException {
        List<Minimum> minima = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT _id, energy, fvib, pgorder, coords, coalesce(invalid, 0)"
                + " FROM tbl_minima ORDER BY energy, _id")) {
            while (row.next()) {
                if (row.getInt(6) != 0) {
                    places.put(row.getInt(1), INVALID);
                    continue;
                }
                String what = "minimum " + row.getInt(1);
                places.put(row.getInt(1), minima.size());
                minima.add(new Minimum(
                        energy(row, 2, file, what),
                        number(row, 3),
                        row.getDouble(4),
                        0,
                        coordinates(row.getBytes(5), file, what)));
            }
        }
        return minima;
    }

    private static List<Saddle> saddles(Statement statement, Path file, Map<Integer, Integer> places)
            throws SQLException, IOException {
        List<Saddle> saddles = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT _id, energy, fvib, eigenval, pgorder, _minimum1_id,"
                + " _minimum2_id, coords FROM tbl_transition_states WHERE coalesce(invalid, 0) = 0 ORDER BY energy,"
                + " _id")) {
            while (row.next()) {
                String what = "transition state " + row.getInt(1);
                Integer first = places.get(row.getInt(6));
                Integer second = places.get(row.getInt(7));
                if (first == null || second == null)
                    throw new IOException(file + ": " + what + " ends at minimum " + row.getInt(first == null ? 6 : 7)
                            + ", which is not there");
                if (first == INVALID || second == INVALID) continue;
                saddles.add(new Saddle(
                        energy(row, 2, file, what),
                        number(row, 3),
                        number(row, 4),
                        row.getDouble(5),
                        0,
                        first,
                        second,
                        coordinates(row.getBytes(8), file, what)));
            }
        }
        return saddles;
    }

    private static double energy(ResultSet row, int column, Path file, String what) throws SQLException, IOException {
        double energy = number(row, column);
        if (!Double.isFinite(energy)) throw new IOException(file + ": " + what + " has no energy");
        return energy;
    }

    private static double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private static double[] coordinates(byte @org.jspecify.annotations.Nullable [] pickle, Path file, String what)
            throws IOException {
        if (pickle == null) return new double[0];
        try {
            return NumpyPickle.read(pickle);
        } catch (IOException e) {
            throw new IOException(file + ": what should be the coordinates of " + what + " " + e.getMessage(), e);
        }
    }

    /** The content of the file. */
    public static byte[] of(Atlas atlas) {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            try (Statement statement = database.createStatement()) {
                for (String table : TABLES) statement.execute(table);
            }
            database.setAutoCommit(false);
            fill(database, atlas);
            database.commit();
            return database.unwrap(SQLiteConnection.class).serialize("main");
        } catch (SQLException e) {
            throw new EnvironmentFailure("cannot make a database of pele: " + e.getMessage(), e);
        }
    }

    private static void fill(Connection database, Atlas atlas) throws SQLException {
        try (PreparedStatement minimum =
                        database.prepareStatement("INSERT INTO tbl_minima VALUES (?, ?, ?, ?, ?, 0, NULL)");
                PreparedStatement saddle = database.prepareStatement(
                        "INSERT INTO tbl_transition_states VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?, 0, NULL)")) {
            int id = 0;
            for (Minimum one : atlas.minima())
                Databases.run(
                        minimum, ++id, one.energy(), NumpyPickle.write(one.x()), one.logDeterminant(), one.order());
            id = 0;
            for (Saddle one : atlas.saddles())
                Databases.run(
                        saddle,
                        ++id,
                        one.energy(),
                        NumpyPickle.write(one.x()),
                        // pele wants the end of lower number first
                        1 + Math.min(one.first(), one.second()),
                        1 + Math.max(one.first(), one.second()),
                        one.negative(),
                        one.logDeterminant(),
                        one.order());
        }
    }
}
