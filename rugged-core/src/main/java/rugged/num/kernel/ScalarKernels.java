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
        for (int j = first; j < shape.endRow(); j += shape.rows()) {
            int columns = shape.columns(j);
            int width = shape.isTight() ? columns : shape.width();
            for (int r = 0; r < shape.rows(); r++) {
                row(t, offset + r * width, columns, width, width * shape.rows(), shape.firstColumn(j), x, y, j + r);
            }
            offset += shape.rows() * columns;
        }
    }

    private static void row(
            double[] t, int at, int columns, int width, int stride, int k, double[] x, double[] y, int j) {
        double factor = x[j];
        double sum = 0.0;
        for (int chunk = 0; chunk < columns; chunk += width) {
            for (int c = 0; c < width; c++) {
                sum += t[at + c] * x[k + c];
                y[k + c] += factor * t[at + c];
            }
            at += stride;
            k += width;
        }
        y[j] += sum;
    }

    @Override
    public void product(
            PackedTriangle shape, int first, double[] t, int offset, double[][] xs, double[][] ys, int count) {
        for (int r = 0; r < count; r++) product(shape, first, t, offset, xs[r], ys[r]);
    }

    @Override
    public void product(PackedTriangle shape, int first, float[] t, int offset, float[] x, float[] y) {
        for (int j = first; j < shape.endRow(); j += shape.rows()) {
            int columns = shape.columns(j);
            int width = shape.isTight() ? columns : shape.width();
            for (int r = 0; r < shape.rows(); r++) {
                row(t, offset + r * width, columns, width, width * shape.rows(), shape.firstColumn(j), x, y, j + r);
            }
            offset += shape.rows() * columns;
        }
    }

    private static void row(float[] t, int at, int columns, int width, int stride, int k, float[] x, float[] y, int j) {
        float factor = x[j];
        float sum = 0.0f;
        for (int chunk = 0; chunk < columns; chunk += width) {
            for (int c = 0; c < width; c++) {
                sum += t[at + c] * x[k + c];
                y[k + c] += factor * t[at + c];
            }
            at += stride;
            k += width;
        }
        y[j] += sum;
    }

    @Override
    public void product(PackedTriangle shape, int first, float[] t, int offset, float[][] xs, float[][] ys, int count) {
        for (int r = 0; r < count; r++) product(shape, first, t, offset, xs[r], ys[r]);
    }

    @Override
    public double sum(double[] t) {
        double sum = 0.0;
        for (double entry : t) sum += entry;
        return sum;
    }

    @Override
    public float sum(float[] t) {
        float sum = 0.0f;
        for (float entry : t) sum += entry;
        return sum;
    }
}
