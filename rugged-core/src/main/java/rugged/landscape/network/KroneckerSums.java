package rugged.landscape.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rugged.api.model.DenseLayers.Dense;
import rugged.num.kernel.Matrices;

/**
 * Sums over examples of u u^T and d d^T for every layer: u = (inputs of the layer, 1/s where it has biases), d = s times the slope of the loss at its outputs,
 * s the scale of the layer. The factor is moved from one to the other because the passes hold scaled slopes; their outer product is the gradient all the same.
 */
final class KroneckerSums {
    private final NetworkShape shape;
    private final NetworkPasses pass;
    private final Matrices matrices = Matrices.best();
    private final List<Dense> dense;
    private final double[] rows;

    KroneckerSums(NetworkShape shape, NetworkPasses pass, int capacity) {
        this.shape = shape;
        this.pass = pass;
        dense = dense(shape);
        rows = new double[capacity * (shape.widest() + 1)];
    }

    static List<Dense> dense(NetworkShape shape) {
        List<Dense> all = new ArrayList<>();
        for (int l = 1; l <= shape.depth(); l++) {
            boolean constant = shape.biases()[l] >= 0;
            int inputs = shape.widths()[l - 1] + (constant ? 1 : 0);
            all.add(new Dense(shape.weights()[l], inputs, shape.widths()[l], constant));
        }
        return List.copyOf(all);
    }

    static void clear(double[][] a, double[][] s) {
        for (double[] factor : a) Arrays.fill(factor, 0.0);
        for (double[] factor : s) Arrays.fill(factor, 0.0);
    }

    /** Adds the examples of the last {@link NetworkPasses#forward} and {@link NetworkPasses#slopesThroughout}. */
    void add(int count, double weight, double[][] a, double[][] s) {
        double root = Math.sqrt(weight);
        for (int l = 1; l <= shape.depth(); l++) {
            Dense layer = dense.get(l - 1);
            pass.inputs(l, count, rows);
            if (layer.inputs() > shape.widths()[l - 1]) widen(count, layer.inputs(), 1.0 / shape.scales()[l]);
            square(count, layer.inputs(), root, a[l - 1]);
            pass.slopes(l, count, rows);
            square(count, layer.outputs(), root, s[l - 1]);
        }
    }

    /** Gives every row one number more. */
    private void widen(int count, int width, double constant) {
        for (int p = count - 1; p >= 0; p--) {
            System.arraycopy(rows, p * (width - 1), rows, p * width, width - 1);
            rows[p * width + width - 1] = constant;
        }
    }

    private void square(int count, int width, double root, double[] to) {
        for (int i = 0; i < count * width; i++) rows[i] *= root;
        matrices.multiply(width, width, count, rows, 0, 1, width, rows, 0, width, to, 0, width, true);
    }
}
