package rugged.num.kinetics;

import rugged.num.kernel.Matrices;

/**
 * Takes states out of a network in which nearly all are neighbours, in blocks of 32 whose effect on those that follow is a product of matrices. A row holds probabilities of going to each state, then of ending in each class; below the
 * diagonal it ends as the factors P_ux/(1 - P_xx). What stands on the diagonal, the probability of staying, is never read.
 */
final class DenseReduction {
    private static final int BLOCK = 32;

    private final Matrices matrices = Matrices.best();
    private final int[] state;
    private final int m;
    private final int width;
    private final double[] w;
    private final double[] leaving;

    DenseReduction(int[] state, int classes, double[] w) {
        this.state = state;
        this.w = w;
        m = state.length;
        width = m + classes;
        leaving = new double[m];
    }

    void reduce() {
        double[] factors = new double[m * BLOCK];
        for (int from = 0; from < m; from += BLOCK) {
            int to = Math.min(m, from + BLOCK);
            for (int i = from; i < to; i++) remove(i, to);
            int block = to - from;
            for (int u = to; u < m; u++) System.arraycopy(w, u * width + from, factors, (u - to) * block, block);
            matrices.multiply(
                    m - to,
                    width - to,
                    block,
                    factors,
                    0,
                    block,
                    1,
                    w,
                    from * width + to,
                    width,
                    w,
                    to * width + to,
                    width,
                    true);
        }
    }

    /** Takes out state i of a block that ends at {@code to}: all of the rows of the block, and of other rows what lies in the block. */
    private void remove(int i, int to) {
        int row = i * width;
        double sum = 0.0;
        for (int j = i + 1; j < width; j++) sum += w[row + j];
        leaving[i] = leaving(sum, state[i]);
        for (int u = i + 1; u < m; u++) {
            int at = u * width;
            double f = w[at + i] / sum;
            w[at + i] = f;
            int end = u < to ? width : to;
            for (int j = i + 1; j < end; j++) w[at + j] += f * w[row + j];
        }
    }

    void forward(double[] t) {
        for (int u = 1; u < m; u++) {
            double sum = t[state[u]];
            for (int i = 0; i < u; i++) sum += w[u * width + i] * t[state[i]];
            t[state[u]] = sum;
        }
    }

    void start(double[] q, int inClass) {
        for (int i = 0; i < m; i++) q[state[i]] = w[i * width + m + inClass];
    }

    void back(double[] t) {
        for (int i = m - 1; i >= 0; i--) {
            double sum = t[state[i]];
            for (int j = i + 1; j < m; j++) sum += w[i * width + j] * t[state[j]];
            t[state[i]] = sum / leaving[i];
        }
    }

    static double leaving(double sum, int x) {
        if (!(sum > 0.0))
            throw new ArithmeticException("the probability of leaving state " + x + " is below what a double holds");
        return sum;
    }
}
