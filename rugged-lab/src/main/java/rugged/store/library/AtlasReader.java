package rugged.store.library;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;
import rugged.store.file.Damaged;

/** Reads the database that a run leaves of all its points, {@link AtlasDatabase}, point by point: 10^5 minima in some tenths of a second. */
public final class AtlasReader {
    private static final String WHAT = "map of a landscape";
    private static final String FORMAT = "rugged atlas 1";
    private static final double[] NOWHERE = new double[0];

    private AtlasReader() {}

    /**
     * How much a point holds.
     *
     * @param minima how many
     * @param saddles transition states, how many
     */
    public record Size(int minima, int saddles) {}

    /**
     * What a database holds, point by point in its order.
     *
     * @throws Damaged when it is no such database
     */
    public static Map<String, Size> sizes(Path file) {
        return StoredMap.ask(file, WHAT, statement -> {
            StoredMap.requireFormat(statement, file, FORMAT);
            List<String> points = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SELECT point FROM landscapes ORDER BY point")) {
                while (row.next()) points.add(row.getString(1));
            }
            Map<String, Integer> minima = count(statement, "minima", points);
            Map<String, Integer> saddles = count(statement, "saddles", points);
            Map<String, Size> sizes = new LinkedHashMap<>();
            for (String point : points)
                sizes.put(point, new Size(minima.getOrDefault(point, 0), saddles.getOrDefault(point, 0)));
            return sizes;
        });
    }

    private static Map<String, Integer> count(Statement statement, String table, List<String> points)
            throws SQLException {
        // rows of one point need not be sorted into groups
        String query = points.size() == 1
                ? "SELECT '" + quoted(points.getFirst()) + "', count(*) FROM " + table
                : "SELECT point, count(*) FROM " + table + " GROUP BY point";
        Map<String, Integer> counts = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) counts.put(row.getString(1), row.getInt(2));
        }
        return counts;
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }

    /** Rows of a table, its columns in the order of the query; {@code third} is missing in tables that have no such column. */
    private record Rows(int[] id, double[] energy, int[] first, double[] second, double[] third) {
        static final Rows NONE = new Rows(new int[0], new double[0], new int[0], new double[0], new double[0]);

        Rows of(int count) {
            return new Rows(
                    Arrays.copyOf(id, count),
                    Arrays.copyOf(energy, count),
                    Arrays.copyOf(first, count),
                    Arrays.copyOf(second, count),
                    Arrays.copyOf(third, count));
        }
    }

    /**
     * The map of a point. Of transition states it has energies and ends alone. Both tables are read at the same time.
     *
     * @throws Damaged when the file is no such database, or a transition state lacks an end
     */
    public static StoredMap read(Path file, String point) {
        // a key is a plain name; it is quoted all the same
        String of = " WHERE point = '" + quoted(point) + "'";
        CompletableFuture<Rows> passes =
                CompletableFuture.supplyAsync(() -> rows(file, "saddles", of, "minimum_a, minimum_b"));
        // a missing one is told by what no database holds, so that each number is asked for once
        Rows wells = rows(file, "minima", of, "found, ifnull(log_det, 9e999), point_group");
        Map<Integer, Integer> places = new HashMap<>();
        List<Minimum> minima = new ArrayList<>();
        for (int k = 0; k < wells.id.length; k++) {
            places.put(wells.id[k], k);
            double logDeterminant = Double.isInfinite(wells.second[k]) ? Double.NaN : wells.second[k];
            minima.add(new Minimum(wells.energy[k], logDeterminant, wells.third[k], wells.first[k], NOWHERE));
        }
        List<Saddle> saddles = saddles(joined(passes), places, file);
        int[] ids = IntStream.range(0, minima.size())
                .boxed()
                .sorted(Comparator.comparingDouble(k -> wells.energy[k]))
                .mapToInt(k -> wells.id[k])
                .toArray();
        return StoredMap.ask(file, WHAT, statement -> {
            StoredMap.requireFormat(statement, file, FORMAT);
            try (ResultSet row = statement.executeQuery("SELECT vibrations, kinetic FROM landscapes" + of)) {
                boolean known = row.next();
                int vibrations = known ? row.getInt(1) : 0;
                return new StoredMap(new Atlas(minima, saddles, vibrations, known && row.getInt(2) != 0), ids);
            }
        });
    }

    private static Rows joined(CompletableFuture<Rows> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Damaged damaged) throw damaged;
            throw e;
        }
    }

    private static Rows rows(Path file, String table, String of, String columns) {
        return StoredMap.ask(file, WHAT, statement -> {
            StoredMap.requireFormat(statement, file, FORMAT);
            Rows rows = Rows.NONE;
            int count = 0;
            try (ResultSet row =
                    statement.executeQuery("SELECT id, energy, " + columns + " FROM " + table + of + " ORDER BY id")) {
                boolean third = row.getMetaData().getColumnCount() > 4;
                while (row.next()) {
                    if (count == rows.id.length) rows = rows.of(Math.max(64, 2 * count));
                    rows.id[count] = row.getInt(1);
                    rows.energy[count] = row.getDouble(2);
                    rows.first[count] = row.getInt(3);
                    rows.second[count] = row.getDouble(4);
                    if (third) rows.third[count] = row.getDouble(5);
                    count++;
                }
            }
            return rows.of(count);
        });
    }

    private static List<Saddle> saddles(Rows passes, Map<Integer, Integer> places, Path file) {
        List<Saddle> saddles = new ArrayList<>();
        for (int k = 0; k < passes.id.length; k++) {
            Integer first = places.get(passes.first[k]);
            Integer second = places.get((int) passes.second[k]);
            if (first == null || second == null)
                throw new Damaged(
                        file,
                        "is damaged: transition state " + passes.id[k]
                                + " has no minimum at one of its ends, and both are needed");
            saddles.add(new Saddle(passes.energy[k], Double.NaN, Double.NaN, 1, 0, first, second, NOWHERE));
        }
        return saddles;
    }

    /** Loads SQLite, which takes longer than to read most maps, before anybody waits for it. */
    public static void prepare() {
        LibraryFile.of(List.of());
    }

    /** The state of one minimum; empty where it is not kept. */
    public static double[] state(Path file, int id) {
        return StoredMap.ask(file, WHAT, statement -> {
            try (ResultSet row = statement.executeQuery("SELECT x FROM minima WHERE id = " + id)) {
                return row.next() ? Databases.doubles(row.getBytes(1)) : NOWHERE;
            }
        });
    }
}
