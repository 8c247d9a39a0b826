package rugged.landscape.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rugged.api.model.Supervised.Part;
import rugged.meanfield.kernel.WideKernels;
import rugged.meanfield.kernel.WideLayer;
import rugged.num.kernel.Matrices;

/**
 * The tangent kernel of dense layers, layer by layer: the gradient of an output by W_l is the outer product of the inputs a of the layer and of d, the slopes of the output at what it makes of them, so that
 *
 * <pre>Theta(x, x') = (1/K) sum_k sum_l (a.a' + 1/s_l^2) (d_k.d'_k),</pre>
 *
 * <p>d with the scale s_l of the layer, 1/s_l^2 where it has biases. Gradients are never written down. Cost for P points of each side: P^2 (n_{l-1} + K n_l) multiply-adds a layer, half of that for a point set with itself; memory 16 L P^2 bytes.
 */
final class TangentSums {
    private static final int STRIP = 96;

    private final NetworkShape shape;
    private final NetworkSweep sweep;
    private final Matrices matrices = Matrices.best();

    TangentSums(NetworkShape shape, NetworkSweep sweep) {
        this.shape = shape;
        this.sweep = sweep;
    }

    /** Of f, without a factor of the outputs. */
    void kernel(double[] x, Part rowPart, int rows, Part columnPart, int columns, double[] k) {
        boolean same = rowPart == columnPart && rows == columns;
        sweep.begin(x);
        int depth = shape.depth();
        double[][] inputs = new double[depth + 1][];
        double[][] slopes = new double[depth + 1][];
        for (int l = 1; l <= depth; l++) {
            inputs[l] = new double[rows * columns];
            gram(inputsOf(l, rowPart, rows), rows, inputsOf(l, columnPart, columns), columns, inputs[l], false, same);
            if (l < depth) slopes[l] = new double[rows * columns];
        }
        for (int o = 0; o < shape.outputs() && depth > 1; o++) {
            double[][] left = slopesOf(o, rowPart, rows);
            double[][] right = same ? left : slopesOf(o, columnPart, columns);
            for (int l = 1; l < depth; l++) gram(left[l], rows, right[l], columns, slopes[l], true, same);
        }
        sum(inputs, slopes, k, rows * columns);
        if (same) for (int i = 0; i < rows; i++) for (int j = i + 1; j < rows; j++) k[i * rows + j] = k[j * rows + i];
    }

    private void sum(double[][] inputs, double[][] slopes, double[] k, int count) {
        Arrays.fill(k, 0, count, 0.0);
        int depth = shape.depth();
        for (int l = 1; l <= depth; l++) {
            double scale = shape.scales()[l] * shape.scales()[l];
            double bias = shape.biases()[l] < 0 ? 0.0 : 1.0 / scale;
            double[] a = inputs[l];
            if (l == depth) for (int i = 0; i < count; i++) k[i] += scale * (a[i] + bias);
            else {
                double[] d = slopes[l];
                double each = 1.0 / shape.outputs();
                for (int i = 0; i < count; i++) k[i] += each * d[i] * (a[i] + bias);
            }
        }
    }

    /** What a layer is given, [count n_{l-1}]. */
    private double[] inputsOf(int layer, Part part, int count) {
        int n = shape.widths()[layer - 1];
        double[] all = new double[count * n];
        double[] some = new double[sweep.chunk * n];
        for (int from = 0; from < count; from += sweep.chunk) {
            int there = sweep.forward(part, from);
            sweep.pass.inputs(layer, there, some);
            System.arraycopy(some, 0, all, from * n, Math.min(there, count - from) * n);
        }
        return all;
    }

    /** The slopes of an output at all layers but the last, times their scales: [l][count n_l]. */
    private double[][] slopesOf(int output, Part part, int count) {
        int k = shape.outputs();
        double[][] all = new double[shape.depth()][];
        for (int l = 1; l < shape.depth(); l++) all[l] = new double[count * shape.widths()[l]];
        double[] some = new double[sweep.chunk * shape.widest()];
        for (int from = 0; from < count; from += sweep.chunk) {
            int there = sweep.forward(part, from);
            Arrays.fill(sweep.pass.slopes(), 0, there * k, 0.0);
            for (int p = 0; p < there; p++) sweep.pass.slopes()[p * k + output] = 1.0;
            sweep.pass.slopesThroughout(there);
            for (int l = 1; l < shape.depth(); l++) {
                int n = shape.widths()[l];
                sweep.pass.slopes(l, there, some);
                System.arraycopy(some, 0, all[l], from * n, Math.min(there, count - from) * n);
            }
        }
        return all;
    }

    /** C (+)= A B^T, no farther than the diagonal where both are the same. */
    private void gram(double[] a, int rows, double[] b, int columns, double[] c, boolean add, boolean same) {
        if (rows == 0 || columns == 0) return;
        int n = a.length / rows;
        double[] turned = new double[b.length];
        for (int j = 0; j < columns; j++) for (int i = 0; i < n; i++) turned[i * columns + j] = b[j * n + i];
        for (int from = 0; from < rows; from += STRIP) {
            int end = Math.min(rows, from + STRIP);
            int until = same ? end : columns;
            matrices.multiply(
                    end - from, until, n, a, from * n, n, 1, turned, 0, columns, c, from * columns, columns, add);
        }
    }

    /** The kernel that this becomes where hidden layers are wide. */
    void wide(Part rowPart, int rows, Part columnPart, int columns, double[] k) {
        List<WideLayer> layers = new ArrayList<>();
        for (int l = 1; l <= shape.depth(); l++) {
            double trained = shape.scales()[l] * shape.scales()[l] * shape.widths()[l - 1];
            double deviation = shape.deviations()[l];
            layers.add(new WideLayer(trained * deviation * deviation, trained, 0.0, shape.biases()[l] < 0 ? 0.0 : 1.0));
        }
        int d = shape.widths()[0];
        double[] first = Arrays.copyOf(inputs(rowPart), rows * d);
        boolean same = rowPart == columnPart && rows == columns;
        WideKernels wide = same
                ? WideKernels.of(sweep.setting.activation().wide(), layers, first, d)
                : WideKernels.of(
                        sweep.setting.activation().wide(),
                        layers,
                        first,
                        Arrays.copyOf(inputs(columnPart), columns * d),
                        d);
        System.arraycopy(wide.tangent(), 0, k, 0, rows * columns);
    }

    private double[] inputs(Part part) {
        return part == Part.TRAIN ? sweep.data.inputs() : sweep.data.testInputs();
    }
}
