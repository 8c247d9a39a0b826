package rugged.dynamics.sampling;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.SamplerSpec;

/** What samplers by sweeps have in common: one update of each unit is a sweep, time counts sweeps, and a sweep costs about as much as a gradient. */
interface SweepSpec extends SamplerSpec {
    @Override
    default Set<Need> provides() {
        return EnumSet.of(Need.TEMPERATURE);
    }

    @Override
    default String timeUnit() {
        return "sweep";
    }

    @Override
    default double quantum(LandscapeSpec landscape) {
        return 1.0;
    }

    @Override
    default double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return 1.0;
    }

    @Override
    default double memory(LandscapeSpec landscape) {
        return landscape.held();
    }
}
