package rugged.landscape.glass;

/**
 * The change of S(x) = sum J x ... x when two coordinates move, in O(N^{p-1}): triangles whose prefix contains one of them are passed over whole, of the
 * others only the rows and columns of the two are read, and what contains neither is skipped.
 *
 * <p>With y = (T + T^t) x and steps d_a, d_b the value R of a triangle changes by d_a y_a + d_b y_b + T_aa d_a^2 + T_bb d_b^2 + T_ab d_a d_b.
 */
final class PairSweep implements Tensor.Visitor {
    private final Walk walk;
    private final Entries.Vectors vectors;
    private final int depth;
    private final double[] before;
    private final double[] after;
    private final boolean[] touched;
    private final double[] nothing;
    private double[] x = new double[0];
    private int a;
    private int b;
    private double stepA;
    private double stepB;
    private double change;
    private int first;
    private boolean whole;

    PairSweep(Walk walk, Entries.Vectors vectors) {
        this.walk = walk;
        this.vectors = vectors;
        depth = walk.tensor().depth();
        before = new double[depth + 1];
        after = new double[depth + 1];
        touched = new boolean[depth + 1];
        nothing = new double[walk.tensor().ranks().n()];
    }

    /** S(x') - S(x) with x'_a = x_a + stepA and x'_b = x_b + stepB, a < b. The vectors must hold x. */
    double run(double[] x, int a, double stepA, int b, double stepB) {
        this.x = x;
        this.a = a;
        this.b = b;
        this.stepA = stepA;
        this.stepB = stepB;
        before[0] = 1.0;
        after[0] = 1.0;
        touched[0] = false;
        change = 0.0;
        walk.run(this);
        return change;
    }

    @Override
    public boolean enter(int level, int i) {
        before[level + 1] = before[level] * x[i];
        after[level + 1] = after[level] * (x[i] + (i == a ? stepA : i == b ? stepB : 0.0));
        touched[level + 1] = touched[level] || i == a || i == b;
        return touched[level + 1] || i <= b;
    }

    @Override
    public void leaf(int first) {
        this.first = first;
        whole = touched[depth];
        if (!whole && first > b) return;
        double old = 0.0;
        if (whole) {
            int from = Math.min(first, walk.tensor().shape().firstColumn(first));
            vectors.product(walk.load(first), walk.tensor().shape(), first, walk.slab(), walk.offset(), from, 1);
            old = vectors.flush(0, from, 0.0, nothing);
        }
        boolean diagonal = !walk.tensor().shape().strict();
        double rise = 0.0;
        if (a >= first) {
            rise += stepA * product(a);
            rise += stepA * stepB * walk.entry(first, a, b);
            if (diagonal) rise += stepA * stepA * walk.entry(first, a, a);
        }
        if (b >= first) {
            rise += stepB * product(b);
            if (diagonal) rise += stepB * stepB * walk.entry(first, b, b);
        }
        change += (after[depth] - before[depth]) * old + after[depth] * rise;
    }

    /** Element i of (T + T^t) x. */
    private double product(int i) {
        if (whole) return vectors.y(0, i);
        boolean strict = walk.tensor().shape().strict();
        int n = x.length;
        double sum = 0.0;
        for (int j = first; j < i; j++) sum += walk.entry(first, j, i) * x[j];
        for (int k = i + 1; k < n; k++) sum += walk.entry(first, i, k) * x[k];
        return strict ? sum : sum + 2.0 * walk.entry(first, i, i) * x[i];
    }
}
