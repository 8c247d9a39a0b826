package rugged.landscape.convolution;

/**
 * A layer in its place: what goes in, what comes out, and where its parameters lie.
 *
 * @param layer what it does
 * @param in what goes in
 * @param out what comes out
 * @param weights offset of its weights, [window row, window column, channel in, channel out] or [in, out]; -1 without
 * @param biases offset of its biases; -1 without
 * @param scale s in front of the weights
 * @param deviation of the weights at the start
 */
record LayerPlan(NetworkLayer layer, Volume in, Volume out, int weights, int biases, double scale, double deviation) {
    /** Numbers that a unit sees. */
    int fan() {
        return switch (layer) {
            case NetworkLayer.Convolution conv -> conv.kernel() * conv.kernel() * in.channels();
            case NetworkLayer.Dense dense -> in.units();
            default -> 0;
        };
    }

    /** Weights without biases. */
    int connections() {
        return fan() * out.channels();
    }

    /** Weights and biases. */
    int parameters() {
        return connections() + (biases < 0 ? 0 : out.channels());
    }

    LayerPlan between(Volume from, Volume to) {
        return new LayerPlan(layer, from, to, weights, biases, scale, deviation);
    }
}
