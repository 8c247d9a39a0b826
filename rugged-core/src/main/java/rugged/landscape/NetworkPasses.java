package rugged.landscape;

/**
 * Forward and backward passes of a network for up to a fixed number of examples at a time, with the directional derivatives of both. Parameters, inputs and
 * what belongs to the loss are doubles whatever the precision inside.
 */
interface NetworkPasses {
    /** Sets the parameters of all that follows; they must not change until the next call. */
    void at(double[] x);

    /** Outputs of examples whose inputs are input[from ... from + count d). */
    void forward(double[] input, int from, int count);

    /** The outputs of the last forward pass, [count K]; a live view. */
    double[] outputs();

    /** Where {@link #backward} takes dl/do from, [count K]: to be filled by the caller. */
    double[] slopes();

    /** Adds sum_p dl_p/dx to g[M], from {@link #slopes} of the examples of the last forward pass. */
    void backward(int count, double[] g);

    /** Adds sum_p (dl_p/dx_i)^2 to s[M], from {@link #slopes}. */
    void squaredBackward(int count, double[] s);

    /** Derivative of the outputs along v[M], after {@link #forward} of the same examples. */
    void directional(int count, double[] v);

    /** The directional derivatives of the outputs. */
    double[] directions();

    /** As {@link #slopes}, for the directional derivative. */
    double[] directionalSlopes();

    /**
     * Adds to hv[M] the derivative along v of what {@link #backward} gives, from {@link #slopes} and {@link #directionalSlopes}, after {@link #directional}
     * along the same v.
     */
    void directionalBackward(int count, double[] v, double[] hv);

    /** Adds to g[M] what {@link #backward} gives for {@link #directionalSlopes} in place of the slopes: the transposed Jacobian times them. */
    void adjoint(int count, double[] g);
}
