package rugged.figure.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Places of a rectangular grid that may be finer here and there, and the tiles that they span: rectangles with a place at each corner and none inside. Tiles do not overlap; a coarse tile beside finer ones has further places on its edge, which have no part in it.
 *
 * @param x places across, one for each place
 * @param y places up
 */
public record Mesh(double[] x, double[] y) {
    /** Beyond so many neighbours to the right, and as many up, no opposite corner is looked for: eight halvings beside a tile that was not halved would be needed. */
    private static final int REACH = 9;

    /** Of the crossings of all rows and columns, the share that has a place in a grid that is as fine everywhere, though points may have failed. */
    private static final double FULL = 0.75;

    /** The numbers of the four places at the corners. */
    public record Tile(int lowLeft, int lowRight, int highRight, int highLeft) {}

    /** Whether more than a quarter of the crossings of columns and rows have no place: a grid that is finer here and there. */
    public boolean refined() {
        long columns = java.util.Arrays.stream(x).distinct().count();
        long rows = java.util.Arrays.stream(y).distinct().count();
        return x.length < FULL * columns * rows;
    }

    /** The tiles, the smallest first. */
    public List<Tile> tiles() {
        Map<Double, TreeMap<Double, Integer>> rows = new HashMap<>();
        Map<Double, TreeMap<Double, Integer>> columns = new HashMap<>();
        for (int k = 0; k < x.length; k++) {
            rows.computeIfAbsent(y[k], row -> new TreeMap<>()).put(x[k], k);
            columns.computeIfAbsent(x[k], column -> new TreeMap<>()).put(y[k], k);
        }
        List<Tile> found = new ArrayList<>();
        for (int k = 0; k < x.length; k++) {
            NavigableMap<Double, Integer> right =
                    rows.getOrDefault(y[k], new TreeMap<>()).tailMap(x[k], false);
            NavigableMap<Double, Integer> up =
                    columns.getOrDefault(x[k], new TreeMap<>()).tailMap(y[k], false);
            smallest(k, right, up, rows).ifPresent(found::add);
        }
        found.sort(Comparator.comparingDouble(this::area));
        List<Tile> tiles = new ArrayList<>();
        boolean whole = !refined();
        for (Tile one : found) if (whole || tiles.stream().noneMatch(other -> overlap(one, other))) tiles.add(one);
        return tiles;
    }

    private Optional<Tile> smallest(
            int k,
            NavigableMap<Double, Integer> right,
            NavigableMap<Double, Integer> up,
            Map<Double, TreeMap<Double, Integer>> rows) {
        Optional<Tile> best = Optional.empty();
        for (int lowRight : right.values().stream().limit(REACH).toList())
            for (int highLeft : up.values().stream().limit(REACH).toList()) {
                Integer opposite =
                        rows.getOrDefault(y[highLeft], new TreeMap<>()).get(x[lowRight]);
                if (opposite == null) continue;
                Tile tile = new Tile(k, lowRight, opposite, highLeft);
                if (best.isEmpty() || area(tile) < area(best.get())) best = Optional.of(tile);
            }
        return best.filter(this::empty);
    }

    private double area(Tile tile) {
        return (x[tile.highRight] - x[tile.lowLeft]) * (y[tile.highRight] - y[tile.lowLeft]);
    }

    private boolean empty(Tile tile) {
        for (int k = 0; k < x.length; k++) {
            boolean across = x[k] > x[tile.lowLeft] && x[k] < x[tile.highRight];
            if (across && y[k] > y[tile.lowLeft] && y[k] < y[tile.highRight]) return false;
        }
        return true;
    }

    private boolean overlap(Tile one, Tile other) {
        return x[one.lowLeft] < x[other.highRight]
                && x[other.lowLeft] < x[one.highRight]
                && y[one.lowLeft] < y[other.highRight]
                && y[other.lowLeft] < y[one.highRight];
    }
}
