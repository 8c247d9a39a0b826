package rugged.store.library;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            Map<String, Integer> minima = count(statement, "minima");
            Map<String, Integer> saddles = count(statement, "saddles");
            Map<String, Size> sizes = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery("SELECT point FROM landscapes ORDER BY point")) {
                while (row.next()) {
                    String point = row.getString(1);
                    sizes.put(point, new Size(minima.getOrDefault(point, 0), saddles.getOrDefault(point, 0)));
                }
            }
            return sizes;
        });
    }

    private static Map<String, Integer> count(Statement statement, String table) throws SQLException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery("SELECT point, count(*) FROM " + table + " GROUP BY point")) {
            while (row.next()) counts.put(row.getString(1), row.getInt(2));
        }
        return counts;
    }

    /**
     * The map of a point.
     *
     * @throws Damaged when the file is no such database, or a transition state lacks an end
     */
    public static StoredMap read(Path file, String point) {
        return StoredMap.ask(file, WHAT, statement -> {
            StoredMap.requireFormat(statement, file, FORMAT);
            // a key is a plain name; it is quoted all the same
            String of = " WHERE point = '" + point.replace("'", "''") + "'";
            List<Minimum> minima = new ArrayList<>();
            List<Integer> ids = new ArrayList<>();
            Map<Integer, Integer> ranks = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery(
                    "SELECT id, energy, log_det, point_group, found FROM minima" + of + " ORDER BY energy, id")) {
                while (row.next()) {
                    ranks.put(row.getInt(1), minima.size());
                    ids.add(row.getInt(1));
                    minima.add(new Minimum(
                            StoredMap.real(row, 2), StoredMap.real(row, 3), row.getInt(4), row.getInt(5), NOWHERE));
                }
            }
            List<Saddle> saddles = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SELECT id, energy, log_det, negative, point_group, found,"
                    + " minimum_a, minimum_b FROM saddles" + of + " ORDER BY energy, id")) {
                while (row.next()) saddles.add(saddle(row, ranks, file));
            }
            return shared(statement, of, minima, saddles, ids);
        });
    }

    private static StoredMap shared(
            Statement statement, String of, List<Minimum> minima, List<Saddle> saddles, List<Integer> ids)
            throws SQLException {
        int vibrations = 0;
        boolean kinetic = false;
        try (ResultSet row = statement.executeQuery("SELECT vibrations, kinetic FROM landscapes" + of)) {
            if (row.next()) {
                vibrations = row.getInt(1);
                kinetic = row.getInt(2) != 0;
            }
        }
        return new StoredMap(
                new Atlas(minima, saddles, vibrations, kinetic),
                ids.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Saddle saddle(ResultSet row, Map<Integer, Integer> ranks, Path file) throws SQLException {
        Integer first = ranks.get(row.getInt(7));
        Integer second = ranks.get(row.getInt(8));
        if (first == null || second == null)
            throw new Damaged(
                    file,
                    "is damaged: transition state " + row.getInt(1)
                            + " has no minimum at one of its ends, and both are needed");
        return new Saddle(
                StoredMap.real(row, 2),
                StoredMap.real(row, 3),
                StoredMap.real(row, 4),
                row.getInt(5),
                row.getInt(6),
                first,
                second,
                NOWHERE);
    }

    /** The state of one minimum; empty where it is not kept. */
    public static double[] state(Path file, int id) {
        return StoredMap.ask(file, WHAT, statement -> {
            try (ResultSet row = statement.executeQuery("SELECT x FROM minima WHERE id = " + id)) {
                return row.next() ? StoredMap.doubles(row.getBytes(1)) : NOWHERE;
            }
        });
    }
}
