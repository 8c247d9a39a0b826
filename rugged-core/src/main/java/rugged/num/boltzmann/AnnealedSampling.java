package rugged.num.boltzmann;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import rugged.num.kernel.DoubleExponentials;

/**
 * ln Z of a machine of bits by annealed importance sampling: independent chains pass through the laws
 *
 * <pre>p_beta(v) ~ exp((1 - beta) a0 v + beta a v) prod_j (1 + e^{beta phi_j(v)}),   beta = 0 ... 1,</pre>
 *
 * <p>from independent bits of fields a0, whose ln Z_0 = Nh ln 2 + sum_i ln(1 + e^{a0_i}) is known, by one sweep at each. The mean of the weights exp(sum_k ln p_k(v_k) - ln p_{k-1}(v_k)) is Z/Z_0 without bias, so that its logarithm is too low where few chains carry it: the error, of the mean over chains,
 * is then large. beta is evenly spaced. Cost: 2 K Nv Nh multiply-adds a chain.
 *
 * <p>Source: Neal, Stat. Comput. 11, 125 (2001); Salakhutdinov and Murray, Proc. 25th ICML, 872 (2008).
 */
public final class AnnealedSampling {
    private final BitMachine machine;
    private final DoubleTwoLayers layers;
    private final int chains;
    private final double[] v;
    private final double[] h;
    private final double[] phi;
    private final double[] psi;
    private final double[] scaled;
    private final double[] free;
    private final double[] weights;

    /** An estimate with the standard error of its chains. */
    public record Estimate(double value, double error) {}

    public AnnealedSampling(BitMachine machine, int chains) {
        this.machine = machine;
        this.chains = chains;
        layers = new DoubleTwoLayers(machine);
        v = new double[chains * machine.visible()];
        psi = new double[chains * machine.visible()];
        h = new double[chains * machine.hidden()];
        phi = new double[chains * machine.hidden()];
        scaled = new double[chains * machine.hidden()];
        free = new double[chains * machine.hidden()];
        weights = new double[chains];
    }

    /**
     * ln Z at y.
     *
     * @param base a0[Nv]
     * @param steps K, how many laws follow the first
     */
    public Estimate logPartition(double[] y, double[] base, int steps, RandomGenerator random) {
        int visible = machine.visible();
        int hidden = machine.hidden();
        layers.at(y);
        Arrays.fill(weights, 0.0);
        for (int c = 0; c < chains; c++) System.arraycopy(base, 0, psi, c * visible, visible);
        DoubleTwoLayers.chances(psi, chains * visible, v);
        DoubleTwoLayers.draw(v, chains * visible, random, v);
        for (int k = 1; k <= steps; k++) {
            double beta = (double) k / steps;
            layers.hiddenFields(v, chains, phi);
            weigh(y, base, beta, 1.0 / steps);
            if (k == steps) break;
            DoubleTwoLayers.chances(scaled, chains * hidden, h);
            DoubleTwoLayers.draw(h, chains * hidden, random, h);
            layers.visibleFields(h, chains, psi);
            for (int c = 0; c < chains; c++)
                for (int i = 0; i < visible; i++)
                    psi[c * visible + i] = beta * psi[c * visible + i] + (1.0 - beta) * base[i];
            DoubleTwoLayers.chances(psi, chains * visible, v);
            DoubleTwoLayers.draw(v, chains * visible, random, v);
        }
        double start = hidden * Math.log(2.0);
        for (double field : base) start += BitMachine.softplus(field);
        return estimate(start);
    }

    /** Adds ln p_beta - ln p_{beta - step} of each chain; leaves beta times its fields in {@code scaled}. */
    private void weigh(double[] y, double[] base, double beta, double step) {
        int visible = machine.visible();
        int hidden = machine.hidden();
        addFree(beta - step, -1.0);
        addFree(beta, 1.0);
        for (int c = 0; c < chains; c++) {
            double field = 0.0;
            for (int i = 0; i < visible; i++) field += v[c * visible + i] * (y[machine.a() + i] - base[i]);
            weights[c] += step * field;
        }
        for (int k = 0; k < chains * hidden; k++) scaled[k] = beta * phi[k];
    }

    private void addFree(double beta, double sign) {
        int hidden = machine.hidden();
        for (int k = 0; k < chains * hidden; k++) scaled[k] = beta * phi[k];
        DoubleExponentials.softplus(scaled, free, chains * hidden);
        for (int c = 0; c < chains; c++) {
            double sum = 0.0;
            for (int j = 0; j < hidden; j++) sum += free[c * hidden + j];
            weights[c] += sign * sum;
        }
    }

    /** ln of the mean weight, with the relative standard error of that mean. */
    private Estimate estimate(double start) {
        double top = Arrays.stream(weights).max().orElseThrow();
        double mean = 0.0;
        double square = 0.0;
        for (double weight : weights) {
            double one = Math.exp(weight - top);
            mean += one / chains;
            square += one * one / chains;
        }
        double variance = Math.max(0.0, square - mean * mean) / (chains - 1.0);
        return new Estimate(start + top + Math.log(mean), Math.sqrt(variance) / mean);
    }
}
