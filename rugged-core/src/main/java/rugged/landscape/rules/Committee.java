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
    private final UnitVectors vectors;
    private final int units;
    private final int teachers;
    private final double root;
    private final double[] teacher;
    private final double[] input;
    private final double[] fields;

    Committee(CommitteeSetting spec) {
        this(spec, new double[spec.n() * spec.teachers()]);
        vectors.orthogonal(teacher, teachers, Streams.of(spec.seed()).stream("teacher", 0));
    }

    private Committee(CommitteeSetting spec, double[] teacher) {
        this.spec = spec;
        this.teacher = teacher;
        n = spec.n();
        vectors = new UnitVectors(n);
        units = spec.lengths().size();
        teachers = spec.teachers();
        root = Math.sqrt(n);
        input = new double[n];
        fields = new double[units];
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
                for (int m = 0; m < teachers; m++) vectors.part(x, i, teacher, m);
                for (int other = 0; other < i; other++) vectors.part(x, i, x, other);
            }
            vectors.scale(x, i, spec.lengths().get(i));
        }
        vectors.add(x, 0, spec.shift(), teacher, 0);
    }

    @Override
    public void overlaps(double[] w, double[] q, double[] r) {
        vectors.overlaps(w, units, teacher, teachers, q, r);
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
            for (int k = 0; k < units; k++) vectors.add(g, i, (i == k ? 2.0 : 1.0) * c.slope(i, k), x, k);
            for (int m = 0; m < teachers; m++) vectors.add(g, i, c.slope(i, units + m), teacher, m);
        }
        return n * c.loss();
    }

    @Override
    public void learn(double[] w, double rate, RandomStream random) {
        random.normals(input);
        double error = 0.0;
        for (int m = 0; m < teachers; m++) error += ErfMoments.g(vectors.dot(teacher, m, input, 0) / root);
        for (int i = 0; i < units; i++) {
            fields[i] = vectors.dot(w, i, input, 0) / root;
            error -= ErfMoments.g(fields[i]);
        }
        for (int i = 0; i < units; i++) {
            double slope = Math.sqrt(2.0 / Math.PI) * Math.exp(-0.5 * fields[i] * fields[i]);
            vectors.add(w, i, rate * slope * error / root, input, 0);
        }
    }
}
