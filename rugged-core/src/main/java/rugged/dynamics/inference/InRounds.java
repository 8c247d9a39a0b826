package rugged.dynamics.inference;

import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;

/** What dynamics of messages share: a round is a unit of time and the work of one evaluation. */
interface InRounds extends DynamicsSpec {
    @Override
    default String timeUnit() {
        return "round";
    }

    @Override
    default double quantum(LandscapeSpec landscape) {
        return 1.0;
    }

    @Override
    default double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return 1.0;
    }
}
