package rugged.landscape.network;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Weights of a network at the start. */
final class NetworkStart {
    private NetworkStart() {}

    static void draw(NetworkShape shape, boolean orthogonal, double[] x, RandomGenerator random) {
        Arrays.fill(x, 0.0);
        for (int l = 1; l <= shape.depth(); l++) {
            int in = shape.widths()[l - 1];
            int out = shape.widths()[l];
            int at = shape.weights()[l];
            double deviation = shape.deviations()[l];
            for (int i = 0; i < in * out; i++) x[at + i] = deviation * random.nextGaussian();
            if (orthogonal) {
                orthogonalise(x, at, in, out, deviation * Math.sqrt(Math.max(in, out)));
            }
        }
    }

    /** Modified Gram-Schmidt, twice, along the shorter side: each of its vectors gets the given length. The law is that of Haar. */
    private static void orthogonalise(double[] x, int at, int in, int out, double length) {
        boolean rows = in < out;
        int vectors = Math.min(in, out);
        int size = Math.max(in, out);
        int vectorStep = rows ? out : 1;
        int step = rows ? 1 : out;
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
        for (int i = 0; i < in * out; i++) x[at + i] *= length;
    }

    private static double dot(double[] x, int one, int other, int step, int size) {
        double sum = 0.0;
        for (int i = 0; i < size; i++) sum += x[one + i * step] * x[other + i * step];
        return sum;
    }
}
