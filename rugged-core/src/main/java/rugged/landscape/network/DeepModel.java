package rugged.landscape.network;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import rugged.api.Examples;
import rugged.api.signal.SignalLayers;
import rugged.meanfield.signal.Reaction;

/**
 * A network whose biases are random at the start, and whose layers can be read.
 *
 * <p>Units of networks make erf(z/sqrt 2) of z; where erf(u) is meant, z = sqrt 2 u, by the scale of the layer and of its biases.
 */
final class DeepModel extends NetworkModel implements SignalLayers {
    private final NetworkShape shape;
    private final NetworkSetting setting;
    private final Examples data;
    private final Reaction response;
    private final double deviation;
    private final double stretch;
    private final double[] activities;

    /**
     * A network.
     *
     * @param deviation of the biases at the start
     * @param stretch z/u of hidden layers
     */
    DeepModel(
            NetworkShape shape,
            NetworkSetting setting,
            Examples data,
            Reaction response,
            double deviation,
            double stretch) {
        super(shape, setting, data);
        this.shape = shape;
        this.setting = setting;
        this.data = data;
        this.response = response;
        this.deviation = deviation;
        this.stretch = stretch;
        activities = new double[shape.widest()];
    }

    @Override
    public DeepModel fork() {
        return new DeepModel(shape, setting, data, response, deviation, stretch);
    }

    @Override
    public int inputs() {
        return shape.widths()[0];
    }

    @Override
    public int[] widths() {
        return Arrays.copyOfRange(shape.widths(), 1, shape.depth());
    }

    @Override
    public void randomise(double[] x, RandomGenerator random) {
        super.randomise(x, random);
        for (int l = 1; l <= shape.depth(); l++) {
            double scale = l < shape.depth() ? stretch * deviation : deviation;
            int from = shape.biases()[l];
            for (int i = from; i < from + shape.widths()[l]; i++) x[i] = scale * random.nextGaussian();
        }
    }

    @Override
    public void signals(double[] x, double[] input, double[][] fields, double[][] slopes) {
        System.arraycopy(input, 0, activities, 0, input.length);
        for (int l = 1; l < shape.depth(); l++) {
            double[] u = fields[l - 1];
            forward(x, l, u);
            for (int i = 0; i < u.length; i++) activities[i] = response.value(u[i]);
        }
        int last = shape.depth() - 1;
        for (int i = 0; i < shape.widths()[last]; i++)
            slopes[last - 1][i] =
                    response.slope(fields[last - 1][i]) * x[shape.weights()[last + 1] + i * shape.outputs()];
        for (int l = last; l > 1; l--) backward(x, l, fields[l - 2], slopes[l - 1], slopes[l - 2]);
    }

    /** u_l of the activities of the layer before. */
    private void forward(double[] x, int l, double[] u) {
        int bias = shape.biases()[l];
        for (int j = 0; j < u.length; j++) u[j] = x[bias + j] / stretch;
        int at = shape.weights()[l];
        for (int i = 0; i < shape.widths()[l - 1]; i++, at += u.length) {
            double a = activities[i];
            for (int j = 0; j < u.length; j++) u[j] += a * x[at + j];
        }
    }

    /** Slopes of layer l - 1, of fields u, from those of layer l. */
    private void backward(double[] x, int l, double[] u, double[] from, double[] to) {
        int at = shape.weights()[l];
        for (int i = 0; i < to.length; i++, at += from.length) {
            double sum = 0.0;
            for (int j = 0; j < from.length; j++) sum += x[at + j] * from[j];
            to[i] = sum * response.slope(u[i]);
        }
    }
}
