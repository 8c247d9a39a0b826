package rugged.protocol.atlas;

import java.util.ArrayList;
import java.util.List;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Quantity;
import rugged.index.Named;

/**
 * Basin-hopping: walkers at a temperature on the landscape of minima, each displaced and quenched by the minimiser that is the dynamics of the study. They begin at the starting state of the study and, where there are several, at random
 * ones. Every coordinate of a minimum is displaced by at most the step, which adapts to half of the hops being taken; clusters are confined. The lowest minima that they came by are finished and kept in the library.
 *
 * <p>With a target a walker rests as soon as it is there: {@code hops_to_target} is a first-encounter time, censored where it is NaN, and {@code missed} counts those.
 *
 * <p>Source: Wales and Doye, J. Phys. Chem. A 101, 5111 (1997); Li and Scheraga, PNAS 84, 6611 (1987).
 */
@Named(
        value = "basin-hopping",
        title = "Basin-hopping",
        doc = "Walks from minimum to minimum at a temperature, to find the lowest ones.",
        source = "Wales and Doye, J. Phys. Chem. A 101, 5111 (1997)",
        year = 1997,
        topics = {"rugged landscapes", "global optimisation"},
        revision = 2)
public record BasinHopping(Hopping walk, SearchParameters search) implements AtlasSearch {
    /** Hops and quantities. */
    @Override
    public List<Quantity> quantities() {
        List<Quantity> all = new ArrayList<>(SearchQuantities.ALL);
        all.addAll(Hopping.QUANTITIES);
        return all;
    }

    @Override
    public void explore(Exploration on) {
        walk.explore(on, search, 1.0);
    }

    @Override
    public double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        return (double) walk.hops() * walk.walkers() * AtlasSearch.quench(landscape, dynamics, search);
    }

    @Override
    public double memory(LandscapeSpec landscape, int replicas) {
        return 32.0 * walk.keep() * walk.walkers() * landscape.knownDimension();
    }
}
