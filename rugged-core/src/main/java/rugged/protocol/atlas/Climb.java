package rugged.protocol.atlas;

import java.util.ArrayList;
import java.util.List;
import rugged.compose.search.HybridFollowing;
import rugged.compose.search.Stationary;
import rugged.num.RandomStream;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * Searches for transition states from minima by {@link HybridFollowing}, each from a start that is displaced at random.
 *
 * @param searches from each minimum
 * @param scatter of the displacement
 */
public record Climb(
        @Param(doc = "searches from each minimum", def = "50", min = 1, max = 1e6)
        int searches,

        @Param(
                doc = "standard deviation of the random displacement of each coordinate where a search begins",
                def = "0.2",
                min = 0.0,
                above = true)
        double scatter)
        implements ParameterGroup {
    private static final int BLOCK = 10;

    /** Up from minima, by their places in the survey. */
    void from(Exploration on, List<Integer> places, double before, double after) {
        List<Exploration.Piece> pieces = new ArrayList<>();
        for (int place : places) {
            double[] x = on.survey().minimum(place).x();
            for (int done = 0; done < searches; done += BLOCK) {
                int count = Math.min(BLOCK, searches - done);
                pieces.add((own, searcher, random) -> {
                    List<Stationary> found = new ArrayList<>();
                    for (int s = 0; s < count; s++) {
                        RandomStream draws = random.stream("displacement", s);
                        double[] y = x.clone();
                        double[] along = new double[x.length];
                        for (int i = 0; i < y.length; i++) {
                            y[i] += scatter * draws.nextGaussian();
                            along[i] = draws.nextGaussian();
                        }
                        own.manifold().retract(y);
                        found.add(searcher.ascend(y, along));
                    }
                    return found;
                });
            }
        }
        for (List<Stationary> found : on.carryOut(pieces, before, after)) found.forEach(on::saddle);
    }
}
