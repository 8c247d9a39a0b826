package rugged.store.library;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What databases of maps have in common: opened without a lock, doubles in little-endian order, NULL for NaN, which SQLite cannot hold. */
final class Databases {
    private Databases() {}

    /** A file, to be read; it is never written, not even a journal beside it. */
    static Connection readOnly(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:file:" + file.toUri().getRawPath() + "?mode=ro&immutable=1");
    }

    /** Sets the values of a statement, and runs it. */
    static void run(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Double number && number.isNaN() ? null : values[i];
            statement.setObject(i + 1, value);
        }
        statement.executeUpdate();
    }

    /** NaN for NULL. */
    static double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    static byte[] bytes(double[] x) {
        ByteBuffer buffer =
                ByteBuffer.allocate(Math.multiplyExact(x.length, Double.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(x);
        return buffer.array();
    }

    /** None for NULL. */
    static double[] doubles(byte @Nullable [] bytes) {
        if (bytes == null) return new double[0];
        double[] x = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(x);
        return x;
    }
}
