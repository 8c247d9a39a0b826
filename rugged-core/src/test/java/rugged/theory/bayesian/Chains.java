package rugged.theory.bayesian;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rugged.api.DynamicsSpec;
import rugged.api.Schedule;
import rugged.api.TheorySpec;
import rugged.api.bayesian.GaussianParts;
import rugged.api.motion.Ladder;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.api.motion.Stepper;
import rugged.landscape.network.Posterior;
import rugged.num.Streams;
import rugged.observable.bayesian.Predictions;

/** Chains in a posterior and what their predictions are measured to be, beside what theories predict. */
final class Chains {
    private Chains() {}

    /**
     * A number with its error.
     *
     * @param value the number
     * @param error one standard error
     */
    record Measured(double value, double error) {}

    /** Quantities after so many samples of each chain, one every {@code pause}; a fifth of the samples more is left out before. */
    static Map<String, Measured> run(
            Posterior posterior, DynamicsSpec dynamics, int chains, int samples, double pause, long seed) {
        GaussianParts model = posterior.build();
        Stepper[] steppers = new Stepper[chains];
        double[][] states = new double[chains][model.dimension()];
        for (int r = 0; r < chains; r++) {
            model.randomise(states[r], Streams.of(seed).stream("start", r));
            steppers[r] = dynamics.start(model, states[r], Streams.of(seed).family("chain", r));
        }
        int burn = samples / 5;
        Probe probe = new Predictions(burn * pause, 1).open(model, Streams.of(seed));
        Map<String, Measured> last = new HashMap<>();
        for (int k = 1; k <= burn + samples; k++) {
            for (int r = 0; r < chains; r++) {
                steppers[r].advance(k * pause);
                steppers[r].state(states[r]);
            }
            probe.at(
                    new At(k * pause, dynamics, states),
                    (quantity, replica, value, error, axes) -> last.put(quantity.name(), new Measured(value, error)));
        }
        return last;
    }

    /** What a theory predicts. */
    static Map<String, Double> solve(TheorySpec theory) {
        Map<String, Double> values = new HashMap<>();
        theory.solve(
                Schedule.at(1.0),
                (quantity, replica, value, error, axes) -> values.put(
                        quantity.name() + (quantity.axes().equals(List.of("l")) ? (int) axes[0] : ""), value));
        return values;
    }

    /** A moment of which only states are seen. */
    private record At(double time, DynamicsSpec dynamics, double[][] states) implements Moment {
        @Override
        public boolean single() {
            return true;
        }

        @Override
        public int replicas() {
            return states.length;
        }

        @Override
        public double[] state(int replica) {
            return states[replica];
        }

        @Override
        public double energy(int replica) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double[] gradient(int replica) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Ladder ladder(int replica) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long work(int replica) {
            return 0;
        }

        @Override
        public int[] due() {
            return new int[0];
        }

        @Override
        public double age(int age) {
            return 0.0;
        }

        @Override
        public double[] snapshot(int age, int replica) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean born(int age) {
            return false;
        }

        @Override
        public double[] branch(int age, int field, int replica) {
            throw new UnsupportedOperationException();
        }
    }
}
