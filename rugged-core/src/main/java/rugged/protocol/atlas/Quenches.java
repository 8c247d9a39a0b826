package rugged.protocol.atlas;

import java.util.ArrayList;
import java.util.List;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.compose.search.Stationary;
import rugged.index.Named;
import rugged.params.Param;

/**
 * Quenches from independent random states of the landscape, by the minimiser that is the dynamics of the study. Each minimum is kept once, in the library of the point, with how often it was found: basins of attraction are those of
 * this minimiser, which differ from those of steepest descent. A quench that does not converge, a minimum with a flat direction and a cluster in pieces are counted and not kept.
 *
 * <p>How many were seen once says how incomplete the sample is; that it is complete is never known.
 */
@Named(
        value = "quenches",
        title = "Quenches from random states",
        doc = "Collects the minima below many random states.",
        source = "Stillinger and Weber, Phys. Rev. A 25, 978 (1982)",
        year = 1982,
        topics = {"rugged landscapes", "minimisation"},
        revision = 2)
public record Quenches(
        @Param(doc = "quenches", def = "1000", min = 1, max = 1e8)
        int starts,

        SearchParameters search) implements AtlasSearch {
    /** Quenches of one task. */
    static final int BLOCK = 10;

    /** The part of the work that quenches count for where searches for transition states follow. */
    static final double FIRST = 0.1;

    @Override
    public void explore(Exploration on) {
        explore(on, starts, 0.0, 1.0);
    }

    /** Searches for transition states from the minima [first, until), in the part [before, after) of the work. */
    @FunctionalInterface
    interface Ascents {
        void from(Exploration on, int first, int until, double before, double after);
    }

    /**
     * Random quenches, then rounds from the minima that are known to those behind their transition states, until none is new.
     *
     * @param most minima that are searched from
     */
    static void outward(Exploration on, int starts, int most, Ascents ascents) {
        if (starts > 0) explore(on, starts, 0.0, FIRST);
        on.requireMinima();
        int searched = 0;
        double done = FIRST;
        while (searched < Math.min(on.survey().minima(), most)) {
            int until = Math.min(on.survey().minima(), most);
            double half = done + 0.25 * (1.0 - done);
            ascents.from(on, searched, until, done, half);
            done = half + 0.5 * (half - done);
            on.joinSighted(half, done);
            searched = until;
            on.record();
        }
    }

    /** Random quenches, recorded whenever their number has grown by a third, and at their end. */
    static void explore(Exploration on, int starts, double from, double to) {
        DynamicsSpec minimiser = on.minimiser();
        List<Exploration.Piece> pieces = new ArrayList<>();
        for (int first = 0; first < starts; first += BLOCK) {
            int count = Math.min(BLOCK, starts - first);
            pieces.add((own, searcher, random) -> {
                List<Stationary> found = new ArrayList<>();
                double[] x = new double[own.dimension()];
                for (int k = 0; k < count; k++) {
                    own.randomise(x, random.stream("start", k));
                    found.add(searcher.quench(x, minimiser, random.family("quench", k)));
                }
                return found;
            });
        }
        int done = 0;
        int next = 1;
        for (List<Stationary> block : on.carryOut(pieces, from, to)) {
            for (Stationary point : block) {
                on.minimum(point);
                if (++done < next && done < starts) continue;
                on.record();
                next = Math.max(next + 1, (int) (next * 1.3));
            }
        }
    }

    @Override
    public double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        return starts * AtlasSearch.quench(landscape, dynamics, search);
    }

    @Override
    public double memory(LandscapeSpec landscape, int replicas) {
        return 48.0 * starts * landscape.knownDimension();
    }
}
