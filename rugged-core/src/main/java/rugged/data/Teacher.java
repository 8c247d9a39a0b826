package rugged.data;

import java.util.List;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Gaussian inputs, xi_i ~ N(0, 1), labelled by a teacher with weights w_ki ~ N(0, 1): the perceptron y = sign(w . xi), the committee y = sign(sum_k sign(w_k .
 * xi)), or the network y = sign(sum_k a_k tanh(w_k . xi / sqrt(d))) with a_k ~ N(0, 1). Each label is turned round with probability {@code noise}, in the test
 * set too. A smaller set is a prefix of a larger one.
 *
 * <p>Source: Gardner and Derrida, J. Phys. A 22, 1983 (1989).
 */
@Named(
        value = "teacher",
        title = "Labels of a teacher",
        doc = "Gaussian inputs labelled by a perceptron, a committee or a network drawn by seed: a rule that can be"
                + " learnt.",
        source = "Gardner, Derrida, J. Phys. A 22, 1983 (1989)",
        year = 1989,
        topics = {"teacher and student", "generalisation"})
public record Teacher(
        @Param(doc = "perceptron, committee (signs of signs) or network (tanh)", def = "perceptron")
        Rule rule,

        @Param(doc = "hidden units of a committee (odd) or a network", symbol = "K", def = "3", min = 1, max = 10000)
        int hidden,

        @Param(doc = "training examples", symbol = "P", def = "200", min = 1, max = 10000000)
        int patterns,

        @Param(doc = "test examples", def = "200", min = 0, max = 10000000)
        int tests,

        @Param(doc = "numbers of one input", symbol = "d", def = "10", min = 1, max = 1000000)
        int width,

        @Param(doc = "probability that a label is turned round", def = "0", min = 0, max = 0.5)
        double noise,

        @Param(doc = "seed of teacher, inputs and noise", def = "1")
        long seed)
        implements DataSpec {
    /** What the teacher is. */
    public enum Rule {
        /** sign(w . xi). */
        PERCEPTRON,
        /** sign(sum_k sign(w_k . xi)). */
        COMMITTEE,
        /** sign(sum_k a_k tanh(w_k . xi / sqrt(d))). */
        NETWORK
    }

    public Teacher {
        if (rule == Rule.COMMITTEE && hidden % 2 == 0) {
            throw new BadParameter("hidden", hidden, "an even committee can be undecided", "an odd number");
        }
    }

    @Override
    public Outline outline() {
        return new Outline(patterns, tests, width, Labels.SIGNS, 2);
    }

    @Override
    public Examples load() {
        Streams streams = Streams.of(seed).family("data.teacher", 0);
        double[] weights = new double[(rule == Rule.PERCEPTRON ? 1 : hidden) * width];
        streams.stream("weights", 0).normals(weights);
        double[] outer = new double[weights.length / width];
        streams.stream("weights", 1).normals(outer);
        double[] inputs = normals(patterns, streams.stream("inputs", 0));
        double[] testInputs = normals(tests, streams.stream("inputs", 1));
        return new Examples(
                Labels.SIGNS,
                2,
                List.of(width),
                inputs,
                labels(inputs, weights, outer, streams.stream("noise", 0)),
                testInputs,
                labels(testInputs, weights, outer, streams.stream("noise", 1)));
    }

    private double[] normals(int count, RandomStream random) {
        double[] inputs = new double[Math.multiplyExact(count, width)];
        random.normals(inputs);
        return inputs;
    }

    private double[] labels(double[] inputs, double[] weights, double[] outer, RandomStream random) {
        double[] labels = new double[inputs.length / width];
        for (int a = 0; a < labels.length; a++) {
            double output = 0.0;
            for (int k = 0; k < outer.length; k++) {
                double field = 0.0;
                for (int i = 0; i < width; i++) field += weights[k * width + i] * inputs[a * width + i];
                output += switch (rule) {
                    case PERCEPTRON, COMMITTEE -> field > 0.0 ? 1.0 : -1.0;
                    case NETWORK -> outer[k] * StrictMath.tanh(field / Math.sqrt(width));
                };
            }
            double sign = output > 0.0 ? 1.0 : -1.0;
            labels[a] = random.nextDouble() < noise ? -sign : sign;
        }
        return labels;
    }
}
