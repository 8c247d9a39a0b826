package rugged.data;

import java.util.List;
import java.util.Optional;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Gaussian inputs whose label is decided by one coordinate: +1 for an even number of cuts below x_1, -1 for an odd number. With cuts at -0.3 and 1.18549 both labels are equally frequent, and a single direction out of d matters: kernels
 * do not know which, features can find it.
 *
 * <p>Source: Geiger, Spigler, Jacot and Wyart, J. Stat. Mech. 113301 (2020); Paccolat, Petrini, Geiger, Tyloo and Wyart, J. Stat. Mech. 044001 (2021).
 */
@Named(
        value = "stripe",
        title = "Stripes",
        doc = "Gaussian inputs labelled by stripes of one coordinate: the simplest data with a direction to find.",
        source = "Paccolat et al., J. Stat. Mech. 044001 (2021)",
        year = 2021,
        topics = {"classification", "deep learning"})
public record Stripe(
        @Param(doc = "training examples", symbol = "P", def = "200", min = 2, max = 10000000)
        int patterns,

        @Param(doc = "test examples", def = "1000", min = 0, max = 10000000)
        int tests,

        @Param(doc = "numbers of one input", symbol = "d", def = "10", min = 1, max = 1000000)
        int width,

        @Param(doc = "where the label changes along the first coordinate, in increasing order", def = "[-0.3, 1.18549]")
        List<Double> cuts,

        @Param(
                doc = "none, unit (centred, |x|^2 = d) or standard (mean 0, variance 1 over all entries), once labels"
                        + " are given; none if left out")
        Optional<Normalisation> normalise,

        @Param(doc = "seed of the inputs", def = "1") long seed)
        implements DataSpec {
    /** Checks the order of the cuts. */
    public Stripe {
        cuts = List.copyOf(cuts);
        for (int i = 1; i < cuts.size(); i++)
            if (!(cuts.get(i) > cuts.get(i - 1)))
                throw new BadParameter("cuts", cuts, "are not in increasing order", "one number above the other");
    }

    @Override
    public Outline outline() {
        return new Outline(patterns, tests, width, Labels.SIGNS, 2);
    }

    @Override
    public Examples load() {
        Streams streams = Streams.of(seed).family("data.stripe", 0);
        double[] train = inputs(streams.stream("inputs", 0), patterns);
        double[] test = inputs(streams.stream("inputs", 1), tests);
        double[] targets = labels(train);
        double[] testTargets = labels(test);
        normalise.orElse(Normalisation.NONE).apply(train, test, width);
        return new Examples(Labels.SIGNS, 2, List.of(width), train, targets, test, testTargets);
    }

    private double[] inputs(RandomStream random, int count) {
        double[] inputs = new double[Math.multiplyExact(count, width)];
        for (int i = 0; i < inputs.length; i++) inputs[i] = random.nextGaussian();
        return inputs;
    }

    private double[] labels(double[] inputs) {
        double[] labels = new double[inputs.length / width];
        for (int a = 0; a < labels.length; a++) {
            double first = inputs[a * width];
            labels[a] = cuts.stream().filter(cut -> cut < first).count() % 2 == 0 ? 1.0 : -1.0;
        }
        return labels;
    }
}
