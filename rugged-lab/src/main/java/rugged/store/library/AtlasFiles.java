package rugged.store.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rugged.api.record.Atlas;
import rugged.api.record.Library.Entry;
import rugged.store.file.EnvironmentFailure;

/** Maps of landscapes in whatever form they are stored: libraries of points, the database of a run, that of pele, folders of the Cambridge programs and of TopSearch. What a file is, is told from what it holds. */
public final class AtlasFiles {
    private static final String PELE = "tbl_minima";
    private static final String RUN = "landscapes";

    private AtlasFiles() {}

    /**
     * The maps in a file or a folder of tables.
     *
     * @throws IOException with a sentence that says what is wrong with it
     */
    public static List<AtlasDatabase.Of> read(Path source) throws IOException {
        if (Files.isDirectory(source)) return List.of(of(source, folder(source)));
        Set<String> tables = tables(source);
        if (tables.contains(PELE)) return List.of(of(source, PeleDatabase.read(source, 0, true)));
        if (tables.contains(RUN)) return AtlasDatabase.read(source);
        if (!tables.contains("records"))
            throw new IOException(source + " has none of the tables by which a map is known: records (library.sqlite),"
                    + " landscapes (library.db), tbl_minima (pele)");
        return List.of(of(source, library(source)));
    }

    /** Whether a file is the database of a run or of pele. */
    public static boolean ofPrograms(Path file) {
        try {
            Set<String> tables = tables(file);
            return tables.contains(PELE) || tables.contains(RUN);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static AtlasDatabase.Of of(Path source, Atlas atlas) {
        return new AtlasDatabase.Of(source.toString(), Map.of(), atlas);
    }

    private static Atlas folder(Path folder) throws IOException {
        if (TopSearchTables.in(folder)) return TopSearchTables.read(folder, 0, true);
        if (CambridgeTables.in(folder)) return CambridgeTables.read(folder, 0, true);
        if (Files.isRegularFile(folder.resolve(LibraryFile.NAME))) return library(folder.resolve(LibraryFile.NAME));
        throw new IOException(folder + " holds no map: neither " + CambridgeTables.MINIMA + " nor " + LibraryFile.NAME);
    }

    private static Atlas library(Path file) throws IOException {
        List<Entry> entries;
        try {
            entries = LibraryFile.read(file);
        } catch (EnvironmentFailure unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
        try {
            return Atlas.of(kind ->
                    entries.stream().filter(entry -> entry.kind().equals(kind)).toList());
        } catch (IllegalArgumentException damaged) {
            throw new IOException(file + ": " + damaged.getMessage(), damaged);
        }
    }

    private static Set<String> tables(Path file) throws IOException {
        if (!Files.isRegularFile(file)) throw new IOException(file + " is missing");
        try (Connection database = Databases.readOnly(file);
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
            Set<String> names = new HashSet<>();
            while (row.next()) names.add(row.getString(1));
            return names;
        } catch (SQLException e) {
            throw new IOException(file + " is no SQLite database: " + e.getMessage(), e);
        }
    }
}
