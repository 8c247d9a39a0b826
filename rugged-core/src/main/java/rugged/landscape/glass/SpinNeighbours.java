package rugged.landscape.glass;

import java.util.Arrays;
import rugged.landscape.Precision;
import rugged.num.kernel.Kernels;

/**
 * The couplings of one order p >= 2 with distinct indices, gathered around each spin i: the (p-1)-index form F_i(s) = sum J_{i k2 ... kp} s_{k2} ... s_{kp}
 * over all couplings that contain i. F_i is the local field of i, and dF_i/ds_k is what a flip of i changes in the field of k. Forms run over all N indices,
 * entries that contain i itself are 0.
 */
final class SpinNeighbours {
    private final int order;
    private final Precision precision;
    /** Order 2: J_{ik}. */
    private final double[][] rows;
    /** Higher orders: where the entries of a form lie, and those of each spin. */
    private final Tensor places;

    private final Entries[] forms;

    private SpinNeighbours(int n, int order, Precision precision) {
        this.order = order;
        this.precision = precision;
        rows = new double[order == 2 ? n : 0][n];
        places = Tensor.places(n, Math.max(2, order - 1), precision);
        forms = new Entries[order == 2 ? 0 : n];
        for (int i = 0; i < forms.length; i++) forms[i] = places.blank();
    }

    /** Draws the couplings, each once, and brings each to its p spins. */
    static SpinNeighbours of(CouplingLaw law, Precision precision) {
        SpinNeighbours neighbours = new SpinNeighbours(law.n(), law.order(), precision);
        neighbours.fill(law);
        return neighbours;
    }

    private void fill(CouplingLaw law) {
        int n = law.n();
        Walk walk = new Walk(places);
        CouplingLaw.Rows source = new CouplingLaw.Rows(law, true);
        // a prefix of p - 1 indices that ends at n - 1 has no last index left
        MultiIndex prefixes = new MultiIndex(n - 1, order - 1, true);
        double[] values = new double[n];
        int[] tuple = new int[order];
        int[] others = new int[order - 1];
        long rank = 0;
        for (long row = 0; row < prefixes.count(); row++) {
            prefixes.unrank(row, tuple);
            int count = source.draw(tuple, rank, values);
            for (int at = 0; at < count; at++) {
                tuple[order - 1] = n - count + at;
                spread(walk, tuple, others, values[at]);
            }
            rank += count;
        }
    }

    private void spread(Walk walk, int[] tuple, int[] others, double value) {
        for (int a = 0; a < order; a++) {
            System.arraycopy(tuple, 0, others, 0, a);
            System.arraycopy(tuple, a + 1, others, a, order - 1 - a);
            if (order == 2) {
                rows[tuple[a]][others[0]] = value;
            } else {
                walk.use(forms[tuple[a]]);
                walk.set(others, value);
            }
        }
    }

    /** Scratch of one thread. */
    Pass pass(Kernels kernels) {
        return new Pass(kernels);
    }

    /** Evaluates the forms. */
    final class Pass {
        private final Walk walk = new Walk(places);
        private final Entries.Vectors vectors;
        private final GradientSweep sweep;
        private final double[][] xs = new double[1][];
        private final double[][] gs = new double[1][];
        private final double[] value = new double[1];

        Pass(Kernels kernels) {
            vectors = Entries.of(precision, 0).vectors(places.shape().length(), kernels);
            vectors.reserve(1);
            sweep = new GradientSweep(walk, vectors);
        }

        int order() {
            return order;
        }

        /** Returns F_i(s) and overwrites g[k] with dF_i/ds_k: one pass over the couplings of spin i. */
        double around(int i, double[] s, double[] g) {
            if (order == 2) {
                double[] row = rows[i];
                System.arraycopy(row, 0, g, 0, g.length);
                double sum = 0.0;
                for (int k = 0; k < g.length; k++) sum += row[k] * s[k];
                return sum;
            }
            walk.use(forms[i]);
            vectors.load(0, s);
            Arrays.fill(g, 0.0);
            xs[0] = s;
            gs[0] = g;
            value[0] = 0.0;
            sweep.run(xs, gs, value, 1);
            return value[0];
        }
    }
}
