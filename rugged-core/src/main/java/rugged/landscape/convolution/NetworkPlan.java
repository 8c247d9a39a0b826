package rugged.landscape.convolution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import rugged.api.model.Supervised.Layer;
import rugged.landscape.network.Network.Bias;
import rugged.landscape.network.Network.Parametrisation;
import rugged.params.BadParameter;

/**
 * The layers of a network in their places, the read-out last.
 *
 * @param layers in their order
 * @param parameters M
 */
record NetworkPlan(List<LayerPlan> layers, int parameters) {
    /** A wider rim costs more than it saves. */
    private static final int MOST_RIM = 4;

    /**
     * How weights are scaled.
     *
     * @param where where the scale is
     * @param bias which layers have biases
     * @param hidden g of hidden layers
     */
    record Scaling(Parametrisation where, Bias bias, double hidden) {}

    /** Lays out layers and a read-out behind them; throws for what does not fit. */
    static NetworkPlan of(Volume pixels, List<NetworkLayer> words, int outputs, Scaling scaling) {
        List<NetworkLayer> all = new ArrayList<>(words);
        all.add(new NetworkLayer.Dense(outputs));
        List<LayerPlan> layers = new ArrayList<>();
        Volume in = pixels;
        int at = 0;
        for (int l = 0; l < all.size(); l++) {
            NetworkLayer layer = all.get(l);
            Volume out = behind(l + 1, layer, in);
            LayerPlan plain = new LayerPlan(layer, in, out, at, -1, 1.0, 0.0);
            boolean last = l == all.size() - 1;
            LayerPlan plan = plain.fan() == 0 ? plain : weighted(plain, at, last, all.size() == 1, scaling);
            layers.add(plan);
            at = Math.addExact(at, plan.parameters());
            in = out;
        }
        return new NetworkPlan(rimmed(layers), at);
    }

    private static LayerPlan weighted(LayerPlan plain, int at, boolean last, boolean only, Scaling scaling) {
        double fan = plain.fan();
        double gain = last || only ? 1.0 : scaling.hidden();
        boolean biased = scaling.bias() == Bias.ALL || scaling.bias() == Bias.HIDDEN && !last;
        double root = Math.sqrt(gain / fan);
        double scale = switch (scaling.where()) {
            case STANDARD -> 1.0;
            case NTK -> root;
            case MEAN_FIELD -> last && !only ? 1.0 / fan : root;
        };
        double deviation = scaling.where() == Parametrisation.STANDARD ? root : 1.0;
        int biases = biased ? at + plain.connections() : -1;
        return new LayerPlan(plain.layer(), plain.in(), plain.out(), at, biases, scale, deviation);
    }

    private static Volume behind(int number, NetworkLayer layer, Volume in) {
        return switch (layer) {
            case NetworkLayer.Dense dense -> Volume.of(dense.width());
            case NetworkLayer.Global global -> new Volume(in.channels(), 1, 1, 0);
            case NetworkLayer.Norm norm -> in;
            case NetworkLayer.Pool pool -> {
                Volume out = new Volume(in.channels(), in.height() / pool.side(), in.width() / pool.side(), 0);
                yield fitting(number, layer, in, out);
            }
            case NetworkLayer.Convolution conv -> {
                int height = side(in.height(), conv);
                Volume out = fitting(number, layer, in, new Volume(conv.channels(), height, side(in.width(), conv), 0));
                if (conv.residual() && !out.same(in))
                    throw wrong(
                            number, layer, in, out, "adds what goes in to what comes out, so that they must be alike");
                yield out;
            }
        };
    }

    private static int side(int side, NetworkLayer.Convolution conv) {
        return Math.floorDiv(side + 2 * conv.padding() - conv.kernel(), conv.stride()) + 1;
    }

    private static Volume fitting(int number, NetworkLayer layer, Volume in, Volume out) {
        if (out.height() < 1 || out.width() < 1) throw wrong(number, layer, in, out, "leaves no pixel");
        return out;
    }

    private static BadParameter wrong(int number, NetworkLayer layer, Volume in, Volume out, String why) {
        return new BadParameter(
                "layers",
                "layer " + number + " (" + layer + ")",
                "makes " + out + " of " + in + " (channels x height x width) and " + why,
                "layers that fit, or larger pictures");
    }

    /** Gives every volume the rim that the windows on either side want. */
    private static List<LayerPlan> rimmed(List<LayerPlan> layers) {
        List<LayerPlan> rimmed = new ArrayList<>();
        Volume in = layers.getFirst().in().withRim(padding(layers.getFirst()));
        for (int l = 0; l < layers.size(); l++) {
            LayerPlan layer = layers.get(l);
            int rim = l + 1 < layers.size() ? padding(layers.get(l + 1)) : 0;
            Volume out = layer.out().withRim(Math.max(rim, turned(layer)));
            rimmed.add(layer.between(in, out));
            in = out;
        }
        return List.copyOf(rimmed);
    }

    private static int padding(LayerPlan layer) {
        return layer.layer() instanceof NetworkLayer.Convolution conv ? conv.padding() : 0;
    }

    /** How far windows of the turned weights reach over the edge of what comes out. */
    private static int turned(LayerPlan layer) {
        if (!(layer.layer() instanceof NetworkLayer.Convolution conv) || conv.stride() != 1) return 0;
        int rim = conv.kernel() - 1 - conv.padding();
        return rim <= MOST_RIM ? rim : 0;
    }

    int depth() {
        return layers.size();
    }

    int outputs() {
        return layers.getLast().out().channels();
    }

    private double sum(ToDoubleFunction<LayerPlan> of) {
        return layers.stream().mapToDouble(of).sum();
    }

    /** Numbers that an example leaves behind on the way forward, rims and all. */
    int units() {
        return (int) Math.min(Integer.MAX_VALUE, sum(l -> l.out().size()));
    }

    /** Multiply-adds of the way forward of one example. */
    double multiplications() {
        return sum(l -> (double) l.connections() * l.out().height() * l.out().width());
    }

    /** Weights without biases. */
    double connections() {
        return sum(LayerPlan::connections);
    }

    /** The layers that have parameters. */
    List<Layer> named() {
        List<Layer> named = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            LayerPlan layer = layers.get(l);
            if (layer.parameters() == 0) continue;
            named.add(new Layer("layer " + (l + 1), layer.weights(), layer.weights() + layer.parameters()));
        }
        return List.copyOf(named);
    }
}
