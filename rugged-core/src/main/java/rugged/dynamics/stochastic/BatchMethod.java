package rugged.dynamics.stochastic;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Model;
import rugged.api.model.StochasticLandscape;
import rugged.api.motion.Stepper;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Sampling;
import rugged.num.Streams;

/**
 * The frame of every method that steps along something made of the gradients of one batch after another: what it needs, how it starts, what it counts. A method
 * adds its {@link Direction}.
 */
interface BatchMethod extends DynamicsSpec {
    /** eta. */
    double learningRate();

    /** How many patterns a batch has, and how they are drawn; 0 for all, where a method allows it. */
    Batching batching();

    /** What time counts. */
    default Clock clock() {
        return Clock.STEPS;
    }

    /** Gradients of a batch that a step takes on average. */
    default double batchGradients() {
        return 1.0;
    }

    /** Where its steps go; the stream of the batches is taken. */
    Direction direction(StochasticLandscape landscape, Streams random);

    @Override
    default Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.PATTERNS);
    }

    @Override
    default Stepper start(Model model, double[] x, Streams random) {
        StochasticLandscape landscape = (StochasticLandscape) model;
        int patterns = landscape.patterns();
        boolean all = batching().all();
        Batches batches = new Batches(
                all ? patterns : batching().batch(),
                patterns,
                all ? Sampling.WITHOUT : batching().sampling(),
                random.stream("batches", 0));
        Direction direction = direction(landscape, random);
        BatchGradients gradients = BatchGradients.of(landscape, batches);
        return new Descent(landscape, x, learningRate(), clock().tick(learningRate()), direction, gradients);
    }

    @Override
    default String timeUnit() {
        return clock().unit();
    }

    @Override
    default double quantum(LandscapeSpec landscape) {
        return clock().tick(learningRate());
    }

    @Override
    default double evaluationsPerUnitTime(LandscapeSpec landscape) {
        double part = batching().all() ? 1.0 : batching().fraction(landscape);
        return batchGradients() * part / clock().tick(learningRate());
    }

    @Override
    default Optional<String> objection(LandscapeSpec landscape) {
        return batching().objection(landscape);
    }
}
