package rugged.landscape.network;

import rugged.meanfield.bayesian.HiddenUnit;
import rugged.num.kernel.Matrices;

/**
 * Outputs and gradients of a network of hidden layers and one readout for all examples of a part at once: products of matrices with the units in one loop between them. Weights W_l[n_{l-1} n_l] are stored row by row, input first; fields h_l = a_{l-1} W_l/sqrt(n_{l-1}), output f = a_L W_{L+1}/sqrt(n_L).
 * Allocates nothing after construction.
 */
final class PosteriorPass {
    private final Matrices matrices = Matrices.best();
    private final NetworkShape shape;
    private final HiddenUnit unit;
    private final int hidden;
    /** Inputs divided by sqrt(n_0), [P n_0]. */
    private final double[] inputs;
    /** Outputs a_l of hidden layer l [P n_l], and the slopes s' there; index 0 unused. */
    private final double[][] values;

    private final double[][] slopes;
    /** dE/dh of a layer. */
    private final double[][] errors;

    private final double[] outputs;
    private final double[] turned;

    /**
     * On the examples of one part.
     *
     * @param examples [count n_0], not changed
     */
    PosteriorPass(NetworkShape shape, HiddenUnit unit, double[] examples) {
        this.shape = shape;
        this.unit = unit;
        hidden = shape.depth() - 1;
        int width = shape.widths()[0];
        int count = examples.length / width;
        inputs = examples.clone();
        double scale = 1.0 / Math.sqrt(width);
        for (int i = 0; i < inputs.length; i++) inputs[i] *= scale;
        values = new double[hidden + 1][];
        slopes = new double[hidden + 1][];
        errors = new double[hidden + 1][];
        int largest = 0;
        for (int l = 1; l <= hidden; l++) {
            values[l] = new double[Math.multiplyExact(count, shape.widths()[l])];
            slopes[l] = new double[values[l].length];
            errors[l] = new double[values[l].length];
            if (l > 1) largest = Math.max(largest, shape.widths()[l - 1] * shape.widths()[l]);
        }
        values[0] = inputs;
        outputs = new double[count];
        turned = new double[largest];
    }

    /** f[count]: a live view. */
    double[] outputs() {
        return outputs;
    }

    /** a_L[count n_L], what the readout sees, before division by sqrt(n_L): a live view. */
    double[] features() {
        return values[hidden];
    }

    /** Inputs over sqrt(n_0). */
    double[] inputs() {
        return inputs;
    }

    /** Hidden layers alone: features. */
    void hidden(double[] x) {
        int count = outputs.length;
        for (int l = 1; l <= hidden; l++) {
            int from = shape.widths()[l - 1];
            int to = shape.widths()[l];
            double[] h = values[l];
            matrices.multiply(count, to, from, values[l - 1], 0, from, 1, x, shape.weights()[l], to, h, 0, to, false);
            if (l > 1) {
                double scale = 1.0 / Math.sqrt(from);
                for (int i = 0; i < h.length; i++) h[i] *= scale;
            }
            unit.apply(h, h.length, slopes[l]);
        }
    }

    /** Outputs. */
    void forward(double[] x) {
        hidden(x);
        int width = shape.widths()[hidden];
        int readout = shape.weights()[hidden + 1];
        double scale = 1.0 / Math.sqrt(width);
        double[] features = values[hidden];
        for (int p = 0; p < outputs.length; p++) {
            double s0 = 0.0;
            double s1 = 0.0;
            int at = p * width;
            int i = 0;
            for (; i + 2 <= width; i += 2) {
                s0 += features[at + i] * x[readout + i];
                s1 += features[at + i + 1] * x[readout + i + 1];
            }
            if (i < width) s0 += features[at + i] * x[readout + i];
            outputs[p] = scale * (s0 + s1);
        }
    }

    /** Adds to g[N] what follows from slopes r[count] = dE/df at the x of the last {@link #forward}. */
    void backward(double[] x, double[] r, double[] g) {
        top(x, r, g);
        int count = outputs.length;
        for (int l = hidden; l >= 1; l--) {
            int from = shape.widths()[l - 1];
            int to = shape.widths()[l];
            double[] error = errors[l];
            matrices.multiply(
                    from, to, count, values[l - 1], 0, 1, from, error, 0, to, g, shape.weights()[l], to, true);
            if (l > 1) down(x, l, from, to);
        }
    }

    /** The readout's part of the gradient and the errors of the last hidden layer. */
    private void top(double[] x, double[] r, double[] g) {
        int width = shape.widths()[hidden];
        int readout = shape.weights()[hidden + 1];
        double scale = 1.0 / Math.sqrt(width) / below(hidden);
        double whole = 1.0 / Math.sqrt(width);
        double[] a = values[hidden];
        double[] slope = slopes[hidden];
        double[] error = errors[hidden];
        for (int p = 0; p < r.length; p++) {
            double down = scale * r[p];
            double up = whole * r[p];
            int at = p * width;
            for (int i = 0; i < width; i++) {
                g[readout + i] += up * a[at + i];
                error[at + i] = down * x[readout + i] * slope[at + i];
            }
        }
    }

    /** sqrt(n_{l-1}) for the fields of layer l; those of the first are scaled in its inputs. */
    private double below(int l) {
        return l > 1 ? Math.sqrt(shape.widths()[l - 1]) : 1.0;
    }

    /** Errors of layer l - 1 from those of layer l, which hold its 1/sqrt(n) already. */
    private void down(double[] x, int l, int from, int to) {
        int at = shape.weights()[l];
        for (int j = 0; j < from; j++) for (int i = 0; i < to; i++) turned[i * from + j] = x[at + j * to + i];
        double[] error = errors[l - 1];
        matrices.multiply(outputs.length, from, to, errors[l], 0, to, 1, turned, 0, from, error, 0, from, false);
        double scale = 1.0 / below(l - 1);
        double[] slope = slopes[l - 1];
        for (int k = 0; k < error.length; k++) error[k] *= scale * slope[k];
    }
}
