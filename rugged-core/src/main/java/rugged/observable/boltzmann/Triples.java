package rugged.observable.boltzmann;

/**
 * How ultrametric the overlaps q = x.x'/N of configurations are: in every three of them q_max >= q_mid >= q_min, and K = (q_mid - q_min)/sd(q), with sd the standard deviation over all pairs. Where the configurations are the leaves of a tree K is 0; of three independent Gaussian overlaps its mean is 3/(2 sqrt(pi)) = 0.846, which independent configurations approach from some 0.4/sqrt(N) below.
 *
 * @param mean overlap of a pair
 * @param deviation sd(q)
 * @param k mean of K over all triples; NaN without spread
 */
record Triples(double mean, double deviation, double k) {
    static Triples of(double[][] x) {
        int n = x.length;
        double[][] q = new double[n][n];
        double sum = 0.0;
        double square = 0.0;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                double dot = 0.0;
                for (int i = 0; i < x[a].length; i++) dot += x[a][i] * x[b][i];
                q[a][b] = dot / x[a].length;
                sum += q[a][b];
                square += q[a][b] * q[a][b];
            }
        }
        double pairs = n * (n - 1.0) / 2.0;
        double mean = sum / pairs;
        double deviation = Math.sqrt(Math.max(0.0, square / pairs - mean * mean));
        double gaps = 0.0;
        for (int a = 0; a < n; a++)
            for (int b = 0; b < a; b++) for (int c = 0; c < b; c++) gaps += gap(q[a][b], q[a][c], q[b][c]);
        double triples = pairs * (n - 2.0) / 3.0;
        return new Triples(mean, deviation, deviation > 0.0 ? gaps / triples / deviation : Double.NaN);
    }

    /** The middle one of three less the smallest. */
    private static double gap(double a, double b, double c) {
        double smallest = Math.min(a, Math.min(b, c));
        double largest = Math.max(a, Math.max(b, c));
        return a + b + c - largest - 2.0 * smallest;
    }
}
