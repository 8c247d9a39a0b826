package rugged.landscape.network;

import rugged.api.signal.Cascades.Push;
import rugged.api.signal.Generations;
import rugged.num.RandomStream;

/**
 * Cascades in a network of dense layers: an input of independent normal numbers, the same with one of them pushed, and how many units of each hidden layer then differ by more than a threshold in what they pass on, f(z). Two forward passes, in double precision, side by side, so that what is equal stays equal to the last bit.
 */
final class NetworkCascade {
    private final NetworkShape shape;
    private final Activation activation;
    private final double[][] layer;
    private final double[][] pushed;

    NetworkCascade(NetworkShape shape, Activation activation) {
        this.shape = shape;
        this.activation = activation;
        layer = new double[shape.depth()][];
        pushed = new double[shape.depth()][];
        for (int l = 0; l < layer.length; l++) {
            layer[l] = new double[shape.widths()[l]];
            pushed[l] = new double[shape.widths()[l]];
        }
    }

    void run(double[] x, Push push, RandomStream random, Generations[] out) {
        random.normals(layer[0]);
        System.arraycopy(layer[0], 0, pushed[0], 0, layer[0].length);
        pushed[0][random.nextInt(layer[0].length)] += push.size();
        for (Generations one : out) {
            one.clear();
            one.add(1);
        }
        for (int l = 1; l < layer.length; l++) {
            forward(x, l);
            for (int k = 0; k < out.length; k++) out[k].add(changed(l, push.thresholds()[k]));
        }
    }

    private long changed(int l, double threshold) {
        long count = 0;
        for (int j = 0; j < layer[l].length; j++) if (Math.abs(pushed[l][j] - layer[l][j]) > threshold) count++;
        return count;
    }

    private void forward(double[] x, int l) {
        double[] one = layer[l];
        double[] other = pushed[l];
        java.util.Arrays.fill(one, 0.0);
        java.util.Arrays.fill(other, 0.0);
        int at = shape.weights()[l];
        for (int i = 0; i < layer[l - 1].length; i++, at += one.length) {
            double a = layer[l - 1][i];
            double b = pushed[l - 1][i];
            for (int j = 0; j < one.length; j++) {
                one[j] += a * x[at + j];
                other[j] += b * x[at + j];
            }
        }
        int bias = shape.biases()[l];
        double scale = shape.scales()[l];
        for (int j = 0; j < one.length; j++) {
            double b = bias < 0 ? 0.0 : x[bias + j];
            one[j] = activation.value(scale * one[j] + b);
            other[j] = activation.value(scale * other[j] + b);
        }
    }
}
