package rugged.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Sample;

/**
 * A quantity of two times, (t, tw), of every sample of a group, on the lags that an age has in all of them: values[age][sample][lag].
 *
 * @param tw the ages, ascending
 * @param lags t - tw of each age, ascending and positive
 * @param values what was recorded
 */
record Ages(double[] tw, double[][] lags, double[][][] values) {
    private static final double SAME = 1e-9;

    static Ages of(Group group, String quantity) {
        List<TreeMap<Double, TreeMap<Double, Double>>> samples = new ArrayList<>();
        TreeSet<Double> ages = new TreeSet<>();
        for (Sample sample : group.samples()) {
            TreeMap<Double, TreeMap<Double, Double>> byAge = new TreeMap<>();
            for (Reading reading : sample.readings(quantity)) {
                double lag = reading.axes()[0] - reading.axes()[1];
                if (lag <= SAME * Math.max(1.0, reading.axes()[0])) continue;
                byAge.computeIfAbsent(reading.axes()[1], age -> new TreeMap<>()).put(round(lag), reading.value());
            }
            if (byAge.isEmpty()) continue;
            samples.add(byAge);
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
                kept.stream().mapToDouble(Double::doubleValue).toArray(),
                lags.toArray(double[][]::new),
                values.toArray(double[][][]::new));
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

    /** Mean over the samples listed, with repetition, at every lag of an age. */
    double[] mean(int age, int[] drawn) {
        double[] mean = new double[lags[age].length];
        for (int sample : drawn) for (int k = 0; k < mean.length; k++) mean[k] += values[age][sample][k] / drawn.length;
        return mean;
    }

    /** Each sample once. */
    int[] all() {
        int[] all = new int[samples()];
        Arrays.setAll(all, k -> k);
        return all;
    }
}
