package rugged.landscape.narrow;

import rugged.api.Examples;
import rugged.meanfield.sequence.SequenceLabel;
import rugged.meanfield.sequence.SequenceLaw;
import rugged.meanfield.sequence.TokenLaw;
import rugged.meanfield.sequence.UnitLoss;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.kernel.MixedProducts;

/**
 * Sequences of L tokens of d numbers each, in single precision, with labels of a teacher or of clusters, and the directions that they were drawn with. Immutable, shared between forks.
 *
 * @param inputs example by example, token by token
 * @param labels so many for an example as the loss has
 * @param teacher t orthogonal units of length sqrt(d) each
 * @param direction u, of length sqrt(d) and orthogonal to the teacher
 * @param eigenvalues of the covariance of a token, one for each of its d numbers
 */
record SequenceExamples(
        int count, float[] inputs, double[] labels, double[][] teacher, double[] direction, double[] eigenvalues) {
    /** Examples that nobody is known to have labelled. */
    static SequenceExamples of(Examples data, int tokens, UnitLoss loss) {
        float[] inputs = new float[data.inputs().length];
        for (int k = 0; k < inputs.length; k++) inputs[k] = (float) data.inputs()[k];
        int d = data.width() / tokens;
        double[] labels = loss.labels() == 0 ? new double[0] : data.targets();
        return new SequenceExamples(data.patterns(), inputs, labels, new double[0][], new double[d], new double[d]);
    }

    /** Drawn by a seed. */
    static SequenceExamples drawn(SequenceLaw law, TokenLaw tokens, UnitLoss loss, long seed) {
        Streams streams = Streams.of(seed);
        int d = law.d();
        double[][] units = new double[law.teacher() + 1][d];
        for (int a = 0; a < units.length; a++) {
            streams.stream(a < law.teacher() ? "teacher" : "direction", a).normals(units[a]);
            for (int b = 0; b < a; b++) remove(units[b], units[a]);
            lengthen(units[a]);
        }
        double[] direction = units[law.teacher()];
        double[][] teacher = java.util.Arrays.copyOf(units, law.teacher());
        double[] eigenvalues = tokens.eigenvalues(d);
        int n = law.count();
        float[] inputs = new float[n * law.tokens() * d];
        int[] cluster = new int[n];
        RandomStream choice = streams.stream("clusters", 0);
        for (int mu = 0; mu < n; mu++) cluster[mu] = choice.nextInt(tokens.clusters());
        RandomStream random = streams.stream("inputs", 0);
        double[] roots = new double[d];
        for (int i = 0; i < d; i++) roots[i] = Math.sqrt(eigenvalues[i]);
        for (int row = 0; row < n * law.tokens(); row++) {
            double amplitude =
                    tokens.amplitude(row % law.tokens(), law.tokens(), cluster[row / law.tokens()]) / Math.sqrt(d);
            for (int i = 0; i < d; i++)
                inputs[row * d + i] = (float) (roots[i] * random.nextGaussian() + amplitude * direction[i]);
        }
        double[] labels = new double[n * loss.labels()];
        SequenceExamples drawn = new SequenceExamples(n, inputs, labels, teacher, direction, eigenvalues);
        drawn.label(law, tokens, loss, cluster, streams.stream("labels", 0));
        return drawn;
    }

    private static void remove(double[] unit, double[] from) {
        double product = 0.0;
        double square = 0.0;
        for (int i = 0; i < unit.length; i++) {
            product += unit[i] * from[i];
            square += unit[i] * unit[i];
        }
        for (int i = 0; i < unit.length; i++) from[i] -= product / square * unit[i];
    }

    private static void lengthen(double[] unit) {
        double square = 0.0;
        for (double x : unit) square += x * x;
        for (int i = 0; i < unit.length; i++) unit[i] *= Math.sqrt(unit.length / square);
    }

    private void label(SequenceLaw law, TokenLaw tokens, UnitLoss loss, int[] cluster, RandomStream noise) {
        int size = loss.labels();
        if (size == 0) return;
        SequenceLabel label = law.resolved(loss);
        int t = law.teacher();
        double[] h = new double[law.tokens() * t];
        double[] y = new double[size];
        MixedProducts products = new MixedProducts();
        for (int mu = 0; mu < count; mu++) {
            if (label == SequenceLabel.CLUSTER) {
                labels[mu] = tokens.side(cluster[mu]);
                continue;
            }
            for (int l = 0; l < law.tokens(); l++)
                for (int a = 0; a < t; a++)
                    h[l * t + a] =
                            products.row(inputs, (mu * law.tokens() + l) * law.d(), teacher[a]) / Math.sqrt(law.d());
            loss.teach(h, y);
            for (int k = 0; k < size; k++)
                labels[mu * size + k] = label == SequenceLabel.SIGN
                        ? y[k] >= 0.0 ? 1.0 : -1.0
                        : law.noise() > 0.0 ? y[k] + law.noise() * noise.nextGaussian() : y[k];
        }
    }
}
