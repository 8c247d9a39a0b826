package rugged.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Sample;

/**
 * Two averages at several values of one parameter, everything else alike, and the power law between them. Samples of one seed share their disorder along the parameter: all averages lose the same seed
 * together in the jackknife, so that errors of slopes know how the points hang together. Only seeds that are everywhere count.
 *
 * @param groups in the order of the parameter
 * @param samples of each group, in the order of the common seeds
 */
record PowerSeries(List<Group> groups, List<List<Sample>> samples) {
    /** A power law needs two points, and an error two samples. */
    private static final int FEWEST = 2;

    /**
     * What was found.
     *
     * @param x abscissae
     * @param y ordinates
     * @param errors of the ordinates
     * @param exponent weighted least-squares slope of ln y against ln x; NaN for fewer than two points
     * @param error of the exponent
     * @param test whether it is a power law
     * @param local slopes between neighbours
     * @param localErrors of these
     */
    record Fit(
            double[] x,
            double[] y,
            double[] errors,
            double exponent,
            double error,
            PowerLaw test,
            double[] local,
            double[] localErrors) {}

    /** Families of simulated groups that differ in nothing but the parameter, of which every sample has what is wanted. */
    static List<PowerSeries> families(List<Group> groups, String along, Predicate<Sample> usable) {
        Map<Map<String, String>, TreeMap<Double, Group>> sorted = new LinkedHashMap<>();
        for (Group group : groups) {
            OptionalDouble place = OverlapSamples.coordinate(group, along);
            if (!group.simulated()
                    || place.isEmpty()
                    || group.samples().stream().noneMatch(usable)) continue;
            Map<String, String> rest = new LinkedHashMap<>(group.coordinates());
            rest.keySet().removeIf(path -> OverlapSamples.called(path, along));
            sorted.computeIfAbsent(rest, _ -> new TreeMap<>()).put(place.getAsDouble(), group);
        }
        return sorted.values().stream()
                .map(family -> of(List.copyOf(family.values()), usable))
                .toList();
    }

    private static PowerSeries of(List<Group> groups, Predicate<Sample> usable) {
        Set<String> seeds = new TreeSet<>();
        List<Map<String, Sample>> bySeed = new ArrayList<>();
        for (Group group : groups) {
            Map<String, Sample> found = new LinkedHashMap<>();
            for (Sample sample : group.samples()) if (usable.test(sample)) found.put(sample.seed(), sample);
            if (bySeed.isEmpty()) seeds.addAll(found.keySet());
            else seeds.retainAll(found.keySet());
            bySeed.add(found);
        }
        List<List<Sample>> samples = bySeed.stream()
                .map(found -> seeds.stream().map(found::get).toList())
                .toList();
        return new PowerSeries(groups, samples);
    }

    /** The mean of a number at its last time; of one sample its last value, NaN where there is none. */
    static double last(Sample sample, String quantity) {
        List<Reading> readings = sample.readings(quantity);
        return readings.isEmpty() ? Double.NaN : readings.getLast().value();
    }

    /** Only groups whose samples have something. */
    PowerSeries where(Predicate<List<Sample>> kept) {
        List<Group> left = new ArrayList<>();
        List<List<Sample>> theirs = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            if (!kept.test(samples.get(g))) continue;
            left.add(groups.get(g));
            theirs.add(samples.get(g));
        }
        return new PowerSeries(left, theirs);
    }

    /** Number of samples in every group. */
    int count() {
        return samples.getFirst().size();
    }

    /**
     * Fits.
     *
     * @param x of the samples of a group
     * @param y of the samples of a group
     */
    Fit fit(ToDoubleFunction<List<Sample>> x, ToDoubleFunction<List<Sample>> y) {
        int points = groups.size();
        int n = count();
        double[] placed = new double[points];
        double[] found = new double[points];
        for (int g = 0; g < points; g++) {
            placed[g] = x.applyAsDouble(samples.get(g));
            found[g] = y.applyAsDouble(samples.get(g));
        }
        double[][] without = Resampling.without(n, left -> {
            double[] both = new double[2 * points];
            for (int g = 0; g < points; g++) {
                List<Sample> rest = drawn(samples.get(g), left);
                both[g] = Math.log(x.applyAsDouble(rest));
                both[points + g] = Math.log(y.applyAsDouble(rest));
            }
            return both;
        });
        return fit(placed, found, without, n);
    }

    private static List<Sample> drawn(List<Sample> samples, int[] which) {
        List<Sample> drawn = new ArrayList<>(which.length);
        for (int k : which) drawn.add(samples.get(k));
        return drawn;
    }

    private static Fit fit(double[] x, double[] y, double[][] without, int n) {
        int points = x.length;
        double[] errors = new double[points];
        double[] weights = new double[points];
        for (int g = 0; g < points; g++) {
            double relative =
                    n < FEWEST ? Double.NaN : Math.sqrt(Resampling.covariance(without, points + g, points + g));
            errors[g] = relative * y[g];
            weights[g] = relative > 0.0 && Double.isFinite(relative) ? 1.0 / (relative * relative) : 0.0;
        }
        double[] local = new double[Math.max(0, points - 1)];
        double[] localErrors = new double[local.length];
        for (int g = 0; g < local.length; g++) {
            int one = g;
            local[g] = Math.log(y[g + 1] / y[g]) / Math.log(x[g + 1] / x[g]);
            localErrors[g] = Resampling.jackknife(n, left -> {
                double[] both = without[leftOut(left, n)];
                return (both[points + one + 1] - both[points + one]) / (both[one + 1] - both[one]);
            });
        }
        double[] logX = java.util.Arrays.stream(x).map(Math::log).toArray();
        double[] logY = java.util.Arrays.stream(y).map(Math::log).toArray();
        double exponent = slope(logX, logY, 0, 0, weights);
        double error = Resampling.jackknife(n, left -> {
            double[] both = without[leftOut(left, n)];
            return slope(both, both, 0, points, weights);
        });
        double[][] ordinates = new double[without.length][];
        for (int k = 0; k < without.length; k++)
            ordinates[k] = java.util.Arrays.copyOfRange(without[k], points, 2 * points);
        return new Fit(x, y, errors, exponent, error, PowerLaw.test(logX, logY, ordinates), local, localErrors);
    }

    /** Which of n is missing in the list. */
    private static int leftOut(int[] left, int n) {
        for (int k = 0; k < left.length; k++) if (left[k] != k) return k;
        return n - 1;
    }

    private static double slope(double[] x, double[] y, int fromX, int fromY, double[] weights) {
        double sum = 0.0;
        double meanX = 0.0;
        double meanY = 0.0;
        for (int g = 0; g < weights.length; g++) {
            sum += weights[g];
            meanX += weights[g] * x[fromX + g];
            meanY += weights[g] * y[fromY + g];
        }
        meanX /= sum;
        meanY /= sum;
        double across = 0.0;
        double along = 0.0;
        for (int g = 0; g < weights.length; g++) {
            across += weights[g] * (x[fromX + g] - meanX) * (y[fromY + g] - meanY);
            along += weights[g] * (x[fromX + g] - meanX) * (x[fromX + g] - meanX);
        }
        return along > 0.0 ? across / along : Double.NaN;
    }
}
