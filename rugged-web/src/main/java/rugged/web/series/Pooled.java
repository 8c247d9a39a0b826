package rugged.web.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rugged.store.Agenda;

/**
 * The mean of runs that are samples of the same thing: with w_i = n_i / sum n the value is sum w_i m_i and its error the root of sum (w_i sigma_i)^2, where run i
 * has mean m_i and standard error sigma_i over n_i points. Only for runs that differ in nothing but their seeds.
 */
public final class Pooled {
    private record Place(Map<String, String> key, double x) {}

    private static final class Sum {
        private double weight;
        private double value;
        private double variance;
        private int runs;

        void add(Sample sample) {
            double n = Math.max(1, sample.count());
            weight += n;
            value += n * sample.y();
            variance += n * n * sample.error() * sample.error();
            runs++;
        }
    }

    private Pooled() {}

    /** The mean where all runs have a value. */
    public static List<Sample> of(List<List<Sample>> runs) {
        Map<Place, Sum> sums = new LinkedHashMap<>();
        for (List<Sample> run : runs) {
            for (Sample sample : run) {
                if (!sample.measured() || !Double.isFinite(sample.y())) continue;
                Map<String, String> key = new LinkedHashMap<>(sample.key());
                key.keySet().removeIf(Agenda::seed);
                sums.computeIfAbsent(new Place(key, sample.x()), unseen -> new Sum())
                        .add(sample);
            }
        }
        List<Sample> pooled = new ArrayList<>();
        sums.forEach((place, sum) -> {
            if (sum.runs < runs.size()) return;
            double error = Math.sqrt(sum.variance) / sum.weight;
            pooled.add(
                    new Sample(Sample.SIMULATION, place.key(), place.x(), sum.value / sum.weight, error, sum.weight));
        });
        return pooled;
    }
}
