package rugged.landscape.network;

import java.util.ArrayList;
import java.util.List;
import rugged.api.model.Supervised.Layer;

/**
 * Where the parameters of a fully connected network lie, and how they are scaled. Layer l = 1 ... L maps n_{l-1} numbers on n_l:
 * z_l = s_l a_{l-1} W_l + b_l, with W_l[n_{l-1}, n_l] stored row by row (input first), followed by b_l[n_l] where the layer has biases.
 *
 * @param widths n_0 ... n_L
 * @param weights offset of W_l at index l; index 0 unused
 * @param biases offset of b_l, -1 without
 * @param scales s_l
 * @param deviations standard deviation of the entries of W_l at the start
 * @param parameters M
 */
record NetworkShape(int[] widths, int[] weights, int[] biases, double[] scales, double[] deviations, int parameters) {
    static NetworkShape of(Network spec, int inputs, int outputs) {
        int depth = spec.layers().size() + 1;
        int[] widths = new int[depth + 1];
        widths[0] = inputs;
        for (int l = 1; l < depth; l++) widths[l] = spec.layers().get(l - 1);
        widths[depth] = outputs;
        int[] weights = new int[depth + 1];
        int[] biases = new int[depth + 1];
        double[] scales = new double[depth + 1];
        double[] deviations = new double[depth + 1];
        int at = 0;
        for (int l = 1; l <= depth; l++) {
            weights[l] = at;
            at = Math.addExact(at, Math.multiplyExact(widths[l - 1], widths[l]));
            boolean biased = spec.bias() == Network.Bias.ALL || (spec.bias() == Network.Bias.HIDDEN && l < depth);
            biases[l] = biased ? at : -1;
            if (biased) at += widths[l];
            double fan = widths[l - 1];
            double gain = l == 1 && depth == 1 ? 1.0 : l == depth ? spec.outputGain() : spec.hiddenGain();
            boolean last = l == depth && depth > 1;
            switch (spec.parametrisation()) {
                case STANDARD -> {
                    scales[l] = 1.0;
                    deviations[l] = Math.sqrt(gain / fan);
                }
                case NTK -> {
                    scales[l] = Math.sqrt(gain / fan);
                    deviations[l] = 1.0;
                }
                case MEAN_FIELD -> {
                    scales[l] = last ? 1.0 / fan : Math.sqrt(gain / fan);
                    deviations[l] = 1.0;
                }
            }
        }
        return new NetworkShape(widths, weights, biases, scales, deviations, at);
    }

    /** L. */
    int depth() {
        return widths.length - 1;
    }

    /** K. */
    int outputs() {
        return widths[widths.length - 1];
    }

    /** n_1 + ... + n_L. */
    int units() {
        int sum = 0;
        for (int l = 1; l < widths.length; l++) sum += widths[l];
        return sum;
    }

    int widest() {
        int most = 1;
        for (int width : widths) most = Math.max(most, width);
        return most;
    }

    List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l <= depth(); l++) {
            int to = l == depth() ? parameters : weights[l + 1];
            layers.add(new Layer("layer " + l, weights[l], to));
        }
        return List.copyOf(layers);
    }
}
