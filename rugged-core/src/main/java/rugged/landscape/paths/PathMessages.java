package rugged.landscape.paths;

import java.util.random.RandomGenerator;
import rugged.api.constraint.SpinInference;
import rugged.api.model.FactorGraph;
import rugged.api.model.Planted;
import rugged.meanfield.binary.NormalAverage;

/**
 * Messages of random active paths: from path a to its k-th weight the field u that the weight feels, in x[a p + k]. A weight passes on its cavity field c, the sum of all others, and
 *
 * <pre>tanh u_{a -> i} = tanh(beta J_a) prod_{j in a, j != i} tanh c_{j -> a}</pre>
 *
 * <p>Products of tangents are made of e = exp(-2 |c|): tanh a tanh b = tanh c with e_c = (e_a + e_b)/(1 + e_a e_b), a sum of positive numbers, which loses no digit however cold it is.
 */
final class PathMessages implements FactorGraph, Planted, SpinInference {
    private static final double KNOWN = 1e-4;

    private final PathNetwork network;
    private final double beta;
    private final double start;
    private final int p;
    private final int[] ends;
    /** First edge of each weight in {@link #edges}. */
    private final int[] first;

    private final int[] edges;
    private final double[] total;
    private final double[] parts;
    private final double[] before;
    private double[] pushing;

    /** @param start standard deviation of the means at a start, about */
    PathMessages(PathNetwork network, double beta, double start) {
        this.network = network;
        this.beta = beta;
        this.start = start;
        p = network.paths()[0].length;
        ends = new int[network.paths().length * p];
        for (int e = 0; e < ends.length; e++) ends[e] = network.paths()[e / p][e % p];
        first = new int[network.weights() + 1];
        edges = new int[ends.length];
        total = new double[network.weights()];
        parts = new double[p];
        before = new double[p];
        pushing = new double[network.weights()];
        index();
    }

    private PathMessages(PathMessages other) {
        network = other.network;
        beta = other.beta;
        start = other.start;
        p = other.p;
        ends = other.ends;
        first = other.first;
        edges = other.edges;
        total = new double[other.total.length];
        parts = new double[p];
        before = new double[p];
        pushing = new double[other.total.length];
    }

    private void index() {
        for (int i : ends) first[i + 1]++;
        for (int i = 1; i < first.length; i++) first[i] += first[i - 1];
        int[] next = first.clone();
        for (int e = 0; e < ends.length; e++) edges[next[ends[e]]++] = e;
    }

    @Override
    public int variables() {
        return total.length;
    }

    @Override
    public int values(int variable) {
        return 2;
    }

    @Override
    public int dimension() {
        return ends.length;
    }

    @Override
    public void fields(double[] fields) {
        pushing = fields;
    }

    private double coupling(int path) {
        return beta * network.couplings()[path];
    }

    private double field(double[] messages, int variable) {
        double sum = pushing[variable];
        for (int k = first[variable]; k < first[variable + 1]; k++) sum += messages[edges[k]];
        return sum;
    }

    private void gather(double[] messages) {
        System.arraycopy(pushing, 0, total, 0, total.length);
        for (int e = 0; e < ends.length; e++) total[ends[e]] += messages[e];
    }

    /** e of the product of two tangents. */
    private static double times(double a, double b) {
        return (a + b) / (1.0 + a * b);
    }

    @Override
    public void update(double[] messages, double[] next) {
        gather(messages);
        for (int a = 0; a < network.couplings().length; a++) {
            int from = a * p;
            boolean negative = coupling(a) < 0.0;
            double so = Math.exp(-2.0 * Math.abs(coupling(a)));
            for (int k = 0; k < p; k++) {
                double cavity = total[ends[from + k]] - messages[from + k];
                negative ^= cavity < 0.0;
                parts[k] = Math.exp(-2.0 * Math.abs(cavity));
                before[k] = so;
                so = times(so, parts[k]);
            }
            double behind = 0.0;
            for (int k = p - 1; k >= 0; k--) {
                double cavity = total[ends[from + k]] - messages[from + k];
                double size = -0.5 * Math.log(times(before[k], behind));
                next[from + k] = negative ^ cavity < 0.0 ? -size : size;
                behind = times(behind, parts[k]);
            }
        }
    }

    @Override
    public void marginal(double[] messages, int variable, double[] law) {
        double field = field(messages, variable);
        law[1] = 1.0 / (1.0 + Math.exp(-2.0 * field));
        law[0] = 1.0 / (1.0 + Math.exp(2.0 * field));
    }

    /**
     * -log Z of Bethe, H_i all that is said to a weight: -sum_i log 2 cosh H_i - sum_a [log cosh(beta J_a) + log(1 + tanh(beta J_a) prod tanh c)] - sum_(ia) [log cosh c - log cosh H_i]. Exact on a tree.
     */
    @Override
    public double freeEnergy(double[] messages) {
        gather(messages);
        double sum = 0.0;
        for (double field : total) sum += NormalAverage.logTwoCosh(field);
        for (int a = 0; a < network.couplings().length; a++) {
            boolean negative = coupling(a) < 0.0;
            double product = Math.exp(-2.0 * Math.abs(coupling(a)));
            for (int e = a * p; e < (a + 1) * p; e++) {
                double field = total[ends[e]];
                double cavity = field - messages[e];
                negative ^= cavity < 0.0;
                product = times(product, Math.exp(-2.0 * Math.abs(cavity)));
                sum += NormalAverage.logTwoCosh(cavity) - NormalAverage.logTwoCosh(field);
            }
            // 1 + tanh = 2/(1 + e), 1 - tanh = 2 e/(1 + e)
            sum += NormalAverage.logTwoCosh(coupling(a)) - Math.log1p(product) + (negative ? Math.log(product) : 0.0);
        }
        return -sum;
    }

    @Override
    public void tell(double[] told, double[] x) {
        for (int e = 0; e < x.length; e++) x[e] = told[ends[e]] / (first[ends[e] + 1] - first[ends[e]]);
    }

    @Override
    public double violations(double[] signs) {
        int violated = 0;
        for (int a = 0; a < network.couplings().length; a++) {
            double product = network.couplings()[a];
            for (int i : network.paths()[a]) product *= signs[i];
            if (product < 0.0) violated++;
        }
        return violated;
    }

    @Override
    public void randomise(double[] x, RandomGenerator random) {
        for (int e = 0; e < x.length; e++) x[e] = start * random.nextGaussian();
    }

    /** Informed: messages whose sums are a mean of (1 - 1e-4)^(1/2) along the hidden weights. */
    @Override
    public void plantedState(double[] x) {
        if (network.hidden().length == 0) throw new IllegalStateException("no weights are hidden in these signs");
        double mean = Math.sqrt(1.0 - KNOWN);
        double field = 0.5 * Math.log((1.0 + mean) / (1.0 - mean));
        for (int e = 0; e < x.length; e++) x[e] = field * network.hidden()[ends[e]];
    }

    @Override
    public PathMessages fork() {
        return new PathMessages(this);
    }
}
