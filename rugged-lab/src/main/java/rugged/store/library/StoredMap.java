package rugged.store.library;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import rugged.api.record.Atlas;
import rugged.store.file.Damaged;

/**
 * The map of one point as it stands in a database, without coordinates: these are as long as all else together and are read one minimum at a time. Nothing is ever written, and no lock is taken: the files are made whole and
 * never changed.
 *
 * @param atlas the map, with empty states
 * @param ids what the database calls the minima, by increasing energy
 */
public record StoredMap(Atlas atlas, int[] ids) {
    /** Something that is asked of a database. */
    interface Question<T> {
        T of(Statement statement) throws SQLException;
    }

    /** Asks a file that is only read. What SQLite cannot read, and what holds other tables, is damaged. */
    static <T> T ask(Path file, String what, Question<T> question) {
        try (Connection database = Databases.readOnly(file);
                Statement statement = database.createStatement()) {
            return question.of(statement);
        } catch (SQLException | IndexOutOfBoundsException e) {
            throw new Damaged(file, "is no " + what + ": " + said(e));
        }
    }

    /** The reason alone, without the code of the library before it. */
    private static String said(Exception e) {
        return String.valueOf(e.getMessage()).replaceFirst("^\\[SQLITE_\\w+]\\s*", "");
    }

    /** Refuses what has another format, and what holds more than tables: a view may compute for ever. */
    static void requireFormat(Statement statement, Path file, String format) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("SELECT name FROM sqlite_master WHERE type NOT IN ('table', 'index') LIMIT 1")) {
            if (row.next()) throw new Damaged(file, "is damaged: it holds the view or trigger " + row.getString(1));
        }
        try (ResultSet row = statement.executeQuery("SELECT value FROM about WHERE name = 'format'")) {
            String found = row.next() ? row.getString(1) : "";
            if (!found.equals(format))
                throw new Damaged(file, "has the format \"" + found + "\"; this version reads \"" + format + "\"");
        }
    }
}
