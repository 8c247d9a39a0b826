package rugged.landscape.glass;

import java.util.Arrays;
import rugged.num.kernel.Kernels;
import rugged.num.kernel.PackedTriangle;

/** In single precision. {@code DoubleEntries} is made from this file when the program is built. */
record FloatEntries(float[][] slabs) implements Entries {
    @Override
    public void allocate(int slab, int length) {
        slabs[slab] = new float[length];
    }

    @Override
    public void clear(int slab, int from, int to) {
        Arrays.fill(slabs[slab], from, to, 0.0f);
    }

    @Override
    public void put(int slab, int at, int width, int stride, int skip, double[] values, int count) {
        float[] row = slabs[slab];
        int value = 0;
        int chunk = at;
        for (int begin = skip; value < count; begin = 0) {
            int length = Math.min(width - begin, count - value);
            copy(values, value, row, chunk + begin, length);
            value += length;
            chunk += stride;
        }
    }

    private static void copy(double[] from, int start, float[] to, int at, int length) {
        for (int k = 0; k < length; k++) to[at + k] = (float) from[start + k];
    }

    @Override
    public void take(int slab, int at, int width, int stride, int skip, double[] values, int count) {
        float[] row = slabs[slab];
        int value = 0;
        int chunk = at;
        for (int begin = skip; value < count; begin = 0) {
            int length = Math.min(width - begin, count - value);
            for (int k = 0; k < length; k++) values[value + k] = row[chunk + begin + k];
            value += length;
            chunk += stride;
        }
    }

    @Override
    public void set(int slab, int at, double value) {
        slabs[slab][at] = (float) value;
    }

    @Override
    public double get(int slab, int at) {
        return slabs[slab][at];
    }

    @Override
    public double rounded(double value) {
        return (float) value;
    }

    @Override
    public double sum(Kernels kernels) {
        double sum = 0.0;
        for (float[] slab : slabs) sum += kernels.sum(slab);
        return sum;
    }

    @Override
    public Vectors vectors(int length, Kernels kernels) {
        return new Pairs(length, kernels);
    }

    private static final class Pairs implements Vectors {
        private final int length;
        private final Kernels kernels;
        private float[][] xs = new float[0][];
        private float[][] ys = new float[0][];

        Pairs(int length, Kernels kernels) {
            this.length = length;
            this.kernels = kernels;
        }

        @Override
        public void reserve(int count) {
            int old = xs.length;
            if (count <= old) return;
            xs = Arrays.copyOf(xs, count);
            ys = Arrays.copyOf(ys, count);
            for (int pair = old; pair < count; pair++) {
                xs[pair] = new float[length];
                ys[pair] = new float[length];
            }
        }

        @Override
        public void load(int pair, double[] x) {
            float[] mine = xs[pair];
            for (int i = 0; i < x.length; i++) mine[i] = (float) x[i];
        }

        @Override
        public void product(
                Entries entries, PackedTriangle shape, int first, int slab, int offset, int from, int count) {
            float[] t = ((FloatEntries) entries).slabs[slab];
            for (int pair = 0; pair < count; pair++) Arrays.fill(ys[pair], from, length, 0.0f);
            if (shape.isTight() || count == 1) {
                for (int pair = 0; pair < count; pair++) kernels.product(shape, first, t, offset, xs[pair], ys[pair]);
            } else {
                kernels.product(shape, first, t, offset, xs, ys, count);
            }
        }

        @Override
        public double flush(int pair, int from, double factor, double[] g) {
            return 0.5 * flush(pair, from, factor, g, pair);
        }

        @Override
        public double flush(int pair, int from, double factor, double[] g, int other) {
            float[] y = ys[pair];
            float[] x = xs[other];
            double s0 = 0.0;
            double s1 = 0.0;
            double s2 = 0.0;
            double s3 = 0.0;
            int k = from;
            for (; k + 4 <= g.length; k += 4) {
                s0 += (double) x[k] * y[k];
                s1 += (double) x[k + 1] * y[k + 1];
                s2 += (double) x[k + 2] * y[k + 2];
                s3 += (double) x[k + 3] * y[k + 3];
            }
            for (; k < g.length; k++) s0 += (double) x[k] * y[k];
            for (k = from; k < g.length; k++) g[k] += factor * y[k];
            return (s0 + s1) + (s2 + s3);
        }

        @Override
        public double y(int pair, int k) {
            return ys[pair][k];
        }
    }
}
