package rugged.landscape.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Passes in single precision. Parameters and inputs are rounded on their way in; outputs, and what is added to gradients, are widened on their way out, so that
 * sums over chunks of examples are in double precision. Relative error of a gradient about 1e-6.
 */
public final class SinglePrecisionPass implements NetworkPasses {
    private final FloatPasses layers;
    private final int width;
    private final int outputs;
    private final int capacity;
    private final float[] weights;
    private final float[] sum;
    private final List<float[]> inputs = new ArrayList<>();
    private float[] input;
    private final double[] o;
    private final double[] slopes;
    private final double[] directions;
    private final double[] directionalSlopes;
    private float[] direction = new float[0];

    /**
     * Around passes.
     *
     * @param width d
     * @param outputs K
     * @param parameters M
     * @param capacity most examples at a time
     */
    public SinglePrecisionPass(FloatPasses layers, int width, int outputs, int parameters, int capacity) {
        this.layers = layers;
        this.capacity = capacity;
        this.width = width;
        this.outputs = outputs;
        weights = new float[parameters];
        sum = new float[parameters];
        input = new float[capacity * width];
        inputs.add(input);
        o = new double[capacity * outputs];
        slopes = new double[capacity * outputs];
        directions = new double[capacity * outputs];
        directionalSlopes = new double[capacity * outputs];
    }

    @Override
    public void at(double[] x) {
        narrow(x, 0, weights, x.length);
        layers.at(weights);
    }

    private static void narrow(double[] from, int at, float[] to, int count) {
        for (int i = 0; i < count; i++) to[i] = (float) from[at + i];
    }

    private static void widen(float[] from, double[] to, int count) {
        for (int i = 0; i < count; i++) to[i] = from[i];
    }

    private void widen(double[] g, boolean add) {
        if (add) for (int i = 0; i < sum.length; i++) g[i] += sum[i];
        else widen(sum, g, sum.length);
    }

    @Override
    public void forward(double[] examples, int from, int count) {
        narrow(examples, from, input, count * width);
        layers.forward(input, 0, count);
        widen(layers.outputs(), o, count * outputs);
    }

    @Override
    public double[] outputs() {
        return o;
    }

    @Override
    public double[] slopes() {
        return slopes;
    }

    @Override
    public void backward(int count, double[] g, boolean add) {
        narrow(slopes, 0, layers.slopes(), count * outputs);
        layers.backward(count, sum, false);
        widen(g, add);
    }

    @Override
    public void squaredBackward(int count, double[] s, boolean add) {
        narrow(slopes, 0, layers.slopes(), count * outputs);
        layers.squaredBackward(count, sum, false);
        widen(s, add);
    }

    @Override
    public void tape(int number, int from) {
        while (inputs.size() <= number) inputs.add(new float[capacity * width]);
        input = inputs.get(number);
        layers.tape(number, 0);
        widen(layers.outputs(), o, capacity * outputs);
    }

    @Override
    public void slopesThroughout(int count) {
        narrow(slopes, 0, layers.slopes(), count * outputs);
        layers.slopesThroughout(count);
    }

    @Override
    public void inputs(int layer, int count, double[] to) {
        layers.inputs(layer, count, to);
    }

    @Override
    public void slopes(int layer, int count, double[] to) {
        layers.slopes(layer, count, to);
    }

    @Override
    public void along(double[] v) {
        if (direction.length == 0) direction = new float[v.length];
        narrow(v, 0, direction, v.length);
        layers.along(direction);
    }

    @Override
    public void directional(int count) {
        layers.directional(count);
        widen(layers.directions(), directions, count * outputs);
    }

    @Override
    public double[] directions() {
        return directions;
    }

    @Override
    public double[] directionalSlopes() {
        return directionalSlopes;
    }

    @Override
    public void directionalBackward(int count, double[] hv, boolean add) {
        narrow(directionalSlopes, 0, layers.directionalSlopes(), count * outputs);
        layers.directionalBackward(count, sum, false);
        widen(hv, add);
    }

    @Override
    public void adjoint(int count, double[] g, boolean add) {
        narrow(directionalSlopes, 0, layers.directionalSlopes(), count * outputs);
        layers.adjoint(count, sum, false);
        widen(g, add);
    }
}
