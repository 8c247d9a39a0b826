package rugged.dynamics.stochastic;

import java.util.List;

/**
 * How a model learns by contrast.
 *
 * @param learningRate eta
 * @param momentum of the heavy ball
 * @param weightDecay added to the gradient, times x
 * @param tick by how much time advances in a step
 * @param sweeps of the chains a step
 * @param persistent whether chains go on where the last step left them
 * @param ladder inverse temperatures of the chains, from 1 down
 */
record ContrastSetting(
        double learningRate,
        double momentum,
        double weightDecay,
        double tick,
        int sweeps,
        boolean persistent,
        List<Double> ladder) {}
