package rugged.dynamics.physical;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.api.physical.Circuit;
import rugged.api.physical.PhysicalNetwork;
import rugged.num.Streams;

/**
 * What local rules share. An epoch is w_e <- max(w_min, w_e + alpha 2 c d_e), where c weighs the squared error of the landscape and d_e, made of the drops at the edge alone, estimates minus the gradient of the mean of |y - y*|^2/2 over all examples: with the exact one it is gradient descent.
 */
interface LocalRule extends DynamicsSpec {
    /** What edges compare, with scratch of its own. */
    Comparison comparison(Circuit circuit, Streams random);

    LearningParameters learning();

    @Override
    default Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.CIRCUIT);
    }

    @Override
    default Stepper start(Model model, double[] x, Streams random) {
        PhysicalNetwork network = (PhysicalNetwork) model;
        return new LocalSteps(network, x, comparison(network.circuit(), random), learning(), random);
    }

    @Override
    default String timeUnit() {
        return learning().clock().unit();
    }

    @Override
    default double quantum(LandscapeSpec landscape) {
        return learning().tick();
    }

    @Override
    default double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return 1.0 / learning().tick();
    }

    @Override
    default Optional<String> objection(LandscapeSpec landscape) {
        return learning().objection(landscape);
    }

    @Override
    default double vectors() {
        return 3;
    }
}
