package rugged.data;

import java.util.List;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * A plane with ripples: inputs x ~ N(0, 1)^d and values y = a (w.x/sqrt(d) + b sin(2 u.x/sqrt(d))), w and u ~ N(0, 1)^d. A linear rule that a network sees at once with a part that it needs many examples for; b = 0 leaves the plane. A smaller set is a prefix of a larger one, and test examples do not depend on the
 * training examples. The draw does not follow the seed of a study, so that seeds are chains on the same data. Own design.
 */
@Named(
        value = "ripples",
        title = "A plane with ripples",
        doc = "Gaussian inputs with real values: a linear function and the sine of another one.",
        topics = {"regression", "generalisation"})
public record Ripples(
        @Param(doc = "training examples", symbol = "P", def = "50", min = 1, max = 10000000)
        int patterns,

        @Param(doc = "test examples", def = "200", min = 0, max = 10000000)
        int tests,

        @Param(doc = "numbers of one input", symbol = "d", def = "60", min = 1, max = 1000000)
        int width,

        @Param(doc = "size a of all values", symbol = "a", def = "2", min = 0, max = 1e6)
        double size,

        @Param(doc = "share b of the sine", symbol = "b", def = "0.3", min = 0, max = 1e6)
        double ripple,

        @Param(
                doc = "number of the draw of rule and inputs",
                def = "1",
                reason = "does not follow the seed of a study: all its runs, and theories beside them, are of one draw")
        long draw)
        implements DataSpec {
    private static final double FREQUENCY = 2.0;

    @Override
    public Outline outline() {
        return new Outline(patterns, tests, width, Labels.VALUES, 0);
    }

    @Override
    public Examples load() {
        Streams streams = Streams.of(draw).family("data.ripples", 0);
        double[] plane = normals(1, streams.stream("rule", 0));
        double[] wave = normals(1, streams.stream("rule", 1));
        double[] inputs = normals(patterns, streams.stream("inputs", 0));
        double[] testInputs = normals(tests, streams.stream("inputs", 1));
        return new Examples(
                Labels.VALUES,
                0,
                List.of(width),
                inputs,
                values(inputs, plane, wave),
                testInputs,
                values(testInputs, plane, wave));
    }

    private double[] normals(int count, RandomStream random) {
        double[] drawn = new double[Math.multiplyExact(count, width)];
        random.normals(drawn);
        return drawn;
    }

    private double[] values(double[] inputs, double[] plane, double[] wave) {
        double[] values = new double[inputs.length / width];
        for (int a = 0; a < values.length; a++) {
            double height = 0.0;
            double phase = 0.0;
            for (int i = 0; i < width; i++) {
                height += plane[i] * inputs[a * width + i];
                phase += wave[i] * inputs[a * width + i];
            }
            double root = Math.sqrt(width);
            values[a] = size * (height / root + ripple * StrictMath.sin(FREQUENCY * phase / root));
        }
        return values;
    }
}
