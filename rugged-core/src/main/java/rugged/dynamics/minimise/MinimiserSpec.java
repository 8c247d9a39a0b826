package rugged.dynamics.minimise;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;

/** What all minimisers have in common: they follow the gradient without noise, and their clock counts their steps. */
interface MinimiserSpec extends DynamicsSpec {
    @Override
    default Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT);
    }

    @Override
    default String timeUnit() {
        return "step";
    }

    /** Where it stands and where it tries, each with its gradient; direction, and what the search needs. */
    @Override
    default double vectors() {
        return 8;
    }

    @Override
    default double quantum(LandscapeSpec landscape) {
        return 1.0;
    }

    @Override
    default double temperature() {
        return 0.0;
    }
}
