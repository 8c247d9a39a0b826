package rugged.store.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sqlite.SQLiteConnection;
import rugged.api.record.Library.Entry;
import rugged.api.record.Library.Link;
import rugged.api.record.NamedArray;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.StoredFile;

/**
 * A library as one SQLite database. It is made whole from the records in their order, so the same records give the same bytes, and it is never changed afterwards: a reader needs no
 * lock, and an interrupted writer leaves nothing half done.
 *
 * <p>Tables: {@code about(name, value)} with the format; {@code records(id, kind, key)}, ids from 1 in the order of adding; {@code numbers(record, name, value)}, NULL
 * for NaN, which SQLite cannot hold; {@code arrays(record, name, axes, shape, data)} with doubles in little-endian order; {@code links(record, role, target)}.
 */
public final class LibraryFile {
    /** Its name in the folder of a point. */
    public static final String NAME = "library.sqlite";

    private static final String FORMAT = "rugged library 1";

    private static final List<String> TABLES = List.of(
            "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
            "CREATE TABLE records (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, UNIQUE (kind, key))",
            "CREATE TABLE numbers (record INTEGER NOT NULL REFERENCES records, name TEXT NOT NULL, value REAL,"
                    + " PRIMARY KEY (record, name)) WITHOUT ROWID",
            "CREATE TABLE arrays (record INTEGER NOT NULL REFERENCES records, name TEXT NOT NULL, axes TEXT NOT NULL,"
                    + " shape TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (record, name))",
            "CREATE TABLE links (record INTEGER NOT NULL REFERENCES records, place INTEGER NOT NULL, role TEXT NOT"
                    + " NULL, target INTEGER NOT NULL REFERENCES records, PRIMARY KEY (record, place)) WITHOUT ROWID");

    private LibraryFile() {}

    /** The content of the file of these records, in which links lead to earlier ones. */
    public static byte[] of(List<Entry> entries) {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            try (Statement statement = database.createStatement()) {
                for (String table : TABLES) statement.execute(table);
                statement.execute("INSERT INTO about VALUES ('format', '" + FORMAT + "')");
            }
            database.setAutoCommit(false);
            fill(database, entries);
            database.commit();
            return database.unwrap(SQLiteConnection.class).serialize("main");
        } catch (SQLException e) {
            throw new EnvironmentFailure("cannot make " + NAME + ": " + e.getMessage(), e);
        }
    }

    private static void fill(Connection database, List<Entry> entries) throws SQLException {
        try (PreparedStatement record = database.prepareStatement("INSERT INTO records VALUES (?, ?, ?)");
                PreparedStatement number = database.prepareStatement("INSERT INTO numbers VALUES (?, ?, ?)");
                PreparedStatement array = database.prepareStatement("INSERT INTO arrays VALUES (?, ?, ?, ?, ?)");
                PreparedStatement link = database.prepareStatement(
                        "INSERT INTO links SELECT ?, ?, ?, id FROM records WHERE kind = ? AND key = ?")) {
            int id = 0;
            for (Entry entry : entries) {
                id++;
                run(record, id, entry.kind(), entry.key());
                for (Map.Entry<String, Double> one : new TreeMap<>(entry.numbers()).entrySet())
                    run(number, id, one.getKey(), one.getValue());
                for (Map.Entry<String, NamedArray> one : new TreeMap<>(entry.arrays()).entrySet())
                    run(array, id, one.getKey(), axes(one.getValue()), shape(one.getValue()), bytes(one.getValue()));
                int place = 0;
                for (Link one : entry.links()) run(link, id, place++, one.role(), one.kind(), one.key());
            }
        }
    }

    private static void run(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
        statement.executeUpdate();
    }

    /**
     * The records of a file, in their order.
     *
     * @throws EnvironmentFailure when it cannot be read
     * @throws Damaged when it is no library
     */
    public static List<Entry> read(Path file) {
        byte[] content;
        try {
            content = Files.readAllBytes(StoredFile.sound(file));
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
        try (Connection database = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            database.unwrap(SQLiteConnection.class).deserialize("main", content);
            return entries(database, file);
        } catch (SQLException | RuntimeException e) {
            if (e instanceof Damaged damaged) throw damaged;
            throw new Damaged(file, "is no library: " + e.getMessage());
        }
    }

    private static void readArrays(Statement statement, List<Map<String, NamedArray>> arrays) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT record, name, axes, shape, data FROM arrays")) {
            while (row.next())
                arrays.get(row.getInt(1) - 1)
                        .put(row.getString(2), array(row.getString(3), row.getString(4), row.getBytes(5)));
        }
    }

    private static void requireFormat(Statement statement, Path file) throws SQLException {
        try (ResultSet format = statement.executeQuery("SELECT value FROM about WHERE name = 'format'")) {
            String found = format.next() ? format.getString(1) : "";
            if (!found.equals(FORMAT))
                throw new Damaged(file, "has the format \"" + found + "\"; this version reads \"" + FORMAT + "\"");
        }
    }

    private static List<Entry> entries(Connection database, Path file) throws SQLException {
        try (Statement statement = database.createStatement()) {
            requireFormat(statement, file);
            List<Link> names = new ArrayList<>();
            List<Map<String, Double>> numbers = new ArrayList<>();
            List<Map<String, NamedArray>> arrays = new ArrayList<>();
            List<List<Link>> links = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SELECT kind, key FROM records ORDER BY id")) {
                while (row.next()) {
                    names.add(new Link("", row.getString(1), row.getString(2)));
                    numbers.add(new TreeMap<>());
                    arrays.add(new TreeMap<>());
                    links.add(new ArrayList<>());
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT record, name, value FROM numbers")) {
                while (row.next()) {
                    String name = row.getString(2);
                    double value = row.getDouble(3);
                    // asked at once: it speaks of the column that was read last
                    boolean undefined = row.wasNull();
                    numbers.get(row.getInt(1) - 1).put(name, undefined ? Double.NaN : value);
                }
            }
            readArrays(statement, arrays);
            try (ResultSet row =
                    statement.executeQuery("SELECT record, role, target FROM links ORDER BY record, place")) {
                while (row.next()) {
                    Link target = names.get(row.getInt(3) - 1);
                    links.get(row.getInt(1) - 1).add(new Link(row.getString(2), target.kind(), target.key()));
                }
            }
            List<Entry> all = new ArrayList<>();
            for (int i = 0; i < names.size(); i++)
                all.add(new Entry(
                        names.get(i).kind(), names.get(i).key(), numbers.get(i), arrays.get(i), links.get(i)));
            return all;
        }
    }

    private static String axes(NamedArray array) {
        return String.join(",", array.axes());
    }

    private static String shape(NamedArray array) {
        return array.shape().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static byte[] bytes(NamedArray array) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(array.values().length, Double.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(array.values());
        return buffer.array();
    }

    private static NamedArray array(String axes, String shape, byte[] data) {
        double[] values = new double[data.length / Double.BYTES];
        ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
        return new NamedArray(
                words(axes), words(shape).stream().map(Integer::valueOf).toList(), values);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
    }
}
