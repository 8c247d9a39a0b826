package rugged.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

    private record Made(Map<String, List<Reading>> curves) implements Sample {
        @Override
        public String seed() {
            return "1";
        }

        @Override
        public List<Reading> readings(String quantity) {
            return curves.getOrDefault(quantity, List.of());
        }
    }

    private static Group group(int samples, double mu, double noise, double scatter, long seed) {
        Random random = new Random(seed);
        List<Sample> made = new ArrayList<>();
        for (int s = 0; s < samples; s++) {
            List<Reading> raw = new ArrayList<>();
            List<Reading> scaled = new ArrayList<>();
            for (double tw : TW) {
                double factor = Math.exp(scatter * random.nextGaussian());
                double strength = Math.pow(tw, -noise);
                for (int k = 0; k <= 20; k++) {
                    double lag = Math.pow(10, -1 + 0.3 * k);
                    double delta = factor * Math.pow(lag / Math.pow(tw, mu), 0.8);
                    raw.add(new Reading(new double[] {tw + lag, tw}, strength * delta));
                    scaled.add(new Reading(new double[] {tw + lag, tw}, delta));
                }
            }
            made.add(new Made(Map.of("msd", raw, "msd_D", scaled)));
        }
        return new Group(Map.of(), made);
    }

    private static final class Kept implements Conclusions {
        private final Map<String, double[]> found = new HashMap<>();

        @Override
        public void put(Group group, Quantity quantity, double value, double error, double... axes) {
            found.put(quantity.name() + (axes.length > 0 ? Math.round(axes[0]) : ""), new double[] {value, error});
        }

        @Override
        public void say(String sentence) {}
    }

    private static Kept exponent(Group group) {
        Kept kept = new Kept();
        new AgingExponent("msd", 0, 0, 200).analyse(List.of(group), Streams.of(3), kept);
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
    }

    /** A nominal standard error covers the truth in about 68 % of repetitions; for 12 samples a little less. */
    @Test
    void theBootstrapErrorCoversAsItShould() {
        int inside = 0;
        for (int trial = 0; trial < 100; trial++) {
            double[] found = exponent(group(12, 0.5, 0, 0.3, 100 + trial)).found.get("mu_age");
            if (Math.abs(found[0] - 0.5) < found[1]) inside++;
        }
        assertThat(inside).isBetween(50, 82);
    }

    @Test
    void exactCurvesGiveTheExactExponent() {
        double[] found = exponent(group(3, 0.7, 0, 0, 1)).found.get("mu_age");
        assertThat(found[0]).isCloseTo(0.7, within(1e-9));
        assertThat(found[1]).isCloseTo(0, within(1e-6));
    }

    /** Aging that is all in the noise vanishes when it is divided out; aging that is not does not. */
    @Test
    void theCollapseTellsNoiseFromAging() {
        Kept noise = new Kept();
        new Collapse("msd", "msd_D", 0, 100).analyse(List.of(group(10, 0, 0.8, 0.05, 2)), Streams.of(1), noise);
        assertThat(noise.found.get("explained")[0]).isGreaterThan(0.99);
        Kept aging = new Kept();
        new Collapse("msd", "msd_D", 0, 100).analyse(List.of(group(10, 0.7, 0, 0.05, 2)), Streams.of(1), aging);
        assertThat(aging.found.get("explained")[0]).isCloseTo(0, within(0.05));
    }

    @Test
    void agesThatDoNotCrossAreLeftOut() {
        double[] lags = {1, 10, 100};
        assertThat(AgingExponent.Crossings.crossing(lags, new double[] {0.1, 0.2, 0.3}, 1))
                .isNaN();
        assertThat(AgingExponent.Crossings.crossing(lags, new double[] {0.1, 1, 10}, Math.sqrt(0.1)))
                .isCloseTo(Math.sqrt(10), within(1e-12));
        assertThat(AgingExponent.Crossings.slope(new double[] {1, 10, 100}, new double[] {1, 10, Double.NaN}))
                .isNaN();
    }
}
