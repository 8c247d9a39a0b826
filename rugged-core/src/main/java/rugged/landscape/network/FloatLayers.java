package rugged.landscape.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rugged.num.kernel.FloatRows;
import rugged.num.kernel.Matrices;

/**
 * Forward and backward through a network for up to a fixed number of examples at a time, in single precision, with the directional derivatives of both (the
 * R-operator, Pearlmutter 1994). Rows of all arrays are examples. Nothing is allocated after construction, except what directional derivatives need on their
 * first use. Cost for B examples and M parameters: forward B M multiply-adds, backward about 2 B M, directional ones twice that. {@code DoubleLayers} is made
 * from this file when the program is built; the methods are those of {@link NetworkPasses}.
 */
final class FloatLayers implements FloatPasses {
    private final NetworkShape shape;
    private final Activation activation;
    private final Matrices matrices = Matrices.best();
    private final int capacity;
    private final int depth;
    private final List<Tape> tapes = new ArrayList<>();
    private float[][] z;
    private float[][] a;
    private float[][] bare;
    private float[][] delta;
    private final float[][] transposed;
    private float[][] rz = new float[0][];
    private float[][] ra = new float[0][];
    private float[][] rdelta = new float[0][];
    private float[][] turned = new float[0][];
    private float[] scratch = new float[0];
    private float[] weights = new float[0];
    private float[] direction = new float[0];
    private int inputAt;
    /** Which layers' transposed weights, and transposed directions, are those of now. */
    private final boolean[] fresh;

    private final boolean[] freshDirections;
    private final float[] columns;
    private final float[] turnedRows;

    /** What the derivatives of a chunk of examples need: inputs and values of the units, and slopes of the loss before and after the activation. */
    private record Tape(float[][] z, float[][] a, float[][] bare, float[][] delta) {}

    FloatLayers(NetworkShape shape, Activation activation, int capacity) {
        this.shape = shape;
        this.activation = activation;
        this.capacity = capacity;
        depth = shape.depth();
        fresh = new boolean[depth + 1];
        freshDirections = new boolean[depth + 1];
        Tape first = new Tape(rows(), rows(), rows(), rows());
        tapes.add(first);
        z = first.z;
        a = first.a;
        bare = first.bare;
        delta = first.delta;
        transposed = transposes();
        columns = new float[FEW * shape.widest()];
        turnedRows = new float[FEW * shape.widest()];
    }

    private float[][] rows() {
        float[][] rows = new float[depth + 1][];
        for (int l = 1; l <= depth; l++) rows[l] = new float[capacity * shape.widths()[l]];
        rows[0] = new float[0];
        return rows;
    }

    private float[][] transposes() {
        float[][] all = new float[depth + 1][];
        for (int l = 0; l <= depth; l++) all[l] = new float[l < 2 ? 0 : shape.widths()[l - 1] * shape.widths()[l]];
        return all;
    }

    @Override
    public void at(float[] x) {
        weights = x;
        Arrays.fill(fresh, false);
    }

    @Override
    public void tape(int number, int from) {
        while (tapes.size() <= number) tapes.add(new Tape(rows(), rows(), rows(), rows()));
        Tape tape = tapes.get(number);
        z = tape.z;
        a = tape.a;
        bare = tape.bare;
        delta = tape.delta;
        inputAt = from;
    }

    @Override
    public float[] outputs() {
        return a[depth];
    }

    @Override
    public float[] slopes() {
        return delta[depth];
    }

    @Override
    public float[] directions() {
        return ra[depth];
    }

    @Override
    public float[] directionalSlopes() {
        return rdelta[depth];
    }

    @Override
    public void forward(float[] input, int from, int count) {
        a[0] = input;
        inputAt = from;
        for (int l = 1; l <= depth; l++) {
            int in = shape.widths()[l - 1];
            int out = shape.widths()[l];
            product(count, out, in, a[l - 1], start(l), weights, shape.weights()[l], z[l], false);
            affine(z[l], count, out, (float) shape.scales()[l], weights, shape.biases()[l]);
            if (l < depth) FloatElements.value(activation, z[l], a[l], count * out);
            else System.arraycopy(z[l], 0, a[l], 0, count * out);
        }
    }

    private int start(int l) {
        return l == 1 ? inputAt : 0;
    }

    /** C = A W with A[count, in] and W[in, out] at an offset. */
    private void product(
            int count, int out, int in, float[] from, int start, float[] w, int at, float[] to, boolean add) {
        matrices.multiply(count, out, in, from, start, in, 1, w, at, out, to, 0, out, add);
    }

    private static void affine(float[] z, int count, int out, float scale, float[] w, int bias) {
        if (scale != 1.0f) for (int i = 0; i < count * out; i++) z[i] *= scale;
        if (bias < 0) return;
        FloatRows.add(z, count, out, w, bias);
    }

    @Override
    public void backward(int count, float[] g, boolean add) {
        for (int l = depth; l >= 1; l--) {
            gradient(l, count, delta[l], g, add);
            if (l > 1) pull(l, count, delta, delta);
        }
    }

    /** Scales the slopes d of layer l, and writes or adds their share of the gradient. */
    private void gradient(int l, int count, float[] d, float[] g, boolean add) {
        collect(l, count, d, g, add);
        scale(d, count * shape.widths()[l], (float) shape.scales()[l]);
        parameters(l, count, a[l - 1], start(l), d, g, add);
    }

    /** From the scaled slopes of layer l to those of layer l - 1: before its activation into {@code raw}, after it into {@code to}. */
    private void pull(int l, int count, float[][] raw, float[][] to) {
        int in = shape.widths()[l - 1];
        back(l, count, to[l], weights, transposed, raw[l - 1], false);
        if (raw != to) System.arraycopy(raw[l - 1], 0, to[l - 1], 0, count * in);
        FloatElements.timesSlope(activation, z[l - 1], a[l - 1], to[l - 1], count * in);
    }

    /**
     * C (+)= D W^T with D[count, out] and W[in, out]. Few rows are turned instead of the matrix, C^T = W D^T; for many, the transposed matrix is kept until the
     * weights change. Both sum in the same order.
     */
    private void back(int l, int count, float[] d, float[] w, float[][] turnedW, float[] c, boolean add) {
        int in = shape.widths()[l - 1];
        int out = shape.widths()[l];
        if (!few(l, count)) {
            boolean[] known = turnedW == transposed ? fresh : freshDirections;
            if (!known[l]) transpose(l, w, turnedW[l]);
            known[l] = true;
            product(count, in, out, d, 0, turnedW[l], 0, c, add);
            return;
        }
        turn(d, count, out, columns);
        if (add) turn(c, count, in, turnedRows);
        matrices.multiply(in, count, out, w, shape.weights()[l], out, 1, columns, 0, count, turnedRows, 0, count, add);
        turn(turnedRows, in, count, c);
    }

    /** Whether it is cheaper to turn so many rows than the weights of a layer. */
    private boolean few(int l, int count) {
        int in = shape.widths()[l - 1];
        int out = shape.widths()[l];
        return count <= FEW && (long) count * (in + out) < (long) in * out;
    }

    private static void turn(float[] from, int rows, int columns, float[] to) {
        for (int i = 0; i < rows; i += TILE) {
            int end = Math.min(rows, i + TILE);
            for (int j = 0; j < columns; j++) for (int r = i; r < end; r++) to[j * rows + r] = from[r * columns + j];
        }
    }

    @Override
    public void slopesThroughout(int count) {
        for (int l = depth; l >= 1; l--) {
            scale(delta[l], count * shape.widths()[l], (float) shape.scales()[l]);
            if (l > 1) pull(l, count, bare, delta);
        }
    }

    @Override
    public void inputs(int layer, int count, double[] to) {
        int from = start(layer);
        for (int i = 0; i < count * shape.widths()[layer - 1]; i++) to[i] = a[layer - 1][from + i];
    }

    @Override
    public void slopes(int layer, int count, double[] to) {
        for (int i = 0; i < count * shape.widths()[layer]; i++) to[i] = delta[layer][i];
    }

    private static void scale(float[] values, int count, float factor) {
        if (factor != 1.0f) for (int i = 0; i < count; i++) values[i] *= factor;
    }

    /** g_W (+)= A^T D. */
    private void parameters(int l, int count, float[] from, int start, float[] d, float[] g, boolean add) {
        int in = shape.widths()[l - 1];
        int out = shape.widths()[l];
        matrices.multiply(in, out, count, from, start, 1, in, d, 0, out, g, shape.weights()[l], out, add);
    }

    /** g_b (+)= sum of rows of D. */
    private void collect(int l, int count, float[] d, float[] g, boolean add) {
        int bias = shape.biases()[l];
        if (bias < 0) return;
        int out = shape.widths()[l];
        if (!add) Arrays.fill(g, bias, bias + out, 0);
        FloatRows.sum(d, count, out, g, bias);
    }

    private void transpose(int l, float[] w, float[] to) {
        int in = shape.widths()[l - 1];
        int out = shape.widths()[l];
        int at = shape.weights()[l];
        for (int i = 0; i < in; i += TILE) {
            int end = Math.min(in, i + TILE);
            for (int k = 0; k < out; k++) for (int j = i; j < end; j++) to[k * in + j] = w[at + j * out + k];
        }
    }

    private static final int TILE = 8;
    /** Most rows that are turned instead of the weights. */
    private static final int FEW = 64;

    @Override
    public void squaredBackward(int count, float[] s, boolean add) {
        enlarge();
        for (int l = depth; l >= 1; l--) {
            int in = shape.widths()[l - 1];
            int out = shape.widths()[l];
            float scale = (float) shape.scales()[l];
            for (int i = 0; i < count * out; i++) scratch[i] = delta[l][i] * delta[l][i];
            collect(l, count, scratch, s, add);
            scale(scratch, count * out, scale * scale);
            squares(l, count, in, s, add);
            if (l == 1) return;
            scale(delta[l], count * out, scale);
            pull(l, count, delta, delta);
        }
    }

    private void squares(int l, int count, int in, float[] s, boolean add) {
        int base = capacity * shape.widest();
        int from = start(l);
        for (int i = 0; i < count * in; i++) scratch[base + i] = a[l - 1][from + i] * a[l - 1][from + i];
        parameters(l, count, scratch, base, scratch, s, add);
    }

    private void enlarge() {
        int needed = 2 * capacity * shape.widest();
        if (scratch.length < needed) scratch = new float[needed];
    }

    @Override
    public void along(float[] v) {
        if (rz.length == 0) {
            rz = rows();
            ra = rows();
            rdelta = rows();
            turned = transposes();
            ra[0] = new float[0];
        }
        direction = v;
        Arrays.fill(freshDirections, false);
    }

    @Override
    public void directional(int count) {
        for (int l = 1; l <= depth; l++) {
            int in = shape.widths()[l - 1];
            int out = shape.widths()[l];
            product(count, out, in, a[l - 1], start(l), direction, shape.weights()[l], rz[l], false);
            if (l > 1) product(count, out, in, ra[l - 1], 0, weights, shape.weights()[l], rz[l], true);
            affine(rz[l], count, out, (float) shape.scales()[l], direction, shape.biases()[l]);
            System.arraycopy(rz[l], 0, ra[l], 0, count * out);
            if (l < depth) FloatElements.timesSlope(activation, z[l], a[l], ra[l], count * out);
        }
    }

    @Override
    public void directionalBackward(int count, float[] hv, boolean add) {
        for (int l = depth; l >= 1; l--) {
            gradient(l, count, rdelta[l], hv, add);
            if (l == 1) return;
            int in = shape.widths()[l - 1];
            parameters(l, count, ra[l - 1], 0, delta[l], hv, true);
            back(l, count, rdelta[l], weights, transposed, rdelta[l - 1], false);
            back(l, count, delta[l], direction, turned, rdelta[l - 1], true);
            FloatElements.timesSlope(activation, z[l - 1], a[l - 1], rdelta[l - 1], count * in);
            FloatElements.addCurvature(
                    activation, z[l - 1], a[l - 1], rz[l - 1], bare[l - 1], rdelta[l - 1], count * in);
        }
    }

    @Override
    public void adjoint(int count, float[] g, boolean add) {
        for (int l = depth; l >= 1; l--) {
            gradient(l, count, rdelta[l], g, add);
            if (l > 1) pull(l, count, rdelta, rdelta);
        }
    }
}
