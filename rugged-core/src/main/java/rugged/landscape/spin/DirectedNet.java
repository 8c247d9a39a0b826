package rugged.landscape.spin;

import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Propagation;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.num.kernel.CounterNormals;
import rugged.num.kernel.KernelChoice;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Directed net of layers of n stochastic Ising spins: the field on spin i of a layer is h_i = sum_j W_ij s_j with s the layer before it and W_ij = J0/n + J z_ij/sqrt(n), z normal and fresh for every layer. There is no energy: the dynamics {@code layer-by-layer} draws
 * one layer after the other, P(s_i = +-1) = 1/(1 + exp(-+2 h_i/T)), and its time counts layers. Replicas go through the same weights with noise of their own. The input has independent spins of mean M_0, all up for M_0 = 1.
 *
 * <p>For n to infinity the magnetisation follows a map of one variable; M = 0 becomes unstable at some T if, and only if, J/J0 is below sqrt(2/pi). Weights are a function of seed, layer and place: those of the layer under way are kept, n^2 numbers.
 *
 * <p>Source: Oprisa and Toth, arXiv:1702.08039 (2017), for machines at criticality.
 */
@Named(
        value = "directed-net",
        title = "Directed net of stochastic spins",
        doc = "Layers of Ising spins, each drawn given the one before, with weights of mean J0/n and variance J^2/n"
                + " that are fresh for every layer.",
        source = "Oprisa and Toth, arXiv:1702.08039 (2017)",
        year = 2017,
        topics = {"deep learning", "mean field", "criticality"})
public record DirectedNet(
        @Param(doc = "spins in each layer", symbol = "n", def = "1000", min = 1, max = 32768)
        int n,

        @Param(doc = "ferromagnetic part: weights have the mean J0/n", symbol = "J_{0}", unit = "J", def = "1")
        double mean,

        @Param(doc = "scale of their random part, of variance J^2/n", symbol = "J", unit = "J", def = "0.5", min = 0)
        double coupling,

        @Param(doc = "magnetisation of the input", symbol = "M_{0}", def = "1", min = -1, max = 1)
        double input,

        @Param(doc = "seed of the weights", def = "1") long seed)
        implements LandscapeSpec {
    /** Keeps the normals of one seed apart from those of other models. */
    private static final long DIRECTED = 5L << 60;

    /** Checks what the binder does not. */
    public DirectedNet {
        if (n < 1) throw new BadParameter("n", n, "is no number of spins", "an integer from 1 on");
        Strengths.requireScale(coupling);
        Strengths.requireFinite("mean", mean);
        if (!(Math.abs(input) <= 1))
            throw new BadParameter("input", input, "is no magnetisation", "a number from -1 to 1");
    }

    private double weights() {
        return coupling == 0.0 ? 0.0 : (double) n * n;
    }

    @Override
    public Propagation build() {
        CouplingRows.require(weights(), Precision.FLOAT64, "n", n);
        return new Net(this);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.PROPAGATION);
    }

    @Override
    public Cost cost() {
        double bytes = Double.BYTES * weights();
        // drawing a normal costs some ten products
        return coupling == 0.0 ? Cost.small(n) : new Cost(bytes, bytes, 10.0 * weights());
    }

    @Override
    public double knownDimension() {
        return n;
    }

    /** The built net, with the weights of one layer. */
    private static final class Net implements Propagation {
        private final DirectedNet spec;
        private final int stride;
        private final double[][] rows;
        private long held = -1;

        Net(DirectedNet spec) {
            this.spec = spec;
            int blocks = (spec.n + CounterNormals.BLOCK - 1) / CounterNormals.BLOCK;
            stride = blocks * CounterNormals.BLOCK;
            rows = new double[spec.coupling == 0.0 ? 0 : spec.n][stride];
        }

        @Override
        public int dimension() {
            return spec.n;
        }

        @Override
        public void fields(long layer, double[] x, double[] h) {
            if (layer != held) draw(layer);
            double sum = 0.0;
            for (double xj : x) sum += xj;
            double alike = spec.mean * sum / spec.n;
            double scale = spec.coupling / Math.sqrt(spec.n);
            for (int i = 0; i < h.length; i++) {
                double random = 0.0;
                if (rows.length > 0) for (int j = 0; j < x.length; j++) random += rows[i][j] * x[j];
                h[i] = alike + scale * random;
            }
        }

        private void draw(long layer) {
            CounterNormals normals = KernelChoice.best().normals();
            int blocks = stride / CounterNormals.BLOCK;
            for (int i = 0; i < rows.length; i++)
                normals.fill(spec.seed, DIRECTED | layer, (long) i * blocks, blocks, rows[i]);
            held = layer;
        }

        @Override
        public void randomise(double[] x, RandomGenerator random) {
            double up = 0.5 * (1.0 + spec.input);
            for (int i = 0; i < x.length; i++) x[i] = random.nextDouble() < up ? 1.0 : -1.0;
        }

        @Override
        public Net fork() {
            return new Net(spec);
        }
    }
}
