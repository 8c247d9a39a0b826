package rugged.data;

import java.util.List;
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
 * coordinate has Gaussian noise. Without noise the first four examples are the four corners. No linear classifier does better than chance by more than its luck.
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

        @Param(doc = "seed of the noise", def = "1") long seed)
        implements DataSpec {
    @Override
    public Outline outline() {
        return new Outline(patterns, tests, width, Labels.SIGNS, 2);
    }

    @Override
    public Examples load() {
        Streams streams = Streams.of(seed).family("data.xor", 0);
        Part training = part(patterns, streams.stream("inputs", 0));
        Part testing = part(tests, streams.stream("inputs", 1));
        return new Examples(
                Labels.SIGNS,
                2,
                List.of(width),
                training.inputs(),
                training.targets(),
                testing.inputs(),
                testing.targets());
    }

    private Part part(int count, RandomStream random) {
        double[] inputs = new double[Math.multiplyExact(count, width)];
        double[] targets = new double[count];
        for (int a = 0; a < count; a++) {
            double first = (a & 1) == 0 ? -1.0 : 1.0;
            double second = (a & 2) == 0 ? -1.0 : 1.0;
            inputs[a * width] = first;
            inputs[a * width + 1] = second;
            targets[a] = first == second ? -1.0 : 1.0;
            for (int i = 0; i < width; i++) inputs[a * width + i] += noise * random.nextGaussian();
        }
        return new Part(inputs, targets);
    }
}
