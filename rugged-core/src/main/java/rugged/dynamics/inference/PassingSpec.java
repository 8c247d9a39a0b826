package rugged.dynamics.inference;

import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.model.Inference;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.num.Streams;

/** What dynamics of messages share: a round a unit of time, no noise, an end where nothing changes. */
interface PassingSpec extends DynamicsSpec {
    /** Rounds after which messages usually stand still. */
    double USUAL = 100.0;

    /** How messages are passed. */
    PassingParameters passing();

    @Override
    default Stepper start(Model model, double[] x, Streams random) {
        return new Rounds((Inference) model, x, passing());
    }

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

    @Override
    default double usualArrival() {
        return USUAL;
    }
}
