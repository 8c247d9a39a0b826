package rugged.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import rugged.api.AnalysisSpec;
import rugged.api.AnalysisSpec.Conclusions;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.Quantity;
import rugged.num.Streams;

/** Overlaps whose law is known. */
class CriticalityTest {
    private record Moments(String seed, double absolute, double second, double fourth) implements Sample {
        @Override
        public List<Reading> readings(String quantity) {
            double value = switch (quantity) {
                case "q_abs" -> absolute;
                case "q2" -> second;
                case "q4" -> fourth;
                default -> Double.NaN;
            };
            if (Double.isNaN(value)) return List.of();
            // an earlier value, which does not count
            return List.of(new Reading(new double[] {1}, 7), new Reading(new double[] {2}, value));
        }
    }

    /** Everything found, by size, temperature and quantity. */
    private static final class Kept implements Conclusions {
        private final Map<String, double[]> found = new HashMap<>();
        private final List<String> said = new ArrayList<>();

        @Override
        public void put(Group group, Quantity quantity, double value, double error, double... axes) {
            found.put(
                    group.coordinates().get("landscape.n") + " "
                            + group.coordinates().get("dynamics.temperature") + " " + quantity.name(),
                    new double[] {value, error});
        }

        @Override
        public void say(String sentence) {
            said.add(sentence);
        }

        private double[] at(int n, double t, String name) {
            return found.getOrDefault(n + " " + t + " " + name, new double[] {Double.NaN, Double.NaN});
        }
    }

    private static Kept of(AnalysisSpec analysis, List<Group> groups) {
        Kept kept = new Kept();
        analysis.analyse(groups, Streams.of(5), kept);
        return kept;
    }

    private static Group group(int n, double t, List<Sample> samples) {
        return new Group(
                Map.of("landscape.n", Integer.toString(n), "dynamics.temperature", Double.toString(t)), samples);
    }

    private static Binder binder(OrderParameter order, boolean ladder, List<Double> window) {
        return new Binder(order, "n", "temperature", ladder, List.of(), window, 2.0 / 3, 200);
    }

    private static Binder binder() {
        return binder(OrderParameter.OVERLAP, false, List.of());
    }

    @Test
    void gaussianOverlapsHaveNoBinderCumulantAndSharpOnesHaveOne() {
        Random random = new Random(1);
        List<Sample> gaussian = new ArrayList<>();
        List<Sample> sharp = new ArrayList<>();
        double sum = 0;
        for (int s = 0; s < 400; s++) {
            double q = random.nextGaussian();
            sum += Math.abs(q) / 400;
            gaussian.add(new Moments("" + s, Math.abs(q), q * q, q * q * q * q));
            sharp.add(new Moments("" + s, 0.6, 0.36, 0.1296));
        }
        Kept kept = of(binder(), List.of(group(10, 0.5, sharp), group(10, 1.5, gaussian)));
        assertThat(kept.at(10, 0.5, "g")[0]).isCloseTo(1.0, within(1e-12));
        assertThat(kept.at(10, 0.5, "chi_q")[0]).isCloseTo(0.0, within(1e-12));
        double[] g = kept.at(10, 1.5, "g");
        // Var(q^4) = 96, Var(q^2) = 2, Cov = 12: the delta method gives 0.5 sqrt(24/400)
        assertThat(g[0]).isCloseTo(0.0, within(4 * g[1]));
        assertThat(g[1]).isBetween(0.06, 0.25);
        assertThat(kept.at(10, 1.5, "chi_q")[0]).isCloseTo(10 * (1 - 2 / Math.PI), within(2.0));
        assertThat(sum).isPositive();
    }

    /** q = +-1 or nearly 0 with g = w(x): the curves of all sizes cross at x = 0. */
    private static List<Group> scaling(DoubleUnaryOperator distance, double noise, long seed) {
        Random random = new Random(seed);
        List<Group> groups = new ArrayList<>();
        for (int n : new int[] {27, 64, 216}) {
            for (double t = 0.6; t < 1.45; t += 0.1) {
                double at = Math.round(10 * t) / 10.0;
                double x = Math.cbrt(n) * distance.applyAsDouble(at);
                List<Sample> samples = new ArrayList<>();
                for (int s = 0; s < 50; s++) {
                    double factor = Math.exp(noise * random.nextGaussian());
                    double second = factor * Math.pow(n, -2.0 / 3.0) / (1 + Math.exp(x));
                    double fourth = second * second * (1 + 2 / (1 + Math.exp(-x)));
                    samples.add(new Moments("" + s, Math.sqrt(second), second, fourth));
                }
                groups.add(group(n, at, samples));
            }
        }
        return groups;
    }

    @Test
    void crossingsAreFound() {
        Kept kept = of(binder(), scaling(t -> t - 0.97, 0.0, 1));
        for (int n : new int[] {64, 216}) {
            double[] crossing = kept.at(n, 1.0, "T_cross");
            assertThat(crossing[0]).isCloseTo(0.97, within(2e-3));
            assertThat(crossing[1]).isCloseTo(0.0, within(1e-9));
        }
        assertThat(kept.said).singleElement().asString().contains("cross at T = 0.970");
    }

    @Test
    void theErrorOfACrossingCoversIt() {
        int inside = 0;
        for (int trial = 0; trial < 40; trial++) {
            double[] crossing =
                    of(binder(), scaling(t -> t - 0.97, 0.15, trial)).at(216, 1.0, "T_cross");
            assertThat(crossing[1]).isBetween(1e-3, 0.2);
            if (Math.abs(crossing[0] - 0.97) < 2 * crossing[1]) inside++;
        }
        assertThat(inside).isGreaterThan(33);
    }

    @Test
    void theSusceptibilityCollapses() {
        FiniteSize analysis = new FiniteSize(1.0, 3.0, 1.0 / 3.0, "n", "temperature", false, List.of());
        Kept kept = of(analysis, scaling(t -> t - 1, 0.1, 3));
        for (int n : new int[] {27, 64, 216}) {
            double[] exponent = kept.at(n, 0.6, "gamma_nu");
            assertThat(exponent[0]).isCloseTo(1.0 / 3.0, within(4 * exponent[1]));
            assertThat(exponent[1]).isBetween(0.002, 0.05);
            double[] scaled = kept.at(n, 0.8, "chi_N");
            double x = kept.at(n, 0.8, "x_N")[0];
            assertThat(x).isCloseTo(-0.2 * Math.cbrt(n), within(1e-12));
            assertThat(scaled[0]).isCloseTo(Math.exp(0.005) / (1 + Math.exp(x)), within(4 * scaled[1]));
        }
        assertThat(kept.said).hasSize(1);
    }

    /** e = -1.2 + 0.8 N^{-2/3} with noise of 0.05 in each of 40 samples; only the last time counts, and the wanted one of two eigenvalues. */
    @Test
    void theLimitOfInfiniteSize() {
        Random random = new Random(8);
        List<Group> groups = new ArrayList<>();
        for (int n : new int[] {27, 64, 125, 216}) {
            List<Sample> samples = new ArrayList<>();
            for (int s = 0; s < 40; s++) {
                double end = -1.2 + 0.8 * Math.pow(n, -2.0 / 3.0) + 0.05 * random.nextGaussian();
                samples.add(new Values(List.of(
                        new Reading(new double[] {1, 1}, 5),
                        new Reading(new double[] {1, 2}, 6),
                        new Reading(new double[] {9, 1}, end),
                        new Reading(new double[] {9, 2}, 7))));
            }
            groups.add(group(n, 0, samples));
        }
        Extrapolation analysis = new Extrapolation("bottom", 2.0 / 3.0, 1, "n");
        Kept kept = of(analysis, groups);
        for (int n : new int[] {27, 216}) {
            double[] limit = kept.at(n, 0, "bottom_inf");
            assertThat(limit[0]).isCloseTo(-1.2, within(4 * limit[1]));
            assertThat(limit[1]).isBetween(0.004, 0.03);
        }
        assertThat(kept.at(27, 0, "bottom_end")[0]).isCloseTo(-1.2 + 0.8 / 9, within(0.04));
        assertThat(kept.at(216, 0, "bottom_end")).containsExactly(kept.at(216, 0, "bottom_inf"));
        assertThat(kept.said).singleElement().asString().contains("N to infinity");
    }

    private record Values(List<Reading> all) implements Sample {
        @Override
        public String seed() {
            return "1";
        }

        @Override
        public List<Reading> readings(String quantity) {
            return all;
        }
    }

    @Test
    void aStraightLineWithItsErrors() {
        double[] x = {1, 2, 4, 7};
        double[] y = {5, 7, 11, 17};
        Line line = Line.through(x, y, new double[] {0.1, 0.2, 0.1, 0.3});
        assertThat(line.intercept()).isCloseTo(3, within(1e-12));
        assertThat(line.slope()).isCloseTo(2, within(1e-12));
        assertThat(line.chiSquare()).isCloseTo(0, within(1e-18));
        assertThat(line.freedom()).isEqualTo(2);
        // equal errors: sigma^2/sum (x - mean)^2, and sigma^2 (1/n + mean^2/sum)
        Line even = Line.through(x, y, new double[] {0.2, 0.2, 0.2, 0.2});
        assertThat(even.slopeError()).isCloseTo(0.2 / Math.sqrt(21), within(1e-12));
        assertThat(even.interceptError()).isCloseTo(0.2 * Math.sqrt(0.25 + 3.5 * 3.5 / 21), within(1e-12));
        assertThat(Line.through(new double[] {1, 1}, new double[] {1, 2}, new double[] {1, 1})
                        .slope())
                .isNaN();
    }

    @Test
    void theJackknifeOfAMeanIsItsStandardError() {
        double[] values = {1, 4, 2, 8, 5};
        double error = Resampling.jackknife(5, drawn -> {
            double sum = 0;
            for (int k : drawn) sum += values[k];
            return sum / drawn.length;
        });
        assertThat(error).isCloseTo(Math.sqrt(30.0 / 4 / 5), within(1e-12));
    }

    /** The same samples as one ladder of temperatures a run say the same, under names of their own. */
    @Test
    void aLadderIsReadAsItsTemperatures() {
        Kept apart = of(binder(OrderParameter.OVERLAP, false, List.of(0.7, 1.25)), scaling(t -> t - 0.97, 0.15, 4));
        Map<String, double[]> found = new HashMap<>();
        binder(OrderParameter.OVERLAP, true, List.of(0.7, 1.25))
                .analyse(ladders(scaling(t -> t - 0.97, 0.15, 4)), Streams.of(5), new Conclusions() {
                    @Override
                    public void put(Group group, Quantity quantity, double value, double error, double... axes) {
                        String at = axes.length == 0 ? "" : " " + axes[0];
                        found.put(
                                group.coordinates().get("landscape.n") + at + " " + quantity.name(),
                                new double[] {value, error});
                    }

                    @Override
                    public void say(String sentence) {}
                });
        for (int n : new int[] {27, 64, 216}) {
            assertThat(found.get(n + " 0.9 g_T")).containsExactly(apart.at(n, 0.9, "g"));
            if (n > 27) assertThat(found.get(n + " T_cross")).containsExactly(apart.at(n, 1.0, "T_cross"));
        }
        double[] limit = found.get("216 T_cross_inf");
        assertThat(limit[0]).isCloseTo(0.97, within(4 * limit[1]));
        assertThat(limit[1]).isBetween(1e-3, 0.3);
    }

    /** Each size's groups joined to one, whose samples hold all temperatures. */
    private static List<Group> ladders(List<Group> groups) {
        Map<String, Map<String, Map<Double, Sample>>> sizes = new java.util.LinkedHashMap<>();
        for (Group group : groups) {
            double t = Double.parseDouble(group.coordinates().get("dynamics.temperature"));
            for (Sample sample : group.samples())
                sizes.computeIfAbsent(group.coordinates().get("landscape.n"), n -> new java.util.LinkedHashMap<>())
                        .computeIfAbsent(sample.seed(), seed -> new java.util.TreeMap<>())
                        .put(t, sample);
        }
        List<Group> joined = new ArrayList<>();
        sizes.forEach((n, samples) -> {
            List<Sample> all = new ArrayList<>();
            samples.forEach((seed, at) -> all.add(new Rungs(seed, at)));
            joined.add(new Group(Map.of("landscape.n", n), all));
        });
        return joined;
    }

    private record Rungs(String seed, Map<Double, Sample> at) implements Sample {
        @Override
        public List<Reading> readings(String quantity) {
            if (!quantity.endsWith("_T")) return List.of();
            String plain = quantity.substring(0, quantity.length() - 2);
            return at.entrySet().stream()
                    .flatMap(rung -> rung.getValue().readings(plain).stream()
                            .map(reading ->
                                    new Reading(new double[] {reading.axes()[0], rung.getKey()}, reading.value())))
                    .toList();
        }
    }

    /** chi = 0.8 N^{1/3} + 0.6: a plain line in ln N is fooled, the fit with a constant is not. */
    @Test
    void aConstantBesideThePowerIsFound() {
        List<Group> groups = new ArrayList<>();
        for (int n : new int[] {32, 64, 128, 256}) {
            double second = (0.8 * Math.cbrt(n) + 0.6) / n;
            List<Sample> samples = new ArrayList<>();
            for (int s = 0; s < 4; s++)
                samples.add(new Moments("" + s, Math.sqrt(second), second * (1 + 0.001 * (s - 1.5)), second * second));
            groups.add(group(n, 1.0, samples));
        }
        Kept kept = of(new FiniteSize(1.0, 3.0, 1.0 / 3.0, "n", "temperature", false, List.of()), groups);
        assertThat(kept.at(64, 1.0, "gamma_nu")[0]).isLessThan(0.3);
        assertThat(kept.at(64, 1.0, "gamma_nu_inf")[0]).isCloseTo(1.0 / 3.0, within(1e-4));
    }

    /** One pair of rungs exchanges seldom, one sample never made the trip. */
    @Test
    void aBadLadderIsWarnedOf() {
        List<Sample> samples = new ArrayList<>();
        for (int s = 0; s < 3; s++) samples.add(new Exchanged("" + s, s));
        Kept kept = of(new TemperingVerdict(0.1), List.of(group(8, 1.0, samples)));
        assertThat(kept.at(8, 1.0, "a_least")[0]).isCloseTo(0.05, within(1e-12));
        assertThat(kept.at(8, 1.0, "trips_least")[0]).isEqualTo(0.0);
        assertThat(kept.said).hasSize(2);
        assertThat(kept.said.getLast())
                .startsWith("Warning: ")
                .contains("rungs 1 and 2 exchange in 0.050 of attempts only")
                .contains("no round trip in 1 of 3 samples");
    }

    private record Exchanged(String seed, int trips) implements Sample {
        @Override
        public List<Reading> readings(String quantity) {
            return switch (quantity) {
                case "trips" -> List.of(new Reading(new double[] {4}, trips));
                case "a_swap" ->
                    List.of(
                            new Reading(new double[] {2, 0}, 0.4),
                            new Reading(new double[] {4, 0}, 0.3),
                            new Reading(new double[] {4, 1}, 0.04 + 0.01 * trips),
                            new Reading(new double[] {4, 2}, Double.NaN));
                default -> List.of();
            };
        }
    }
}
