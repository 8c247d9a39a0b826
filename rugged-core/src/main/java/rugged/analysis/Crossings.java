package rugged.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rugged.api.AnalysisSpec.Conclusions;
import rugged.api.AnalysisSpec.Group;
import rugged.api.Quantity;

/**
 * Times at which the mean curves of several ages cross a level, and what their power law is worth. All errors are by the jackknife over samples, which for
 * functions of means is that of a bootstrap of infinitely many draws to first order, has no random numbers, and for the mean itself no factor sqrt(n/(n - 1)).
 *
 * @param tw ages that cross with all samples and without any one of them
 * @param times t* of each
 * @param errors their errors; NaN for one sample
 * @param slope mu of the least-squares line of ln t* against ln tw; NaN for fewer than three ages
 * @param slopeError its error
 * @param level the level
 * @param local slopes between neighbouring ages
 * @param localErrors their errors
 * @param law test of the straight line
 * @param samples behind it
 */
record Crossings(
        double[] tw,
        double[] times,
        double[] errors,
        double slope,
        double slopeError,
        double level,
        double[] local,
        double[] localErrors,
        PowerLaw law,
        int samples) {
    private static final int FEWEST = 3;

    /** Where between the two ends, in the logarithm: late, where relaxation ends, but inside the data. */
    private static final double UPWARDS = 0.85;

    /** The levels of a scan. */
    static final double[] SCAN = {0.15, 0.325, 0.5, 0.675, UPWARDS};

    /**
     * The values that the curves of the ages that take part all pass.
     *
     * @param chosen the ages, by their place
     * @param low lowest; NaN where they share none
     * @param high highest
     * @param falling whether the curves fall
     */
    record Shared(int[] chosen, double low, double high, boolean falling) {
        /** A level late in the interval; 1/2 for correlations that pass it. */
        double usual() {
            if (falling && low < 0.5 && high > 0.5) return 0.5;
            return at(UPWARDS);
        }

        /** A level at a share of the way up, in the logarithm. */
        double at(double share) {
            return Math.pow(low, 1.0 - share) * Math.pow(high, share);
        }

        boolean any() {
            return high > low && low > 0.0;
        }

        /** What both share, of these ages. */
        Shared with(Shared other) {
            return new Shared(chosen, Math.max(low, other.low), Math.min(high, other.high), falling && other.falling);
        }
    }

    /** The ages that take part: from the youngest on, without the oldest that share no value with the rest. */
    static Shared shared(Ages ages, double from) {
        int first = 0;
        while (first < ages.tw().length && (ages.tw()[first] < from || ages.tw()[first] <= 0.0)) first++;
        int last = ages.tw().length;
        while (last - first > FEWEST && !shared(ages, range(first, last)).any()) last--;
        return shared(ages, range(first, Math.max(first, last)));
    }

    private static int[] range(int from, int to) {
        int[] range = new int[to - from];
        for (int k = 0; k < range.length; k++) range[k] = from + k;
        return range;
    }

    /** The same of given ages. */
    static Shared shared(Ages ages, int[] chosen) {
        double low = 0.0;
        double high = Double.POSITIVE_INFINITY;
        boolean falling = false;
        for (int a : chosen) {
            double[] mean = ages.mean(a, ages.all());
            double first = mean[0];
            double last = mean[mean.length - 1];
            falling = first > last;
            low = Math.max(low, Math.min(first, last));
            high = Math.min(high, Math.max(first, last));
            if (Double.isNaN(first) || Double.isNaN(last)) low = Double.NaN;
        }
        return chosen.length == 0
                ? new Shared(chosen, Double.NaN, Double.NaN, false)
                : new Shared(chosen, low, high, falling);
    }

    /** Crossings of a level by the mean curves of these ages. */
    static Crossings of(Ages ages, int[] chosen, double level) {
        int n = ages.samples();
        double[] all = times(ages, chosen, level, ages.all());
        double[][] left = n < 2 ? new double[0][] : Resampling.without(n, drawn -> times(ages, chosen, level, drawn));
        int[] crossing = range(0, chosen.length);
        int[] kept = Arrays.stream(crossing)
                .filter(a -> all[a] > 0.0 && Arrays.stream(left).allMatch(one -> one[a] > 0.0))
                .toArray();
        double[] tw = Arrays.stream(kept).mapToDouble(a -> ages.tw()[chosen[a]]).toArray();
        double[] times = Arrays.stream(kept).mapToDouble(a -> all[a]).toArray();
        double[] x = Arrays.stream(tw).map(Math::log).toArray();
        double[] y = Arrays.stream(times).map(Math::log).toArray();
        double[][] without = new double[left.length][];
        for (int k = 0; k < left.length; k++) {
            double[] one = left[k];
            without[k] = Arrays.stream(kept).mapToDouble(a -> Math.log(one[a])).toArray();
        }
        double[] errors = new double[kept.length];
        for (int a = 0; a < errors.length; a++) errors[a] = times[a] * Resampling.error(without, a);
        double[] local = local(x, y);
        double[][] localWithout =
                Arrays.stream(without).map(one -> local(x, one)).toArray(double[][]::new);
        double[] localErrors = new double[local.length];
        for (int a = 0; a < local.length; a++) localErrors[a] = Resampling.error(localWithout, a);
        double[][] slopes =
                Arrays.stream(without).map(one -> new double[] {slope(x, one)}).toArray(double[][]::new);
        double slope = slope(x, y);
        return new Crossings(
                tw,
                times,
                errors,
                slope,
                Double.isNaN(slope) ? Double.NaN : Resampling.error(slopes, 0),
                level,
                local,
                localErrors,
                PowerLaw.test(x, y, without),
                n);
    }

    /** Slopes between neighbouring points. */
    static double[] local(double[] x, double[] y) {
        double[] local = new double[Math.max(0, x.length - 1)];
        for (int a = 0; a < local.length; a++) local[a] = (y[a + 1] - y[a]) / (x[a + 1] - x[a]);
        return local;
    }

    /** Whether the points are on no straight line. */
    boolean bent() {
        return law.excluded(local);
    }

    /** What there is instead of an exponent, in words. */
    String why() {
        double[] sorted = local.clone();
        Arrays.sort(sorted);
        return String.format(
                java.util.Locale.ROOT,
                "no power law, slopes from %.2f to %.2f, chi^2 = %.0f on %d",
                sorted[0],
                sorted[sorted.length - 1],
                law.chiSquare(),
                law.freedom());
    }

    /** The largest change of the slope where the level is read elsewhere in what the ages share; 0 where they share nothing. */
    double spread(Ages ages, Shared shared) {
        double largest = 0.0;
        for (double[] one : scan(ages, shared)) largest = Math.max(largest, Math.abs(one[1] - slope));
        return largest;
    }

    /** Levels and slopes over what the ages share, where they have one. */
    static List<double[]> scan(Ages ages, Shared shared) {
        List<double[]> slopes = new ArrayList<>();
        if (!shared.any()) return slopes;
        for (double share : SCAN) {
            double level = shared.at(share);
            double slope = slope(ages, shared.chosen(), level, ages.all());
            if (!Double.isNaN(slope)) slopes.add(new double[] {level, slope});
        }
        return slopes;
    }

    /** The slope at a level from some of the samples. */
    static double slope(Ages ages, int[] chosen, double level, int[] drawn) {
        double[] times = times(ages, chosen, level, drawn);
        int[] kept = Arrays.stream(range(0, times.length))
                .filter(a -> times[a] > 0.0)
                .toArray();
        return slope(
                Arrays.stream(kept)
                        .mapToDouble(a -> Math.log(ages.tw()[chosen[a]]))
                        .toArray(),
                Arrays.stream(kept).mapToDouble(a -> Math.log(times[a])).toArray());
    }

    private static double[] times(Ages ages, int[] chosen, double level, int[] drawn) {
        double[] times = new double[chosen.length];
        for (int a = 0; a < chosen.length; a++)
            times[a] = crossing(ages.lags()[chosen[a]], ages.mean(chosen[a], drawn), level);
        return times;
    }

    /** First crossing, linear in the logarithms where both values are positive. */
    static double crossing(double[] lags, double[] values, double level) {
        for (int k = 1; k < lags.length; k++) {
            double before = values[k - 1] - level;
            double after = values[k] - level;
            if (before == 0.0) return lags[k - 1];
            if (before * after > 0.0 || Double.isNaN(before * after)) continue;
            boolean positive = values[k - 1] > 0.0 && values[k] > 0.0;
            double share = positive
                    ? Math.log(level / values[k - 1]) / Math.log(values[k] / values[k - 1])
                    : before / (before - after);
            return lags[k - 1] * Math.pow(lags[k] / lags[k - 1], share);
        }
        return Double.NaN;
    }

    /** States the slopes between neighbouring ages, each at their geometric mean. */
    void putLocal(Group group, Quantity quantity, Conclusions out) {
        for (int a = 0; a < local.length; a++)
            out.put(group, quantity, local[a], localErrors[a], Math.sqrt(tw[a] * tw[a + 1]));
    }

    /** Slope of a least-squares line; NaN for fewer than three points. */
    static double slope(double[] x, double[] y) {
        int n = x.length;
        if (n < FEWEST) return Double.NaN;
        double meanX = Arrays.stream(x).sum() / n;
        double meanY = Arrays.stream(y).sum() / n;
        double across = 0.0;
        double up = 0.0;
        for (int a = 0; a < n; a++) {
            across += (x[a] - meanX) * (x[a] - meanX);
            up += (x[a] - meanX) * (y[a] - meanY);
        }
        return up / across;
    }
}
