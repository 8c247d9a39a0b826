package rugged.theory.directed;

import java.util.Arrays;
import java.util.List;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.RunningMean;
import rugged.num.Streams;
import rugged.num.kernel.CounterNormals;
import rugged.num.kernel.KernelChoice;
import rugged.params.Param;

/**
 * The same directed nets at finite width n, weight by weight: every layer has n^2 weights J0/n + J z/sqrt(n) of its own, and its spins are drawn one by one given the layer before, P(s = +-1) = 1/(1 + exp(-+2 beta h)). Two copies go through the same weights with
 * noise of their own, from one input of magnetisation M_0: their mean magnetisation, and their overlap. Standard errors are those of the mean over nets.
 *
 * <p>A directed net has no energy and no equilibrium, and none of its layers is looked at twice: there is no landscape to move in and no state to go on from, so that it is drawn here, as samples, beside the theory of infinite width. Cost: n^2 normals and 2 n^2 products a layer, net and
 * inverse temperature; no weight is kept.
 */
@Named(
        value = "feed-forward-samples",
        title = "Directed nets of stochastic spins at finite width",
        doc = "Magnetisation and overlap of copies from layer to layer of nets that are drawn weight by weight,"
                + " averaged over nets.",
        source = "Oprisa and Toth, arXiv:1702.08039 (2017), for machines at criticality",
        year = 2017,
        topics = {"criticality", "deep learning", "finite size"})
public record FeedForwardSamples(
        @ForwardParameters.Mean double mean,
        @ForwardParameters.Coupling double coupling,
        @ForwardParameters.Betas List<Double> betas,
        @ForwardParameters.Depth int depth,
        @ForwardParameters.Input double input,

        @Param(doc = "spins in each layer", symbol = "n", def = "1000", min = 2, max = 100000)
        int width,

        @Param(doc = "nets to average over", def = "4", min = 2, max = 1e6)
        int nets,

        @Param(doc = "seed of weights and noise", def = "1") long draws)
        implements TheorySpec {
    /** Keeps the normals of one seed apart from those of other models. */
    private static final long FORWARD = 5L << 60;

    public FeedForwardSamples {
        betas = List.copyOf(betas);
        ForwardParameters.require(mean, coupling, betas);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(ForwardParameters.MAGNETISATION, ForwardParameters.OVERLAP, ForwardParameters.LAST);
    }

    @Override
    public Validity validity() {
        return Validity.EXACT;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        for (double beta : betas) {
            RunningMean[] m = new RunningMean[depth];
            RunningMean[] q = new RunningMean[depth];
            Arrays.setAll(m, l -> new RunningMean());
            Arrays.setAll(q, l -> new RunningMean());
            for (int net = 0; net < nets; net++) new Pass(beta, net).run(m, q);
            for (int l = 0; l < depth; l++) {
                put(out, ForwardParameters.MAGNETISATION, m[l], beta, l + 1.0);
                put(out, ForwardParameters.OVERLAP, q[l], beta, l + 1.0);
            }
            put(out, ForwardParameters.LAST, m[depth - 1], beta);
        }
        return Solution.closedForm(nets + " nets of " + width + " spins a layer");
    }

    private void put(Sink out, Quantity quantity, RunningMean of, double... axes) {
        out.put(quantity, Sink.ALL, of.mean(), of.error(), axes);
    }

    /** Two copies on their way through one net. */
    private final class Pass {
        private final double beta;
        private final int net;
        private final RandomStream noise;
        private final CounterNormals normals = KernelChoice.best().normals();
        private final int blocks = (width + CounterNormals.BLOCK - 1) / CounterNormals.BLOCK;
        private final double[] row = new double[blocks * CounterNormals.BLOCK];
        private double[][] s = new double[2][width];
        private double[][] next = new double[2][width];

        Pass(double beta, int net) {
            this.beta = beta;
            this.net = net;
            noise = Streams.of(draws).stream("forward", net);
            long up = Math.round(0.5 * (1 + input) * width);
            for (double[] copy : s) for (int i = 0; i < width; i++) copy[i] = i < up ? 1 : -1;
        }

        void run(RunningMean[] m, RunningMean[] q) {
            for (int l = 0; l < depth; l++) {
                layer(l);
                double[][] swap = s;
                s = next;
                next = swap;
                double overlap = 0;
                for (int i = 0; i < width; i++) overlap += s[0][i] * s[1][i];
                m[l].add((Arrays.stream(s[0]).sum() + Arrays.stream(s[1]).sum()) / (2 * width));
                q[l].add(overlap / width);
            }
        }

        private void layer(int l) {
            double scale = coupling / Math.sqrt(width);
            double[] alike = {
                mean * Arrays.stream(s[0]).sum() / width,
                mean * Arrays.stream(s[1]).sum() / width
            };
            for (int i = 0; i < width; i++) {
                normals.fill(draws, FORWARD | (long) net << 24 | l, (long) i * blocks, blocks, row);
                for (int copy = 0; copy < 2; copy++) {
                    double field = 0;
                    double[] of = s[copy];
                    for (int j = 0; j < width; j++) field += row[j] * of[j];
                    double h = beta * (alike[copy] + scale * field);
                    next[copy][i] = noise.nextDouble() < 1 / (1 + Math.exp(-2 * h)) ? 1 : -1;
                }
            }
        }
    }
}
