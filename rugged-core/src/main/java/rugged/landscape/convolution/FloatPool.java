package rugged.landscape.convolution;

import java.util.Arrays;
import rugged.num.window.FloatWindows;

/** Means over rectangles of pixels. Linear, without parameters. {@code DoublePool} is made from this file when the program is built. */
final class FloatPool extends FloatStage {
    private final int down;
    private final int across;
    private final float[] line;

    FloatPool(LayerPlan plan) {
        super(plan);
        down = plan.layer() instanceof NetworkLayer.Pool pool ? pool.side() : in.height();
        across = plan.layer() instanceof NetworkLayer.Pool pool ? pool.side() : in.width();
        line = new float[in.width() * in.channels()];
    }

    private void mean(float[] a, float[] to, int count) {
        float factor = (float) (1.0 / (down * across));
        for (int p = 0; p < count; p++)
            for (int y = 0; y < out.height(); y++) {
                for (int k = 0; k < down; k++) {
                    int from = p * in.size() + in.at(y * down + k, 0);
                    if (k == 0) System.arraycopy(a, from, line, 0, line.length);
                    else for (int i = 0; i < line.length; i++) line[i] += a[from + i];
                }
                int start = p * out.size() + out.at(y, 0);
                FloatWindows.sumPixels(line, 0, out.width(), across, in.channels(), factor, to, start);
            }
    }

    private void spread(float[] slope, float[] below, int count) {
        if (below.length == 0) return;
        float factor = (float) (1.0 / (down * across));
        Arrays.fill(below, 0, count * in.size(), 0);
        int length = out.width() * across * in.channels();
        for (int p = 0; p < count; p++)
            for (int y = 0; y < out.height(); y++) {
                int at = p * out.size() + out.at(y, 0);
                int first = p * in.size() + in.at(y * down, 0);
                FloatWindows.repeatPixels(slope, at, out.width(), across, in.channels(), factor, below, first);
                for (int k = 1; k < down; k++) System.arraycopy(below, first, below, first + k * in.line(), length);
            }
    }

    @Override
    void forward(float[] w, float[] a, float[] z, float[] to, int count) {
        mean(a, to, count);
    }

    @Override
    void back(float[] w, float[] a, float[] z, float[] to, float[] slope, float[] delta, float[] below, int count) {
        spread(slope, below, count);
    }

    @Override
    void along(float[] w, float[] v, float[] a, float[] z, float[] to, float[] ra, float[] rz, float[] rto, int count) {
        if (ra.length == 0) Arrays.fill(rto, 0, count * out.size(), 0);
        else mean(ra, rto, count);
    }

    @Override
    void backAlong(
            float[] w,
            float[] v,
            float[] a,
            float[] z,
            float[] to,
            float[] ra,
            float[] rz,
            float[] rto,
            float[] slope,
            float[] delta,
            float[] rslope,
            float[] rdelta,
            float[] rbelow,
            int count) {
        spread(rslope, rbelow, count);
    }
}
