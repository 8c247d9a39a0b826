package rugged.num.spectral;

/**
 * Singular values of a matrix, told apart into those of a bulk of independent entries and outliers above it. With k outliers taken away sigma^2 is the sum of the squares of the rest over (N1 - k)(N2 - k); the edge of the bulk of
 * Marchenko and Pastur is sigma (sqrt(N1) + sqrt(N2)), and an outlier has a square above
 *
 * <pre>sigma^2 (m^2 + 2.02 m (1/sqrt(N1) + 1/sqrt(N2))^{1/3}),   m = sqrt(N1) + sqrt(N2),</pre>
 *
 * <p>which the largest of independent Gaussian entries exceeds once in a hundred times (Johnstone, Ann. Stat. 29, 295 (2001)). k grows until nothing changes.
 *
 * @param values all singular values, largest first
 * @param sigma standard deviation of an entry of the bulk
 * @param edge its edge
 * @param outliers k
 */
public record Bulk(double[] values, double sigma, double edge, int outliers) {
    /** The 99th percentile of the law of Tracy and Widom for real entries. */
    private static final double HUNDREDTH = 2.02345;

    /**
     * Of a matrix w[n1 n2] times a scale, row by row.
     *
     * @param w longer than that where more follows
     */
    public static Bulk of(int n1, int n2, double[] w, double scale) {
        return of(n1, n2, w, 0, scale);
    }

    /**
     * The same of a matrix inside an array.
     *
     * @param from where it begins
     */
    public static Bulk of(int n1, int n2, double[] w, int from, double scale) {
        double[] values = singular(n1, n2, w, from, scale);
        double m = Math.sqrt(n1) + Math.sqrt(n2);
        double highest = m * m + HUNDREDTH * m * Math.cbrt(1.0 / Math.sqrt(n1) + 1.0 / Math.sqrt(n2));
        int outliers = 0;
        while (true) {
            double sigma = sigma(values, n1, n2, outliers);
            int above = outliers;
            while (above < values.length - 1 && values[above] > sigma * Math.sqrt(highest)) above++;
            if (above == outliers) return new Bulk(values, sigma, sigma * m, outliers);
            outliers = above;
        }
    }

    /** Root of the sum of the squares of all entries. */
    public double length() {
        double sum = 0.0;
        for (double value : values) sum += value * value;
        return Math.sqrt(sum);
    }

    private static double sigma(double[] values, int n1, int n2, int outliers) {
        double sum = 0.0;
        for (int k = outliers; k < values.length; k++) sum += values[k] * values[k];
        return Math.sqrt(sum / ((n1 - outliers) * (double) (n2 - outliers)));
    }

    /** Roots of the eigenvalues of the smaller of W^T W and W W^T. */
    private static double[] singular(int n1, int n2, double[] w, int from, double scale) {
        int few = Math.min(n1, n2);
        int many = Math.max(n1, n2);
        int step = n2 <= n1 ? 1 : n2;
        int along = n2 <= n1 ? n2 : 1;
        double[] gram = new double[few * few];
        for (int l = 0; l < many; l++)
            for (int a = 0; a < few; a++)
                for (int b = 0; b < few; b++)
                    gram[a * few + b] += w[from + l * along + a * step] * w[from + l * along + b * step];
        double[] squares = DenseSpectrum.of(few, gram, false).values();
        double[] values = new double[few];
        for (int k = 0; k < few; k++) values[k] = Math.abs(scale) * Math.sqrt(Math.max(0.0, squares[few - 1 - k]));
        return values;
    }
}
