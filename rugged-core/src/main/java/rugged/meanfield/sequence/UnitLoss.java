package rugged.meanfield.sequence;

/**
 * A loss l(y, h, Q) of the outputs h[L r] of r units at L tokens, token by token, h_lk = x_l.w_k/sqrt(d), of a label y of {@link #labels} numbers, and of the products Q[r r] = w_i.w_k/d of units, for losses that see them. What it holds beside
 * is scratch: one thread.
 */
public interface UnitLoss {
    /** Numbers in a label; 0 where nothing is taught. */
    int labels();

    /** Whether l depends on Q. */
    default boolean seesProducts() {
        return false;
    }

    /** Whether l is convex in h and does not see Q, so that a risk with weight decay has one minimum. */
    default boolean convex() {
        return false;
    }

    /** Whether labels have to be +1 or -1. */
    default boolean classifies() {
        return false;
    }

    /** l. */
    double value(double[] y, double[] h, double[] q);

    /** Overwrites dh[L r] and the symmetric dq[r r] with the derivatives of l, and returns l. Where l does not see Q, dq is left as it is. */
    double slopes(double[] y, double[] h, double[] q, double[] dh, double[] dq);

    /** Overwrites dh and dq with how the {@link #slopes} change when h moves along vh and Q along the symmetric vq. Where l does not see Q, vq is not read and dq left as it is. */
    void bend(double[] y, double[] h, double[] q, double[] vh, double[] vq, double[] dh, double[] dq);

    /** Overwrites y with what a teacher of the same form answers without noise, whose outputs are h[L t]. */
    void teach(double[] h, double[] y);

    /** What counts as the error of an answer h to a new example without noise; by default the loss. */
    default double error(double[] y, double[] h, double[] q) {
        return value(y, h, q);
    }

    /** Where the answer to omega has kinks, rising, for one unit and one token and y = 1. */
    default double[] kinks(double v) {
        return new double[0];
    }

    /**
     * Overwrites g[0] with -l'(y, prox) and stiffness[0] with -dg/domega, for one unit and one token, where there is a formula.
     *
     * @return whether there is
     */
    default boolean answers(double[] y, double[] omega, double v, double[] g, double[] stiffness) {
        return false;
    }
}
