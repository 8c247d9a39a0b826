package rugged.torch;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import rugged.api.DataSpec;
import rugged.api.model.Supervised;
import rugged.data.RandomExamples;
import rugged.landscape.Precision;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.num.Streams;

/** The network 6-8-5-K of tanh units twice: as a module of PyTorch and as ours; and which coordinate of one is which of the other. */
record SameNetwork(Supervised module, Supervised network, int[] place) {
    private static final int[] WIDTHS = {6, 8, 5};

    static SameNetwork of(DataSpec data, int outputs, NetworkLoss loss, double l2) {
        Network ours = new Network(
                data,
                List.of(WIDTHS[1], WIDTHS[2]),
                Activation.TANH,
                Network.Parametrisation.STANDARD,
                Network.Bias.ALL,
                Initialisation.GAUSSIAN,
                0.0,
                loss,
                1.0,
                l2,
                Precision.FLOAT64);
        return new SameNetwork(
                torchscript("dense-" + outputs + ".pt", data, loss, l2, Precision.FLOAT64)
                        .build(),
                ours.build(),
                places(outputs));
    }

    static TorchScript torchscript(String name, DataSpec data, NetworkLoss loss, double l2, Precision precision) {
        return new TorchScript(
                file(name), data, List.of(), loss, 1.0, l2, TorchScript.Begin.SHUFFLED, precision, Processor.CPU);
    }

    static String file(String name) {
        try {
            return Path.of(SameNetwork.class.getResource(name).toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static DataSpec examples(int patterns, int classes) {
        return new RandomExamples(patterns, 7, WIDTHS[0], classes, Optional.empty(), Optional.empty(), 1);
    }

    /** PyTorch keeps W[out, in], we W[in, out]. */
    private static int[] places(int outputs) {
        int[] widths = {WIDTHS[0], WIDTHS[1], WIDTHS[2], outputs};
        int n = 0;
        for (int l = 1; l < widths.length; l++) n += (widths[l - 1] + 1) * widths[l];
        int[] place = new int[n];
        int at = 0;
        for (int l = 1; l < widths.length; l++) {
            int in = widths[l - 1];
            int out = widths[l];
            for (int o = 0; o < out; o++) for (int i = 0; i < in; i++) place[at + o * in + i] = at + i * out + o;
            at += in * out;
            for (int o = 0; o < out; o++) place[at + o] = at + o;
            at += out;
        }
        return place;
    }

    /** A vector of the network in the order of the module. */
    double[] asModule(double[] network) {
        double[] all = new double[place.length];
        for (int i = 0; i < all.length; i++) all[i] = network[place[i]];
        return all;
    }

    double[] normals(long index) {
        double[] v = new double[place.length];
        Streams.of(7).stream("vector", index).normals(v);
        return v;
    }
}
