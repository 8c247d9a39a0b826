package rugged.protocol.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
 * <p>Further rounds look for lower ways between the two deepest funnels: half of the minima that they search from are along the lowest way that is known, half in the smaller funnel below the highest pass on it, of both those first from which the fewest searches have begun, and of these the lowest ({@link Divide}). The pass is a bound from above until nothing lowers it.
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
        Hopping walk,
        Climb climb,

        @Param(doc = "minima that are searched from, the lowest first", def = "1000", min = 1)
        int from,

        @Param(
                doc = "rounds of further searches for lower ways between the two deepest funnels",
                def = "20",
                min = 0,
                max = 100000,
                reason = "the pass between them is a bound from above until no search lowers it")
        int ways,

        SearchParameters search)
        implements AtlasSearch {
    static final Quantity PASS = new Quantity(
            "funnel_pass",
            "E^{s}",
            "energy",
            List.of("round"),
            "energy of the highest transition state on the lowest known way between the bottoms of the two deepest"
                    + " funnels after so many rounds of searches, from when they are joined");

    /** The part of the work that walking counts for. */
    private static final double WALKING = 0.1;
    /** The part that is done when as many minima as are wanted have been searched from. */
    private static final double CLIMBED = 0.9;
    /** Minima of one round: enough for all threads, few enough that the next are chosen with what they found. */
    private static final int ROUND = 32;

    @Override
    public List<Quantity> quantities() {
        List<Quantity> all = new ArrayList<>(SearchQuantities.ALL);
        all.addAll(Hopping.QUANTITIES);
        all.add(PASS);
        return all;
    }

    @Override
    public void explore(Exploration on) {
        walk.explore(on, search, WALKING);
        on.record();
        on.requireMinima();
        Tally searched = new Tally();
        int climbed = 0;
        while (climbed < from) {
            List<Integer> next = lowest(on.survey(), searched, Math.min(ROUND, from - climbed));
            if (next.isEmpty()) break;
            climb(on, searched, next, part(climbed), part(climbed + next.size()));
            climbed += next.size();
        }
        for (int round = 0; round < ways; round++) {
            Divide divide = Divide.of(on.passes());
            Set<Integer> next = new LinkedHashSet<>(least(on.survey(), searched, divide.way()));
            next.addAll(least(on.survey(), searched, divide.smaller()));
            if (next.isEmpty()) return;
            double part = (1.0 - CLIMBED) / ways;
            climb(on, searched, List.copyOf(next), CLIMBED + part * round, CLIMBED + part * (round + 1));
        }
    }

    /** How often each minimum was searched from, by its place. */
    private static final class Tally {
        private int[] times = new int[ROUND];
        private int rounds;

        int of(int place) {
            return place < times.length ? times[place] : 0;
        }

        void add(int place) {
            if (place >= times.length) times = Arrays.copyOf(times, 2 * place);
            times[place]++;
        }
    }

    /** Up from these minima and down from what was found, and how far it is. */
    private void climb(Exploration on, Tally searched, List<Integer> places, double before, double after) {
        places.forEach(searched::add);
        searched.rounds++;
        double middle = 0.5 * (before + after);
        climb.from(on, places, before, middle);
        on.joinSighted(middle, after);
        on.record();
        double pass = Divide.of(on.passes()).pass();
        if (!Double.isNaN(pass)) on.bench().record(PASS, pass, searched.rounds);
    }

    private double part(int searched) {
        return WALKING + (CLIMBED - WALKING) * searched / from;
    }

    /** The lowest minima that have not been searched from, of those of one energy the first that was found. */
    private static List<Integer> lowest(Survey survey, Tally searched, int most) {
        return IntStream.range(0, survey.minima())
                .filter(k -> searched.of(k) == 0)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> survey.minimum(k).energy()))
                .limit(most)
                .toList();
    }

    /** Of some minima those that were searched from the least, and of these the lowest. */
    private static List<Integer> least(Survey survey, Tally searched, List<Integer> among) {
        return among.stream()
                .sorted(Comparator.<Integer>comparingInt(searched::of)
                        .thenComparingDouble(k -> survey.minimum(k).energy()))
                .limit(ROUND / 2)
                .toList();
    }

    @Override
    public double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        return (double) walk.hops() * walk.walkers() * AtlasSearch.quench(landscape, dynamics, search)
                + (double) (from + ways * ROUND) * climb.searches() * ASCENT;
    }

    @Override
    public double memory(LandscapeSpec landscape, int replicas) {
        double n = landscape.knownDimension();
        return 32.0 * walk.keep() * walk.walkers() * n + 48.0 * (double) from * climb.searches() * n + 64.0 * n * n;
    }
}
