package rugged.analysis.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rugged.api.record.Atlas;
import rugged.api.record.Saddle;
import rugged.num.graph.UnionFind;

/**
 * Two sets of minima, A and B, and all minima that hang together with them.
 *
 * @param from ranks of A that hang together with B
 * @param to ranks of B
 * @param piece ranks of all minima of the piece, in increasing order
 * @param wrong why there is none; empty when there is
 */
record Ends(List<Integer> from, List<Integer> to, int[] piece, String wrong) {
    private static final String NO_PATH = "no path between A and B in the database";

    /**
     * Finds them.
     *
     * @param ranks numbers by energy
     * @param window [low, high] of energies, in addition; empty for none
     */
    static Ends of(Atlas atlas, Chosen a, Chosen b) {
        Optional<String> beyond = a.beyond(atlas, "A").or(() -> b.beyond(atlas, "B"));
        if (beyond.isPresent()) return none(beyond.get());
        List<Integer> from = a.among(atlas);
        List<Integer> to = b.among(atlas);
        if (from.isEmpty()) return none("no minimum of the database is in A");
        if (to.isEmpty()) return none("no minimum of the database is in B");
        List<Integer> both = from.stream().filter(to::contains).toList();
        if (!both.isEmpty()) return none("A and B overlap: both have minimum " + both.getFirst() + " of the database");
        UnionFind sets = new UnionFind(atlas.minima().size());
        for (Saddle saddle : atlas.saddles()) sets.join(saddle.first(), saddle.second());
        for (int end : to) {
            List<Integer> near =
                    from.stream().filter(rank -> sets.joined(rank, end)).toList();
            if (near.isEmpty()) continue;
            List<Integer> targets =
                    to.stream().filter(rank -> sets.joined(rank, end)).toList();
            int[] piece = java.util.stream.IntStream.range(0, atlas.minima().size())
                    .filter(rank -> sets.joined(rank, end))
                    .toArray();
            return new Ends(near, targets, piece, "");
        }
        return none(NO_PATH);
    }

    private static Ends none(String why) {
        return new Ends(List.of(), List.of(), new int[0], why);
    }

    /** The place of a rank in the piece. */
    int place(int rank) {
        return Arrays.binarySearch(piece, rank);
    }

    /** Whether each of the piece is one of these. */
    boolean[] marked(List<Integer> ranks) {
        boolean[] marked = new boolean[piece.length];
        for (int rank : ranks) marked[place(rank)] = true;
        return marked;
    }

    /**
     * Minima by their numbers or by their energies.
     *
     * @param ranks numbers by energy, from 0 on
     * @param window [low, high] of energies; empty for none
     */
    record Chosen(List<Integer> ranks, List<Double> window) {
        List<Integer> among(Atlas atlas) {
            List<Integer> all = new ArrayList<>();
            for (int rank = 0; rank < atlas.minima().size(); rank++) {
                double energy = atlas.minima().get(rank).energy();
                boolean inside = window.size() == 2 && energy >= window.getFirst() && energy <= window.getLast();
                if (inside || ranks.contains(rank)) all.add(rank);
            }
            return all;
        }

        private Optional<String> beyond(Atlas atlas, String name) {
            int count = atlas.minima().size();
            return ranks.stream()
                    .filter(rank -> rank >= count)
                    .findFirst()
                    .map(rank -> name + " has minimum " + rank + ", and the database only 0 to " + (count - 1));
        }
    }
}
