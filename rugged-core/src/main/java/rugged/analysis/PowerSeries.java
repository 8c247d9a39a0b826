package rugged.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        return Families.along(along, groups, group -> group.simulated() && any(group, usable)).stream()
                .map(family -> of(List.copyOf(family.groups().values()), usable))
                .toList();
    }

    private static boolean any(Group group, Predicate<Sample> usable) {
        return group.samples().stream().anyMatch(usable);
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
        double[] placed = samples.stream().mapToDouble(x).toArray();
        double[] found = samples.stream().mapToDouble(y).toArray();
        double[][] xs = Resampling.without(count(), left -> logarithms(x, left));
        double[][] ys = Resampling.without(count(), left -> logarithms(y, left));
        return fit(placed, found, xs, ys);
    }

    private double[] logarithms(ToDoubleFunction<List<Sample>> of, int[] left) {
        return samples.stream()
                .mapToDouble(all -> Math.log(
                        of.applyAsDouble(Arrays.stream(left).mapToObj(all::get).toList())))
                .toArray();
    }

    /** @param xs logarithms of the abscissae without each sample; ys of the ordinates */
    private static Fit fit(double[] x, double[] y, double[][] xs, double[][] ys) {
        int n = ys.length;
        double[] relative = new double[y.length];
        double[] errors = new double[y.length];
        for (int g = 0; g < y.length; g++) {
            relative[g] = Resampling.error(ys, g);
            errors[g] = relative[g] * y[g];
        }
        double[] logX = Arrays.stream(x).map(Math::log).toArray();
        double[] logY = Arrays.stream(y).map(Math::log).toArray();
        double exponent = Line.through(logX, logY, relative).slope();
        double[][] exponents = new double[n][];
        double[][] locals = new double[n][];
        double[][] moved = new double[n][y.length];
        for (int k = 0; k < n; k++) {
            exponents[k] = new double[] {Line.through(xs[k], ys[k], relative).slope()};
            locals[k] = Crossings.local(xs[k], ys[k]);
            // how far a point leaves the line, abscissa and ordinate together
            for (int g = 0; g < y.length; g++) moved[k][g] = ys[k][g] - exponent * (xs[k][g] - logX[g]);
        }
        double[] local = Crossings.local(logX, logY);
        double[] localErrors = new double[local.length];
        for (int g = 0; g < local.length; g++) localErrors[g] = Resampling.error(locals, g);
        PowerLaw test = PowerLaw.test(logX, logY, moved);
        return new Fit(x, y, errors, exponent, Resampling.error(exponents, 0), test, local, localErrors);
    }
}
