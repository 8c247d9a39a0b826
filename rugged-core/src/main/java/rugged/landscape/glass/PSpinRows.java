package rugged.landscape.glass;

import java.util.Arrays;
import java.util.List;
import rugged.api.model.Batch;

/**
 * Rows of couplings as patterns. Row mu holds all couplings with the same first p - 1 indices; with P rows over all orders and e_mu = P times the energy of
 * row mu, E = (1/P) sum_mu e_mu. Cost O(N) per row and O(N) per batch.
 */
final class PSpinRows {
    private final double[] field;
    private final List<Walk> walks;
    /** For each walk, the order of its prefixes of p - 1 indices, and the first pattern number. */
    private final MultiIndex[] prefixes;

    private final long[] begin;
    private final int[][] tuples;
    private final double[] values;

    PSpinRows(double[] field, List<Walk> walks, int n) {
        this.field = field;
        this.walks = walks;
        prefixes = new MultiIndex[walks.size()];
        begin = new long[walks.size() + 1];
        tuples = new int[walks.size()][];
        values = new double[n];
        begin[0] = field.length == 0 ? 0 : 1;
        for (int w = 0; w < prefixes.length; w++) {
            MultiIndex ranks = walks.get(w).tensor().ranks();
            // a strict prefix that ends at n - 1 has no last index left: its row does not exist
            prefixes[w] = new MultiIndex(ranks.strict() ? n - 1 : n, ranks.order() - 1, ranks.strict());
            tuples[w] = new int[ranks.order() - 1];
            begin[w + 1] = begin[w] + prefixes[w].count();
        }
    }

    int patterns() {
        return Math.toIntExact(begin[begin.length - 1]);
    }

    /** The mean of e_mu over the batch and its gradient. */
    double energyAndGradient(double[] x, Batch batch, double[] g) {
        Arrays.fill(g, 0.0);
        double sum = 0.0;
        for (int at = batch.from(); at < batch.to(); at++) sum += row(batch.index()[at], x, g);
        double factor = -(double) patterns() / batch.size();
        for (int i = 0; i < g.length; i++) g[i] *= factor;
        return factor * sum;
    }

    private double row(int pattern, double[] x, double[] g) {
        if (pattern < begin[0]) return linear(x, g);
        int w = 0;
        while (pattern >= begin[w + 1]) w++;
        int[] tuple = tuples[w];
        prefixes[w].unrank(pattern - begin[w], tuple);
        int first = walks.get(w).row(tuple, values);
        double product = 1.0;
        for (int i : tuple) product *= x[i];
        double sum = 0.0;
        for (int k = first; k < x.length; k++) {
            sum += values[k - first] * x[k];
            g[k] += product * values[k - first];
        }
        for (int l = 0; l < tuple.length; l++) {
            double others = 1.0;
            for (int m = 0; m < tuple.length; m++) if (m != l) others *= x[tuple[m]];
            g[tuple[l]] += others * sum;
        }
        return product * sum;
    }

    private double linear(double[] x, double[] g) {
        double sum = 0.0;
        for (int i = 0; i < field.length; i++) {
            sum += field[i] * x[i];
            g[i] += field[i];
        }
        return sum;
    }
}
