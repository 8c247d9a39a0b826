package rugged.landscape.narrow;

import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.kernel.MixedProducts;

/**
 * Examples of a committee: inputs x[n d], independent standard normal numbers in single precision, the same as those of one projection with the same seed; units w'[K][d], orthogonal to one another and of length sqrt(d), otherwise uniform, the first the same as one alone; labels
 * sign(sum_a sign(w'_a.x)), 0 where that is. Immutable, shared between forks.
 */
final class CommitteeExamples {
    final int d;
    final int units;
    final int count;
    /** Row by row. */
    final float[] inputs;

    final double[][] teacher;
    final byte[] labels;
    /** 1/sqrt(d). */
    final double scale;

    CommitteeExamples(int d, int units, int count, long seed) {
        this.d = d;
        this.units = units;
        this.count = count;
        scale = 1.0 / Math.sqrt(d);
        Streams streams = Streams.of(seed);
        inputs = new float[count * d];
        RandomStream random = streams.stream("inputs", 0);
        for (int k = 0; k < inputs.length; k++) inputs[k] = (float) random.nextGaussian();
        teacher = teacher(d, units, streams);
        labels = new byte[count];
        double[] fields = new double[count * units];
        new MixedProducts().multiply(inputs, teacher, fields);
        for (int mu = 0; mu < count; mu++) {
            double votes = 0.0;
            for (int a = 0; a < units; a++) votes += Math.signum(fields[mu * units + a]);
            labels[mu] = (byte) Math.signum(votes);
        }
    }

    private static double[][] teacher(int d, int units, Streams streams) {
        double[][] teacher = new double[units][d];
        for (int a = 0; a < units; a++) {
            double[] unit = teacher[a];
            streams.stream("teacher", a).normals(unit);
            for (int b = 0; b < a; b++) {
                double along = dot(unit, teacher[b]) / d;
                for (int i = 0; i < d; i++) unit[i] -= along * teacher[b][i];
            }
            double length = Math.sqrt(d / dot(unit, unit));
            for (int i = 0; i < d; i++) unit[i] *= length;
        }
        return teacher;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
