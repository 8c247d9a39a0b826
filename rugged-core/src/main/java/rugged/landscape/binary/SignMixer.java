package rugged.landscape.binary;

import java.util.Arrays;

/** Patterns of signs: F^2 = 1/N everywhere. Memory: P N/4 bytes. */
final class SignMixer implements Mixer {
    private final int n;
    private final ByteSums rows;
    private final ByteSums columns;

    SignMixer(Patterns patterns) {
        this(
                patterns.n,
                ByteSums.of(patterns.count, patterns.n, patterns.bits, patterns.words),
                ByteSums.of(patterns.n, patterns.count, patterns.columns(), (patterns.count + 63) >>> 6));
    }

    private SignMixer(int n, ByteSums rows, ByteSums columns) {
        this.n = n;
        this.rows = rows;
        this.columns = columns;
    }

    @Override
    public void rows(double[] x, double[] z) {
        rows.multiply(x, 1.0 / Math.sqrt(n), z);
    }

    @Override
    public void columns(double[] u, double[] w) {
        columns.multiply(u, 1.0 / Math.sqrt(n), w);
    }

    @Override
    public void squaredRows(double[] v, double[] z) {
        Arrays.fill(z, sum(v) / n);
    }

    @Override
    public void squaredColumns(double[] u, double[] w) {
        Arrays.fill(w, sum(u) / n);
    }

    private static double sum(double[] v) {
        double sum = 0.0;
        for (double one : v) sum += one;
        return sum;
    }

    @Override
    public SignMixer fork() {
        return new SignMixer(n, rows.fork(), columns.fork());
    }
}
