package rugged.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Sample;
import rugged.num.RandomStream;

/**
 * What each start of one method on one problem cost until a quantity fell to given levels, and where it ended.
 *
 * @param group where it comes from
 * @param method the parameters that tell the methods apart, in words
 * @param problem the other parameters
 * @param work for each seed and level, the work; infinite where it did not arrive within the budget
 * @param ends for each seed, the last energy
 */
record Arrivals(
        Group group, String method, Map<String, String> problem, Map<String, double[]> work, Map<String, Double> ends) {

    /** Name of the work. */
    static final String WORK = "W";

    /** Name of the energy. */
    static final String ENERGY = "e";

    /**
     * Empty when nothing of it was recorded.
     *
     * @param between parameter that tells the methods apart
     * @param measure name of the quantity that falls
     * @param levels to which it has to fall
     * @param budget largest work that counts
     */
    static Optional<Arrivals> of(Group group, String between, String measure, List<Double> levels, double budget) {
        Map<String, double[]> work = new LinkedHashMap<>();
        Map<String, Double> ends = new LinkedHashMap<>();
        for (Sample sample : group.samples()) {
            List<Reading> falling = sample.readings(measure);
            List<Reading> energy = sample.readings(ENERGY);
            if (falling.isEmpty() || energy.isEmpty()) continue;
            Map<Double, Double> costs = new LinkedHashMap<>();
            for (Reading reading : sample.readings(WORK)) costs.put(reading.axes()[0], reading.value());
            double[] found = new double[levels.size()];
            for (int k = 0; k < found.length; k++) found[k] = arrival(falling, costs, levels.get(k), budget);
            work.put(sample.seed(), found);
            ends.put(sample.seed(), energy.getLast().value());
        }
        if (work.isEmpty()) return Optional.empty();
        Map<String, String> problem = new LinkedHashMap<>(group.coordinates());
        List<String> words = new ArrayList<>();
        group.coordinates().forEach((path, value) -> {
            if (!path.equals(between) && !path.startsWith(between + ".")) return;
            problem.remove(path);
            words.add(path.equals(between) ? value : path.substring(between.length() + 1) + " " + value);
        });
        return Optional.of(new Arrivals(group, String.join(", ", words), problem, work, ends));
    }

    /** The work at which the logarithm of the quantity, linear between records, falls to a level; infinite where it does not within the budget. */
    private static double arrival(List<Reading> measure, Map<Double, Double> costs, double level, double budget) {
        double before = Double.NaN;
        double spent = 0.0;
        for (Reading reading : measure) {
            Double cost = costs.get(reading.axes()[0]);
            if (cost == null) continue;
            double value = reading.value();
            if (value <= level) {
                double part = Math.log(before / level) / Math.log(before / Math.max(value, Double.MIN_NORMAL));
                double at = Double.isFinite(part) ? spent + part * (cost - spent) : cost;
                return at <= budget ? at : Double.POSITIVE_INFINITY;
            }
            before = value;
            spent = cost;
        }
        return Double.POSITIVE_INFINITY;
    }

    /** The problem without its size. */
    Map<String, String> family(String size) {
        Map<String, String> family = new LinkedHashMap<>(problem);
        family.remove(size);
        return family;
    }

    /** Its size; NaN without one. */
    double size(String path) {
        try {
            return Double.parseDouble(problem.getOrDefault(path, "NaN"));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The works to one level, in the order of the seeds. */
    double[] works(int level) {
        return work.values().stream().mapToDouble(found -> found[level]).toArray();
    }

    /** The share of starts that arrive. */
    double solved(int level) {
        return Arrays.stream(works(level)).filter(Double::isFinite).count() / (double) work.size();
    }

    /** A quantile of values of which some are infinite; NaN where it is. */
    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int low = (int) place;
        int high = Math.min(low + 1, sorted.length - 1);
        double value = sorted[low] + (high == low ? 0.0 : (place - low) * (sorted[high] - sorted[low]));
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /** As many of the values, drawn with repetition. */
    static double[] drawn(double[] values, RandomStream random) {
        double[] again = new double[values.length];
        for (int k = 0; k < again.length; k++) again[k] = values[random.nextInt(values.length)];
        return again;
    }

    /** Standard deviation over a bootstrap of a quantile; NaN where it is undefined too often. */
    static double error(double[] values, double share, int resamples, RandomStream random) {
        double[] again = new double[resamples];
        for (int r = 0; r < resamples; r++) again[r] = quantile(drawn(values, random), share);
        return Resampling.few(values.length) * deviation(again);
    }

    /** Standard deviation of the values that are numbers; NaN when these are fewer than half. */
    static double deviation(double[] values) {
        double[] numbers = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (2 * numbers.length < values.length || numbers.length < 2) return Double.NaN;
        double mean = Arrays.stream(numbers).average().orElse(Double.NaN);
        double squares =
                Arrays.stream(numbers).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (numbers.length - 1));
    }

    /** Slope of the least-squares line of ln y against ln x; NaN with fewer than three points. */
    static double slope(double[] x, double[] y) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int k = 0; k < x.length; k++) {
            if (!(y[k] > 0.0) || Double.isInfinite(y[k])) continue;
            double u = Math.log(x[k]);
            double v = Math.log(y[k]);
            n++;
            sx += u;
            sy += v;
            sxx += u * u;
            sxy += u * v;
        }
        return n < 3 ? Double.NaN : (n * sxy - sx * sy) / (n * sxx - sx * sx);
    }
}
