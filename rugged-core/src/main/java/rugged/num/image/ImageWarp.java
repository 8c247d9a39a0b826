package rugged.num.image;

/**
 * Displaces square images: the pixel of row y and column x of the result is read at (x - dx, y - dy) of the source, cut to the image, by an {@link Interpolation}. All channels are displaced alike. Bilinear
 * interpolation gives constant images, and all images where nothing moves, to the last bit. Holds scratch, for one thread.
 */
public final class ImageWarp {
    /** s of Gaussian interpolation, in pixels. */
    private static final double WIDTH = 0.4715;

    /** Pixels on either side whose weights are summed: those left out have less than 1e-15 of the largest. */
    private static final int REACH = 4;

    private final int pixels;
    private final int channels;
    private final Interpolation interpolation;
    private final double[] across = new double[2 * REACH];
    private final double[] down = new double[2 * REACH];

    /**
     * @param pixels n, pixels of a side
     * @param channels colours
     */
    public ImageWarp(int pixels, int channels, Interpolation interpolation) {
        this.pixels = pixels;
        this.channels = channels;
        this.interpolation = interpolation;
    }

    /**
     * Overwrites an image with another, displaced.
     *
     * @param images where the source is, channel by channel, row by row: [channels n n] from {@code at} on; not changed
     * @param dx displacements along rows, in pixels [n n]
     * @param dy displacements along columns [n n]
     * @param out where the result goes, from {@code to} on: not the source
     */
    public void apply(double[] images, int at, double[] dx, double[] dy, double[] out, int to) {
        switch (interpolation) {
            case BILINEAR -> bilinear(images, at, dx, dy, out, to);
            case NEAREST -> nearest(images, at, dx, dy, out, to);
            case GAUSSIAN -> gaussian(images, at, dx, dy, out, to);
        }
    }

    /** Written as a + p (b - a), which is a where both are the same. */
    private void bilinear(double[] images, int at, double[] dx, double[] dy, double[] out, int to) {
        int n = pixels;
        int most = n - 1;
        for (int y = 0; y < n; y++) {
            for (int x = 0; x < n; x++) {
                int k = y * n + x;
                double xs = Math.min(Math.max(x - dx[k], 0.0), most);
                double ys = Math.min(Math.max(y - dy[k], 0.0), most);
                int left = (int) xs;
                int above = (int) ys;
                double p = xs - left;
                double q = ys - above;
                int right = left < most ? 1 : 0;
                int below = above < most ? n : 0;
                int corner = at + above * n + left;
                for (int c = 0; c < channels; c++) {
                    int from = corner + c * n * n;
                    double a = images[from];
                    double b = images[from + below];
                    double upper = a + p * (images[from + right] - a);
                    double lower = b + p * (images[from + below + right] - b);
                    out[to + c * n * n + k] = upper + q * (lower - upper);
                }
            }
        }
    }

    private void nearest(double[] images, int at, double[] dx, double[] dy, double[] out, int to) {
        int n = pixels;
        int most = n - 1;
        for (int y = 0; y < n; y++) {
            for (int x = 0; x < n; x++) {
                int k = y * n + x;
                int column = (int) (Math.clamp(x - dx[k], 0.0, most) + 0.5);
                int row = (int) (Math.clamp(y - dy[k], 0.0, most) + 0.5);
                for (int c = 0; c < channels; c++) out[to + c * n * n + k] = images[at + c * n * n + row * n + column];
            }
        }
    }

    private void gaussian(double[] images, int at, double[] dx, double[] dy, double[] out, int to) {
        int n = pixels;
        int most = n - 1;
        for (int y = 0; y < n; y++) {
            for (int x = 0; x < n; x++) {
                int k = y * n + x;
                double xs = Math.clamp(x - dx[k], 0.0, most);
                double ys = Math.clamp(y - dy[k], 0.0, most);
                int left = Math.max(0, (int) xs + 1 - REACH);
                int right = Math.min(n, (int) xs + 1 + REACH);
                int above = Math.max(0, (int) ys + 1 - REACH);
                int below = Math.min(n, (int) ys + 1 + REACH);
                double norm = weights(xs, left, right, across) * weights(ys, above, below, down);
                for (int c = 0; c < channels; c++) {
                    double sum = 0.0;
                    for (int row = above; row < below; row++) {
                        int from = at + c * n * n + row * n;
                        double line = 0.0;
                        for (int column = left; column < right; column++)
                            line += across[column - left] * images[from + column];
                        sum += down[row - above] * line;
                    }
                    out[to + c * n * n + k] = sum / norm;
                }
            }
        }
    }

    /** Overwrites w with the weights of the pixels from first on as seen from a place; returns their sum. */
    private static double weights(double place, int first, int end, double[] w) {
        double sum = 0.0;
        for (int k = first; k < end; k++) {
            double far = (k - place) / WIDTH;
            w[k - first] = Math.exp(-0.5 * far * far);
            sum += w[k - first];
        }
        return sum;
    }
}
