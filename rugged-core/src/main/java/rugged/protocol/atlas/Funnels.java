package rugged.protocol.atlas;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Quantity;
import rugged.compose.search.HybridFollowing;
import rugged.compose.search.Survey;
import rugged.index.Named;
import rugged.params.Param;

/**
 * The bottom of a landscape: walkers hop to its lowest minima, as {@link BasinHopping} does, and from these the map is grown by searches for transition states, as in {@link HybridEigenvectorFollowing}, but always from the lowest minima that have not been
 * searched from yet, those found on the way among them. So funnels are mapped from their bottoms up, and where the map ends it ends at a height rather than at the ends of the world: of a landscape with far more minima than can be known it is the part that matters at low temperature.
 *
 * <p>A round searches from so many minima at once; what it finds is put together before the next is chosen, so that the map is the same from any number of threads.
 *
 * <p>Source: Doye, Miller and Wales, J. Chem. Phys. 110, 6896 (1999); the searches are those of {@link HybridFollowing}.
 */
@Named(
        value = "funnels",
        title = "Funnels from their bottoms up",
        doc = "Walks down to the lowest minima, then climbs out of them, the lowest first, and so maps the bottom of a"
                + " landscape.",
        source = "Doye, Miller and Wales, J. Chem. Phys. 110, 6896 (1999)",
        year = 1999,
        topics = {"rugged landscapes", "transition states"})
public record Funnels(
        Walk walk,
        Climb climb,

        @Param(doc = "minima that are searched from, the lowest first", def = "1000", min = 1)
        int from,

        SearchParameters search)
        implements AtlasSearch {
    /** The part of the work that walking counts for. */
    private static final double WALKING = 0.1;
    /** Minima of one round: enough for all threads, few enough that the next are chosen with what they found. */
    private static final int ROUND = 32;

    @Override
    public List<Quantity> quantities() {
        List<Quantity> all = new ArrayList<>(SearchQuantities.ALL);
        all.addAll(Walk.QUANTITIES);
        return all;
    }

    @Override
    public void explore(Exploration on) {
        walk.explore(on, search, WALKING);
        on.record();
        on.requireMinima();
        BitSet searched = new BitSet();
        while (searched.cardinality() < from) {
            List<Integer> next = lowest(on.survey(), searched, Math.min(ROUND, from - searched.cardinality()));
            if (next.isEmpty()) return;
            double before = part(searched.cardinality());
            next.forEach(searched::set);
            double after = part(searched.cardinality());
            double middle = 0.5 * (before + after);
            climb.from(on, next, before, middle);
            on.joinSighted(middle, after);
            on.record();
        }
    }

    private double part(int searched) {
        return WALKING + (1.0 - WALKING) * searched / from;
    }

    /** The lowest minima that have not been searched from, of those of one energy the first that was found. */
    private static List<Integer> lowest(Survey survey, BitSet searched, int most) {
        return IntStream.range(0, survey.minima())
                .filter(k -> !searched.get(k))
                .boxed()
                .sorted(Comparator.comparingDouble(k -> survey.minimum(k).energy()))
                .limit(most)
                .toList();
    }

    @Override
    public double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        return (double) walk.hops() * walk.walkers() * AtlasSearch.quench(landscape, dynamics, search)
                + (double) from * climb.searches() * ASCENT;
    }

    @Override
    public double memory(LandscapeSpec landscape, int replicas) {
        double n = landscape.knownDimension();
        return 32.0 * walk.keep() * walk.walkers() * n + 48.0 * (double) from * climb.searches() * n + 64.0 * n * n;
    }
}
