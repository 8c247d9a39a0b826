package rugged.landscape.network;

/** Passes in double precision: what is outside is what is inside. */
public final class DoublePrecisionPass implements NetworkPasses {
    private final DoublePasses layers;

    /** Around passes. */
    public DoublePrecisionPass(DoublePasses layers) {
        this.layers = layers;
    }

    @Override
    public void at(double[] x) {
        layers.at(x);
    }

    @Override
    public void tape(int number, int from) {
        layers.tape(number, from);
    }

    @Override
    public double[] outputs() {
        return layers.outputs();
    }

    @Override
    public double[] slopes() {
        return layers.slopes();
    }

    @Override
    public double[] directions() {
        return layers.directions();
    }

    @Override
    public double[] directionalSlopes() {
        return layers.directionalSlopes();
    }

    @Override
    public void forward(double[] input, int from, int count) {
        layers.forward(input, from, count);
    }

    @Override
    public void backward(int count, double[] g, boolean add) {
        layers.backward(count, g, add);
    }

    @Override
    public void slopesThroughout(int count) {
        layers.slopesThroughout(count);
    }

    @Override
    public void inputs(int layer, int count, double[] to) {
        layers.inputs(layer, count, to);
    }

    @Override
    public void slopes(int layer, int count, double[] to) {
        layers.slopes(layer, count, to);
    }

    @Override
    public void squaredBackward(int count, double[] s, boolean add) {
        layers.squaredBackward(count, s, add);
    }

    @Override
    public void along(double[] v) {
        layers.along(v);
    }

    @Override
    public void directional(int count) {
        layers.directional(count);
    }

    @Override
    public void directionalBackward(int count, double[] hv, boolean add) {
        layers.directionalBackward(count, hv, add);
    }

    @Override
    public void adjoint(int count, double[] g, boolean add) {
        layers.adjoint(count, g, add);
    }
}
