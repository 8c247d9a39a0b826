package rugged.observable.inference;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.mixing.LinearMixing;
import rugged.api.model.Inference;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.compose.MixingPass;
import rugged.compose.Passing;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * By which factor a round of messages multiplies the mean square of a small perturbation: from the state, and from the state with independent normal noise added to its means (to all messages of a graph), the same rounds are made without damping, and
 *
 * <pre>lambda = (D_{k+1}/D_1)^{1/k},    D_j the mean square difference after j rounds</pre>
 *
 * <p>At a fixed point this is the linear instability of the algorithm, which the replica-symmetric theory gives as lambda_AT; above 1 no fixed point can be reached. Away from one it is how fast neighbouring ways part. For a mixing the factor that its
 * variances and slopes give for independent errors, without any perturbation, is written beside it. Nothing at time 0, where messages say nothing yet.
 *
 * <p>Error: fluctuations of order N^{-1/2} from one instance to another. Cost: 2 (k + 1) rounds.
 *
 * <p>Source: Zhao, Qiu, Xie and Huang, arXiv:2111.13302.
 */
@Named(
        value = "divergence-rate",
        title = "Divergence rate of messages",
        doc = "Growth of a small perturbation in a round of message passing, to be set beside the de Almeida-Thouless"
                + " instability.",
        source = "Zhao, Qiu, Xie and Huang, arXiv:2111.13302",
        year = 2021,
        topics = {"one time", "inference", "replicas"})
public record DivergenceRate(
        @Param(doc = "standard deviation of the perturbation of a mean", def = "1e-5", min = 0.0, above = true)
        double size,

        @Param(
                doc = "rounds over which the growth is taken, after a first",
                symbol = "k",
                def = "10",
                min = 1,
                max = 1000)
        int rounds)
        implements ObservableSpec {
    private static final Quantity GROWTH = new Quantity(
            "lambda_s",
            "\u03bb_{s}",
            "",
            List.of("t"),
            "1/N sum c_{i}^{2} sum F_{ai}^{2} slope_{a}^{2} sum F_{aj}^{2}: the same for independent errors, from"
                    + " variances and slopes; NaN for a factor graph");

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.DIVERGENCE_RATE, GROWTH);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.INFERENCE);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return 2.0 * (rounds + 1);
    }

    @Override
    public double memory(LandscapeSpec landscape) {
        return 4.0 * Double.BYTES * landscape.knownDimension();
    }

    @Override
    public Probe open(Model model, Streams random) {
        Inference inference = (Inference) model;
        return (now, out) -> {
            if (!now.single() || now.time() == 0.0) return;
            for (int r = 0; r < now.replicas(); r++) {
                double[] x = now.state(r);
                RandomStream noise = random.stream("perturbation", r);
                out.put(Quantities.DIVERGENCE_RATE, r, rate(inference, x, noise), Double.NaN, now.time());
                double growth =
                        inference instanceof LinearMixing mixing ? new MixingPass(mixing).growth(x) : Double.NaN;
                out.put(GROWTH, r, growth, Double.NaN, now.time());
            }
        };
    }

    /** lambda from a state. */
    double rate(Inference model, double[] x, RandomStream noise) {
        Passing passing = Passing.of(model);
        int telling = Passing.telling(model);
        double[] one = x.clone();
        double[] other = x.clone();
        double[] scratch = x.clone();
        for (int i = 0; i < telling; i++) other[i] += size * noise.nextGaussian();
        double first = Double.NaN;
        for (int k = 0; k <= rounds; k++) {
            passing.update(one, scratch);
            System.arraycopy(scratch, 0, one, 0, one.length);
            passing.update(other, scratch);
            System.arraycopy(scratch, 0, other, 0, one.length);
            if (k == 0) first = Passing.distance(one, other, telling);
        }
        return Math.pow(Passing.distance(one, other, telling) / first, 1.0 / rounds);
    }
}
