package rugged.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rugged.api.AnalysisSpec.Conclusions;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.Quantity;
import rugged.num.Streams;

/** Methods whose work is known: g2 = exp(-W/c) with c = strength N^z, each start off by a factor of its own that all methods share. */
class PerformanceTest {
    private record Made(String seed, Map<String, List<Reading>> curves) implements Sample {
        @Override
        public List<Reading> readings(String quantity) {
            return curves.getOrDefault(quantity, List.of());
        }
    }

    private static final class Kept implements Conclusions {
        private final Map<String, double[]> found = new HashMap<>();
        private final List<String> said = new ArrayList<>();

        @Override
        public void put(Group group, Quantity quantity, double value, double error, double... axes) {
            found.put(quantity.name() + group.coordinates() + Arrays.toString(axes), new double[] {value, error});
        }

        @Override
        public void say(String sentence) {
            said.add(sentence);
        }
    }

    /** @param until work at which records end */
    private static Group group(
            Map<String, String> coordinates, double strength, double z, double scatter, double until) {
        double n = Double.parseDouble(coordinates.getOrDefault("landscape.n", "1"));
        List<Sample> samples = new ArrayList<>();
        for (int seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            double c = strength * Math.pow(n, z) * Math.exp(scatter * random.nextGaussian());
            List<Reading> work = new ArrayList<>();
            List<Reading> slope = new ArrayList<>();
            List<Reading> energy = new ArrayList<>();
            for (double t = 0; t <= 300; t++) {
                double[] at = {t};
                double w = until * t / 300;
                work.add(new Reading(at, w));
                slope.add(new Reading(at, Math.exp(-w / c)));
                energy.add(new Reading(at, -seed + Math.exp(-w / c)));
            }
            samples.add(new Made("" + seed, Map.of("W", work, "g2", slope, "e", energy)));
        }
        return new Group(coordinates, samples);
    }

    private static Kept analysed(List<Group> groups) {
        Kept kept = new Kept();
        new Performance("dynamics", "landscape.n", "g2", List.of(1e-2, 1e-4), 1e5, false, List.of(), 200)
                .analyse(groups, Streams.of(1), kept);
        return kept;
    }

    @Test
    void findsWorkAndExponentThatWerePutIn() {
        List<Group> groups = new ArrayList<>();
        for (int n : new int[] {16, 64, 256})
            groups.add(group(Map.of("dynamics", "a", "landscape.n", "" + n), 2, 0.5, 0.1, 1000));
        Kept kept = analysed(groups);
        double[] z = kept.found.get("z_W" + groups.getLast().coordinates() + "[1.0E-4]");
        assertThat(z[0]).isCloseTo(0.5, within(1e-9));
        assertThat(z[1]).isBetween(0.0, 0.1);
        double[] median = kept.found.get("W_to" + groups.getFirst().coordinates() + "[0.01, 0.5]");
        double exact = 8 * Math.log(100);
        assertThat(median[0]).isCloseTo(exact, within(0.1 * exact));
        assertThat(median[1]).isBetween(0.005 * exact, 0.06 * exact);
        assertThat(kept.said).anyMatch(words -> words.contains("z = 0.50"));
    }

    @Test
    void theProfileRisesWhereTheFactorIsTheRatioOfTheWorks() {
        Map<String, String> fast = Map.of("dynamics", "fast", "case", "one");
        Map<String, String> slow = Map.of("dynamics", "slow", "case", "one");
        Map<String, String> never = Map.of("dynamics", "never", "case", "one");
        Kept kept = analysed(
                List.of(group(fast, 10, 0, 0.3, 1000), group(slow, 50, 0, 0.3, 1000), group(never, 1e4, 0, 0.3, 1000)));
        for (int k = 0; k < 17; k++) {
            double factor = Math.pow(100, k / 16.0);
            String at = "[0.01, " + factor + "]";
            assertThat(kept.found.get("profile" + fast + at)[0]).isCloseTo(1, within(1e-9));
            assertThat(kept.found.get("profile" + slow + at)[0]).isCloseTo(factor < 5 ? 0 : 1, within(1e-9));
            assertThat(kept.found.get("profile" + never + at)[0]).isZero();
        }
        assertThat(kept.found.get("solved" + never + "[0.01]")[0]).isZero();
        assertThat(kept.found.get("W_to" + never + "[0.01, 0.5]")[0]).isNaN();
        assertThat(kept.said.getFirst())
                .startsWith("one, median work to g2 = 1e-04: fast")
                .contains("never not reached");
    }

    /** Two families, one where a method did not take part: that counts as not solved. */
    @Test
    void familiesCountAlikeInTheProfileOverAll() {
        List<Group> groups = new ArrayList<>();
        for (int n : new int[] {16, 64, 256}) {
            groups.add(group(Map.of("dynamics", "a", "case", "sized", "landscape.n", "" + n), 2, 0.5, 0.1, 1000));
            groups.add(group(Map.of("dynamics", "b", "case", "sized", "landscape.n", "" + n), 3, 0.5, 0.1, 1000));
        }
        groups.add(group(Map.of("dynamics", "a", "case", "other"), 3, 0, 0.1, 1000));
        groups.add(group(Map.of("dynamics", "c", "case", "other"), 2, 0, 0.1, 1000));
        Kept kept = analysed(groups);
        Map<String, Double> ends = new HashMap<>();
        kept.found.forEach((key, value) -> {
            if (key.startsWith("profile_all") && key.endsWith("[1.0E-4, 100.0]"))
                ends.put(key.replaceAll(".*dynamics=(.).*", "$1"), value[0]);
        });
        assertThat(ends.get("a")).isCloseTo(1, within(1e-9));
        assertThat(ends.get("b")).isCloseTo(0.5, within(1e-9));
        assertThat(ends.get("c")).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void endsAreComparedWithTheCheapest() {
        Map<String, String> cheap = Map.of("dynamics", "cheap");
        Map<String, String> dear = Map.of("dynamics", "dear");
        Map<String, String> early = Map.of("dynamics", "early");
        Kept kept =
                analysed(List.of(group(cheap, 1, 0, 0, 1000), group(dear, 2, 0, 0, 1000), group(early, 20, 0, 0, 100)));
        assertThat(kept.found.get("same_end" + dear + "[]")[0]).isEqualTo(1);
        assertThat(kept.found.get("same_end" + early + "[]")[0]).isZero();
        assertThat(kept.found.get("e_excess" + early + "[]")[0]).isCloseTo(Math.exp(-5), within(1e-9));
    }

    @Test
    void theEndsAreADistribution() {
        Map<String, String> only = Map.of("dynamics", "a");
        Kept kept = analysed(List.of(group(only, 1, 0, 0, 1000)));
        assertThat(kept.found.get("e_share" + only + "[-20.0]")[0]).isCloseTo(0.05, within(1e-12));
        assertThat(kept.found.get("e_share" + only + "[-1.0]")[0]).isCloseTo(1, within(1e-12));
        assertThat(kept.found.get("e_end_mean" + only + "[]")[0]).isCloseTo(-10.5, within(1e-9));
        assertThat(kept.found.get("e_end_mean" + only + "[]")[1]).isCloseTo(Math.sqrt(35.0 / 20), within(1e-9));
    }
}
