package rugged.protocol.atlas;

import java.util.ArrayList;
import java.util.List;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.compose.search.HybridFollowing;
import rugged.compose.search.Stationary;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.params.Param;

/**
 * From every minimum that is known some searches for transition states by hybrid eigenvector-following, each from a start that is displaced at random, uphill along the softest mode and downhill in all other directions, without the
 * Hessian itself; from each transition state down both sides; and on from the minima that are new, until none is. It begins with the minima of an earlier library, with those of random quenches, or both.
 *
 * <p>Whatever is found is diagonalised once: stationary points of another index, flat ones and pieces of clusters are counted and not kept. A transition state whose two ways down lead to the same minimum is kept as a degenerate one.
 *
 * <p>Source: Munro and Wales, Phys. Rev. B 59, 3969 (1999); Kumeda, Munro and Wales, Chem. Phys. Lett. 341, 185 (2001); see {@link HybridFollowing}.
 */
@Named(
        value = "hybrid-eigenvector-following",
        title = "Hybrid eigenvector-following",
        doc = "Finds transition states from every known minimum by its softest modes, without the Hessian, and the"
                + " minima behind them.",
        source = "Munro and Wales, Phys. Rev. B 59, 3969 (1999)",
        year = 1999,
        topics = {"rugged landscapes", "transition states"},
        revision = 2)
public record HybridEigenvectorFollowing(
        @Param(doc = "random quenches to begin with", def = "300", min = 0, max = 1e8)
        int starts,

        @Param(doc = "searches from each minimum", def = "50", min = 1, max = 1e6)
        int searches,

        @Param(
                doc = "standard deviation of the random displacement of each coordinate where a search begins",
                def = "0.2",
                min = 0.0,
                above = true)
        double scatter,

        @Param(doc = "minima that are searched from, in the order in which they were found", def = "100000", min = 1)
        int from,

        SearchParameters search)
        implements AtlasSearch {
    public HybridEigenvectorFollowing {
        AtlasSearch.requireBeginning(starts, search);
    }

    private static final int BLOCK = 10;

    @Override
    public void explore(Exploration on) {
        Quenches.outward(on, starts, from, this::ascend);
    }

    /** Up from the minima [first, until). */
    private void ascend(Exploration on, int first, int until, double before, double after) {
        List<Exploration.Piece> pieces = new ArrayList<>();
        for (int k = first; k < until; k++) {
            double[] x = on.survey().minimum(k).x();
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

    @Override
    public double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        return starts * AtlasSearch.quench(landscape, dynamics, search) + MINIMA * searches * ASCENT;
    }

    @Override
    public double memory(LandscapeSpec landscape, int replicas) {
        double n = landscape.knownDimension();
        return 48.0 * (starts + MINIMA * searches) * n + 64.0 * n * n;
    }
}
