package rugged.observable.kernel;

import java.util.EnumSet;
import java.util.List;
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
import rugged.num.Streams;
import rugged.params.Param;

/**
 * What replicas of a network that learnt the same examples from different starts predict together, on examples kept aside: the error of their mean output, the variance of outputs around it (over starts, divided by R - 1), and how large outputs are; and how many training examples each
 * leaves below the margin. Fluctuations between starts raise the error of one network above that of the mean, most where networks just fit. Undefined (NaN): the error where targets are values, all of it without test examples. Cost: two forward passes for each replica.
 *
 * <p>Source: Geiger, Jacot, Spigler et al., J. Stat. Mech. 023401 (2020), arXiv:1901.01608.
 */
@Named(
        value = "ensemble-errors",
        title = "Errors of an ensemble of networks",
        doc = "Error of the mean prediction of several networks, variance of predictions, and unsatisfied examples.",
        source = "Geiger et al., J. Stat. Mech. 023401 (2020)",
        year = 2020,
        topics = {"one time", "deep learning", "ensembles"})
public record EnsembleErrors(
        @Param(doc = "margin that counts as satisfied", def = "1")
        double margin,

        @Param(
                doc = "by how much an example may miss the margin and count as satisfied",
                def = "1e-4",
                min = 0,
                reason = "descent comes to the margin from below")
        double slack)
        implements ObservableSpec {
    static final Quantity TOGETHER = new Quantity(
            "error_ensemble",
            "\u03b5_{mean F}",
            "",
            List.of("t"),
            "fraction of test examples on which the mean output of all replicas is wrong; half of those where it is"
                    + " undecided");
    static final Quantity VARIANCE = new Quantity(
            "predictor_variance",
            "Var F",
            "",
            List.of("t"),
            "variance of outputs between replicas, mean over test examples and outputs");
    static final Quantity SIZE =
            new Quantity("output_size", "|F|", "", List.of("t"), "root mean square of the outputs on test examples");
    static final Quantity UNSATISFIED = new Quantity(
            "unsatisfied",
            "N_{\u0394}",
            "",
            List.of("t"),
            "training examples whose margin is below the one asked for, by more than the slack");
    static final Quantity FITTED =
            new Quantity("fitted", "fitted", "", List.of("t"), "1 where no training example is unsatisfied, else 0");

    @Override
    public List<Quantity> quantities() {
        return List.of(TOGETHER, VARIANCE, SIZE, UNSATISFIED, FITTED);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.EXAMPLES);
    }

    @Override
    public int replicas() {
        return 2;
    }

    @Override
    public double memory(LandscapeSpec landscape) {
        return landscape
                .knownExamples()
                .map(o -> 8.0 * (3.0 * o.tests() * Math.max(1, o.classes()) + o.patterns()))
                .orElse(0.0);
    }

    @Override
    public Probe open(Model model, Streams random) {
        Supervised network = (Supervised) model;
        return (now, out) -> {
            if (now.single()) look(network, now, out);
        };
    }

    private void look(Supervised network, Moment now, Sink out) {
        int tests = network.examples(Part.TEST);
        double[] o = new double[tests * network.outputs()];
        double[] sum = new double[o.length];
        double[] squares = new double[o.length];
        double[] margins = new double[network.patterns()];
        int replicas = now.replicas();
        double t = now.time();
        for (int r = 0; r < replicas; r++) {
            network.outputs(now.state(r), Part.TEST, o);
            double size = 0.0;
            for (int i = 0; i < o.length; i++) {
                size += o[i] * o[i];
                // Welford's update
                double off = o[i] - sum[i];
                sum[i] += off / (r + 1);
                squares[i] += off * (o[i] - sum[i]);
            }
            out.put(SIZE, r, o.length == 0 ? Double.NaN : Math.sqrt(size / o.length), Double.NaN, t);
            network.margins(now.state(r), Part.TRAIN, margins);
            double unsatisfied = 0.0;
            for (double m : margins) if (!(m >= margin - slack)) unsatisfied++;
            out.put(UNSATISFIED, r, unsatisfied, Double.NaN, t);
            out.put(FITTED, r, unsatisfied == 0.0 ? 1.0 : 0.0, Double.NaN, t);
        }
        double variance = 0.0;
        for (double each : squares) variance += each / (replicas - 1) / squares.length;
        out.put(VARIANCE, Sink.ALL, squares.length == 0 ? Double.NaN : variance, Double.NaN, t);
        out.put(TOGETHER, Sink.ALL, wrong(network, sum, tests), Double.NaN, t);
    }

    private static double wrong(Supervised network, double[] mean, int tests) {
        if (tests == 0 || network.classes() == 0) return Double.NaN;
        double[] y = new double[tests];
        network.targets(Part.TEST, y);
        int k = network.outputs();
        double count = 0.0;
        for (int a = 0; a < tests; a++) {
            double margin = k == 1 ? y[a] * mean[a] : over(mean, a * k, k, (int) y[a]);
            if (margin < 0.0) count += 1.0;
            if (margin == 0.0) count += 0.5;
        }
        return count / tests;
    }

    private static double over(double[] o, int at, int k, int own) {
        double other = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < k; i++) if (i != own) other = Math.max(other, o[at + i]);
        return o[at + own] - other;
    }
}
