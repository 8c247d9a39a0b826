package rugged.landscape.rules;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import rugged.api.lessons.StoredExamples;
import rugged.api.model.Batch;
import rugged.meanfield.rules.LearningRule;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.num.kernel.SignRows;

/** The built {@code student-perceptron}: forks share teacher and examples. */
final class StudentModel implements StoredExamples {
    private final StudentSetting spec;
    private final int n;
    private final int patterns;
    private final double root;
    private final SignRows rows;
    private final double[] teacher;
    private final double[] fields;
    private final byte[] labels;

    StudentModel(StudentSetting spec) {
        this(
                spec,
                new SignRows(spec.examples(), spec.n()),
                teacher(spec),
                new double[spec.examples()],
                new byte[spec.examples()]);
        Streams random = Streams.of(spec.seed());
        RandomStream signs = random.stream("examples", 0);
        RandomStream noise = random.stream("flips", 0);
        for (int mu = 0; mu < patterns; mu++) {
            draw(mu, signs);
            fields[mu] = rows.dot(mu, teacher) / root;
            int label = fields[mu] < 0.0 ? -1 : 1;
            labels[mu] = (byte) (noise.nextDouble() < spec.flips() ? -label : label);
        }
    }

    private StudentModel(StudentSetting spec, SignRows rows, double[] teacher, double[] fields, byte[] labels) {
        this.spec = spec;
        this.rows = rows;
        this.teacher = teacher;
        this.fields = fields;
        this.labels = labels;
        n = spec.n();
        patterns = spec.examples();
        root = Math.sqrt(n);
    }

    private static double[] teacher(StudentSetting spec) {
        double[] b = new double[spec.n()];
        Streams.of(spec.seed()).stream("teacher", 0).normals(b);
        Vectors.scale(b, Math.sqrt(spec.n()) / Vectors.norm(b));
        return b;
    }

    private void draw(int mu, RandomStream signs) {
        long bits = 0L;
        for (int i = 0; i < n; i++) {
            if (i % Long.SIZE == 0) bits = signs.nextLong();
            if (bits < 0L) rows.negate(mu, i);
            bits <<= 1;
        }
    }

    @Override
    public StudentModel fork() {
        return new StudentModel(spec, rows.fork(), teacher, fields, labels);
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public int patterns() {
        return patterns;
    }

    @Override
    public double field(double[] w, int example) {
        return rows.dot(example, w) / root;
    }

    @Override
    public double teacherField(int example) {
        return fields[example];
    }

    @Override
    public int label(int example) {
        return labels[example];
    }

    @Override
    public void learn(double[] w, double decay, int example, double amount) {
        rows.add(example, decay, amount / root, w);
    }

    @Override
    public double learnThenField(double[] w, double decay, int example, double amount, int next) {
        return rows.addThenDot(example, decay, amount / root, next, w) / root;
    }

    @Override
    public double teacherOverlap(double[] w) {
        return Vectors.dot(w, teacher) / n;
    }

    /** R_0 b plus a random vector at right angles to it, of the length that is left. */
    @Override
    public void randomise(double[] x, RandomGenerator random) {
        for (int i = 0; i < n; i++) x[i] = random.nextGaussian();
        Vectors.add(x, -Vectors.dot(x, teacher) / n, teacher);
        double left = Math.max(0.0, spec.length() - spec.overlap() * spec.overlap());
        Vectors.scale(x, Math.sqrt(n * left) / Vectors.norm(x));
        Vectors.add(x, spec.overlap(), teacher);
    }

    private LearningRule rule() {
        return spec.energy();
    }

    @Override
    public double energy(double[] x) {
        double sum = 0.0;
        for (int mu = 0; mu < patterns; mu++) sum += rule().potential(field(x, mu), labels[mu]);
        return n * sum / patterns;
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
        Arrays.fill(g, 0.0);
        double sum = 0.0;
        for (int mu = 0; mu < patterns; mu++) sum += climb(mu, x, (double) n / patterns, g);
        return n * sum / patterns;
    }

    @Override
    public double energyAndGradient(double[] x, Batch batch, double[] g) {
        Arrays.fill(g, 0.0);
        double weight = (double) n / batch.size();
        double sum = 0.0;
        for (int k = batch.from(); k < batch.to(); k++) sum += climb(batch.index()[k], x, weight, g);
        return weight * sum;
    }

    /** Adds weight times the gradient of v of an example, and returns v. */
    private double climb(int mu, double[] x, double weight, double[] g) {
        double field = field(x, mu);
        double strength = rule().strength(field, labels[mu]);
        if (strength != 0.0) learn(g, 1.0, mu, -weight * strength);
        return rule().potential(field, labels[mu]);
    }

    @Override
    public void patternEnergies(double[] x, double[] e) {
        for (int mu = 0; mu < patterns; mu++) e[mu] = n * rule().potential(field(x, mu), labels[mu]);
    }

    @Override
    public void hessianVector(double[] x, double[] v, double[] hv) {
        Arrays.fill(hv, 0.0);
        for (int mu = 0; mu < patterns; mu++) {
            double curvature = rule().curvature(field(x, mu), labels[mu]);
            if (curvature != 0.0) learn(hv, 1.0, mu, curvature * n / patterns * field(v, mu));
        }
    }
}
