package rugged.observable.signal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.api.signal.SignalLayers;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Signals in the hidden layers of a deep network as it stands, on pairs of inputs of its own that are drawn by seed, the same at all times: x with |x|^2 = q_0 d, and two of a pair with the correlation c_0, both exactly, in random directions. Of layer l, counted from 1, with the fields z and z' of a pair before the activation:
 *
 * <pre>
 * q_l = (z.z + z'.z')/(2 n_l),   c_l = z.z'/sqrt(z.z z'.z'),   g_l = (|d o_1/d z|^2 + |d o_1/d z'|^2)/2,
 * </pre>
 *
 * <p>means over the pairs, o_1 the first output; and the mean factor of squared gradients over the deeper half of the layers, which is 1 at the edge of chaos. The theory {@code signal-propagation} has the same quantities at the start of the network, for wide layers: a network of width n leaves it by 1/sqrt(n), nets on average by 1/n. c_l is undefined where signals have died. Cost: two forward and two backward passes a pair.
 */
@Named(
        value = "layer-signals",
        title = "Signals by layer",
        doc = "Mean square of fields, correlation of the fields of two inputs and squared gradient, for each hidden"
                + " layer of a deep network.",
        source = "Poole, Lahiri, Raghu, Sohl-Dickstein and Ganguli, NeurIPS 29 (2016)",
        year = 2016,
        topics = {"deep learning", "criticality"})
public record LayerSizes(
        @Param(doc = "pairs of inputs", def = "4", min = 1, max = 100000)
        int pairs,

        @Param(doc = "mean square of the inputs", symbol = "q_{0}", def = "1", min = 0, above = true)
        double inputs,

        @Param(doc = "correlation of two inputs", symbol = "c_{0}", def = "0.6", min = -1, max = 1)
        double cosine,

        @Param(doc = "seed of the inputs", def = "1") long seed)
        implements ObservableSpec {
    private static final Quantity SQUARE =
            layered("q_layer", "q_{l}", "mean square of the fields of layer l, over units and inputs");
    private static final Quantity CORRELATION =
            layered("c_layer", "c_{l}", "z.z'/sqrt(z.z z'.z') of the fields z and z' of two inputs in layer l");
    private static final Quantity GRADIENT =
            layered("g_layer", "g_{l}", "|d o/d z_{l}|^{2} of an output with respect to the fields of layer l");

    private static final Quantity FACTOR = new Quantity(
            "gradient_factor",
            "\u03c7",
            "",
            List.of("t"),
            "mean of g_{l}/g_{l+1} over the deeper half of the layers, by which a squared gradient grows from one to"
                    + " the one before");

    private static Quantity layered(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of("t", "layer"), definition);
    }

    /** Checks what the binder does not. */
    public LayerSizes {
        if (!(inputs > 0.0) || Double.isInfinite(inputs))
            throw new BadParameter("inputs", inputs, "is no mean square of inputs", "a number above 0");
        if (!(Math.abs(cosine) <= 1.0))
            throw new BadParameter("cosine", cosine, "is no correlation", "a number from -1 to 1");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(SQUARE, CORRELATION, GRADIENT, FACTOR);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.SIGNALS);
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        boolean narrow =
                landscape.knownExamples().map(outline -> outline.width() < 2).orElse(false);
        return narrow ? Optional.of("two inputs of a single number have no angle between them") : Optional.empty();
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return patterns > 0.0 ? 2.0 * pairs / patterns : 0.0;
    }

    /** Pairs of vectors of the given length and angle. */
    private double[][] drawn(int d) {
        double[][] drawn = new double[2 * pairs][];
        RandomStream random = Streams.of(seed).stream("pairs", 0);
        for (int p = 0; p < pairs; p++) {
            double[] one = direction(d, random);
            double[] other = direction(d, random);
            double overlap = dot(one, other);
            for (int i = 0; i < d; i++) other[i] -= overlap * one[i];
            double length = Math.sqrt(dot(other, other));
            double apart = Math.sqrt(1.0 - cosine * cosine) / length;
            double size = Math.sqrt(inputs * d);
            for (int i = 0; i < d; i++) {
                other[i] = size * (cosine * one[i] + apart * other[i]);
                one[i] *= size;
            }
            drawn[2 * p] = one;
            drawn[2 * p + 1] = other;
        }
        return drawn;
    }

    private static double[] direction(int d, RandomStream random) {
        double[] x = new double[d];
        for (int i = 0; i < d; i++) x[i] = random.nextGaussian();
        double length = Math.sqrt(dot(x, x));
        for (int i = 0; i < d; i++) x[i] /= length;
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    @Override
    public Probe open(Model model, Streams random) {
        SignalLayers net = (SignalLayers) model;
        double[][] drawn = drawn(net.inputs());
        Layers scratch = new Layers(net);
        return (now, out) -> {
            for (int r = 0; r < now.replicas(); r++) scratch.measure(now.state(r), drawn, r, now.time(), out);
        };
    }

    /** What is seen of weights x at time 0. */
    void measured(SignalLayers net, double[] x, Sink out) {
        new Layers(net).measure(x, drawn(net.inputs()), 0, 0.0, out);
    }

    /** Scratch of two inputs, and sums. */
    private static final class Layers {
        private final SignalLayers net;
        private final int[] widths;
        private final double[][][] fields = new double[2][][];
        private final double[][][] slopes = new double[2][][];

        Layers(SignalLayers net) {
            this.net = net;
            widths = net.widths();
            for (int side = 0; side < 2; side++) {
                fields[side] = rows();
                slopes[side] = rows();
            }
        }

        private double[][] rows() {
            double[][] rows = new double[widths.length][];
            for (int l = 0; l < rows.length; l++) rows[l] = new double[widths[l]];
            return rows;
        }

        void measure(double[] x, double[][] inputs, int replica, double time, Sink out) {
            double[] q = new double[widths.length];
            double[] c = new double[widths.length];
            double[] g = new double[widths.length];
            double share = 2.0 / inputs.length;
            for (int k = 0; k < inputs.length; k += 2) {
                for (int side = 0; side < 2; side++) net.signals(x, inputs[k + side], fields[side], slopes[side]);
                for (int l = 0; l < widths.length; l++) {
                    double one = dot(fields[0][l], fields[0][l]);
                    double other = dot(fields[1][l], fields[1][l]);
                    q[l] += share * 0.5 * (one + other) / widths[l];
                    c[l] += share * dot(fields[0][l], fields[1][l]) / Math.sqrt(one * other);
                    g[l] += share * 0.5 * (dot(slopes[0][l], slopes[0][l]) + dot(slopes[1][l], slopes[1][l]));
                }
            }
            int half = widths.length / 2;
            double factor = 0.0;
            for (int l = half - 1; l < widths.length - 1; l++) factor += g[l] / g[l + 1] / (widths.length - half);
            out.put(FACTOR, replica, factor, Double.NaN, time);
            for (int l = 0; l < widths.length; l++) {
                out.put(SQUARE, replica, q[l], Double.NaN, time, l + 1.0);
                out.put(CORRELATION, replica, c[l], Double.NaN, time, l + 1.0);
                out.put(GRADIENT, replica, g[l], Double.NaN, time, l + 1.0);
            }
        }
    }
}
