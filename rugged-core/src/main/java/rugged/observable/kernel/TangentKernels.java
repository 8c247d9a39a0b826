package rugged.observable.kernel;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.num.spectral.DenseSpectrum;
import rugged.params.Param;

/**
 * The tangent kernel Theta(a, b) = (1/K) sum_k grad o_ak . grad o_bk on the first examples kept aside (on those of the training where there are none): by how much it has changed since the first look, relative to its Frobenius norm then; how much of it points along the labels; its largest
 * eigenvalues; and how far it is from that of infinite width. Cost for n points and layers of h units: n^2 h multiply-adds for each layer and output, and n^3; layer by layer, gradients are not kept. Where a model knows no faster way, 2 n passes over all examples.
 */
@Named(
        value = "tangent-kernel",
        title = "Tangent kernel",
        doc = "Change of the tangent kernel of a network, its alignment with the labels, its spectrum, and its"
                + " distance from that of infinite width.",
        source = "Jacot et al., NeurIPS 31, 8571 (2018)",
        year = 2018,
        topics = {"one time", "deep learning", "kernels"})
public record TangentKernels(
        @Param(doc = "examples between which it is taken", symbol = "n", def = "100", min = 2, max = 4000)
        int points,

        @Param(doc = "eigenvalues that are written", def = "5", min = 1, max = 1000)
        int ranks)
        implements ObservableSpec {
    static final Quantity CHANGE = new Quantity(
            "kernel_change",
            "K",
            "",
            List.of("t"),
            "|Theta(t) - Theta(0)|/|Theta(0)|, Frobenius norms, on examples kept aside; 0 at the first look");
    static final Quantity ALIGNMENT = new Quantity(
            "kernel_alignment",
            "A",
            "",
            List.of("t"),
            "y.Theta y/(|Theta| |y|^{2}), y the labels; for classes with the matrix 1 - 1/K of equal and -1/K of"
                    + " different ones in place of y y");
    static final Quantity DISTANCE = new Quantity(
            "kernel_distance",
            "\u0394\u0398",
            "",
            List.of("t"),
            "|Theta(t) - Theta_wide|/|Theta_wide|, Theta_wide that of infinite width at the start; NaN where it is not"
                    + " known");
    static final Quantity DIAGONAL =
            new Quantity("kernel_diagonal", "\u0398(x, x)", "", List.of("t"), "mean of Theta(a, a) over the examples");
    static final Quantity PARAMETERS = new Quantity(
            "parameters", "M", "", List.of("t"), "coordinates of the state: what kernels are to be seen against");
    static final Quantity EIGENVALUE = new Quantity(
            "kernel_eigenvalue",
            "\u03bb_{r}",
            "",
            List.of("t", "rank"),
            "eigenvalue of Theta/n, the largest has rank 1");

    @Override
    public List<Quantity> quantities() {
        return List.of(CHANGE, ALIGNMENT, DISTANCE, DIAGONAL, PARAMETERS, EIGENVALUE);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.EXAMPLES);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return Double.isNaN(patterns) ? 1.0 : 3.0 * points / Math.max(1.0, patterns);
    }

    /** Kernels, and twice as many of their layers. */
    @Override
    public double memory(LandscapeSpec landscape) {
        return 12.0 * Double.BYTES * points * points;
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Look((Supervised) model, this);
    }

    /** Remembers the kernel of each replica at its first look. */
    private static final class Look implements Probe {
        private final Supervised network;
        private final Part part;
        private final int n;
        private final int ranks;
        private final double[] along;
        private final double[] wide;
        private final Map<Integer, double[]> first = new HashMap<>();

        Look(Supervised network, TangentKernels asked) {
            this.network = network;
            ranks = asked.ranks();
            part = network.examples(Part.TEST) >= 2 ? Part.TEST : Part.TRAIN;
            n = Math.min(asked.points(), network.examples(part));
            along = labels();
            double[] limit = new double[n * n];
            wide = network.wideKernel(part, n, part, n, limit) ? limit : new double[0];
        }

        private double[] labels() {
            double[] y = new double[network.examples(part)];
            network.targets(part, y);
            double[] products = new double[n * n];
            boolean classes = network.outputs() > 1;
            for (int a = 0; a < n; a++)
                for (int b = 0; b < n; b++)
                    products[a * n + b] = classes ? (y[a] == y[b] ? 1.0 : 0.0) - 1.0 / network.classes() : y[a] * y[b];
            return products;
        }

        @Override
        public void at(Moment now, Sink out) {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) {
                double[] k = new double[n * n];
                network.tangentKernel(now.state(r), part, n, part, n, k);
                double[] before = first.computeIfAbsent(r, replica -> k.clone());
                put(CHANGE, r, distance(k, before), now, out);
                put(ALIGNMENT, r, dot(k, along) / (norm(k) * norm(along)), now, out);
                put(DISTANCE, r, wide.length == 0 ? Double.NaN : distance(k, wide), now, out);
                double trace = 0.0;
                for (int a = 0; a < n; a++) trace += k[a * n + a] / n;
                put(DIAGONAL, r, trace, now, out);
                put(PARAMETERS, r, network.dimension(), now, out);
                boolean finite = Double.isFinite(norm(k));
                double[] values = finite ? DenseSpectrum.of(n, k, false).values() : new double[0];
                for (int rank = 1; rank <= ranks; rank++) {
                    double value = rank <= values.length ? values[values.length - rank] / n : Double.NaN;
                    out.put(EIGENVALUE, r, value, Double.NaN, now.time(), rank);
                }
            }
        }

        private static void put(Quantity quantity, int replica, double value, Moment now, Sink out) {
            out.put(quantity, replica, value, Double.NaN, now.time());
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0.0;
            for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
            return sum;
        }

        private static double norm(double[] a) {
            return Math.sqrt(dot(a, a));
        }

        private static double distance(double[] k, double[] from) {
            double sum = 0.0;
            for (int i = 0; i < k.length; i++) sum += (k[i] - from[i]) * (k[i] - from[i]);
            return Math.sqrt(sum) / norm(from);
        }

        @Override
        public byte[] save() {
            Packed.Writer out = new Packed.Writer().put(first.size());
            for (Map.Entry<Integer, double[]> kept : new java.util.TreeMap<>(first).entrySet())
                out.put(kept.getKey()).put(kept.getValue());
            return out.bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            first.clear();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                int replica = in.readInt();
                double[] kept = new double[n * n];
                in.read(kept);
                first.put(replica, kept);
            }
        }
    }
}
