package rugged.landscape.network;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Weights of a network at the start. */
public final class NetworkStart {
    private NetworkStart() {}

    static void draw(NetworkShape shape, Initialisation initialisation, double[] x, RandomGenerator random) {
        Arrays.fill(x, 0.0);
        for (int l = 1; l <= shape.depth(); l++) {
            int in = shape.widths()[l - 1];
            int out = shape.widths()[l];
            layer(x, shape.weights()[l], in, out, shape.deviations()[l], initialisation, random);
        }
    }

    /** Draws the weights x[at ... at + in out) of one layer, input first. */
    public static void layer(
            double[] x,
            int at,
            int in,
            int out,
            double deviation,
            Initialisation initialisation,
            RandomGenerator random) {
        for (int i = 0; i < in * out; i++) x[at + i] = deviation * random.nextGaussian();
        switch (initialisation) {
            case GAUSSIAN -> {}
            case ORTHOGONAL -> shorterSide(x, at, in, out, deviation * Math.sqrt(Math.max(in, out)));
            case ORTHOGONAL_ROWS -> units(x, at, in, out, deviation * Math.sqrt(in));
        }
    }

    /** Along the shorter side each vector gets the given length. */
    private static void shorterSide(double[] x, int at, int in, int out, double length) {
        boolean rows = in < out;
        int vectors = Math.min(in, out);
        int size = Math.max(in, out);
        if (rows) orthonormalise(x, at, vectors, out, size, 1);
        else orthonormalise(x, at, vectors, 1, size, out);
        scale(x, at, in * out, length);
    }

    /** The weights of each unit get the given length; those of {@code in} units in a row are orthogonal. */
    private static void units(double[] x, int at, int in, int out, double length) {
        for (int unit = 0; unit < out; unit += in) orthonormalise(x, at + unit, Math.min(in, out - unit), 1, in, out);
        scale(x, at, in * out, length);
    }

    private static void scale(double[] x, int at, int count, double factor) {
        for (int i = 0; i < count; i++) x[at + i] *= factor;
    }

    /**
     * Modified Gram-Schmidt, twice. The law is that of Haar.
     *
     * @param at where the first vector begins
     * @param vectorStep from one vector to the next
     * @param step from one component to the next
     */
    private static void orthonormalise(double[] x, int at, int vectors, int vectorStep, int size, int step) {
        for (int v = 0; v < vectors; v++) {
            int here = at + v * vectorStep;
            for (int pass = 0; pass < 2; pass++) {
                for (int u = 0; u < v; u++) {
                    int there = at + u * vectorStep;
                    double overlap = dot(x, here, there, step, size);
                    for (int i = 0; i < size; i++) x[here + i * step] -= overlap * x[there + i * step];
                }
            }
            double norm = Math.sqrt(dot(x, here, here, step, size));
            for (int i = 0; i < size; i++) x[here + i * step] /= norm;
        }
    }

    private static double dot(double[] x, int one, int other, int step, int size) {
        double sum = 0.0;
        for (int i = 0; i < size; i++) sum += x[one + i * step] * x[other + i * step];
        return sum;
    }
}
