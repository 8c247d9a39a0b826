package rugged.num.boltzmann;

import java.util.Arrays;
import rugged.num.kernel.DoubleExponentials;
import rugged.num.kernel.Matrices;

/**
 * ln Z and the means of a machine of bits by a sum over the configurations of its smaller layer alone: given these, each bit of the other is free in its field psi, of weight 1 + e^psi. Configurations are taken in blocks, so that
 * fields and means are products of matrices. 2^min(Nv, Nh) Nv Nh multiply-adds for ln Z, twice that with means; relative rounding of Z about 1e-14. Scratch: two blocks.
 */
public final class MachineSum {
    /** The most bits of the smaller layer. */
    public static final int MOST = 20;

    private static final int BLOCK_BITS = 8;

    private final BitMachine machine;
    private final boolean turned;
    private final int few;
    private final int many;
    private final int block;
    private final Matrices matrices = Matrices.best();
    /** W with the smaller layer as rows [few many]. */
    private final double[] w;

    private final double[] bits;
    private final double[] psi;
    private final double[] free;
    private final double[] weights;
    private final double[] pairs;
    private double top;
    private double total;

    public MachineSum(BitMachine machine) {
        this.machine = machine;
        turned = machine.hidden() <= machine.visible();
        few = Math.min(machine.visible(), machine.hidden());
        many = Math.max(machine.visible(), machine.hidden());
        if (few > MOST) throw new IllegalArgumentException("2^" + few + " configurations are too many");
        block = 1 << Math.min(few, BLOCK_BITS);
        w = new double[few * many];
        bits = new double[block * (few + 1)];
        psi = new double[block * many];
        free = new double[block * many];
        weights = new double[block];
        pairs = new double[(few + 1) * many];
    }

    /** ln Z. y is not modified. */
    public double logPartition(double[] y) {
        return run(y, false);
    }

    /** Overwrites means[size] with &lt;v_i h_j&gt;, &lt;v_i&gt; and &lt;h_j&gt; where the parameters W_ij, a_i, b_j are; returns ln Z. */
    public double means(double[] y, double[] means) {
        double logZ = run(y, true);
        int hidden = machine.hidden();
        int ofFew = turned ? machine.b() : machine.a();
        int ofMany = turned ? machine.a() : machine.b();
        for (int k = 0; k < few; k++)
            for (int l = 0; l < many; l++)
                means[turned ? l * hidden + k : k * hidden + l] = pairs[k * many + l] / total;
        for (int l = 0; l < many; l++) means[ofMany + l] = pairs[few * many + l] / total;
        for (int k = 0; k < few; k++) means[ofFew + k] = fewMeans[k] / total;
        return logZ;
    }

    private final double[] fewMeans = new double[MOST];

    private double run(double[] y, boolean withMeans) {
        take(y);
        top = Double.NEGATIVE_INFINITY;
        total = 0.0;
        Arrays.fill(pairs, 0.0);
        Arrays.fill(fewMeans, 0.0);
        for (long from = 0; from < 1L << few; from += block) {
            configurations(from);
            matrices.multiply(block, many, few, bits, 0, few + 1, 1, w, 0, many, psi, 0, many, false);
            weigh(y);
            if (withMeans) collect();
            for (double one : weights) total += one;
        }
        return top + Math.log(total);
    }

    private void take(double[] y) {
        int hidden = machine.hidden();
        for (int k = 0; k < few; k++)
            for (int l = 0; l < many; l++) w[k * many + l] = turned ? y[l * hidden + k] : y[k * hidden + l];
    }

    /** The binary digits of from, from + 1, ..., and a constant 1. */
    private void configurations(long from) {
        for (int r = 0; r < block; r++) {
            for (int k = 0; k < few; k++) bits[r * (few + 1) + k] = (from + r) >> k & 1;
            bits[r * (few + 1) + few] = 1.0;
        }
    }

    /** The weight of each configuration of the block, relative to the largest so far. */
    private void weigh(double[] y) {
        int ofMany = turned ? machine.a() : machine.b();
        int ofFew = turned ? machine.b() : machine.a();
        for (int r = 0; r < block; r++) for (int l = 0; l < many; l++) psi[r * many + l] += y[ofMany + l];
        DoubleExponentials.softplus(psi, free, block * many);
        double largest = top;
        for (int r = 0; r < block; r++) {
            double sum = 0.0;
            for (int k = 0; k < few; k++) sum += bits[r * (few + 1) + k] * y[ofFew + k];
            for (int l = 0; l < many; l++) sum += free[r * many + l];
            weights[r] = sum;
            largest = Math.max(largest, sum);
        }
        if (largest > top) {
            double less = Math.exp(top - largest);
            total *= less;
            for (int k = 0; k < pairs.length; k++) pairs[k] *= less;
            for (int k = 0; k < few; k++) fewMeans[k] *= less;
            top = largest;
        }
        for (int r = 0; r < block; r++) weights[r] = Math.exp(weights[r] - top);
    }

    /** Adds what the block has to say of the means. */
    private void collect() {
        for (int r = 0; r < block; r++) {
            Arrays.fill(free, r * many, (r + 1) * many, weights[r]);
            for (int k = 0; k < few; k++) fewMeans[k] += weights[r] * bits[r * (few + 1) + k];
        }
        DoubleExponentials.timesLogistic(psi, free, block * many);
        matrices.multiply(few + 1, many, block, bits, 0, 1, few + 1, free, 0, many, pairs, 0, many, true);
    }
}
