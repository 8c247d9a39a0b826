package rugged.landscape.convolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rugged.landscape.network.Activation;
import rugged.landscape.network.FloatPasses;

/**
 * Forward and backward through layers of any kind, for up to a fixed number of examples at a time, with the directional derivatives of both (the R-operator, Pearlmutter 1994). Nothing is allocated after construction, except what directional
 * derivatives need on their first use. Cost for B examples: forward B times the multiplications of one, backward about twice that, directional ones twice as much. {@code DoubleChain} is made from this file when the program is built.
 */
final class FloatChain implements FloatPasses {
    private final int depth;
    private final int capacity;
    private final Volume[] volumes;
    private final Volume pixels;
    private final FloatStage[] stages;
    private final List<Tape> tapes = new ArrayList<>();
    private Tape tape;
    private float[][] rz = new float[0][];
    private float[][] ra = new float[0][];
    private float[][] rslope = new float[0][];
    private float[][] rdelta = new float[0][];
    private float[] weights = new float[0];
    private float[] direction = new float[0];
    private static final float[] NONE = new float[0];

    /** What derivatives of a chunk of examples need: what weights make, what comes out, and the slopes of the loss at both. */
    private record Tape(float[][] z, float[][] a, float[][] slope, float[][] delta) {}

    FloatChain(NetworkPlan plan, Activation activation, int capacity) {
        depth = plan.depth();
        this.capacity = capacity;
        volumes = new Volume[depth + 1];
        volumes[0] = plan.layers().getFirst().in();
        pixels = volumes[0].withRim(0);
        stages = new FloatStage[depth + 1];
        for (int l = 1; l <= depth; l++) {
            LayerPlan layer = plan.layers().get(l - 1);
            volumes[l] = layer.out();
            stages[l] = stage(layer, l == depth ? Activation.LINEAR : activation);
        }
        tape = tape();
        tapes.add(tape);
    }

    private static FloatStage stage(LayerPlan layer, Activation activation) {
        return switch (layer.layer()) {
            case NetworkLayer.Convolution conv -> new FloatConvolution(layer, activation);
            case NetworkLayer.Dense dense -> new FloatDenseStage(layer, activation);
            case NetworkLayer.Pool pool -> new FloatPool(layer);
            case NetworkLayer.Global global -> new FloatPool(layer);
            case NetworkLayer.Norm norm -> new FloatNorm(layer);
        };
    }

    private Tape tape() {
        return new Tape(rows(1, true), rows(0, false), rows(1, false), rows(1, true));
    }

    /** Volumes from a layer on; of layers with weights alone where asked for. */
    private float[][] rows(int from, boolean weighted) {
        float[][] rows = new float[depth + 1][];
        for (int l = 0; l <= depth; l++) {
            boolean there = l >= from && !(weighted && !(stages[l] instanceof FloatWeighted));
            rows[l] = there ? new float[volumes[l].room(capacity)] : NONE;
        }
        return rows;
    }

    @Override
    public void at(float[] x) {
        weights = x;
        for (int l = 1; l <= depth; l++) stages[l].forget(false);
    }

    @Override
    public void tape(int number, int from) {
        while (tapes.size() <= number) tapes.add(tape());
        tape = tapes.get(number);
    }

    @Override
    public float[] outputs() {
        return tape.a[depth];
    }

    @Override
    public float[] slopes() {
        return tape.slope[depth];
    }

    @Override
    public float[] directions() {
        return ra[depth];
    }

    @Override
    public float[] directionalSlopes() {
        return rslope[depth];
    }

    @Override
    public void forward(float[] input, int from, int count) {
        int channels = pixels.channels();
        int area = pixels.height() * pixels.width();
        float[] to = tape.a[0];
        for (int p = 0; p < count; p++)
            for (int y = 0; y < pixels.height(); y++) {
                int row = from + p * pixels.units() + y * pixels.width();
                int at = p * volumes[0].size() + volumes[0].at(y, 0);
                for (int c = 0; c < channels; c++)
                    for (int x = 0; x < pixels.width(); x++) to[at + x * channels + c] = input[row + c * area + x];
            }
        for (int l = 1; l <= depth; l++) stages[l].forward(weights, tape.a[l - 1], tape.z[l], tape.a[l], count);
    }

    private void back(int l, int count) {
        float[] below = l == 1 ? NONE : tape.slope[l - 1];
        stages[l].back(weights, tape.a[l - 1], tape.z[l], tape.a[l], tape.slope[l], tape.delta[l], below, count);
    }

    @Override
    public void backward(int count, float[] g, boolean add) {
        if (!add) Arrays.fill(g, 0);
        for (int l = depth; l >= 1; l--) {
            back(l, count);
            stages[l].collect(tape.a[l - 1], tape.delta[l], g, true, count);
        }
    }

    @Override
    public void squaredBackward(int count, float[] s, boolean add) {
        if (!add) Arrays.fill(s, 0);
        for (int l = depth; l >= 1; l--) {
            back(l, count);
            stages[l].squares(tape.a[l - 1], tape.delta[l], s, count);
        }
    }

    @Override
    public void slopesThroughout(int count) {
        for (int l = depth; l >= 1; l--) back(l, count);
    }

    @Override
    public void along(float[] v) {
        if (rz.length == 0) {
            rz = rows(1, true);
            ra = rows(1, false);
            rslope = rows(1, false);
            rdelta = rows(1, true);
        }
        direction = v;
        for (int l = 1; l <= depth; l++) stages[l].forget(true);
    }

    @Override
    public void directional(int count) {
        for (int l = 1; l <= depth; l++)
            stages[l].along(weights, direction, tape.a[l - 1], tape.z[l], tape.a[l], ra[l - 1], rz[l], ra[l], count);
    }

    @Override
    public void directionalBackward(int count, float[] hv, boolean add) {
        if (!add) Arrays.fill(hv, 0);
        for (int l = depth; l >= 1; l--) {
            stages[l].backAlong(
                    weights,
                    direction,
                    tape.a[l - 1],
                    tape.z[l],
                    tape.a[l],
                    ra[l - 1],
                    rz[l],
                    ra[l],
                    tape.slope[l],
                    tape.delta[l],
                    rslope[l],
                    rdelta[l],
                    l == 1 ? NONE : rslope[l - 1],
                    count);
            stages[l].collect(tape.a[l - 1], rdelta[l], hv, true, count);
            if (l > 1) stages[l].collect(ra[l - 1], tape.delta[l], hv, false, count);
        }
    }

    @Override
    public void adjoint(int count, float[] g, boolean add) {
        if (!add) Arrays.fill(g, 0);
        for (int l = depth; l >= 1; l--) {
            float[] below = l == 1 ? NONE : rslope[l - 1];
            stages[l].back(weights, tape.a[l - 1], tape.z[l], tape.a[l], rslope[l], rdelta[l], below, count);
            stages[l].collect(tape.a[l - 1], rdelta[l], g, true, count);
        }
    }

    @Override
    public void inputs(int layer, int count, double[] to) {
        copy(volumes[layer - 1], tape.a[layer - 1], count, to);
    }

    @Override
    public void slopes(int layer, int count, double[] to) {
        copy(volumes[layer], tape.delta[layer], count, to);
    }

    private static void copy(Volume volume, float[] from, int count, double[] to) {
        int length = volume.width() * volume.channels();
        int next = 0;
        for (int p = 0; p < count; p++)
            for (int y = 0; y < volume.height(); y++)
                for (int k = 0; k < length; k++) to[next++] = from[p * volume.size() + volume.at(y, 0) + k];
    }
}
