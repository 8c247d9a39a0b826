package rugged.landscape.network;

/** {@link NetworkPasses} in single precision throughout. {@code DoublePasses} is made from this file when the program is built. */
public interface FloatPasses {
    /** See {@link NetworkPasses#at}. */
    void at(float[] x);

    /** See {@link NetworkPasses#forward}. */
    void forward(float[] input, int from, int count);

    /** See {@link NetworkPasses#outputs}. */
    float[] outputs();

    /** See {@link NetworkPasses#slopes()}. */
    float[] slopes();

    /** See {@link NetworkPasses#backward}. */
    void backward(int count, float[] g, boolean add);

    /** See {@link NetworkPasses#squaredBackward}. */
    void squaredBackward(int count, float[] s, boolean add);

    /** See {@link NetworkPasses#tape}. */
    void tape(int number, int from);

    /** See {@link NetworkPasses#slopesThroughout}. */
    void slopesThroughout(int count);

    /** See {@link NetworkPasses#inputs}. */
    void inputs(int layer, int count, double[] to);

    /** See {@link NetworkPasses#slopes(int, int, double[])}. */
    void slopes(int layer, int count, double[] to);

    /** See {@link NetworkPasses#along}. */
    void along(float[] v);

    /** See {@link NetworkPasses#directional}. */
    void directional(int count);

    /** See {@link NetworkPasses#directions}. */
    float[] directions();

    /** See {@link NetworkPasses#directionalSlopes}. */
    float[] directionalSlopes();

    /** See {@link NetworkPasses#directionalBackward}. */
    void directionalBackward(int count, float[] hv, boolean add);

    /** See {@link NetworkPasses#adjoint}. */
    void adjoint(int count, float[] g, boolean add);
}
