package rugged.landscape.binary;

import java.util.Arrays;
import rugged.api.model.Planted;
import rugged.api.model.SpinLandscape;
import rugged.meanfield.binary.PerceptronTask;
import rugged.num.Packed;

/** A binary perceptron on Gaussian patterns: fields are sums of whole quanta, kept in step with flips to the last bit. */
final class GaussianPerceptron implements SpinLandscape, Planted {
    private final Patterns patterns;
    private final PatternLaw law;
    private final int[] columns;
    private final boolean both;
    private final long width;
    private final double[] s;
    private final long[] fields;
    private int violated;

    GaussianPerceptron(Patterns patterns, PatternLaw law) {
        this(patterns, law, columns(patterns));
    }

    private GaussianPerceptron(Patterns patterns, PatternLaw law, int[] columns) {
        this.patterns = patterns;
        this.law = law;
        this.columns = columns;
        both = law.task() == PerceptronTask.SYMMETRIC;
        width = (long) Math.floor(law.margin() * Math.sqrt(patterns.n) / Patterns.QUANTUM);
        s = new double[patterns.n];
        fields = new long[patterns.count];
        Arrays.fill(s, 1.0);
        load(s);
    }

    private static int[] columns(Patterns patterns) {
        int[] columns = new int[patterns.values.length];
        for (int mu = 0; mu < patterns.count; mu++)
            for (int i = 0; i < patterns.n; i++)
                columns[i * patterns.count + mu] = patterns.values[mu * patterns.n + i];
        return columns;
    }

    private int violates(long field) {
        return (both ? Math.abs(field) > width : field <= width) ? 1 : 0;
    }

    @Override
    public int dimension() {
        return s.length;
    }

    @Override
    public int at(int i) {
        return s[i] > 0.0 ? 1 : 0;
    }

    @Override
    public double flipCost(int i) {
        int from = i * fields.length;
        long twice = s[i] > 0.0 ? -2L : 2L;
        int after = 0;
        for (int mu = 0; mu < fields.length; mu++) after += violates(fields[mu] + twice * columns[from + mu]);
        return after - violated;
    }

    @Override
    public void flip(int i) {
        int from = i * fields.length;
        long twice = s[i] > 0.0 ? -2L : 2L;
        for (int mu = 0; mu < fields.length; mu++) fields[mu] += twice * columns[from + mu];
        s[i] = -s[i];
        count();
    }

    private void count() {
        violated = 0;
        for (long field : fields) violated += violates(field);
    }

    @Override
    public double energy() {
        return violated;
    }

    @Override
    public void load(double[] x) {
        System.arraycopy(x, 0, s, 0, s.length);
        for (int mu = 0; mu < fields.length; mu++) {
            long sum = 0L;
            for (int i = 0; i < s.length; i++)
                sum += s[i] > 0.0 ? patterns.values[mu * s.length + i] : -patterns.values[mu * s.length + i];
            fields[mu] = sum;
        }
        count();
    }

    @Override
    public void state(double[] x) {
        System.arraycopy(s, 0, x, 0, s.length);
    }

    @Override
    public void plantedState(double[] x) {
        patterns.teach(x);
    }

    @Override
    public byte[] save() {
        return new Packed.Writer().put(s).bytes();
    }

    /** Everything is an integer: what is recomputed is what was kept in step. */
    @Override
    public void restore(byte[] saved) {
        double[] kept = new double[s.length];
        new Packed.Reader(saved).read(kept);
        load(kept);
    }

    @Override
    public GaussianPerceptron fork() {
        GaussianPerceptron fork = new GaussianPerceptron(patterns, law, columns);
        fork.load(s);
        return fork;
    }
}
