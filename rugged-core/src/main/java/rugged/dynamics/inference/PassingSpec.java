package rugged.dynamics.inference;

import rugged.api.model.Inference;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.num.Streams;

/** What dynamics share that pass messages until nothing changes: no noise, an end. */
interface PassingSpec extends InRounds {
    /** Rounds after which messages usually stand still. */
    double USUAL = 100.0;

    /** How messages are passed. */
    PassingParameters passing();

    @Override
    default Stepper start(Model model, double[] x, Streams random) {
        return new Rounds((Inference) model, x, passing());
    }

    @Override
    default double usualArrival() {
        return USUAL;
    }
}
