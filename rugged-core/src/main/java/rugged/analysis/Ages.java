package rugged.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.Quantity;

/**
 * A quantity of two times, (t, tw), of every sample of a group, on the lags that an age has in all of them: values[age][sample][lag]. Of a quotient what is above
 * and what is below are kept apart, so that means are taken before it.
 *
 * @param seeds the samples
 * @param tw the ages, ascending
 * @param lags t - tw of each age, ascending and positive
 * @param values what was recorded, or what is above
 * @param below what is below; no ages for a plain quantity
 */
record Ages(List<String> seeds, double[] tw, double[][] lags, double[][][] values, double[][][] below) {
    private static final double SAME = 1e-9;
    private static final double[][][] PLAIN = {};

    static Ages of(Group group, String quantity) {
        Quantity.Ratio ratio = group.ratios().get(quantity);
        if (ratio == null) return plain(group, quantity);
        Ages above = plain(group, ratio.numerator());
        Ages below = plain(group, ratio.denominator());
        boolean same = above.seeds.equals(below.seeds)
                && Arrays.equals(above.tw, below.tw)
                && Arrays.deepEquals(above.lags, below.lags);
        return same
                ? new Ages(above.seeds, above.tw, above.lags, above.values, below.values)
                : new Ages(List.of(), new double[0], new double[0][], PLAIN, PLAIN);
    }

    /** By age, then by lag; without lag 0. */
    private static TreeMap<Double, TreeMap<Double, Double>> byAge(Sample sample, String quantity) {
        TreeMap<Double, TreeMap<Double, Double>> byAge = new TreeMap<>();
        for (Reading reading : sample.readings(quantity)) {
            double lag = reading.axes()[0] - reading.axes()[1];
            if (lag <= SAME * Math.max(1.0, reading.axes()[0])) continue;
            byAge.computeIfAbsent(reading.axes()[1], age -> new TreeMap<>()).put(round(lag), reading.value());
        }
        return byAge;
    }

    private static Ages plain(Group group, String quantity) {
        List<TreeMap<Double, TreeMap<Double, Double>>> samples = new ArrayList<>();
        List<String> seeds = new ArrayList<>();
        TreeSet<Double> ages = new TreeSet<>();
        for (Sample sample : group.samples()) {
            TreeMap<Double, TreeMap<Double, Double>> byAge = byAge(sample, quantity);
            if (byAge.isEmpty()) continue;
            samples.add(byAge);
            seeds.add(sample.seed());
            ages.addAll(byAge.keySet());
        }
        List<double[]> lags = new ArrayList<>();
        List<double[][]> values = new ArrayList<>();
        List<Double> kept = new ArrayList<>();
        for (double age : ages) {
            TreeSet<Double> common = new TreeSet<>();
            boolean everywhere = samples.stream().allMatch(sample -> sample.containsKey(age));
            if (!everywhere) continue;
            common.addAll(at(samples.getFirst(), age).keySet());
            for (var sample : samples) common.retainAll(at(sample, age).keySet());
            if (common.isEmpty()) continue;
            kept.add(age);
            lags.add(common.stream().mapToDouble(Double::doubleValue).toArray());
            values.add(samples.stream()
                    .map(sample -> common.stream()
                            .mapToDouble(lag -> at(sample, age).getOrDefault(lag, Double.NaN))
                            .toArray())
                    .toArray(double[][]::new));
        }
        return new Ages(
                seeds,
                kept.stream().mapToDouble(Double::doubleValue).toArray(),
                lags.toArray(double[][]::new),
                values.toArray(double[][][]::new),
                PLAIN);
    }

    private static TreeMap<Double, Double> at(TreeMap<Double, TreeMap<Double, Double>> sample, double age) {
        return sample.getOrDefault(age, new TreeMap<>());
    }

    /** Lags of different ages are differences of rounded times: equal ones are made so. */
    private static double round(double lag) {
        double unit = Math.pow(10.0, Math.floor(Math.log10(lag)) - 9);
        return Math.rint(lag / unit) * unit;
    }

    /** Number of samples. */
    int samples() {
        return values.length == 0 ? 0 : values[0].length;
    }

    /** Mean over the samples listed, with repetition, at every lag of an age; of a quotient mean over mean. */
    double[] mean(int age, int[] drawn) {
        double[] mean = mean(values[age], drawn);
        if (below.length == 0) return mean;
        double[] under = mean(below[age], drawn);
        for (int k = 0; k < mean.length; k++) mean[k] = under[k] == 0.0 ? Double.NaN : mean[k] / under[k];
        return mean;
    }

    private static double[] mean(double[][] values, int[] drawn) {
        double[] mean = new double[values[0].length];
        for (int sample : drawn) for (int k = 0; k < mean.length; k++) mean[k] += values[sample][k] / drawn.length;
        return mean;
    }

    /** Each sample once. */
    int[] all() {
        int[] all = new int[samples()];
        Arrays.setAll(all, k -> k);
        return all;
    }

    /** Without the samples that are not listed. */
    Ages only(List<String> kept) {
        int[] which = kept.stream().mapToInt(seeds::indexOf).toArray();
        return new Ages(List.copyOf(kept), tw, lags, only(values, which), only(below, which));
    }

    private static double[][][] only(double[][][] values, int[] which) {
        double[][][] some = new double[values.length][which.length][];
        for (int a = 0; a < values.length; a++) for (int k = 0; k < which.length; k++) some[a][k] = values[a][which[k]];
        return some;
    }
}
