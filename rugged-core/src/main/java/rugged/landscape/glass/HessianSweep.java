package rugged.landscape.glass;

/**
 * The derivative in direction v of the gradient of S(x) = sum J x ... x, exactly: {@link GradientSweep} carried out on x + eps v to first order in eps. At a
 * triangle both (T + T^t) x and (T + T^t) v are needed, which is one pass over T as for a block of two states.
 */
final class HessianSweep implements Tensor.Visitor {
    private static final int STATE = 0;
    private static final int DIRECTION = 1;

    private final Walk walk;
    private final Entries.Vectors vectors;
    private final int depth;
    private final double[] prefix;
    private final double[] prefixSlope;
    private final double[] value;
    private final double[] valueSlope;
    private double[] x = new double[0];
    private double[] v = x;
    private double[] hv = x;

    HessianSweep(Walk walk, Entries.Vectors vectors) {
        this.walk = walk;
        this.vectors = vectors;
        depth = walk.tensor().depth();
        prefix = new double[depth + 1];
        prefixSlope = new double[depth + 1];
        value = new double[depth + 1];
        valueSlope = new double[depth + 1];
    }

    /** Adds the product of the Hessian of S at x with v to hv. The vectors must hold x and v. */
    void run(double[] x, double[] v, double[] hv) {
        this.x = x;
        this.v = v;
        this.hv = hv;
        prefix[0] = 1.0;
        prefixSlope[0] = 0.0;
        walk.run(this);
    }

    @Override
    public boolean enter(int level, int i) {
        prefix[level + 1] = prefix[level] * x[i];
        prefixSlope[level + 1] = prefixSlope[level] * x[i] + prefix[level] * v[i];
        value[level + 1] = 0.0;
        valueSlope[level + 1] = 0.0;
        return true;
    }

    @Override
    public void leave(int level, int i) {
        double below = value[level + 1];
        double slope = valueSlope[level + 1];
        hv[i] += prefixSlope[level] * below + prefix[level] * slope;
        value[level] += x[i] * below;
        valueSlope[level] += v[i] * below + x[i] * slope;
    }

    @Override
    public void leaf(int first) {
        Entries tile = walk.load(first);
        int from = Math.min(first, walk.tensor().shape().firstColumn(first));
        vectors.product(tile, walk.tensor().shape(), first, walk.slab(), walk.offset(), from, 2);
        value[depth] += vectors.flush(STATE, from, prefixSlope[depth], hv);
        valueSlope[depth] += vectors.flush(DIRECTION, from, prefix[depth], hv, STATE);
    }
}
