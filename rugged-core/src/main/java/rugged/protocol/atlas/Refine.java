package rugged.protocol.atlas;

import java.util.ArrayList;
import java.util.List;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.compose.search.NormalModes;
import rugged.compose.search.Stationary;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Vectors;
import rugged.params.Param;

/**
 * From every minimum that is known uphill along each of its modes, both ways, by eigenvector-following with the whole Hessian; from every transition state that is reached down both sides; and on from the minima that are new, until
 * none is. It begins with the minima of an earlier library, with those of random quenches, or both. Each search is repeated from starts that are displaced at random, by which saddles are found that no mode leads to.
 *
 * <p>Stationary points of another index, flat ones and pieces of clusters are counted and not kept. A transition state whose two ways down lead to the same minimum is kept as a degenerate one.
 *
 * <p>Source: Doye and Wales, J. Chem. Phys. 116, 3777 (2002). A Hessian and its diagonalisation a step: for up to some hundred coordinates.
 */
@Named(
        value = "refine",
        title = "All modes uphill from known minima",
        doc = "Finds transition states from every known minimum along all of its modes, and the minima behind them.",
        source = "Doye and Wales, J. Chem. Phys. 116, 3777 (2002)",
        year = 2002,
        topics = {"rugged landscapes", "transition states"},
        revision = 2)
public record Refine(
        @Param(doc = "random quenches to begin with", def = "300", min = 0, max = 1e8)
        int starts,

        @Param(doc = "modes of each minimum that are followed, the softest first", def = "1000", min = 1)
        int modes,

        @Param(
                doc = "searches along each mode and sign, all but the first from a displaced start",
                def = "4",
                min = 1,
                max = 10000)
        int repeats,

        @Param(doc = "how far along its mode a search begins", def = "0.1", min = 0.0, above = true)
        double displacement,

        @Param(
                doc = "standard deviation of the random displacement of each coordinate, of all but the first search",
                def = "0.2",
                min = 0.0)
        double scatter,

        @Param(doc = "longest step uphill, |dx|", def = "0.2", min = 0.0, above = true)
        double stepUp,

        @Param(doc = "minima that are searched from, in the order in which they were found", def = "100000", min = 1)
        int from,

        SearchParameters search)
        implements AtlasSearch {
    public Refine {
        AtlasSearch.requireBeginning(starts, search);
    }

    @Override
    public void explore(Exploration on) {
        Quenches.outward(on, starts, from, this::ascend);
    }

    /** Up from the minima [first, until). */
    private void ascend(Exploration on, int first, int until, double before, double after) {
        List<Exploration.Piece> pieces = new ArrayList<>();
        for (int k = first; k < until; k++) {
            double[] x = on.survey().minimum(k).x();
            for (int repeat = 0; repeat < repeats; repeat++) {
                boolean displaced = repeat > 0;
                pieces.add((own, searcher, random) -> {
                    NormalModes normal = new NormalModes(own);
                    normal.at(x);
                    List<Stationary> found = new ArrayList<>();
                    double[] y = new double[x.length];
                    for (int m = 0; m < Math.min(modes, normal.values().length); m++) {
                        for (int sign = -1; sign <= 1; sign += 2) {
                            System.arraycopy(x, 0, y, 0, x.length);
                            Vectors.add(y, sign * displacement, normal.vectors()[m]);
                            if (displaced) scatter(y, random.stream("displacement", 2L * m + (sign + 1) / 2));
                            own.manifold().retract(y);
                            found.add(searcher.ascendWhole(y, normal.vectors()[m], stepUp));
                        }
                    }
                    return found;
                });
            }
        }
        for (List<Stationary> found : on.carryOut(pieces, before, after)) found.forEach(on::saddle);
    }

    private void scatter(double[] y, RandomStream random) {
        for (int i = 0; i < y.length; i++) y[i] += scatter * random.nextGaussian();
    }

    @Override
    public double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        double n = landscape.knownDimension();
        return starts * AtlasSearch.quench(landscape, dynamics, search)
                + MINIMA * repeats * 2.0 * n * STEPS_UP * 2.0 * n;
    }

    @Override
    public double memory(LandscapeSpec landscape, int replicas) {
        double n = landscape.knownDimension();
        return 48.0 * starts * n + 64.0 * n * n;
    }
}
