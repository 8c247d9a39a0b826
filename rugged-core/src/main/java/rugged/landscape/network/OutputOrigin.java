package rugged.landscape.network;

/**
 * From what a network gives, f(w), to what it learns with: F = alpha (f(w) - f(w_0)), under the loss l(F)/alpha^2. The factor in front of the loss makes dF/dt independent of alpha where features stay as they are: alpha
 * alone then decides how far the weights have to move, and with them the features. F is 0 at the start.
 *
 * <p>Source: Chizat, Oyallon and Bach, NeurIPS 32 (2019), arXiv:1812.07956.
 */
public final class OutputOrigin {
    /** F = f: nothing is subtracted. */
    static final OutputOrigin NONE = new OutputOrigin(1.0, new double[0], new double[0], new double[0]);

    private final double alpha;
    private final double[] start;
    private final double[] train;
    private final double[] test;

    /**
     * A start.
     *
     * @param alpha factor of what is learnt
     * @param start w_0[M]
     * @param train f(w_0) of the training examples [P K]
     * @param test f(w_0) of the others [T K]
     */
    OutputOrigin(double alpha, double[] start, double[] train, double[] test) {
        this.alpha = alpha;
        this.start = start;
        this.train = train;
        this.test = test;
    }

    /** Whether F is f. */
    boolean plain() {
        return start.length == 0;
    }

    /** Overwrites x[M] with w_0. */
    void start(double[] x) {
        System.arraycopy(start, 0, x, 0, x.length);
    }

    /** Replaces o[at ... at + count) by F, for the outputs from {@code from} on of the examples of a part. */
    void subtract(double[] o, int at, int count, boolean training, int from) {
        if (plain()) return;
        double[] known = training ? train : test;
        for (int i = 0; i < count; i++) o[at + i] = alpha * (o[at + i] - known[from + i]);
    }

    /** Multiplies by dF/df. */
    void stretch(double[] values, int at, int count) {
        if (plain()) return;
        for (int i = 0; i < count; i++) values[at + i] *= alpha;
    }

    /** From dl/dF to the slope of l(F)/alpha^2 by f. */
    void slopes(double[] slopes, int at, int count) {
        if (plain()) return;
        for (int i = 0; i < count; i++) slopes[at + i] /= alpha;
    }

    /** The loss of an example. */
    double loss(double value) {
        return plain() ? value : value / (alpha * alpha);
    }
}
