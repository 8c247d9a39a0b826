package rugged.protocol.atlas;

import java.util.stream.IntStream;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.compose.search.HybridFollowing;
import rugged.index.Named;
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

        Climb climb,

        @Param(doc = "minima that are searched from, in the order in which they were found", def = "100000", min = 1)
        int from,

        SearchParameters search)
        implements AtlasSearch {
    public HybridEigenvectorFollowing {
        AtlasSearch.requireBeginning(starts, search);
    }

    @Override
    public void explore(Exploration on) {
        Quenches.outward(
                on,
                starts,
                from,
                (exploration, first, until, before, after) -> climb.from(
                        exploration, IntStream.range(first, until).boxed().toList(), before, after));
    }

    @Override
    public double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        return starts * AtlasSearch.quench(landscape, dynamics, search) + MINIMA * climb.searches() * ASCENT;
    }

    @Override
    public double memory(LandscapeSpec landscape, int replicas) {
        double n = landscape.knownDimension();
        return 48.0 * (starts + MINIMA * climb.searches()) * n + 64.0 * n * n;
    }
}
