package rugged.landscape.network;

import java.util.ArrayList;
import java.util.List;
import rugged.api.model.Supervised.Layer;
import rugged.compose.symmetry.HiddenUnits;

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

    /** n_0 n_1 + ... + n_{L-1} n_L: weights without biases. */
    int connections() {
        int sum = 0;
        for (int l = 1; l < widths.length; l++) sum += widths[l - 1] * widths[l];
        return sum;
    }

    int widest() {
        int most = 1;
        for (int width : widths) most = Math.max(most, width);
        return most;
    }

    /** What may change places, and sign. */
    HiddenUnits hidden(Activation activation) {
        List<HiddenUnits.Layer> hidden = new ArrayList<>();
        for (int l = 1; l < depth(); l++)
            hidden.add(new HiddenUnits.Layer(
                    widths[l - 1], widths[l], widths[l + 1], weights[l], biases[l], weights[l + 1]));
        return new HiddenUnits(hidden, activation.parity(), parameters);
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
