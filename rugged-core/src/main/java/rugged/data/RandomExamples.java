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
 * Gaussian inputs, xi_i ~ N(0, 1), with random labels: nothing to learn, only to store; the analogue of quenched disorder. Labels are +-1 with equal
 * probability, or one of K classes; or they take turns, so that each is as frequent as any other (+1 first, or class 0).
 * {@code normalise: unit} subtracts the mean of the training inputs and then puts every input on the sphere |xi|^2 = d.
 *
 * <p>Source: Gardner, J. Phys. A 21, 257 (1988).
 */
@Named(
        value = "random",
        title = "Random inputs, random labels",
        doc = "Gaussian inputs with labels drawn by lot: what a network can store, free of any rule.",
        source = "Gardner, J. Phys. A 21, 257 (1988)",
        year = 1988,
        topics = {"storage", "quenched disorder"})
public record RandomExamples(
        @Param(doc = "training examples", symbol = "P", def = "200", min = 1, max = 10000000)
        int patterns,

        @Param(doc = "test examples", def = "0", min = 0, max = 10000000)
        int tests,

        @Param(doc = "numbers of one input", symbol = "d", def = "10", min = 1, max = 1000000)
        int width,

        @Param(doc = "number of classes; 0 for labels +1 and -1", symbol = "K", def = "0", min = 0, max = 1000)
        int classes,

        @Param(doc = "labels by lot (drawn), or by turns (alternating); drawn if left out")
        Optional<Labelling> labels,

        @Param(
                doc = "none, unit (centred, |x|^2 = d) or standard (mean 0, variance 1 over all entries); none if"
                        + " left out")
        Optional<Normalisation> normalise,

        @Param(doc = "seed of inputs and labels", def = "1") long seed)
        implements DataSpec {
    /** Where labels come from. */
    public enum Labelling {
        /** By lot. */
        DRAWN,
        /** Each in its turn. */
        ALTERNATING
    }

    public RandomExamples {
        if (classes == 1)
            throw new BadParameter("classes", classes, "one class leaves nothing to tell apart", "0 or 2 and more");
        if (patterns < 2 && normalise.orElse(Normalisation.NONE) != Normalisation.NONE)
            throw new BadParameter(
                    "patterns", patterns, "a single input cannot be normalised: it is its own mean", "at least 2");
    }

    /** Labels by lot, inputs as they are drawn. */
    public RandomExamples(int patterns, int tests, int width, int classes, long seed) {
        this(patterns, tests, width, classes, Optional.empty(), Optional.empty(), seed);
    }

    @Override
    public Outline outline() {
        return new Outline(
                patterns, tests, width, classes == 0 ? Labels.SIGNS : Labels.CLASSES, classes == 0 ? 2 : classes);
    }

    @Override
    public Examples load() {
        Streams streams = Streams.of(seed).family("data.random", 0);
        double[] train = inputs(streams.stream("inputs", 0), patterns);
        double[] test = inputs(streams.stream("inputs", 1), tests);
        normalise.orElse(Normalisation.NONE).apply(train, test, width);
        return new Examples(
                outline().labels(),
                outline().classes(),
                List.of(width),
                train,
                labelled(streams.stream("labels", 0), patterns),
                test,
                labelled(streams.stream("labels", 1), tests));
    }

    private double[] inputs(RandomStream random, int count) {
        double[] inputs = new double[count * width];
        for (int i = 0; i < inputs.length; i++) inputs[i] = random.nextGaussian();
        return inputs;
    }

    private double[] labelled(RandomStream random, int count) {
        double[] labels = new double[count];
        if (labels().orElse(Labelling.DRAWN) == Labelling.ALTERNATING) {
            for (int a = 0; a < count; a++) labels[a] = classes == 0 ? 1.0 - 2.0 * (a % 2) : a % classes;
            return labels;
        }
        for (int a = 0; a < count; a++) {
            labels[a] = classes == 0 ? (random.nextBoolean() ? 1.0 : -1.0) : random.nextInt(classes);
        }
        return labels;
    }
}
