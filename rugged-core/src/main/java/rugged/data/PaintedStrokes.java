package rugged.data;

import java.util.List;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.data.Preparation.Part;
import rugged.data.stroke.StrokePainter;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * The digits of {@link Strokes} in colours: a digit is painted in a colour by lot on a ground of another, and the ground carries waves of random direction and length. A pixel of channel c is g_c + t sin(k.r + p_c) + m (i_c - g_c), cut to [0, 1], with m the grey level of the
 * stroke, g and i the colours of ground and ink, drawn evenly and at least {@link #APART} apart, and t the texture. No channel has a sign that it keeps, so that what is told by single pixels is little and what is told by edges is much. Example k of a seed is a function of (seed, k) alone.
 *
 * <p>Inputs are channel after channel, red, green, blue, row by row: 3 x 28 x 28. Own design.
 */
@Named(
        value = "painted-strokes",
        title = "Digits painted by a program",
        doc = "The ten digits in colours by lot, on a ground with texture: structured data on which windows matter,"
                + " with nothing to fetch.",
        topics = {"digits", "classification"})
public record PaintedStrokes(
        @Param(doc = "training examples", symbol = "P", def = "2000", min = 1, max = 300000)
        int patterns,

        @Param(doc = "test examples", def = "1000", min = 0, max = 300000)
        int tests,

        @Param(doc = "classes: the ten digits; parity: +1 for odd, -1 for even digits", def = "classes")
        DigitLabels labels,

        @Param(doc = "t, height of the waves of the ground; levels run from 0 to 1", def = "0.15", min = 0, max = 1)
        double texture,

        @Param(
                doc = "none (levels 0 to 1), unit (centred, |x|^2 = d) or standard (mean 0, variance 1 over all"
                        + " pixels)",
                def = "standard",
                reason = "centred inputs of order 1 make learning rates comparable between data")
        Normalisation normalise,

        @Param(
                doc = "principal components kept, each with variance 1; 0 keeps the pixels",
                symbol = "d",
                def = "0",
                min = 0,
                max = 2352)
        int pca,

        @Param(doc = "seed of the drawings", def = "1") long seed)
        implements DataSpec {
    private static final int COLOURS = 3;
    private static final int SIDE = StrokePainter.SIDE;
    private static final int AREA = SIDE * SIDE;
    private static final List<Integer> SHAPE = List.of(COLOURS, SIDE, SIDE);

    /** Least distance of the colours of ink and ground. */
    static final double APART = 0.5;

    /** Longest and shortest waves, in pixels. */
    private static final double LONGEST = 14.0;

    private static final double SHORTEST = 4.0;

    public PaintedStrokes {
        Preparation.of(labels, normalise, pca).check(patterns, COLOURS * AREA);
    }

    @Override
    public Outline outline() {
        return preparation().outline(patterns, tests, SHAPE);
    }

    @Override
    public Examples load() {
        return preparation().examples(SHAPE, pictures("training", patterns), pictures("test", tests));
    }

    private Preparation preparation() {
        return Preparation.of(labels, normalise, pca);
    }

    private Part pictures(String part, int count) {
        Streams streams = Streams.of(seed).family("data.painted-strokes", 0);
        StrokePainter painter = new StrokePainter();
        double[] levels = new double[Math.multiplyExact(count, COLOURS * AREA)];
        double[] targets = new double[count];
        double[] stroke = new double[AREA];
        for (int k = 0; k < count; k++) {
            RandomStream random = streams.stream(part, k);
            targets[k] = labels.of(painter.paint(random, stroke, 0));
            colour(random, stroke, levels, k * COLOURS * AREA);
        }
        return new Part(levels, targets);
    }

    private void colour(RandomStream random, double[] stroke, double[] levels, int at) {
        double[] ground = new double[COLOURS];
        double[] ink = new double[COLOURS];
        do {
            for (int c = 0; c < COLOURS; c++) {
                ground[c] = random.nextDouble();
                ink[c] = random.nextDouble();
            }
        } while (distance(ground, ink) < APART);
        double length = SHORTEST + (LONGEST - SHORTEST) * random.nextDouble();
        double angle = StrictMath.PI * random.nextDouble();
        double kx = 2.0 * StrictMath.PI / length * StrictMath.cos(angle);
        double ky = 2.0 * StrictMath.PI / length * StrictMath.sin(angle);
        for (int c = 0; c < COLOURS; c++) {
            double phase = 2.0 * StrictMath.PI * random.nextDouble();
            for (int i = 0; i < AREA; i++) {
                double wave = texture * StrictMath.sin(kx * (i % SIDE) + ky * (i / SIDE) + phase);
                double level = ground[c] + wave + stroke[i] * (ink[c] - ground[c]);
                levels[at + c * AREA + i] = Math.clamp(level, 0.0, 1.0);
            }
        }
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0.0;
        for (int c = 0; c < COLOURS; c++) sum += (one[c] - other[c]) * (one[c] - other[c]);
        return Math.sqrt(sum);
    }
}
