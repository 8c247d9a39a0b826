package rugged.landscape.convolution;

import rugged.landscape.network.Activation;
import rugged.num.kernel.Matrices;
import rugged.num.window.FloatWindows;

/**
 * Windows that move over a picture. Where windows stand at every pixel, and rows in and out are as long with their rims, a whole picture is one product of matrices, with a few windows on the rim that nobody reads; otherwise every row is one.
 * The transpose is a convolution of the slopes with the weights turned, or, where windows stride, is added window by window. {@code DoubleConvolution} is made from this file when the program is built.
 */
final class FloatConvolution extends FloatWeighted {
    private final Matrices matrices = Matrices.best();
    private final int kernel;
    private final int stride;
    private final int length;
    /** The corner of the window of the first pixel. */
    private final int corner;
    /** Windows of one product. */
    private final int windows;

    private final int products;
    private final boolean turnable;
    private final int turnedCorner;
    private final boolean whole;
    private final float[][] turned = new float[2][];
    private final boolean[] fresh = new boolean[2];

    FloatConvolution(LayerPlan plan, Activation activation) {
        super(plan, activation);
        NetworkLayer.Convolution conv = (NetworkLayer.Convolution) plan.layer();
        kernel = conv.kernel();
        stride = conv.stride();
        length = kernel * in.channels();
        corner = in.at(-conv.padding(), -conv.padding());
        whole = stride == 1 && in.row() == out.row();
        windows = whole ? out.height() * out.row() : out.width();
        products = whole ? 1 : out.height();
        int rim = kernel - 1 - conv.padding();
        turnable = stride == 1 && rim <= out.rim();
        turnedCorner = turnable ? out.at(-rim, -rim) : 0;
        turned[0] = new float[plan.connections()];
        turned[1] = new float[0];
    }

    @Override
    void forget(boolean direction) {
        fresh[direction ? 1 : 0] = false;
    }

    @Override
    void apply(float[] w, float[] a, float[] z, boolean add, int count) {
        for (int p = 0; p < count; p++)
            for (int y = 0; y < products; y++)
                FloatWindows.multiply(
                        windows,
                        out.channels(),
                        kernel,
                        length,
                        a,
                        p * in.size() + corner + y * stride * in.line(),
                        in.line(),
                        stride * in.channels(),
                        w,
                        plan.weights(),
                        z,
                        p * out.size() + out.at(y, 0),
                        add);
    }

    @Override
    void turn(float[] w, boolean direction, float[] delta, float[] below, boolean add, int count) {
        int which = direction ? 1 : 0;
        if (turned[which].length == 0) turned[which] = new float[plan.connections()];
        if (!fresh[which]) {
            if (turnable) turnWindows(w, turned[which]);
            else turnPixels(w, turned[which]);
        }
        fresh[which] = true;
        if (!turnable) scatter(turned[which], delta, below, add, count);
        else if (whole) turnedProduct(turned[which], delta, below, add, count, in.height() * in.row(), 1);
        else turnedProduct(turned[which], delta, below, add, count, in.width(), in.height());
    }

    private void turnedProduct(float[] w, float[] delta, float[] below, boolean add, int count, int pixels, int rows) {
        for (int p = 0; p < count; p++)
            for (int y = 0; y < rows; y++)
                FloatWindows.multiply(
                        pixels,
                        in.channels(),
                        kernel,
                        kernel * out.channels(),
                        delta,
                        p * out.size() + turnedCorner + y * out.line(),
                        out.line(),
                        out.channels(),
                        w,
                        0,
                        below,
                        p * in.size() + in.at(y, 0),
                        add);
    }

    /** Every window adds to the pixels that it sees. */
    private void scatter(float[] w, float[] delta, float[] below, boolean add, int count) {
        if (!add) java.util.Arrays.fill(below, 0, count * in.size(), 0);
        int channels = out.channels();
        for (int p = 0; p < count; p++)
            for (int y = 0; y < out.height(); y++)
                for (int t = 0; t < kernel * kernel; t++) {
                    int to = corner + (y * stride + t / kernel) * in.line() + t % kernel * in.channels();
                    matrices.multiply(
                            out.width(),
                            in.channels(),
                            channels,
                            delta,
                            p * out.size() + out.at(y, 0),
                            channels,
                            1,
                            w,
                            t * channels * in.channels(),
                            in.channels(),
                            below,
                            p * in.size() + to,
                            stride * in.channels(),
                            true);
                }
    }

    /** [window row, window column, in, out] as [row from below, column from the right, out, in]. */
    private void turnWindows(float[] w, float[] to) {
        int pixels = kernel * kernel;
        for (int t = 0; t < pixels; t++) turnPixel(w, t, to, pixels - 1 - t);
    }

    private void turnPixels(float[] w, float[] to) {
        for (int t = 0; t < kernel * kernel; t++) turnPixel(w, t, to, t);
    }

    private void turnPixel(float[] w, int t, float[] to, int there) {
        int from = in.channels();
        int channels = out.channels();
        int size = from * channels;
        for (int i = 0; i < from; i++)
            for (int o = 0; o < channels; o++)
                to[there * size + o * from + i] = w[plan.weights() + t * size + i * channels + o];
    }

    @Override
    void weights(float[] a, float[] delta, float[] g, int at, int from, int count) {
        int channels = out.channels();
        for (int p = from; p < from + count; p++)
            for (int y = 0; y < products; y++)
                for (int t = 0; t < kernel; t++)
                    matrices.multiply(
                            length,
                            channels,
                            windows,
                            a,
                            p * in.size() + corner + (y * stride + t) * in.line(),
                            1,
                            stride * in.channels(),
                            delta,
                            p * out.size() + out.at(y, 0),
                            channels,
                            g,
                            at + t * length * channels,
                            channels,
                            true);
    }
}
