package rugged.meanfield.bayesian;

import java.util.Arrays;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;
import rugged.num.Cholesky;

/**
 * Several layers of units that are not linear: the covariance of fields goes from layer to layer as C_{l+1} = q_l kappa(C_l)/lambda_l, and the action has the form of {@link KernelSaddle} with the covariance of outputs C_{L+1}. An approximation (its authors' word): the fields of a deeper layer are not Gaussian at finite
 * width. Found by minimising over one ln q_l after the other until none moves by 1e-7; each evaluation takes L P^2 kernels and P^3/6 multiply-adds.
 *
 * <p>Source: Pacelli et al., Nat. Mach. Intell. 5, 1497 (2023).
 */
public final class DeepSaddle {
    private static final double REACH = 9.0;
    private static final double STILL = 1e-7;
    private static final int MOST_ROUNDS = 100;
    private static final int EVALUATIONS = 400;

    private final HiddenUnit unit;
    private final double[] decays;
    private final double[] labels;
    private final double temperature;
    private final double[] alphas;
    private final Covariances none;

    /**
     * Of a network.
     *
     * @param decays lambda_l behind hidden layer l: of the next layer's weights, that of the readout last
     * @param inputs covariances of the fields of the first layer
     */
    public DeepSaddle(
            HiddenUnit unit,
            double[] decays,
            Covariances inputs,
            double[] labels,
            double temperature,
            double[] alphas) {
        this.unit = unit;
        this.decays = decays.clone();
        this.labels = labels;
        this.temperature = temperature;
        this.alphas = alphas.clone();
        none = new Covariances(inputs.learnt(), new double[0], new double[0]);
    }

    /** Covariances of outputs with the given q_l. */
    public static Covariances outputs(HiddenUnit unit, double[] decays, Covariances inputs, double[] q) {
        Covariances c = inputs;
        for (int l = 0; l < q.length; l++) c = c.through(unit, q[l] / decays[l]);
        return c;
    }

    /** The saddle; {@code roots} is 1. */
    public KernelSaddle solve() {
        double[] logs = new double[alphas.length];
        double action = Double.NaN;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double moved = 0.0;
            for (int l = 0; l < logs.length; l++) {
                double before = logs[l];
                int layer = l;
                double reach = round == 0 ? REACH : 0.5;
                var best = new BrentOptimizer(1e-9, 1e-10)
                        .optimize(
                                new MaxEval(EVALUATIONS),
                                GoalType.MINIMIZE,
                                new SearchInterval(before - reach, before + reach, before),
                                new UnivariateObjectiveFunction(x -> {
                                    double[] there = logs.clone();
                                    there[layer] = x;
                                    return action(there);
                                }));
                logs[l] = best.getPoint();
                action = best.getValue();
                moved = Math.max(moved, Math.abs(logs[l] - before));
            }
            if (moved < STILL)
                return new KernelSaddle(Arrays.stream(logs).map(Math::exp).toArray(), action, 1);
        }
        throw new ArithmeticException("the saddle of a deep network was not found in " + MOST_ROUNDS + " rounds");
    }

    private double action(double[] logs) {
        double[] q = Arrays.stream(logs).map(Math::exp).toArray();
        int p = labels.length;
        double[] a = outputs(unit, decays, none, q).learnt();
        for (int i = 0; i < p; i++) a[i * p + i] += temperature;
        Cholesky factor = new Cholesky();
        if (!factor.decompose(a, p)) return Double.POSITIVE_INFINITY;
        double[] solved = labels.clone();
        factor.solve(solved);
        double sum = 0.0;
        for (int i = 0; i < p; i++) sum += 2.0 * Math.log(a[i * p + i]) + labels[i] * solved[i];
        double action = sum / p;
        for (int l = 0; l < q.length; l++) action += (q[l] - logs[l]) / alphas[l];
        return action;
    }
}
