package rugged.protocol.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.compose.search.NudgedBand;
import rugged.compose.search.Stationary;
import rugged.index.Named;
import rugged.params.Param;

/**
 * Double-ended searches for transition states between pairs of the lowest minima that are known: the second is brought nearest to the first by a symmetry, a doubly nudged elastic band is spanned and relaxed, and from each of its tops a
 * transition state is sought by hybrid eigenvector-following, whose two ways down join it to minima, which need not be the two that one began with.
 *
 * <p>It begins with the minima of an earlier library, with those of random quenches, or both.
 *
 * <p>Source: Trygubenko and Wales, J. Chem. Phys. 120, 2082 (2004); see {@link NudgedBand}.
 */
@Named(
        value = "double-nudged-band",
        title = "Doubly nudged elastic band",
        doc = "Finds transition states between pairs of known minima, from the tops of an elastic band.",
        source = "Trygubenko and Wales, J. Chem. Phys. 120, 2082 (2004)",
        year = 2004,
        topics = {"rugged landscapes", "transition states"},
        revision = 2)
public record DoubleNudgedBand(
        @Param(doc = "random quenches to begin with", def = "100", min = 0, max = 1e8)
        int starts,

        @Param(doc = "how many of the lowest minima are joined in pairs", def = "10", min = 2, max = 10000)
        int lowest,

        Band band,
        SearchParameters search)
        implements AtlasSearch {
    public DoubleNudgedBand {
        AtlasSearch.requireBeginning(starts, search);
    }

    private static final double SEARCHED = 0.7;

    @Override
    public void explore(Exploration on) {
        if (starts > 0) Quenches.explore(on, starts, 0.0, Quenches.FIRST);
        on.requireMinima();
        List<Integer> low = IntStream.range(0, on.survey().minima())
                .boxed()
                .sorted(Comparator.comparingDouble(k -> on.survey().minimum(k).energy()))
                .limit(lowest)
                .toList();
        List<DoubleEnded.Ends> pairs = new ArrayList<>();
        for (int i = 0; i < low.size(); i++)
            for (int j = 0; j < i; j++)
                pairs.add(new DoubleEnded.Ends(
                        on.survey().minimum(low.get(j)).x(),
                        on.survey().minimum(low.get(i)).x()));
        for (List<Stationary> found : on.carryOut(DoubleEnded.pieces(pairs, band), Quenches.FIRST, SEARCHED))
            found.forEach(on::saddle);
        on.joinSighted(SEARCHED, 1.0);
    }

    @Override
    public double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        double pairs = 0.5 * lowest * (lowest - 1.0);
        return starts * AtlasSearch.quench(landscape, dynamics, search)
                + pairs * (band.iterations() * band.images() + ASCENT);
    }

    @Override
    public double memory(LandscapeSpec landscape, int replicas) {
        double n = landscape.knownDimension();
        return 48.0 * (starts + 0.5 * lowest * lowest) * n + 64.0 * n * n + 32.0 * band.images() * n;
    }
}
