package rugged.landscape.spin;

/**
 * Thermal averages of a small {@link BipartiteSpins} by a sum over the configurations of its smaller group alone, in the order of a Gray code: given these, each spin y_j of the other is free in its
 * field b_j, of weight 2 cosh(b_j/T), energy -b_j tanh(b_j/T) and lowest energy -|b_j|. 2^min(N1, N2) N1 N2 products.
 *
 * @param energy &lt;E&gt;/N
 * @param product &lt;q1 q2&gt; of two replicas, sum_ij &lt;x_i y_j&gt;^2/(N1 N2)
 * @param lowest the lowest energy over N
 */
public record BipartiteSum(double energy, double product, double lowest) {
    /** The sums at a temperature. */
    public static BipartiteSum of(BipartiteSpins spec, double temperature) {
        TwoGroups model = spec.build();
        boolean turned = spec.first() > spec.second();
        int few = Math.min(spec.first(), spec.second());
        int many = Math.max(spec.first(), spec.second());
        ExactSum.require("n", few, (double) few * many);
        double[][] w = new double[few][many];
        for (int i = 0; i < few; i++)
            for (int j = 0; j < many; j++) w[i][j] = turned ? model.coupling(j, i) : model.coupling(i, j);
        Walk walk = turned ? new Walk(w, spec.field2(), spec.field1()) : new Walk(w, spec.field1(), spec.field2());
        double[] lowest = {Double.POSITIVE_INFINITY};
        double[] largest = {Double.NEGATIVE_INFINITY};
        walk.run(() -> {
            lowest[0] = Math.min(lowest[0], walk.lowest());
            largest[0] = Math.max(largest[0], walk.logarithm(temperature));
        });
        double[][] pairs = new double[few][many];
        double[] tanh = new double[many];
        double[] sums = new double[2];
        walk.run(() -> {
            double weight = Math.exp(walk.logarithm(temperature) - largest[0]);
            sums[0] += weight;
            sums[1] += weight * walk.energy(temperature, tanh);
            for (int i = 0; i < few; i++) for (int j = 0; j < many; j++) pairs[i][j] += weight * walk.x[i] * tanh[j];
        });
        double product = 0.0;
        for (double[] row : pairs) for (double pair : row) product += pair * pair / (sums[0] * sums[0]);
        int n = few + many;
        return new BipartiteSum(sums[1] / sums[0] / n, product / ((double) few * many), lowest[0] / n);
    }

    /** All configurations of the smaller group, with the fields of the other. */
    private static final class Walk {
        private final double[][] w;
        private final double field;
        final double[] x;
        private final double[] b;
        private double sum;

        Walk(double[][] w, double field, double other) {
            this.w = w;
            this.field = field;
            x = new double[w.length];
            java.util.Arrays.fill(x, 1.0);
            b = new double[w[0].length];
            java.util.Arrays.fill(b, other);
            for (double[] row : w) for (int j = 0; j < b.length; j++) b[j] += row[j];
            sum = w.length;
        }

        /** Does something at each configuration; ends where it began. */
        void run(Runnable each) {
            for (long step = 1; step <= 1L << x.length; step++) {
                each.run();
                int i = Math.min(x.length - 1, Long.numberOfTrailingZeros(step));
                for (int j = 0; j < b.length; j++) b[j] -= 2.0 * x[i] * w[i][j];
                sum -= 2.0 * x[i];
                x[i] = -x[i];
            }
        }

        /** The logarithm of the weight summed over the other group. */
        double logarithm(double temperature) {
            double all = field * sum / temperature;
            for (double one : b) {
                double size = Math.abs(one) / temperature;
                all += size + Math.log1p(Math.exp(-2.0 * size));
            }
            return all;
        }

        double lowest() {
            double all = -field * sum;
            for (double one : b) all -= Math.abs(one);
            return all;
        }

        /** The mean energy over the other group; overwrites its magnetisations. */
        double energy(double temperature, double[] tanh) {
            double all = -field * sum;
            for (int j = 0; j < b.length; j++) {
                tanh[j] = Math.tanh(b[j] / temperature);
                all -= b[j] * tanh[j];
            }
            return all;
        }
    }
}
