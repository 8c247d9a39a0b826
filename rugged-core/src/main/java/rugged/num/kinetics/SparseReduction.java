package rugged.num.kinetics;

import java.util.Arrays;

/**
 * Takes states out of a sparse network, those with the fewest neighbours first, until those left are so closely joined that a dense block is faster. Rows are arrays that grow; the pattern is symmetric, so that who leads to a state
 * is found among those to which it leads.
 */
final class SparseReduction {
    /** A dense block is faster from here on: neighbours of the state that has the fewest, as a share of all states left. */
    private static final double CLOSE = 0.12;

    /** So few states left go as a block in any case. */
    private static final int FEW = 24;

    private final int states;
    private final int classes;
    private final boolean[] left;
    private final int[][] to;
    private final double[][] rate;
    private final int[] degree;
    /** exit[class][state]: the probability of ending next. */
    private final double[][] exit;

    private final DegreeQueue queue;
    private final int[] place;
    private final boolean[] met;
    private int remaining;

    private final int[] order;
    private final double[] leaving;
    /** Of each state taken out: P_ux/(1 - P_xx) for those u that were its neighbours. */
    private final double[][] factor;

    private int count;

    SparseReduction(RateNetwork network, int[] ends, int classes) {
        states = network.states();
        this.classes = classes;
        left = new boolean[states];
        to = new int[states][];
        rate = new double[states][];
        degree = new int[states];
        exit = new double[classes][states];
        place = new int[states];
        met = new boolean[states];
        order = new int[states];
        leaving = new double[states];
        factor = new double[states][];
        for (int a = 0; a < states; a++) {
            left[a] = ends[a] == GraphTransformation.GOING_ON;
            if (left[a]) remaining++;
        }
        for (int a = 0; a < states; a++) if (left[a]) row(network, ends, a);
        queue = new DegreeQueue(states);
        for (int a = 0; a < states; a++) if (left[a]) queue.add(a, degree[a]);
    }

    private void row(RateNetwork network, int[] ends, int a) {
        int from = network.begin(a);
        int end = network.begin(a + 1);
        to[a] = new int[end - from];
        rate[a] = new double[end - from];
        for (int k = from; k < end; k++) {
            int b = network.to(k);
            double p = network.branching(a, k);
            if (ends[b] != GraphTransformation.GOING_ON) exit[ends[b]][a] += p;
            else {
                to[a][degree[a]] = b;
                rate[a][degree[a]++] = p;
            }
        }
    }

    int count() {
        return count;
    }

    void reduce() {
        while (remaining > FEW) {
            int x = queue.least();
            if (degree[x] > CLOSE * remaining) return;
            queue.remove(x);
            remove(x);
        }
    }

    private void remove(int x) {
        int many = degree[x];
        int[] beside = to[x];
        double[] out = rate[x];
        double sum = 0.0;
        for (int k = 0; k < many; k++) sum += out[k];
        for (int c = 0; c < classes; c++) sum += exit[c][x];
        leaving[x] = DenseReduction.leaving(sum, x);
        double[] factors = new double[many];
        for (int k = 0; k < many; k++) place[beside[k]] = k + 1;
        for (int k = 0; k < many; k++) factors[k] = pass(x, beside[k], k, sum);
        for (int k = 0; k < many; k++) place[beside[k]] = 0;
        factor[x] = factors;
        left[x] = false;
        order[count++] = x;
        remaining--;
    }

    /** What goes from u, neighbour k of x, by way of x. */
    private double pass(int x, int u, int k, double sum) {
        int[] ways = to[u];
        double[] rates = rate[u];
        int many = degree[u];
        int at = 0;
        while (ways[at] != x) at++;
        double f = rates[at] / sum;
        many--;
        ways[at] = ways[many];
        rates[at] = rates[many];
        double[] out = rate[x];
        for (int j = 0; j < many; j++) {
            int via = place[ways[j]];
            if (via == 0) continue;
            rates[j] += f * out[via - 1];
            met[via - 1] = true;
        }
        met[k] = true;
        degree[u] = many;
        join(x, u, f);
        for (int c = 0; c < classes; c++) exit[c][u] += f * exit[c][x];
        queue.move(u, degree[u]);
        return f;
    }

    /** Adds neighbours of x that u did not have. */
    private void join(int x, int u, double f) {
        int beside = degree[x];
        int at = degree[u];
        if (to[u].length < at + beside) {
            int room = Math.max(at + beside, 2 * to[u].length);
            to[u] = Arrays.copyOf(to[u], room);
            rate[u] = Arrays.copyOf(rate[u], room);
        }
        for (int k = 0; k < beside; k++) {
            if (!met[k]) {
                to[u][at] = to[x][k];
                rate[u][at++] = f * rate[x][k];
            }
            met[k] = false;
        }
        degree[u] = at;
    }

    /** What is left, as a dense block. */
    DenseReduction rest() {
        int[] kept = new int[remaining];
        int m = 0;
        for (int a = 0; a < states; a++) {
            if (!left[a]) continue;
            place[a] = m;
            kept[m++] = a;
        }
        int width = m + classes;
        double[] w = new double[Math.multiplyExact(m, width)];
        for (int i = 0; i < m; i++) {
            int a = kept[i];
            for (int k = 0; k < degree[a]; k++) w[i * width + place[to[a][k]]] = rate[a][k];
            for (int c = 0; c < classes; c++) w[i * width + m + c] = exit[c][a];
        }
        return new DenseReduction(kept, classes, w);
    }

    void forward(double[] t) {
        for (int k = 0; k < count; k++) {
            int x = order[k];
            double[] f = factor[x];
            for (int j = 0; j < f.length; j++) t[to[x][j]] += f[j] * t[x];
        }
    }

    /** What of a state ends next in a class. */
    void start(double[] q, int inClass) {
        for (int k = 0; k < count; k++) q[order[k]] = exit[inClass][order[k]];
    }

    void back(double[] t) {
        for (int k = count - 1; k >= 0; k--) {
            int x = order[k];
            double sum = t[x];
            for (int j = 0; j < factor[x].length; j++) sum += rate[x][j] * t[to[x][j]];
            t[x] = sum / leaving[x];
        }
    }
}
