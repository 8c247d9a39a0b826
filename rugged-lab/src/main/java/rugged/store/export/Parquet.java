package rugged.store.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import rugged.api.Quantity;
import rugged.store.file.EnvironmentFailure;
import rugged.store.table.Column;
import rugged.store.table.Results;
import rugged.store.table.Table;

/**
 * Writes tables as Parquet files, by DuckDB. Loading it costs about a second, so nothing else in the program waits for it: figures and findings read
 * {@link Results}.
 */
public final class Parquet {
    private Parquet() {}

    /** Writes points, observations, theory and averages of a run into its folder {@code tables}. Observations pass point by point. */
    public static void write(Results results) {
        Path tables = results.folder().directory().resolve("tables");
        write(results, tables);
    }

    /** The same into any folder, which is created where it is missing. */
    static void write(Results results, Path into) {
        try (DuckDBConnection database = open()) {
            Files.createDirectories(into);
            write(database, List.of(results.points()), table -> table, into);
            write(database, results.agenda().points(), results::observations, into);
            write(database, List.of(results.theory()), table -> table, into);
            write(database, List.of(results.averages()), table -> table, into);
        } catch (SQLException e) {
            throw new EnvironmentFailure("cannot write the tables in " + into + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(into, e);
        }
    }

    /** Writes the recorded arrays, one file a quantity with a line for each number, into a folder. */
    static void arrays(Results results, Path into) {
        List<Quantity> recorded = ArrayTable.recorded(results);
        if (recorded.isEmpty()) return;
        try (DuckDBConnection database = open()) {
            Files.createDirectories(into);
            for (Quantity quantity : recorded)
                write(database, results.agenda().points(), point -> ArrayTable.of(results, quantity, point), into);
        } catch (SQLException e) {
            throw new EnvironmentFailure("cannot write the arrays in " + into + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(into, e);
        }
    }

    private static DuckDBConnection open() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
    }

    /** One file from tables of equal columns, one for each part. */
    private static <P> void write(DuckDBConnection database, List<P> parts, Function<P, Table> tableOf, Path into)
            throws SQLException, IOException {
        if (parts.isEmpty()) return;
        Table first = tableOf.apply(parts.getFirst());
        List<String> names = distinct(first.names());
        String columns = IntStream.range(0, names.size())
                .mapToObj(c -> quoted(names.get(c)) + " " + type(first.columns().get(c)))
                .collect(Collectors.joining(", "));
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE " + quoted(first.name()) + " (" + columns + ")");
            try (DuckDBAppender appender = database.createAppender(first.name())) {
                append(appender, first);
                for (P part : parts.subList(1, parts.size())) append(appender, tableOf.apply(part));
            }
            Path file = into.resolve(first.name() + ".parquet");
            Path fresh = into.resolve(first.name() + ".parquet.new");
            String name = fresh.toAbsolutePath().toString().replace("'", "''");
            statement.execute("COPY " + quoted(first.name()) + " TO '" + name + "' (FORMAT parquet, COMPRESSION zstd)");
            statement.execute("DROP TABLE " + quoted(first.name()));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Names that differ in more than case, which is all that many readers of Parquet tell apart: of t and T the second becomes T_2. */
    static List<String> distinct(List<String> names) {
        List<String> distinct = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String name : names) {
            String free = name;
            for (int k = 2; !taken.add(free.toLowerCase(Locale.ROOT)); k++) free = name + "_" + k;
            distinct.add(free);
        }
        return distinct;
    }

    private static void append(DuckDBAppender appender, Table table) throws SQLException {
        for (int row = 0; row < table.rows(); row++) {
            appender.beginRow();
            for (Column column : table.columns()) {
                switch (column) {
                    case Column.Words words -> appender.append(words.values()[row]);
                    case Column.Wholes wholes -> appender.append(wholes.values()[row]);
                    case Column.Reals reals -> {
                        if (reals.optional() && Double.isNaN(reals.values()[row])) appender.append((Double) null);
                        else appender.append(reals.values()[row]);
                    }
                }
            }
            appender.endRow();
        }
    }

    private static String type(Column column) {
        return switch (column) {
            case Column.Reals reals -> "DOUBLE";
            case Column.Wholes wholes -> "BIGINT";
            case Column.Words words -> "VARCHAR";
        };
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
