package rugged.store.library;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rugged.api.record.Atlas;
import rugged.api.record.Library.Entry;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.StoredFile;

/** Reads the map in the library of one point, {@link LibraryFile}: it is there as soon as the point has ended, and has the further numbers of minima that the database of all points leaves out. */
public final class MapRecords {
    private static final String WHAT = "library";
    private static final String FORMAT = "rugged library 1";
    private static final List<String> OWN = List.of("energy", "log_det", "order", "found");
    private static final double[] NOWHERE = new double[0];

    private MapRecords() {}

    /** Whether a library holds a map of a landscape. */
    public static boolean any(Path file) {
        return StoredMap.ask(file, WHAT, statement -> {
            StoredMap.requireFormat(statement, file, FORMAT);
            try (ResultSet row =
                    statement.executeQuery("SELECT 1 FROM records WHERE kind = '" + Atlas.MAP + "' LIMIT 1")) {
                return row.next();
            }
        });
    }

    /**
     * The map of a library; without minima where it holds none.
     *
     * @throws Damaged when it is no library, or a transition state lacks an end
     */
    public static StoredMap read(Path file) {
        try {
            StoredFile.requireRoom(file, StoredFile.LARGE, Runtime.getRuntime().maxMemory());
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
        List<Entry> all = LibraryFile.read(file);
        Atlas whole;
        try {
            whole = Atlas.of(kind ->
                    all.stream().filter(entry -> entry.kind().equals(kind)).toList());
        } catch (IllegalArgumentException e) {
            throw new Damaged(file, "is damaged: " + e.getMessage());
        }
        List<Minimum> minima = whole.minima();
        int[] ids = IntStream.range(0, all.size())
                .filter(k -> all.get(k).kind().equals(Atlas.MINIMUM))
                .map(k -> k + 1)
                .toArray();
        int[] ranked = IntStream.range(0, ids.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> minima.get(k).energy()))
                .mapToInt(k -> ids[k])
                .toArray();
        return new StoredMap(stateless(whole), ranked);
    }

    private static Atlas stateless(Atlas atlas) {
        return new Atlas(
                atlas.minima().stream()
                        .map(one -> new Minimum(one.energy(), one.logDeterminant(), one.order(), one.found(), NOWHERE))
                        .toList(),
                atlas.saddles().stream()
                        .map(one -> new Saddle(
                                one.energy(),
                                one.logDeterminant(),
                                one.negative(),
                                one.order(),
                                one.found(),
                                one.first(),
                                one.second(),
                                NOWHERE,
                                one.pathway()))
                        .toList(),
                atlas.vibrations(),
                atlas.kinetic(),
                atlas.numbers());
    }

    /** The state of one minimum; empty where it is not kept. */
    public static double[] state(Path file, int id) {
        return StoredMap.ask(file, WHAT, statement -> {
            try (ResultSet row =
                    statement.executeQuery("SELECT data FROM arrays WHERE name = 'x' AND record = " + id)) {
                return row.next() ? Databases.doubles(row.getBytes(1)) : NOWHERE;
            }
        });
    }

    /** Further numbers of the minima, in the order in which these were found; none where there are none. */
    public static Map<String, double[]> further(Path file) {
        return StoredMap.ask(file, WHAT, statement -> {
            StoredMap.requireFormat(statement, file, FORMAT);
            Map<Integer, Integer> places = new HashMap<>();
            int first = 0;
            try (ResultSet row =
                    statement.executeQuery("SELECT id FROM records WHERE kind = '" + Atlas.MINIMUM + "' ORDER BY id")) {
                while (row.next()) {
                    if (places.isEmpty()) first = row.getInt(1);
                    places.put(row.getInt(1), places.size());
                }
            }
            Map<String, double[]> columns = new LinkedHashMap<>();
            for (String name : names(statement, first)) columns.put(name, column(statement, name, places));
            return columns;
        });
    }

    /** Those that the first minimum has. */
    private static List<String> names(Statement statement, int first) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT name FROM numbers WHERE record = " + first)) {
            while (row.next()) if (!OWN.contains(row.getString(1))) names.add(row.getString(1));
        }
        return names;
    }

    private static double[] column(Statement statement, String name, Map<Integer, Integer> places) throws SQLException {
        double[] column = new double[places.size()];
        Arrays.fill(column, Double.NaN);
        try (ResultSet row = statement.executeQuery(
                "SELECT record, value FROM numbers WHERE name = '" + name.replace("'", "''") + "'")) {
            while (row.next()) {
                Integer place = places.get(row.getInt(1));
                if (place != null) column[place] = Databases.number(row, 2);
            }
        }
        return column;
    }
}
