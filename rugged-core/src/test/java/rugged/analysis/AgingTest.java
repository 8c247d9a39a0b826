package rugged.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.AnalysisSpec.Conclusions;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.Quantity;
import rugged.num.Streams;

/** Curves whose aging is known: Delta = D(tw) (lag/tw^mu)^0.8, each sample off by a factor of its own. */
class AgingTest {
    private static final double[] TW = {10, 100, 1000, 10000};

    private record Made(String seed, Map<String, List<Reading>> curves) implements Sample {

        @Override
        public List<Reading> readings(String quantity) {
            return curves.getOrDefault(quantity, List.of());
        }
    }

    private static Group group(int samples, double mu, double noise, double scatter, long seed) {
        return group(Map.of(), samples, noise, scatter, seed, (lag, tw) -> Math.pow(lag / Math.pow(tw, mu), 0.8));
    }

    /** What Delta is at a lag and an age. */
    private interface Curve {
        double at(double lag, double tw);
    }

    private static Group group(
            Map<String, String> coordinates, int samples, double noise, double scatter, long seed, Curve curve) {
        Random random = new Random(seed);
        List<Sample> made = new ArrayList<>();
        for (int s = 0; s < samples; s++) {
            List<Reading> raw = new ArrayList<>();
            List<Reading> step = new ArrayList<>();
            for (double tw : TW) {
                double factor = Math.exp(scatter * random.nextGaussian());
                double strength = Math.pow(tw, -noise);
                for (int k = 0; k <= 20; k++) {
                    double lag = Math.pow(10, -1 + 0.3 * k);
                    double delta = factor * curve.at(lag, tw);
                    raw.add(new Reading(new double[] {tw + lag, tw}, strength * delta));
                    step.add(new Reading(new double[] {tw + lag, tw}, strength));
                }
            }
            made.add(new Made("" + s, Map.of("msd", raw, "moved", raw, "D_tw", step)));
        }
        return new Group(coordinates, made, Map.of("msd_D", new Quantity.Ratio("moved", "D_tw")));
    }

    private static final class Kept implements Conclusions {
        private final Map<String, double[]> found = new HashMap<>();
        private final List<String> said = new ArrayList<>();
        private final Map<String, String> undefined = new HashMap<>();

        @Override
        public void put(Group group, Quantity quantity, double value, double error, double... axes) {
            putSystematic(group, quantity, value, error, 0.0, axes);
        }

        @Override
        public void putSystematic(
                Group group, Quantity quantity, double value, double error, double systematic, double... axes) {
            String where = String.join(",", new TreeMap<>(group.coordinates()).values());
            found.put(
                    where + quantity.name() + (axes.length > 0 ? Math.round(axes[0]) : ""),
                    new double[] {value, error, systematic});
        }

        @Override
        public void undefined(Group group, Quantity quantity, String why, double... axes) {
            undefined.put(quantity.name(), why);
        }

        @Override
        public void say(String sentence) {
            said.add(sentence);
        }
    }

    private static Kept exponent(Group... groups) {
        Kept kept = new Kept();
        new AgingExponent("msd", 0, 0, "dynamics").analyse(List.of(groups), Streams.of(3), kept);
        return kept;
    }

    private static Kept words(Group... groups) {
        Kept kept = new Kept();
        new AgingVerdict("dynamics", 0).analyse(List.of(groups), Streams.of(3), kept);
        return kept;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void findsTheExponentThatWasPutIn(double mu) {
        Kept kept = exponent(group(12, mu, 0, 0.2, 1));
        double[] found = kept.found.get("mu_age");
        assertThat(found[0]).isCloseTo(mu, within(4 * found[1]));
        assertThat(found[1]).isBetween(0.002, 0.05);
        double[] youngest = kept.found.get("t_star10");
        double[] oldest = kept.found.get("t_star10000");
        assertThat(Math.log(oldest[0] / youngest[0]) / Math.log(1000)).isCloseTo(mu, within(0.1));
        // one law at every level, and local slopes that are those of the whole
        assertThat(found[2]).isLessThan(0.01);
        assertThat(kept.found.get("mu_local316")[0])
                .isCloseTo(mu, within(4 * kept.found.get("mu_local316")[1]));
        assertThat(kept.found.get("chi2_age")[0]).isLessThan(30);
        assertThat(kept.found.get("freedom_age")[0]).isEqualTo(2);
    }

    /** A nominal standard error covers the truth in about 66 % of repetitions with 12 samples, by Student's law, and in 61 % with 4. */
    @ParameterizedTest
    @ValueSource(ints = {4, 12})
    void theErrorCoversAsItShould(int samples) {
        int inside = 0;
        int trials = 400;
        for (int trial = 0; trial < trials; trial++) {
            double[] found =
                    exponent(group(samples, 0.5, 0, 0.3, 100 + trial)).found.get("mu_age");
            // a true line is denied in one of a thousand
            if (found == null) continue;
            if (Math.abs(found[0] - 0.5) < found[1]) inside++;
        }
        double expected = samples == 4 ? 0.61 : 0.66;
        // three standard errors of a proportion of 400
        assertThat(inside / (double) trials).isCloseTo(expected, within(0.075));
    }

    @Test
    void exactCurvesGiveTheExactExponent() {
        double[] found = exponent(group(3, 0.7, 0, 0, 1)).found.get("mu_age");
        assertThat(found[0]).isCloseTo(0.7, within(1e-9));
        assertThat(found[1]).isCloseTo(0, within(1e-6));
    }

    /** t* grows logarithmically: local slopes fall from 0.37 to 0.12, no exponent. */
    @Test
    void whatIsNoPowerLawHasNoExponent() {
        Kept kept = exponent(group(Map.of(), 8, 0, 0.01, 3, (lag, tw) -> Math.pow(lag / Math.log(tw), 0.8)));
        assertThat(kept.found).doesNotContainKey("mu_age");
        assertThat(kept.undefined.get("mu_age")).contains("no power law", "slopes from 0.1", "on 2");
        assertThat(kept.found.get("chi2_age")[0]).isGreaterThan(200);
        Kept said = words(group(Map.of(), 8, 0, 0.01, 3, (lag, tw) -> Math.pow(lag / Math.log(tw), 0.8)));
        assertThat(said.said.getFirst()).contains("no power law, slopes 0.1");
    }

    /** True lines are called none at the probability that is asked for, 0.001; the level of the test is right for few samples. */
    @Test
    void powerLawsAreSeldomDenied() {
        int unlikely = 0;
        int trials = 1500;
        Random random = new Random(9);
        for (int trial = 0; trial < trials; trial++) {
            double[] x = {0, 1, 2, 3, 4};
            double[][] y = new double[6][5];
            for (double[] one : y) {
                double common = random.nextGaussian();
                for (int a = 0; a < 5; a++) one[a] = 0.5 * x[a] + common + random.nextGaussian() * (1 + a);
            }
            double[] mean = mean(y, -1);
            double[][] without = new double[6][];
            for (int k = 0; k < 6; k++) without[k] = mean(y, k);
            PowerLaw law = PowerLaw.test(x, mean, without);
            assertThat(law.freedom()).isEqualTo(2);
            if (law.probability() < 0.1) unlikely++;
        }
        assertThat(unlikely / (double) trials).isCloseTo(0.1, within(0.025));
    }

    private static double[] mean(double[][] y, int without) {
        double[] mean = new double[y[0].length];
        for (int s = 0; s < y.length; s++)
            for (int a = 0; a < mean.length; a++)
                if (s != without) mean[a] += y[s][a] / (without < 0 ? y.length : y.length - 1);
        return mean;
    }

    /** Stationary at short lags, aging at long ones: what the slope is depends on the level, and that is its systematic error. */
    @Test
    void theLevelIsASystematicError() {
        Kept kept = exponent(group(Map.of(), 8, 0, 0.02, 3, (lag, tw) -> lag / (1 + lag) + lag / tw));
        double[] found = kept.found.get("mu_age");
        assertThat(found[0]).isGreaterThan(0.6);
        assertThat(found[2]).isGreaterThan(0.3);
        assertThat(found[1]).isLessThan(0.05);
        assertThat(words(group(Map.of(), 8, 0, 0.02, 3, (lag, tw) -> lag / (1 + lag) + lag / tw)).said)
                .contains("Errors: statistics, then level.");
    }

    /** What two dynamics have in common by their seeds cancels: the error of the pair is far below that of either. */
    @Test
    void dynamicsAreComparedSeedBySeed() {
        Group one =
                group(Map.of("dynamics", "sgd"), 8, 0, 0.3, 5, (lag, tw) -> Math.pow(lag / Math.pow(tw, 0.70), 0.8));
        Group other = group(
                Map.of("dynamics", "langevin"), 8, 0, 0.3, 5, (lag, tw) -> Math.pow(lag / Math.pow(tw, 0.528), 0.8));
        Kept kept = exponent(one, other);
        double[] pair = kept.found.get("langevinmu_pair");
        assertThat(pair[0]).isCloseTo(-0.172, within(1e-3));
        assertThat(pair[1]).isLessThan(0.1 * kept.found.get("sgdmu_age")[1]);
        Kept said = words(one, other);
        assertThat(said.said)
                .anyMatch(sentence -> sentence.startsWith("sgd slows down more with age than langevin")
                        && sentence.contains("-0.17"));
        // the same digits in words and numbers
        assertThat(said.said.getFirst())
                .contains(String.format(
                        java.util.Locale.ROOT,
                        "mu = %.2f \u00b1 %.2f",
                        kept.found.get("sgdmu_age")[0],
                        kept.found.get("sgdmu_age")[1]));
    }

    /** Aging that is all in the noise vanishes when it is divided out; aging that is not does not; a bath has nothing to divide out. */
    @Test
    void theCollapseTellsNoiseFromAging() {
        Kept noise = new Kept();
        new Collapse("msd", "msd_D", 0, "dynamics").analyse(List.of(group(10, 0, 0.8, 0.05, 2)), Streams.of(1), noise);
        double[] scaled = noise.found.get("mu_D");
        assertThat(scaled[0]).isCloseTo(0, within(4 * scaled[1]));
        assertThat(noise.found.get("mu_taken")[0]).isCloseTo(1, within(0.05));
        Kept both = new Kept();
        new Collapse("msd", "msd_D", 0, "dynamics").analyse(List.of(group(10, 0.7, 0.1, 0.05, 2)), Streams.of(1), both);
        assertThat(both.found.get("mu_D")[0])
                .isCloseTo(0.7, within(4 * both.found.get("mu_D")[1]));
        for (int middle : new int[] {32, 316, 3162}) {
            assertThat(noise.found.get("mu_D_local" + middle)[0])
                    .isCloseTo(0, within(4 * noise.found.get("mu_D_local" + middle)[1]));
            assertThat(both.found.get("mu_D_local" + middle)[0])
                    .isCloseTo(0.7, within(4 * both.found.get("mu_D_local" + middle)[1]));
        }
        Kept bath = new Kept();
        new Collapse("msd", "msd_D", 0, "dynamics").analyse(List.of(group(10, 0.7, 0, 0.05, 2)), Streams.of(1), bath);
        assertThat(bath.found).isEmpty();
        assertThat(words(group(10, 0, 0.8, 0.05, 2)).said.getFirst()).contains("in units of its noise, mu_D =");
    }

    /** The curves of a theory are read where those of the system beside it are, with the same interpolation: a bent one has the same local slopes. */
    @Test
    void aTheoryIsReadAtTheLevelOfItsSystem() {
        Curve bent = (lag, tw) -> Math.pow(lag / Math.log(tw), 0.8);
        Group bath = group(Map.of("case", "glass", "dynamics", "langevin"), 8, 0, 0.05, 3, bent);
        Group other = group(Map.of("case", "net", "dynamics", "langevin"), 8, 0, 0.05, 4, bent);
        Group exact = group(Map.of("case", "glass"), 1, 0, 0, 5, bent);
        Group theory = new Group(exact.coordinates(), exact.samples(), Map.of(), "equations");
        Kept kept = exponent(other, bath, theory);
        double scale = kept.found.get("glasst_star10")[0] / Math.log(10);
        for (int age : new int[] {100, 1000, 10000})
            assertThat(kept.found.get("glasst_star" + age)[0])
                    .isCloseTo(scale * Math.log(age), within(1e-9 * scale * Math.log(age)));
        assertThat(kept.found.get("glassmu_local32")[0]).isCloseTo(Math.log(2) / Math.log(10), within(1e-9));
        assertThat(kept.found.get("glassmu_local32")[1]).isNaN();
        assertThat(kept.found.get("glass,langevint_star10")[0]).isCloseTo(scale * Math.log(10), within(0.2 * scale));
        // a theory is no system: it has no say in the level
        assertThat(exponent(other, bath).found.get("glass,langevint_star10"))
                .isEqualTo(kept.found.get("glass,langevint_star10"));
    }

    /** One that hardly moves in its old age shares a level with another at its younger ages; its two dynamics keep the same ages. */
    @Test
    void theOldestAgesAreLeftOutForACommonLevel() {
        Curve lively = (lag, tw) -> Math.pow(lag, 0.2);
        Curve dying = (lag, tw) -> Math.pow(lag, 0.2) * (tw > 5000 ? 0.1 : 1);
        Kept kept = exponent(
                group(Map.of("case", "a", "dynamics", "sgd"), 8, 0, 0.01, 3, (lag, tw) -> 2.5 * lively.at(lag, tw)),
                group(Map.of("case", "b", "dynamics", "sgd"), 8, 0, 0.01, 4, dying),
                group(Map.of("case", "b", "dynamics", "langevin"), 8, 0, 0.01, 5, lively));
        assertThat(kept.found).containsKey("a,sgdt_star10000");
        assertThat(kept.found).containsKey("b,sgdt_star1000").doesNotContainKey("b,sgdt_star10000");
        assertThat(kept.found).doesNotContainKey("b,langevint_star10000");
    }

    /** An exponent belongs to its window of ages: a system that has one age in common with the others has no say in their level. */
    @Test
    void systemsOfOtherAgesKeepTheirOwnLevel() {
        Curve slow = (lag, tw) -> Math.pow(lag / Math.sqrt(tw), 0.3);
        Group[] two = {
            group(Map.of("case", "a"), 8, 0, 0.01, 3, slow),
            group(Map.of("case", "b"), 8, 0, 0.01, 4, (lag, tw) -> 1.5 * slow.at(lag, tw))
        };
        Group young = younger(group(Map.of("case", "c"), 8, 0, 0.01, 5, (lag, tw) -> 3 * slow.at(lag, tw)), 0.01);
        Kept alone = exponent(two);
        Kept beside = exponent(two[0], two[1], young);
        assertThat(beside.found).containsAllEntriesOf(alone.found).containsKey("ct_star1");
    }

    /** The same curves at ages that are a factor apart. */
    private static Group younger(Group of, double factor) {
        return new Group(
                of.coordinates(),
                of.samples().stream()
                        .map(sample -> (Sample) new Made(
                                sample.seed(),
                                Map.of(
                                        "msd",
                                        sample.readings("msd").stream()
                                                .map(r -> new Reading(
                                                        new double[] {
                                                            r.axes()[0] - r.axes()[1] * (1 - factor),
                                                            factor * r.axes()[1]
                                                        },
                                                        r.value()))
                                                .toList())))
                        .toList());
    }

    /** A level of its own for what shares nothing with the others, and a sentence that says which systems may be compared. */
    @Test
    void aVerdictIsShortAndSaysWhatMayBeCompared() {
        Curve small = (lag, tw) -> 1e-6 * Math.pow(lag / Math.sqrt(tw), 0.3);
        Curve large = (lag, tw) -> Math.pow(lag / Math.sqrt(tw), 0.3);
        Kept said = words(
                group(Map.of("case", "a"), 8, 0, 0.01, 3, small),
                group(Map.of("case", "b"), 8, 0, 0.01, 4, large),
                group(Map.of("case", "c"), 8, 0, 0.01, 5, large));
        assertThat(said.said)
                .anyMatch(sentence -> sentence.startsWith("t* is read at Delta = ")
                        && sentence.contains("in a (ages 10 to 10000), ")
                        && sentence.contains("in b (ages 10 to 10000) and c (ages 10 to 10000)"));
        assertThat(said.said).allMatch(sentence -> sentence.length() < 200);
    }

    @Test
    void agesThatDoNotCrossAreLeftOut() {
        double[] lags = {1, 10, 100};
        assertThat(Crossings.crossing(lags, new double[] {0.1, 0.2, 0.3}, 1)).isNaN();
        assertThat(Crossings.crossing(lags, new double[] {0.1, 1, 10}, Math.sqrt(0.1)))
                .isCloseTo(Math.sqrt(10), within(1e-12));
        assertThat(Crossings.slope(new double[] {1, 10}, new double[] {1, 10})).isNaN();
    }

    /** Bootstrap errors of n samples are too small by sqrt((n - 1)/n) unless that is undone. */
    @Test
    void aBootstrapOfFewIsWidened() {
        Random random = new Random(2);
        var stream = Streams.of(1).stream("test", 0);
        int n = 4;
        double ratio = 0;
        int trials = 300;
        for (int trial = 0; trial < trials; trial++) {
            double[] x = random.doubles(n).map(u -> random.nextGaussian()).toArray();
            double[] again = new double[400];
            for (int r = 0; r < again.length; r++) for (int k : Resampling.draw(n, stream)) again[r] += x[k] / n;
            double mean = java.util.Arrays.stream(x).average().orElseThrow();
            double squares =
                    java.util.Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
            ratio += Resampling.few(n) * Resampling.spread(again) / Math.sqrt(squares / (n - 1) / n) / trials;
        }
        assertThat(ratio).isCloseTo(1, within(0.01));
    }
}
