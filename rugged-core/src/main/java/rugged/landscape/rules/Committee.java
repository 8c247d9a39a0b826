package rugged.landscape.rules;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import rugged.api.lessons.FreshExamples;
import rugged.meanfield.rules.CommitteeOverlaps;
import rugged.meanfield.rules.ErfMoments;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** The built {@code soft-committee}: forks share the teacher. */
final class Committee implements FreshExamples {
    private final CommitteeSetting spec;
    private final int n;
    private final int units;
    private final int teachers;
    private final double root;
    private final double[] teacher;
    private final double[] input;
    private final double[] fields;

    Committee(CommitteeSetting spec) {
        this(spec, new double[spec.n() * spec.teachers()]);
        RandomStream random = Streams.of(spec.seed()).stream("teacher", 0);
        for (int m = 0; m < teachers; m++) {
            for (int i = 0; i < n; i++) teacher[m * n + i] = random.nextGaussian();
            for (int other = 0; other < m; other++) part(teacher, m, teacher, other);
            scale(teacher, m, 1.0);
        }
    }

    private Committee(CommitteeSetting spec, double[] teacher) {
        this.spec = spec;
        this.teacher = teacher;
        n = spec.n();
        units = spec.lengths().size();
        teachers = spec.teachers();
        root = Math.sqrt(n);
        input = new double[n];
        fields = new double[units];
    }

    /** a.b of two units. */
    private double dot(double[] a, int i, double[] b, int k) {
        double one = 0.0;
        double two = 0.0;
        double three = 0.0;
        double four = 0.0;
        int p = i * n;
        int q = k * n;
        int j = 0;
        for (; j + 4 <= n; j += 4) {
            one += a[p + j] * b[q + j];
            two += a[p + j + 1] * b[q + j + 1];
            three += a[p + j + 2] * b[q + j + 2];
            four += a[p + j + 3] * b[q + j + 3];
        }
        for (; j < n; j++) one += a[p + j] * b[q + j];
        return one + two + (three + four);
    }

    private void add(double[] a, int i, double factor, double[] b, int k) {
        for (int j = 0; j < n; j++) a[i * n + j] += factor * b[k * n + j];
    }

    /** Takes out of unit i what it has along unit k of b. */
    private void part(double[] a, int i, double[] b, int k) {
        add(a, i, -dot(a, i, b, k) / dot(b, k, b, k), b, k);
    }

    /** Makes |a_i|^2 = N length. */
    private void scale(double[] a, int i, double length) {
        double factor = Math.sqrt(n * length / dot(a, i, a, i));
        for (int j = 0; j < n; j++) a[i * n + j] *= factor;
    }

    @Override
    public Committee fork() {
        return new Committee(spec, teacher);
    }

    @Override
    public int dimension() {
        return n * units;
    }

    @Override
    public double extent() {
        return n;
    }

    @Override
    public int inputs() {
        return n;
    }

    @Override
    public int units() {
        return units;
    }

    @Override
    public int teacherUnits() {
        return teachers;
    }

    @Override
    public void randomise(double[] x, RandomGenerator random) {
        for (int k = 0; k < x.length; k++) x[k] = random.nextGaussian();
        for (int i = 0; i < units; i++) {
            for (int turn = 0; turn < 2; turn++) { // once more for what rounding left
                for (int m = 0; m < teachers; m++) part(x, i, teacher, m);
                for (int other = 0; other < i; other++) part(x, i, x, other);
            }
            scale(x, i, spec.lengths().get(i));
        }
        add(x, 0, spec.shift(), teacher, 0);
    }

    @Override
    public void overlaps(double[] w, double[] q, double[] r) {
        for (int i = 0; i < units; i++) {
            for (int k = 0; k <= i; k++) q[i * units + k] = q[k * units + i] = dot(w, i, w, k) / n;
            for (int m = 0; m < teachers; m++) r[i * teachers + m] = dot(w, i, teacher, m) / n;
        }
    }

    private CommitteeOverlaps overlaps(double[] w) {
        double[] q = new double[units * units];
        double[] r = new double[units * teachers];
        overlaps(w, q, r);
        return CommitteeOverlaps.of(units, teachers, q, r);
    }

    @Override
    public double energy(double[] x) {
        return n * overlaps(x).loss();
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
        CommitteeOverlaps c = overlaps(x);
        Arrays.fill(g, 0.0);
        for (int i = 0; i < units; i++) {
            for (int k = 0; k < units; k++) add(g, i, (i == k ? 2.0 : 1.0) * c.slope(i, k), x, k);
            for (int m = 0; m < teachers; m++) add(g, i, c.slope(i, units + m), teacher, m);
        }
        return n * c.loss();
    }

    @Override
    public void learn(double[] w, double rate, RandomStream random) {
        random.normals(input);
        double error = 0.0;
        for (int m = 0; m < teachers; m++) error += ErfMoments.g(dot(teacher, m, input, 0) / root);
        for (int i = 0; i < units; i++) {
            fields[i] = dot(w, i, input, 0) / root;
            error -= ErfMoments.g(fields[i]);
        }
        for (int i = 0; i < units; i++) {
            double slope = Math.sqrt(2.0 / Math.PI) * Math.exp(-0.5 * fields[i] * fields[i]);
            add(w, i, rate * slope * error / root, input, 0);
        }
    }
}
