package rugged.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Sample;
import rugged.num.CollapseQuality;
import rugged.num.CollapseQuality.Point;
import rugged.num.CollapseQuality.Sized;
import rugged.num.RandomStream;
import rugged.num.RunningMean;

/**
 * Samples of a quantity against a parameter at several sizes, and how well their means fall on one curve.
 *
 * @param curves one for each size
 */
record SizeCurves(List<Curve> curves) {
    private static final int MOST_EVALUATIONS = 2000;
    private static final double CLOSE = 1e-6;

    /**
     * One size.
     *
     * @param size N
     * @param x the parameter, ascending
     * @param groups at each
     * @param values [seed][x]; NaN where a seed has none
     * @param where what else all groups share, in words
     */
    record Curve(double size, double[] x, List<Group> groups, double[][] values, String where) {}

    /** xc, a and b. */
    record Exponents(double critical, double across, double up) {
        double of(CollapseParameter free) {
            return switch (free) {
                case CRITICAL -> critical;
                case ACROSS -> across;
                case UP -> up;
            };
        }

        Exponents with(CollapseParameter free, double value) {
            return switch (free) {
                case CRITICAL -> new Exponents(value, across, up);
                case ACROSS -> new Exponents(critical, value, up);
                case UP -> new Exponents(critical, across, value);
            };
        }

        /** (x - xc) N^a. */
        double across(double size, double x) {
            return (x - critical) * Math.pow(size, across);
        }
    }

    /** Curves along a parameter, each on its own, without a size. */
    static List<Curve> along(String along, List<Group> groups, String quantity) {
        return Families.along(along, groups, Group::simulated).stream()
                .map(family -> curve(Double.NaN, family, quantity))
                .toList();
    }

    /** Families that differ in nothing but size and parameter. */
    static Map<Map<String, String>, List<Curve>> families(
            List<Group> groups, String size, String along, String quantity) {
        Map<Map<String, String>, List<Curve>> families = new LinkedHashMap<>();
        for (Families one : Families.along(along, groups, group -> group.simulated() && any(group, quantity))) {
            Map<String, String> rest = new LinkedHashMap<>(one.rest());
            rest.keySet().removeIf(path -> OverlapSamples.called(path, size));
            double n = OverlapSamples.coordinate(one.groups().firstEntry().getValue(), size)
                    .orElse(Double.NaN);
            if (!(n > 0.0)) continue;
            families.computeIfAbsent(rest, _ -> new ArrayList<>()).add(curve(n, one, quantity));
        }
        return families;
    }

    private static boolean any(Group group, String quantity) {
        return group.samples().stream().anyMatch(sample -> Double.isFinite(PowerSeries.last(sample, quantity)));
    }

    private static Curve curve(double size, Families family, String quantity) {
        List<Group> groups = List.copyOf(family.groups().values());
        Set<String> seeds = new TreeSet<>();
        for (Group group : groups) for (Sample sample : group.samples()) seeds.add(sample.seed());
        List<String> order = List.copyOf(seeds);
        double[][] values = new double[order.size()][groups.size()];
        for (double[] row : values) Arrays.fill(row, Double.NaN);
        for (int k = 0; k < groups.size(); k++)
            for (Sample sample : groups.get(k).samples())
                values[order.indexOf(sample.seed())][k] = PowerSeries.last(sample, quantity);
        double[] x = family.groups().keySet().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new Curve(size, x, groups, values, family.where());
    }

    int sizes() {
        return curves.size();
    }

    /** The fewest seeds of a size. */
    int seeds() {
        return curves.stream().mapToInt(curve -> curve.values().length).min().orElse(0);
    }

    /** Every seed once, for each size. */
    int[][] all() {
        return curves.stream()
                .map(curve -> java.util.stream.IntStream.range(0, curve.values().length)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** As many seeds of each size, with repetition. */
    int[][] drawn(RandomStream random) {
        return curves.stream()
                .map(curve -> Resampling.draw(curve.values().length, random))
                .toArray(int[][]::new);
    }

    /** Mean and standard error of a curve at one of its places, over these seeds of each size. */
    Point point(Curve curve, int k, int[][] seeds) {
        RunningMean mean = new RunningMean();
        for (int seed : seeds[curves.indexOf(curve)]) mean.addNumber(curve.values()[seed][k]);
        return new Point(curve.x()[k], mean.count() == 0 ? Double.NaN : mean.mean(), mean.error());
    }

    private List<Sized> sized(int[][] seeds) {
        List<Sized> all = new ArrayList<>();
        for (Curve curve : curves) {
            List<Point> points = new ArrayList<>();
            for (int k = 0; k < curve.x().length; k++) points.add(point(curve, k, seeds));
            all.add(new Sized(curve.size(), points));
        }
        return all;
    }

    CollapseQuality quality(Exponents at, int[][] seeds) {
        return CollapseQuality.of(sized(seeds), at.critical(), at.across(), at.up());
    }

    /** Those with which these seeds fall on one curve best; as given where no curves overlap. */
    Exponents best(Exponents from, Set<CollapseParameter> free, int[][] seeds) {
        List<Sized> sized = sized(seeds);
        List<CollapseParameter> varied = free.stream().sorted().toList();
        int pairs = CollapseQuality.of(sized, from.critical(), from.across(), from.up())
                .pairs();
        if (pairs == 0) return from;
        double[] start = varied.stream().mapToDouble(from::of).toArray();
        double[] steps = varied.stream().mapToDouble(one -> step(one, from)).toArray();
        double[] found = new SimplexOptimizer(CLOSE, CLOSE)
                .optimize(
                        new MaxEval(MOST_EVALUATIONS),
                        new ObjectiveFunction(point -> cost(sized, placed(from, varied, point), pairs)),
                        GoalType.MINIMIZE,
                        new InitialGuess(start),
                        new NelderMeadSimplex(steps))
                .getPoint();
        return placed(from, varied, found);
    }

    /** A stretch that leaves too little overlap is no collapse. */
    private static double cost(List<Sized> sized, Exponents at, int pairs) {
        CollapseQuality quality = CollapseQuality.of(sized, at.critical(), at.across(), at.up());
        return 2 * quality.pairs() < pairs ? Double.MAX_VALUE : quality.value();
    }

    private static Exponents placed(Exponents from, List<CollapseParameter> varied, double[] values) {
        Exponents at = from;
        for (int k = 0; k < values.length; k++) at = at.with(varied.get(k), values[k]);
        return at;
    }

    /** A tenth of the range of the parameter, or of an exponent of 1. */
    private double step(CollapseParameter free, Exponents from) {
        if (free != CollapseParameter.CRITICAL) return 0.1;
        double[] x = curves.getFirst().x();
        double range = x[x.length - 1] - x[0];
        return range > 0.0 ? 0.1 * range : 0.1 * Math.max(1.0, Math.abs(from.critical()));
    }
}
