package rugged.protocol.atlas;

import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.index.Named;
import rugged.params.BadParameter;

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
public record EarlierMap(SearchParameters search) implements AtlasSearch {
    /** Checks that there is one. */
    public EarlierMap {
        if (search.earlier().isEmpty())
            throw new BadParameter(
                    "earlier",
                    "nothing",
                    "there is no map to take up",
                    "library.sqlite of an earlier point, what 'rugged merge' writes, or a database of pele");
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
