package rugged.observable.image;

import java.util.Arrays;
import rugged.num.RandomStream;

/**
 * Indices of stability of a function on images, from its outputs before and after images were changed: mean and median estimators, with errors by a bootstrap in which images are drawn with their
 * numerators and denominators at once. A distance between two images that are the same one drawn twice does not count.
 */
final class ChangedOutputs {
    /** Estimators. */
    static final int MEAN = 0;

    static final int MEDIAN = 1;

    private final int images;
    private final int outputs;
    /** How often each image is drawn: first once each, then in each bootstrap sample. */
    private final int[][] drawn;
    /** Squared distance of the outputs for two images, [estimator][drawn]. */
    private final double[][] spread;

    private final double[] before;

    /**
     * @param before outputs for the images as they are [images outputs], kept
     * @param drawn from {@link #draw}
     */
    ChangedOutputs(double[] before, int images, int outputs, int[][] drawn) {
        this.before = before;
        this.images = images;
        this.outputs = outputs;
        this.drawn = drawn;
        spread = new double[][] {meanDistances(), medianDistances()};
    }

    /** Each image once, and then so many samples of as many images. */
    static int[][] draw(int images, int samples, RandomStream random) {
        int[][] drawn = new int[samples + 1][images];
        Arrays.fill(drawn[0], 1);
        for (int b = 1; b <= samples; b++) for (int i = 0; i < images; i++) drawn[b][random.nextInt(images)]++;
        return drawn;
    }

    /** An estimate for every set of images drawn: the first is the one, the others tell its error. */
    record Estimate(double[] of) {
        double value() {
            return of[0];
        }

        /** Standard deviation over the bootstrap; NaN below two samples. */
        double error() {
            double mean = 0.0;
            int count = 0;
            for (int b = 1; b < of.length; b++) {
                if (!Double.isFinite(of[b])) continue;
                mean += of[b];
                count++;
            }
            if (count < 2) return Double.NaN;
            mean /= count;
            double square = 0.0;
            for (int b = 1; b < of.length; b++) if (Double.isFinite(of[b])) square += (of[b] - mean) * (of[b] - mean);
            return Math.sqrt(square / (count - 1));
        }

        Estimate over(Estimate other) {
            double[] ratio = new double[of.length];
            for (int b = 0; b < ratio.length; b++) ratio[b] = of[b] / other.of[b];
            return new Estimate(ratio);
        }

        Estimate logarithm() {
            return new Estimate(Arrays.stream(of).map(Math::log).toArray());
        }
    }

    /** The squared distance between outputs for two images. */
    Estimate spread(int estimator) {
        return new Estimate(spread[estimator]);
    }

    /**
     * The squared change of the outputs.
     *
     * @param after outputs for the changed images [images outputs]
     * @param changed which of them were changed: others do not count
     */
    Estimate change(double[] after, boolean[] changed, int estimator) {
        return new Estimate(estimator == MEAN ? meanChange(after, changed) : medianChange(after, changed));
    }

    private double[] meanChange(double[] after, boolean[] changed) {
        double[] squares = new double[images];
        for (int i = 0; i < images; i++) {
            for (int k = i * outputs; k < (i + 1) * outputs; k++) {
                double off = after[k] - before[k];
                squares[i] += off * off;
            }
        }
        double[] means = new double[drawn.length];
        for (int b = 0; b < means.length; b++) {
            double sum = 0.0;
            int count = 0;
            for (int i = 0; i < images; i++) {
                if (!changed[i]) continue;
                sum += drawn[b][i] * squares[i];
                count += drawn[b][i];
            }
            means[b] = count == 0 ? Double.NaN : sum / count;
        }
        return means;
    }

    /** Of each output the median over images, summed. */
    private double[] medianChange(double[] after, boolean[] changed) {
        double[] sums = new double[drawn.length];
        double[] squares = new double[images];
        long[] order = new long[images];
        for (int k = 0; k < outputs; k++) {
            int count = 0;
            for (int i = 0; i < images; i++) {
                double off = after[i * outputs + k] - before[i * outputs + k];
                squares[i] = off * off;
                if (changed[i]) order[count++] = sortable(squares[i], i);
            }
            Arrays.sort(order, 0, count);
            for (int b = 0; b < sums.length; b++) sums[b] += middle(order, count, squares, drawn[b]);
        }
        return sums;
    }

    /** By size first: non-negative numbers are in the order of their bits. */
    private static long sortable(double value, int index) {
        return (long) Float.floatToRawIntBits((float) value) << Integer.SIZE | index;
    }

    /** The median of values in a given order, each as often as it was drawn. */
    private static double middle(long[] order, int count, double[] values, int[] times) {
        long total = 0;
        for (int r = 0; r < count; r++) total += times[(int) order[r]];
        long passed = 0;
        for (int r = 0; r < count; r++) {
            int i = (int) order[r];
            passed += times[i];
            if (2 * passed < total || times[i] == 0) continue;
            if (2 * passed > total) return values[i];
            int next = r + 1;
            while (times[(int) order[next]] == 0) next++;
            return 0.5 * (values[i] + values[(int) order[next]]);
        }
        return Double.NaN;
    }

    /** 2 (n sum w |f|^2 - |sum w f|^2) over the number of pairs of different images. */
    private double[] meanDistances() {
        double[] means = new double[drawn.length];
        double[] sum = new double[outputs];
        for (int b = 0; b < means.length; b++) {
            Arrays.fill(sum, 0.0);
            double square = 0.0;
            double all = 0.0;
            double same = 0.0;
            for (int i = 0; i < images; i++) {
                double times = drawn[b][i];
                all += times;
                same += times * times;
                for (int k = 0; k < outputs; k++) {
                    double f = before[i * outputs + k];
                    sum[k] += times * f;
                    square += times * f * f;
                }
            }
            double product = 0.0;
            for (double s : sum) product += s * s;
            means[b] = 2.0 * (all * square - product) / (all * all - same);
        }
        return means;
    }

    private double[] medianDistances() {
        int pairs = images * (images - 1) / 2;
        double[] distances = new double[pairs];
        long[] order = new long[pairs];
        int[] first = new int[pairs];
        int[] second = new int[pairs];
        int p = 0;
        for (int i = 1; i < images; i++) {
            for (int j = 0; j < i; j++) {
                for (int k = 0; k < outputs; k++) {
                    double off = before[i * outputs + k] - before[j * outputs + k];
                    distances[p] += off * off;
                }
                first[p] = i;
                second[p] = j;
                order[p] = sortable(distances[p], p);
                p++;
            }
        }
        Arrays.sort(order);
        double[] medians = new double[drawn.length];
        int[] times = new int[pairs];
        for (int b = 0; b < medians.length; b++) {
            for (int r = 0; r < pairs; r++) times[r] = drawn[b][first[r]] * drawn[b][second[r]];
            medians[b] = middle(order, pairs, distances, times);
        }
        return medians;
    }
}
