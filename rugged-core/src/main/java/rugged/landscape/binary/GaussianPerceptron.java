package rugged.landscape.binary;

import rugged.meanfield.binary.PerceptronTask;

/** A binary perceptron on Gaussian patterns: fields are sums of whole quanta, kept in step with flips to the last bit. */
final class GaussianPerceptron extends BinaryWeights {
    private final int[] columns;
    private final boolean both;
    private final long width;
    private final long[] fields;
    private int violated;

    GaussianPerceptron(Patterns patterns, PatternLaw law) {
        this(patterns, law, columns(patterns));
    }

    private GaussianPerceptron(Patterns patterns, PatternLaw law, int[] columns) {
        super(patterns, law);
        this.columns = columns;
        both = law.task() == PerceptronTask.SYMMETRIC;
        width = (long) Math.floor(law.margin() * Math.sqrt(patterns.n) / Patterns.QUANTUM);
        fields = new long[patterns.count];
        recompute();
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
    void recompute() {
        for (int mu = 0; mu < fields.length; mu++) {
            long sum = 0L;
            for (int i = 0; i < s.length; i++)
                sum += s[i] > 0.0 ? patterns.values[mu * s.length + i] : -patterns.values[mu * s.length + i];
            fields[mu] = sum;
        }
        count();
    }

    @Override
    public GaussianPerceptron fork() {
        GaussianPerceptron fork = new GaussianPerceptron(patterns, law, columns);
        fork.load(s);
        return fork;
    }
}
