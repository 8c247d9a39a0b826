package rugged.num.kernel;

/**
 * The Vector API: {@link FloatTriangles} and its twin for doubles, since generic code would box.
 *
 * <p>Column k adds to the partial sum k modulo 8 of its row (16 for floats) whatever the length of vectors, see {@link Lanes}: shorter ones take a part of the
 * partial sums a turn.
 */
final class VectorKernels implements Kernels {
    private final CounterNormals normals = new VectorNormals();

    @Override
    public String name() {
        return "vector " + Lanes.DOUBLE_VECTORS.vectorBitSize() + " bits";
    }

    @Override
    public CounterNormals normals() {
        return normals;
    }

    @Override
    public int doubles() {
        return Lanes.DOUBLES;
    }

    @Override
    public int floats() {
        return Lanes.FLOATS;
    }

    @Override
    public void product(PackedTriangle shape, int first, double[] t, int offset, double[] x, double[] y) {
        DoubleTriangles.product(shape, first, t, offset, x, y);
    }

    @Override
    public void product(
            PackedTriangle shape, int first, double[] t, int offset, double[][] xs, double[][] ys, int count) {
        DoubleTriangles.product(shape, first, t, offset, xs, ys, count);
    }

    @Override
    public void product(PackedTriangle shape, int first, float[] t, int offset, float[] x, float[] y) {
        FloatTriangles.product(shape, first, t, offset, x, y);
    }

    @Override
    public void product(PackedTriangle shape, int first, float[] t, int offset, float[][] xs, float[][] ys, int count) {
        FloatTriangles.product(shape, first, t, offset, xs, ys, count);
    }

    @Override
    public double sum(double[] t) {
        return DoubleTriangles.sum(t);
    }

    @Override
    public float sum(float[] t) {
        return FloatTriangles.sum(t);
    }
}
