package rugged.landscape.network;

/**
 * Forward and backward passes of a network for up to a fixed number of examples at a time, with the directional derivatives of both. Parameters, inputs and
 * what belongs to the loss are doubles whatever the precision inside.
 */
public interface NetworkPasses {
    /** Sets the parameters of all that follows; they must not change until the next call. */
    void at(double[] x);

    /** Outputs of examples whose inputs are input[from ... from + count d). */
    void forward(double[] input, int from, int count);

    /** The outputs of the last forward pass, [count K]; a live view. */
    double[] outputs();

    /** Where {@link #backward} takes dl/do from, [count K]: to be filled by the caller. */
    double[] slopes();

    /** Writes or adds sum_p dl_p/dx to g[M], from {@link #slopes} of the examples of the last forward pass. */
    void backward(int count, double[] g, boolean add);

    /** Writes or adds sum_p (dl_p/dx_i)^2 to s[M], from {@link #slopes}. */
    void squaredBackward(int count, double[] s, boolean add);

    /**
     * Turns to a tape: what a chunk of examples leaves behind in {@link #forward} and {@link #slopesThroughout}, kept for {@link #directional} and those after it
     * until the parameters change. All calls work on the current tape; at first it is number 0.
     *
     * @param number 0, 1, ...; a new one is allocated
     * @param from where in the inputs the chunk begins
     */
    void tape(int number, int from);

    /** Slopes of the loss at every layer, from {@link #slopes}: what {@link #directionalBackward} needs besides the forward pass. Overwrites {@link #slopes}. */
    void slopesThroughout(int count);

    /** Copies the inputs of a layer 1 ... L, [count n_{l-1}], after {@link #forward}. */
    void inputs(int layer, int count, double[] to);

    /** Copies the slopes of the loss at the outputs of a layer before its activation, times its scale, [count n_l], after {@link #slopesThroughout}. */
    void slopes(int layer, int count, double[] to);

    /** Sets the direction v[M] of all directional derivatives that follow; it must not change until the next call. */
    void along(double[] v);

    /** Derivative of the outputs along v, after {@link #forward} of the same examples. */
    void directional(int count);

    /** The directional derivatives of the outputs. */
    double[] directions();

    /** As {@link #slopes}, for the directional derivative. */
    double[] directionalSlopes();

    /**
     * Writes or adds to hv[M] the derivative along v of what {@link #backward} gives, from {@link #directionalSlopes}, after {@link #slopesThroughout} and
     * {@link #directional}. Overwrites {@link #directionalSlopes}.
     */
    void directionalBackward(int count, double[] hv, boolean add);

    /** Writes or adds to g[M] what {@link #backward} gives for {@link #directionalSlopes} in place of the slopes: the transposed Jacobian times them. */
    void adjoint(int count, double[] g, boolean add);
}
