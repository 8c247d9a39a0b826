package rugged.analysis;

import java.util.List;
import java.util.Set;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * How the relaxation time grows with the age: t*(tw) is the lag at which the mean over samples of a two-time quantity crosses a level, by interpolation
 * linear in the logarithms, and mu the slope of a least-squares line of ln t* against ln tw over the ages that cross: mu = 0 is a stationary state, mu = 1
 * simple aging, in between subaging. Errors are standard deviations over a bootstrap of the samples (the independent units), so they hold all that differs
 * between seeds; with fewer than eight they are themselves uncertain by a third.
 *
 * <p>The level may be given. By default it is, for a correlation, 1/2, and for a quantity that grows from 0, such as a displacement, late in the
 * interval of values that the curves of all ages pass, low^0.15 high^0.85 with low the largest first value and high the smallest last one. When the ages share no value
 * the oldest are left out one by one until three are left that do; mu is undefined when these are fewer than three.
 *
 * <p>Source: the t* construction is that of Baity-Jesi et al., J. Stat. Mech. 124013 (2019).
 */
@Named(
        value = "aging-exponent",
        title = "Aging exponent",
        doc = "The time to move by a fixed amount as a power of the age, t* ~ tw^mu, with its bootstrap error.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"aging", "two times"})
public record AgingExponent(
        @Param(doc = "two-time quantity whose crossing is looked for", def = "msd")
        String quantity,

        @Param(doc = "level that is crossed; 0 for one that the ages share", def = "0", min = 0)
        double level,

        @Param(doc = "youngest age that counts", symbol = "t_{w}", def = "0", min = 0)
        double from,

        @Param(doc = "bootstrap samples", def = "400", min = 50, max = 100000)
        int resamples)
        implements AnalysisSpec {
    /** The crossing time. */
    public static final Quantity CROSSING = new Quantity(
            "t_star",
            "t^{*}(t_{w})",
            "",
            List.of("tw"),
            "lag at which the mean two-time quantity of age t_{w} crosses the level that the ages share");

    /** The exponent. */
    public static final Quantity EXPONENT = new Quantity(
            "mu_age", "\u03bc", "", List.of(), "slope of ln t^{*} against ln t_{w}: 0 stationary, 1 simple aging");

    @Override
    public Set<String> reads() {
        return Set.of(quantity);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(CROSSING, EXPONENT);
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        for (int g = 0; g < groups.size(); g++) {
            Ages ages = Ages.of(groups.get(g), quantity);
            if (ages.tw().length == 0) continue;
            Crossings found = Crossings.of(ages, level, from, resamples, random.stream("bootstrap", g));
            for (int a = 0; a < found.tw().length; a++) {
                out.put(groups.get(g), CROSSING, found.times()[a], found.errors()[a], found.tw()[a]);
            }
            out.put(groups.get(g), EXPONENT, found.slope(), found.slopeError());
        }
    }

    /**
     * Crossing times and their power law.
     *
     * @param tw ages that cross
     * @param times t* of each
     * @param errors their bootstrap errors
     * @param slope mu; NaN for fewer than three ages
     * @param slopeError its bootstrap error
     * @param level the level
     */
    record Crossings(double[] tw, double[] times, double[] errors, double slope, double slopeError, double level) {
        private static final int FEWEST = 3;

        /** Where between the two ends, in the logarithm: late, where relaxation ends, but inside the data. */
        private static final double UPWARDS = 0.85;

        static Crossings of(Ages ages, double wanted, double from, int resamples, RandomStream random) {
            int[] chosen = chosen(ages, wanted, from);
            double level = wanted > 0.0 ? wanted : shared(ages, chosen);
            double[] tw = new double[chosen.length];
            for (int a = 0; a < chosen.length; a++) tw[a] = ages.tw()[chosen[a]];
            double[] times = times(ages, chosen, level, ages.all());
            double[] sum = new double[chosen.length + 1];
            double[] squares = new double[chosen.length + 1];
            int[] counts = new int[chosen.length + 1];
            int n = ages.samples();
            for (int r = 0; n > 1 && r < resamples; r++) {
                int[] drawn = new int[n];
                for (int k = 0; k < n; k++) drawn[k] = random.nextInt(n);
                double[] again = times(ages, chosen, level, drawn);
                for (int a = 0; a <= chosen.length; a++) {
                    double value = a < chosen.length ? again[a] : slope(tw, again);
                    if (Double.isNaN(value)) continue;
                    counts[a]++;
                    sum[a] += value;
                    squares[a] += value * value;
                }
            }
            double[] errors = new double[chosen.length + 1];
            for (int a = 0; a <= chosen.length; a++) {
                double mean = sum[a] / counts[a];
                boolean enough = 2 * counts[a] > resamples;
                errors[a] = enough ? Math.sqrt(Math.max(0.0, squares[a] / counts[a] - mean * mean)) : Double.NaN;
            }
            double slopeError = errors[chosen.length];
            return new Crossings(
                    tw, times, java.util.Arrays.copyOf(errors, chosen.length), slope(tw, times), slopeError, level);
        }

        /** The ages that take part: from the youngest on, without the oldest that share no value with the rest. */
        private static int[] chosen(Ages ages, double wanted, double from) {
            int first = 0;
            while (first < ages.tw().length && (ages.tw()[first] < from || ages.tw()[first] <= 0.0)) first++;
            int last = ages.tw().length;
            while (wanted == 0.0 && last - first > FEWEST && Double.isNaN(shared(ages, range(first, last)))) last--;
            return range(first, Math.max(first, last));
        }

        private static int[] range(int from, int to) {
            int[] range = new int[to - from];
            for (int k = 0; k < range.length; k++) range[k] = from + k;
            return range;
        }

        /** A level that the mean curves of these ages all cross; NaN when there is none. */
        private static double shared(Ages ages, int[] chosen) {
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
            }
            if (chosen.length == 0 || !(high > low) || !(low > 0.0)) return Double.NaN;
            if (falling && low < 0.5 && high > 0.5) return 0.5;
            return Math.pow(low, 1.0 - UPWARDS) * Math.pow(high, UPWARDS);
        }

        private static double[] times(Ages ages, int[] chosen, double level, int[] drawn) {
            double[] times = new double[chosen.length];
            for (int a = 0; a < chosen.length; a++) {
                times[a] = crossing(ages.lags()[chosen[a]], ages.mean(chosen[a], drawn), level);
            }
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

        /** Slope of ln times against ln tw over those that are defined; NaN for fewer than three. */
        static double slope(double[] tw, double[] times) {
            double n = 0;
            double sx = 0;
            double sy = 0;
            double sxx = 0;
            double sxy = 0;
            for (int a = 0; a < tw.length; a++) {
                if (!(times[a] > 0.0)) continue;
                double x = Math.log(tw[a]);
                double y = Math.log(times[a]);
                n++;
                sx += x;
                sy += y;
                sxx += x * x;
                sxy += x * y;
            }
            return n < FEWEST ? Double.NaN : (n * sxy - sx * sy) / (n * sxx - sx * sx);
        }
    }
}
