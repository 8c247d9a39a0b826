package rugged.data;

import java.util.List;
import java.util.Optional;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.data.Preparation.Part;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Exclusive or: clouds around the corners (+-1, +-1, 0, ..., 0), taken in turn, label +1 where the first two signs differ and -1 where they agree; every
 * coordinate has Gaussian noise. Without noise the first four examples are the four corners. With {@code inputs: bits} corners are (0, 0), (1, 0), (0, 1) and (1, 1); with {@code labels: classes} those whose
 * first two bits differ are of class 1, the others of class 0. No linear classifier does better than chance by more than its luck.
 *
 * <p>Source: Minsky and Papert, Perceptrons (1969).
 */
@Named(
        value = "xor",
        title = "Exclusive or",
        doc = "Four Gaussian clouds at the corners of a square, opposite corners of one label; four points without"
                + " noise.",
        source = "Minsky, Papert, Perceptrons (MIT Press, 1969)",
        year = 1969,
        topics = {"classification", "small networks"})
public record Xor(
        @Param(doc = "training examples", symbol = "P", def = "4", min = 1, max = 10000000)
        int patterns,

        @Param(doc = "test examples", def = "0", min = 0, max = 10000000)
        int tests,

        @Param(doc = "numbers of one input", symbol = "d", def = "2", min = 2, max = 1000000)
        int width,

        @Param(doc = "standard deviation of every coordinate within a cloud", def = "0", min = 0)
        double noise,

        @Param(
                doc = "what stands for the two values of an input: signs (-1 and 1) or bits (0 and 1); signs if left"
                        + " out")
        Optional<Values> inputs,

        @Param(
                doc = "what labels are: signs (1 where the two differ) or classes (1 where they differ, else 0);"
                        + " signs if left out")
        Optional<Answers> labels,

        @Param(doc = "seed of the noise", def = "1") long seed)
        implements DataSpec {
    /** What stands for the two values of an input. */
    public enum Values {
        /** -1 and 1. */
        SIGNS,
        /** 0 and 1. */
        BITS
    }

    /** What labels are. */
    public enum Answers {
        /** -1 and 1. */
        SIGNS,
        /** Classes 0 and 1. */
        CLASSES
    }

    /** Corners and labels of signs. */
    public Xor(int patterns, int tests, int width, double noise, long seed) {
        this(patterns, tests, width, noise, Optional.empty(), Optional.empty(), seed);
    }

    private Labels kind() {
        return labels.orElse(Answers.SIGNS) == Answers.CLASSES ? Labels.CLASSES : Labels.SIGNS;
    }

    @Override
    public Outline outline() {
        return new Outline(patterns, tests, width, kind(), 2);
    }

    @Override
    public Examples load() {
        Streams streams = Streams.of(seed).family("data.xor", 0);
        Part training = part(patterns, streams.stream("inputs", 0));
        Part testing = part(tests, streams.stream("inputs", 1));
        return new Examples(
                kind(), 2, List.of(width), training.inputs(), training.targets(), testing.inputs(), testing.targets());
    }

    private Part part(int count, RandomStream random) {
        double low = inputs.orElse(Values.SIGNS) == Values.BITS ? 0.0 : -1.0;
        double alike = kind() == Labels.CLASSES ? 0.0 : -1.0;
        double[] places = new double[Math.multiplyExact(count, width)];
        double[] targets = new double[count];
        for (int a = 0; a < count; a++) {
            double first = (a & 1) == 0 ? low : 1.0;
            double second = (a & 2) == 0 ? low : 1.0;
            places[a * width] = first;
            places[a * width + 1] = second;
            targets[a] = first == second ? alike : 1.0;
            for (int i = 0; i < width; i++) places[a * width + i] += noise * random.nextGaussian();
        }
        return new Part(places, targets);
    }
}
