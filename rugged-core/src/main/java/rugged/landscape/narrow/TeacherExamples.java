package rugged.landscape.narrow;

import rugged.meanfield.binary.GaussianTail;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.kernel.MixedProducts;

/**
 * Examples of a teacher: inputs x[n d], independent standard normal numbers in single precision, a direction w'[d] with |w'|^2 = d, uniform on its sphere, and labels of w'.x/sqrt(d), or coins; of a mixture inputs lie about two centres. Immutable, shared between forks.
 */
final class TeacherExamples {
    final int d;
    final int count;
    /** Row by row. */
    final float[] inputs;

    final double[] teacher;
    final double[] labels;
    final TeacherLabel label;
    /** 1/sqrt(d). */
    final double scale;
    /** Of a mixture how far each centre is from the middle. */
    private final double apart;

    TeacherExamples(int d, ExampleLaw law) {
        this.d = d;
        count = law.count(d);
        label = law.label();
        scale = 1.0 / Math.sqrt(d);
        Streams streams = Streams.of(law.seed());
        inputs = new float[count * d];
        RandomStream random = streams.stream("inputs", 0);
        for (int k = 0; k < inputs.length; k++) inputs[k] = (float) random.nextGaussian();
        teacher = new double[d];
        streams.stream("teacher", 0).normals(teacher);
        double square = 0.0;
        for (double t : teacher) square += t * t;
        for (int i = 0; i < d; i++) teacher[i] *= Math.sqrt(d / square);
        labels = new double[count];
        new MixedProducts().multiply(inputs, teacher, labels);
        RandomStream noise = streams.stream("labels", 0);
        for (int mu = 0; mu < count; mu++) labels[mu] = label.of(scale * labels[mu], law.noise(), noise.nextGaussian());
        apart = label == TeacherLabel.MIXTURE ? law.noise() : 0.0;
        if (label == TeacherLabel.MIXTURE) part();
    }

    /** Moves each input to its centre. */
    private void part() {
        for (int mu = 0; mu < count; mu++) {
            double step = labels[mu] * apart * scale;
            for (int i = 0; i < d; i++) inputs[mu * d + i] += (float) (step * teacher[i]);
        }
    }

    /** w.w'/d. */
    double overlap(double[] w) {
        double sum = 0.0;
        for (int i = 0; i < d; i++) sum += w[i] * teacher[i];
        return sum / d;
    }

    /** |w|^2/d. */
    double norm(double[] w) {
        double sum = 0.0;
        for (double wi : w) sum += wi * wi;
        return sum / d;
    }

    /** The mean error of a new example: of classes how often they are wrong, half of coins, of linear labels and of phases the mean square error of h. */
    double generalisationError(double[] w) {
        double m = overlap(w);
        double q = norm(w);
        return switch (label) {
            case SIGN -> q > 0.0 ? Math.acos(Math.clamp(m / Math.sqrt(q), -1.0, 1.0)) / Math.PI : 0.5;
            case LINEAR -> 1.0 - 2.0 * m + q;
            case ABS -> 1.0 - 2.0 * Math.abs(m) + q;
            case RANDOM -> 0.5;
            case MIXTURE -> q > 0.0 ? GaussianTail.above(apart * m / Math.sqrt(q)) : 0.5;
        };
    }
}
