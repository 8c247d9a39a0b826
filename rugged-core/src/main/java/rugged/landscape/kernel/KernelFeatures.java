package rugged.landscape.kernel;

import java.util.List;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.landscape.network.Network;
import rugged.num.Streams;
import rugged.num.spectral.DenseSpectrum;
import rugged.params.BadParameter;

/**
 * The examples of a network by their coordinates in the eigenbasis of its tangent kernel: with K = V e V^T between training examples, a training example has the coordinates v_m sqrt(e_m) and another one k.v_m/sqrt(e_m). Their products are the kernel. Modes below 1e-12 of the largest have the
 * coordinate 0.
 *
 * @param network whose kernel it is
 * @param wide whether that of infinite width is meant
 */
record KernelFeatures(Network network, boolean wide) implements DataSpec {
    private static final double FLOOR = 1e-12;

    @Override
    public Outline outline() {
        Outline given = network.data().outline();
        return new Outline(given.patterns(), given.tests(), given.patterns(), given.labels(), given.classes());
    }

    @Override
    public Examples load() {
        Outline given = outline();
        Supervised model = network.build();
        int p = given.patterns();
        double[] train = new double[p * p];
        double[] test = new double[given.tests() * p];
        double[] start = new double[model.dimension()];
        model.randomise(start, Streams.of(1).family("network.origin", 0).stream("start", 0));
        kernel(model, start, Part.TRAIN, p, train);
        kernel(model, start, Part.TEST, given.tests(), test);
        double alpha = network.scale().alpha().orElse(1.0);
        for (double[] part : new double[][] {train, test})
            for (int i = 0; i < part.length; i++) part[i] /= alpha * alpha;
        DenseSpectrum spectrum = DenseSpectrum.of(p, train, true);
        double[] targets = new double[p];
        double[] testTargets = new double[given.tests()];
        model.targets(Part.TRAIN, targets);
        model.targets(Part.TEST, testTargets);
        return new Examples(
                given.labels(),
                given.classes(),
                List.of(p),
                learnt(spectrum),
                targets,
                others(spectrum, test, given.tests()),
                testTargets);
    }

    private void kernel(Supervised model, double[] x, Part part, int count, double[] k) {
        if (!wide) model.tangentKernel(x, part, count, Part.TRAIN, model.patterns(), k);
        else if (!model.wideKernel(part, count, Part.TRAIN, model.patterns(), k))
            throw new BadParameter("kernel", "wide", "is not known for this network", "start");
    }

    private static double[] learnt(DenseSpectrum spectrum) {
        int p = spectrum.values().length;
        double[] features = new double[p * p];
        for (int m = 0; m < p; m++) {
            double root = Math.sqrt(kept(spectrum, m));
            for (int a = 0; a < p; a++) features[a * p + m] = root * spectrum.vectors()[m][a];
        }
        return features;
    }

    private static double[] others(DenseSpectrum spectrum, double[] across, int count) {
        int p = spectrum.values().length;
        double[] features = new double[count * p];
        for (int m = 0; m < p; m++) {
            double value = kept(spectrum, m);
            if (value == 0.0) continue;
            double[] v = spectrum.vectors()[m];
            for (int t = 0; t < count; t++) {
                double sum = 0.0;
                for (int a = 0; a < p; a++) sum += across[t * p + a] * v[a];
                features[t * p + m] = sum / Math.sqrt(value);
            }
        }
        return features;
    }

    private static double kept(DenseSpectrum spectrum, int mode) {
        double[] values = spectrum.values();
        return values[mode] > FLOOR * values[values.length - 1] ? values[mode] : 0.0;
    }
}
