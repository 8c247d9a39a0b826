package rugged.dynamics.minimise;

import java.util.Locale;
import java.util.function.LongToDoubleFunction;
import rugged.api.model.Landscape;
import rugged.api.motion.Stepper;
import rugged.num.Packed;

/**
 * Steps of a constant rate along a memory of full gradients: the heavy ball of Polak, and Adam. The memory is kept in the tangent space: the gradient is
 * tangent before it enters, and what is remembered is projected wherever the state has moved. Energies may rise on the way. One gradient a step.
 */
public final class Momentum implements Method {
    private final double rate;
    private final double momentum;
    private final double forget;
    private final double epsilon;
    private final LongToDoubleFunction falling;
    private final double[] mean;
    private final double[] square;
    private final double[] d;
    private long steps;

    private Momentum(int n, double rate, double momentum, double forget, double epsilon, LongToDoubleFunction falling) {
        this.falling = falling;
        this.rate = rate;
        this.momentum = momentum;
        this.forget = forget;
        this.epsilon = epsilon;
        mean = new double[n];
        square = new double[forget > 0.0 ? n : 0];
        d = new double[n];
    }

    /**
     * v' = momentum v + g, x' = x - rate v'.
     *
     * @param tick what a step adds to the time
     */
    public static Stepper heavyBall(
            Landscape landscape, double[] x, double rate, double momentum, double tick, double tolerance) {
        return new Minimisation(
                landscape, x, tolerance, tick, new Momentum(x.length, rate, momentum, 0.0, 0.0, _ -> 1.0));
    }

    /**
     * m' = beta1 m + (1 - beta1) g, v' = beta2 v + (1 - beta2) g^2, x' = x - rate mhat/(sqrt(vhat) + epsilon); the step is tangent again after its scaling.
     *
     * @param tick what a step adds to the time
     * @param falling the rate over {@code rate} after so many steps
     */
    public static Stepper adam(
            Landscape landscape,
            double[] x,
            double rate,
            double beta1,
            double beta2,
            double epsilon,
            double tick,
            double tolerance,
            LongToDoubleFunction falling) {
        double forget = Math.max(1.0 - beta2, Double.MIN_NORMAL);
        Momentum method = new Momentum(x.length, rate, beta1, forget, epsilon, falling);
        return new Minimisation(landscape, x, tolerance, tick, method);
    }

    @Override
    public void step(Ground here) {
        double[] g = here.g();
        here.tangent(mean);
        double now = rate * falling.applyAsDouble(steps);
        steps++;
        if (forget > 0.0) scaled(g);
        else heavy(g);
        here.tangent(d);
        here.propose(-now, d);
        if (here.finite()) here.accept();
        else
            here.fail(
                    String.format(
                            Locale.ROOT,
                            "energy or gradient not finite after step %d at a learning rate of %.3g: try a smaller one",
                            steps,
                            now),
                    here.trialEnergy());
    }

    private void heavy(double[] g) {
        for (int i = 0; i < g.length; i++) {
            mean[i] = momentum * mean[i] + g[i];
            d[i] = mean[i];
        }
    }

    private void scaled(double[] g) {
        double first = 1.0 / (1.0 - Math.pow(momentum, steps));
        double second = 1.0 / (1.0 - Math.pow(1.0 - forget, steps));
        for (int i = 0; i < g.length; i++) {
            mean[i] = momentum * mean[i] + (1.0 - momentum) * g[i];
            square[i] = (1.0 - forget) * square[i] + forget * g[i] * g[i];
            d[i] = first * mean[i] / (Math.sqrt(second * square[i]) + epsilon);
        }
    }

    @Override
    public void save(Packed.Writer out) {
        out.put(mean).put(square).put(steps);
    }

    @Override
    public void load(Packed.Reader in) {
        in.read(mean);
        in.read(square);
        steps = in.readLong();
    }
}
