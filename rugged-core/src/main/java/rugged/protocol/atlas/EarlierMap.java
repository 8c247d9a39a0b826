package rugged.protocol.atlas;

import java.util.Optional;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.index.Named;
import rugged.params.Param;

/**
 * Takes up a map that is known, and searches for nothing: what {@code rugged merge} has put together, or another program has found, is looked at by the analyses and observables of a study as the map of a run is. Energy and slope of each of its points are computed
 * anew on the landscape of the study; one that is not stationary there is followed to the minimum or transition state beside it.
 */
@Named(
        value = "earlier-map",
        title = "A map that is known",
        doc = "Takes up a map of an earlier run or of another program as it is, for analyses and observables.",
        source = "own design",
        topics = {"rugged landscapes"})
public record EarlierMap(
        @Param(
                doc = "the map: library.sqlite of an earlier point, what 'rugged merge-maps' writes, or a database"
                        + " of pele",
                file = true,
                library = true)
        String earlier,

        @Param(
                doc = "|g|/sqrt(N) of a stationary point",
                def = "1e-9",
                min = 0.0,
                above = true,
                max = 1e-3,
                reason = "determinants and zero modes are polluted from 1e-8 on")
        double tolerance,

        @Param(
                doc = "how many of the lowest minima the observables look at, their ranks from 0 as times",
                def = "1",
                min = 1,
                max = 100000)
        int observed)
        implements AtlasSearch {
    private static final double LONGEST_STEP = 0.1;
    private static final double PUSH = 0.03;
    private static final double LONGEST = 1e5;
    private static final double SAME_ENERGY = 1e-6;
    private static final double SAME_DETERMINANT = 1e-3;

    @Override
    public SearchParameters search() {
        return new SearchParameters(
                tolerance,
                LONGEST_STEP,
                PUSH,
                LONGEST,
                SAME_ENERGY,
                SAME_DETERMINANT,
                Optional.empty(),
                Optional.of(earlier),
                observed);
    }

    @Override
    public void explore(Exploration on) {
        on.record();
    }

    @Override
    public double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        return MINIMA * ASCENT;
    }

    @Override
    public double memory(LandscapeSpec landscape, int replicas) {
        double n = landscape.knownDimension();
        return 64.0 * n * n;
    }
}
