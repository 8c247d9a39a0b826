package rugged.landscape.glass;

/**
 * Value and gradient of S(x) = sum_{i1<=...<=ip} J_{i1...ip} x_{i1} ... x_{ip} for several x in one pass over the couplings. At a triangle with prefix
 * product P the vector y = (T + T^t) x gives both P y, which belongs to the gradient, and the value R = x.y / 2, which the levels above multiply: a node
 * with index i adds (prefix product) R to g_i and x_i R to the value above it. Repeated indices come out right by the product rule.
 */
final class GradientSweep implements Tensor.Visitor {
    private final Walk walk;
    private final Entries.Vectors vectors;
    private final int depth;
    /** prefix[l][r]: product of the first l coordinates; value[l][r]: sum so far of what stands below a prefix of length l. */
    private final double[][] prefix;

    private final double[][] value;
    private double[][] xs = new double[0][];
    private double[][] gs = new double[0][];
    private int count;

    GradientSweep(Walk walk, Entries.Vectors vectors) {
        this.walk = walk;
        this.vectors = vectors;
        depth = walk.tensor().depth();
        prefix = new double[depth + 1][];
        value = new double[depth + 1][];
        reserve(1);
    }

    private void reserve(int replicas) {
        if (prefix[0] != null && prefix[0].length >= replicas) return;
        for (int level = 0; level <= depth; level++) {
            prefix[level] = new double[replicas];
            value[level] = new double[replicas];
        }
    }

    /**
     * Adds the gradient of S at xs[r] to gs[r] and S to sums[r], for r below count. The vectors must hold the same xs.
     */
    void run(double[][] xs, double[][] gs, double[] sums, int count) {
        reserve(count);
        this.xs = xs;
        this.gs = gs;
        this.count = count;
        for (int r = 0; r < count; r++) {
            prefix[0][r] = 1.0;
            value[0][r] = 0.0;
        }
        walk.run(this);
        for (int r = 0; r < count; r++) sums[r] += value[0][r];
    }

    @Override
    public boolean enter(int level, int i) {
        for (int r = 0; r < count; r++) {
            prefix[level + 1][r] = prefix[level][r] * xs[r][i];
            value[level + 1][r] = 0.0;
        }
        return true;
    }

    @Override
    public void leave(int level, int i) {
        for (int r = 0; r < count; r++) {
            gs[r][i] += prefix[level][r] * value[level + 1][r];
            value[level][r] += xs[r][i] * value[level + 1][r];
        }
    }

    @Override
    public void leaf(int first) {
        Entries tile = walk.load(first);
        int from = walk.tensor().shape().firstColumn(first);
        from = Math.min(from, first);
        vectors.product(tile, walk.tensor().shape(), first, walk.slab(), walk.offset(), from, count);
        for (int r = 0; r < count; r++) value[depth][r] += vectors.flush(r, from, prefix[depth][r], gs[r]);
    }
}
