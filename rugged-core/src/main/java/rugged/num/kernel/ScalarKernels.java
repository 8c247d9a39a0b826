package rugged.num.kernel;

/** Plain Java, any layout: what the vector kernels are tested against, and what runs without them. */
final class ScalarKernels implements Kernels {
    static final ScalarKernels ONLY = new ScalarKernels();

    /** A cache line: any width works here, this one keeps the streams long. */
    private static final int LINE = 64;

    private final CounterNormals normals = new ScalarNormals();

    private ScalarKernels() {}

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public CounterNormals normals() {
        return normals;
    }

    @Override
    public int doubles() {
        return LINE / Double.BYTES;
    }

    @Override
    public int floats() {
        return LINE / Float.BYTES;
    }

    @Override
    public void product(PackedTriangle shape, int first, double[] t, int offset, double[] x, double[] y) {
        DoubleLoops.product(shape, first, t, offset, x, y);
    }

    @Override
    public void product(
            PackedTriangle shape, int first, double[] t, int offset, double[][] xs, double[][] ys, int count) {
        DoubleLoops.product(shape, first, t, offset, xs, ys, count);
    }

    @Override
    public void product(PackedTriangle shape, int first, float[] t, int offset, float[] x, float[] y) {
        FloatLoops.product(shape, first, t, offset, x, y);
    }

    @Override
    public void product(PackedTriangle shape, int first, float[] t, int offset, float[][] xs, float[][] ys, int count) {
        FloatLoops.product(shape, first, t, offset, xs, ys, count);
    }

    @Override
    public double sum(double[] t) {
        return DoubleLoops.sum(t);
    }

    @Override
    public float sum(float[] t) {
        return FloatLoops.sum(t);
    }
}
