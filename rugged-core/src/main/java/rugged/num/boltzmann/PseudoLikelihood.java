package rugged.num.boltzmann;

import java.util.Arrays;

/**
 * Minus the logarithm of the pseudo-likelihood of one configuration of bits, sum_i -ln p(v_i | all others), over all Nv units, with its gradient. With D_i = F(v with bit i turned) - F(v) a term is
 * ln(1 + e^{-D_i}), and
 *
 * <pre>D_i = -a_i d_i - sum_j ln(1 - p_j + p_j e^{d_i W_ij}),   d_i = 1 - 2 v_i,   p_j = P(h_j = 1 | v).</pre>
 *
 * <p>The numbers e^{+-W_ij} are tabulated once for all examples, and products are taken in place of sums of logarithms: about 4 Nv Nh operations an example, 12 with its gradient, no exponential of a pair. The scale is that of ln p(v): Nv times
 * the mean over units.
 */
public final class PseudoLikelihood {
    /** The largest logarithm of a product. */
    private static final double LARGEST = 600.0;

    private static final int MOST_FACTORS = 64;

    private final BitMachine machine;
    private final int visible;
    private final int hidden;
    private double[] y = new double[0];
    /** e^{W_ij} and e^{-W_ij}, hidden units as rows. */
    private final double[] up;

    private final double[] down;
    private final double[] p;
    /** 1 - p, to full relative precision. */
    private final double[] q;

    private final double[] one;
    private final double[] zero;
    private final double[] product;
    private final double[] cost;
    private final double[] share;
    private final double[] slope;
    private final double[] part;
    /** Gradient with hidden units as rows. */
    private double[] turned = new double[0];

    private int factors = 1;

    public PseudoLikelihood(BitMachine machine) {
        this.machine = machine;
        visible = machine.visible();
        hidden = machine.hidden();
        up = new double[visible * hidden];
        down = new double[visible * hidden];
        p = new double[hidden];
        q = new double[hidden];
        one = new double[visible];
        zero = new double[visible];
        product = new double[visible];
        cost = new double[visible];
        share = new double[visible];
        slope = new double[visible];
        part = new double[visible];
    }

    /** Nv. */
    public int visible() {
        return visible;
    }

    /** Goes to the parameters y, which are kept and must not change until the next call. */
    public void at(double[] parameters) {
        y = parameters;
        double largest = 0.0;
        for (int i = 0; i < visible; i++) {
            for (int j = 0; j < hidden; j++) {
                double w = y[i * hidden + j];
                up[j * visible + i] = Math.exp(w);
                down[j * visible + i] = Math.exp(-w);
                largest = Math.max(largest, Math.abs(w));
            }
        }
        factors = (int) Math.clamp(LARGEST / largest, 1.0, MOST_FACTORS);
    }

    /** Of the configuration bits[from ... from + Nv), from the costs of turning each of its bits. */
    public double value(byte[] bits, int from) {
        costs(bits, from);
        double sum = 0.0;
        for (int i = 0; i < visible; i++) sum += BitMachine.softplus(-cost[i]);
        return sum;
    }

    /** The term of one unit alone; Nv times that of a random unit is an unbiased estimate of the whole. About Nv Nh operations. */
    public double term(byte[] bits, int from, int unit) {
        machine.fields(y, bits, from, p);
        double d = 1.0 - 2.0 * bits[from + unit];
        double sum = -d * y[machine.a() + unit];
        for (int j = 0; j < hidden; j++)
            sum += BitMachine.softplus(p[j]) - BitMachine.softplus(p[j] + d * y[unit * hidden + j]);
        return BitMachine.softplus(-sum);
    }

    private void costs(byte[] bits, int from) {
        machine.fields(y, bits, from, p);
        for (int j = 0; j < hidden; j++) {
            q[j] = BitMachine.logistic(-p[j]);
            p[j] = BitMachine.logistic(p[j]);
        }
        int a = machine.a();
        for (int i = 0; i < visible; i++) {
            one[i] = bits[from + i];
            zero[i] = 1.0 - one[i];
            cost[i] = -(1.0 - 2.0 * one[i]) * y[a + i];
        }
        for (int first = 0; first < hidden; first += factors) {
            Arrays.fill(product, 1.0);
            for (int j = first; j < Math.min(hidden, first + factors); j++) multiply(j * visible, p[j], q[j]);
            for (int i = 0; i < visible; i++) cost[i] -= Math.log(product[i]);
        }
    }

    private void multiply(int row, double chance, double rest) {
        for (int i = 0; i < visible; i++)
            product[i] *= rest + chance * (zero[i] * up[row + i] + one[i] * down[row + i]);
    }

    /** Begins a gradient. */
    public void begin() {
        if (turned.length == 0) turned = new double[visible * hidden];
        Arrays.fill(turned, 0.0);
    }

    /** As {@link #value}; adds the gradient to g (of a and b) and to what {@link #end} will add (of W). */
    public double add(byte[] bits, int from, double[] g) {
        double sum = value(bits, from);
        int a = machine.a();
        int b = machine.b();
        for (int i = 0; i < visible; i++) {
            share[i] = BitMachine.logistic(-cost[i]);
            slope[i] = share[i] * (1.0 - 2.0 * one[i]);
            g[a + i] += slope[i];
        }
        for (int j = 0; j < hidden; j++) {
            double field = pull(j * visible, p[j], q[j]);
            g[b + j] += field;
            for (int i = 0; i < visible; i++) turned[j * visible + i] += field * one[i];
        }
        return sum;
    }

    /** Adds slope_i p'_ij, p' the chance of hidden unit j with bit i turned, and returns sum_i share_i (p'_ij - p_j). */
    private double pull(int row, double chance, double rest) {
        for (int i = 0; i < visible; i++) {
            double weight = chance * (zero[i] * up[row + i] + one[i] * down[row + i]);
            double other = weight / (rest + weight);
            turned[row + i] += slope[i] * other;
            part[i] = share[i] * (other - chance);
        }
        double sum = 0.0;
        for (double term : part) sum += term;
        return sum;
    }

    /** Adds the gradient of W to g. */
    public void end(double[] g) {
        for (int i = 0; i < visible; i++) for (int j = 0; j < hidden; j++) g[i * hidden + j] += turned[j * visible + i];
    }
}
