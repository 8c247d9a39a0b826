package rugged.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Whether the age enters only through the strength of the noise: the spread over ages of the displacement at equal lags, before and after each age's curve is
 * divided by its own D(tw), the displacement that the noise of one step makes. The spread is the standard deviation over ages of ln Delta, averaged over the
 * lags that all ages have; {@code explained} = 1 - (spread_D/spread_raw)^2 is the share of its variance that the noise removes: near 1 means that nothing but
 * the noise has aged, 0 that it explains nothing; it is negative where dividing makes things worse. Errors by a bootstrap of the samples.
 *
 * <p>Source: the noise-rescaled collapse of Baity-Jesi et al., J. Stat. Mech. 124013 (2019).
 */
@Named(
        value = "collapse",
        title = "Noise-rescaled collapse",
        doc = "The share of aging that vanishes when displacements are measured in units of each age's own noise.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"aging", "noise", "two times"})
public record Collapse(
        @Param(doc = "the displacement", def = "msd") String raw,

        @Param(doc = "the displacement over D(tw)", def = "msd_D")
        String scaled,

        @Param(doc = "youngest age that counts", symbol = "t_{w}", def = "0", min = 0)
        double from,

        @Param(doc = "bootstrap samples", def = "400", min = 50, max = 100000)
        int resamples)
        implements AnalysisSpec {
    /** Before. */
    public static final Quantity RAW = new Quantity(
            "spread_raw",
            "\\sigma_{ln \\Delta}",
            "",
            List.of(),
            "standard deviation over ages of ln Delta at equal lags, averaged over lags");

    /** After. */
    public static final Quantity SCALED =
            new Quantity("spread_D", "\\sigma_{ln \\Delta/D}", "", List.of(), "the same for Delta/D(t_{w})");

    /** The share that is gone. */
    public static final Quantity EXPLAINED = new Quantity(
            "explained",
            "explained",
            "",
            List.of(),
            "1 - (spread_D/spread_raw)^2: the share of the spread that the strength of the noise explains");

    @Override
    public Set<String> reads() {
        return Set.of(raw, scaled);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(RAW, SCALED, EXPLAINED);
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        for (int g = 0; g < groups.size(); g++) {
            Ages before = Ages.of(groups.get(g), raw);
            Ages after = Ages.of(groups.get(g), scaled);
            if (before.tw().length < 2 || before.samples() != after.samples()) continue;
            Spreads spreads = Spreads.of(before, after, from, resamples, random.stream("bootstrap", g));
            out.put(groups.get(g), RAW, spreads.values[0], spreads.errors[0]);
            out.put(groups.get(g), SCALED, spreads.values[1], spreads.errors[1]);
            out.put(groups.get(g), EXPLAINED, spreads.values[2], spreads.errors[2]);
        }
    }

    /** Spread before, after, and the share explained, with their errors. */
    record Spreads(double[] values, double[] errors) {
        static Spreads of(Ages before, Ages after, double from, int resamples, RandomStream random) {
            double[] values = all(before, after, from, before.all());
            int n = before.samples();
            double[] sum = new double[3];
            double[] squares = new double[3];
            for (int r = 0; r < resamples; r++) {
                int[] drawn = new int[n];
                for (int k = 0; k < n; k++) drawn[k] = random.nextInt(n);
                double[] again = all(before, after, from, drawn);
                for (int q = 0; q < 3; q++) {
                    sum[q] += again[q] / resamples;
                    squares[q] += again[q] * again[q] / resamples;
                }
            }
            double[] errors = new double[3];
            for (int q = 0; q < 3; q++)
                errors[q] = n < 2 ? Double.NaN : Math.sqrt(Math.max(0.0, squares[q] - sum[q] * sum[q]));
            return new Spreads(values, errors);
        }

        private static double[] all(Ages before, Ages after, double from, int[] drawn) {
            double one = spread(before, from, drawn);
            double two = spread(after, from, drawn);
            return new double[] {one, two, 1.0 - two * two / (one * one)};
        }

        /** Standard deviation over ages of ln of the mean, averaged over the lags that all ages have. */
        static double spread(Ages ages, double from, int[] drawn) {
            TreeMap<Double, List<Double>> byLag = new TreeMap<>();
            int count = 0;
            for (int a = 0; a < ages.tw().length; a++) {
                if (ages.tw()[a] < from || ages.tw()[a] <= 0.0) continue;
                count++;
                double[] mean = ages.mean(a, drawn);
                for (int k = 0; k < mean.length; k++)
                    byLag.computeIfAbsent(ages.lags()[a][k], lag -> new ArrayList<>())
                            .add(Math.log(mean[k]));
            }
            double sum = 0.0;
            int lags = 0;
            for (List<Double> logs : byLag.values()) {
                if (logs.size() < Math.max(2, count)) continue;
                double mean =
                        logs.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
                double squares = logs.stream()
                        .mapToDouble(value -> (value - mean) * (value - mean))
                        .sum();
                sum += Math.sqrt(squares / (logs.size() - 1));
                lags++;
            }
            return lags == 0 ? Double.NaN : sum / lags;
        }
    }
}
