package rugged.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import rugged.api.AnalysisSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.params.Param;

/**
 * Energies of an anneal over the temperature of its bath instead of time: the mean over the second half of the last plateau at each temperature, and the entropy by thermodynamic integration,
 *
 * <pre>s(T) = s_inf + e/T - int_0^{1/T} e d(1/T'),</pre>
 *
 * with the trapezium rule from 1/T = 0 on, where the energy is {@code hot}. The entropy is that of equilibrium only as far as the anneal is slow enough; below, its energies are above those of equilibrium and so is the entropy that is left. There is none where the bath became warmer. Errors are standard errors over samples; that of the entropy has a systematic one
 * beside it, a third of what every other temperature alone would change, which is what the rule leaves of smooth energies.
 *
 * <p>Reads the observables {@code energy} and {@code temperature}.
 */
@Named(
        value = "annealing-curve",
        title = "Annealing curve",
        doc = "Energy over the temperature of the bath of an anneal, and the entropy by thermodynamic integration.",
        source = "Binder, Rep. Prog. Phys. 60, 487 (1997)",
        year = 1997,
        topics = {"thermal", "minimisation"})
public record AnnealingCurve(
        @Param(
                doc = "entropy at infinite temperature for each unit of what energies are reported for",
                symbol = "s_{\u221e}",
                def = "0.6931471805599453",
                reason = "ln 2, of free spins")
        double entropy,

        @Param(doc = "energy at infinite temperature", symbol = "e_{\u221e}", unit = "J", def = "0")
        double hot)
        implements AnalysisSpec {
    private static final String ENERGY = "e";
    private static final String TEMPERATURE = "T";

    @Override
    public Set<String> reads() {
        return Set.of(ENERGY, TEMPERATURE);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.PLATEAU_ENERGY, Quantities.PLATEAU_ENTROPY);
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        for (Group group : groups) {
            List<TreeMap<Double, Double>> curves = new ArrayList<>();
            boolean cooling = true;
            for (Sample sample : group.samples()) {
                Passed passed = Passed.of(sample);
                if (passed.energies().isEmpty()) continue;
                curves.add(passed.energies());
                cooling &= passed.cooling();
            }
            if (curves.isEmpty()) continue;
            Set<Double> all = curves.stream()
                    .max(Comparator.comparingInt(TreeMap::size))
                    .orElseThrow()
                    .keySet();
            curves.removeIf(curve -> !curve.keySet().equals(all));
            write(group, curves, cooling, out);
        }
    }

    /**
     * What one sample passed through.
     *
     * @param energies by 1/T, infinite ones left out
     * @param cooling whether the bath never became warmer
     */
    private record Passed(TreeMap<Double, Double> energies, boolean cooling) {
        static Passed of(Sample sample) {
            Map<Double, Double> bath = new TreeMap<>();
            for (Reading reading : sample.readings(TEMPERATURE)) bath.put(reading.axes()[0], reading.value());
            List<Reading> energies = sample.readings(ENERGY).stream()
                    .filter(reading -> reading.axes()[0] > 0.0 && bath.containsKey(reading.axes()[0]))
                    .toList();
            TreeMap<Double, Double> passed = new TreeMap<>();
            boolean cooling = true;
            double begun = 0.0;
            for (int from = 0; from < energies.size(); ) {
                double temperature = temperature(energies.get(from), bath);
                int to = from;
                while (to < energies.size() && temperature(energies.get(to), bath) == temperature) to++;
                double ended = energies.get(to - 1).axes()[0];
                double middle = 0.5 * (begun + ended);
                if (temperature > 0.0)
                    passed.put(
                            1.0 / temperature,
                            energies.subList(from, to).stream()
                                    .filter(reading -> reading.axes()[0] > middle)
                                    .mapToDouble(Reading::value)
                                    .average()
                                    .orElse(Double.NaN));
                cooling &= to == energies.size() || temperature(energies.get(to), bath) < temperature;
                begun = ended;
                from = to;
            }
            return new Passed(passed, cooling);
        }

        private static double temperature(Reading reading, Map<Double, Double> bath) {
            return bath.getOrDefault(reading.axes()[0], Double.NaN);
        }
    }

    private void write(Group group, List<TreeMap<Double, Double>> curves, boolean cooling, Conclusions out) {
        double[] betas = curves.getFirst().keySet().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[][] energies = new double[curves.size()][];
        for (int k = 0; k < energies.length; k++)
            energies[k] = curves.get(k).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        for (int k = 0; k < betas.length; k++) {
            double[] energy = new double[energies.length];
            double[] left = new double[energies.length];
            double[] coarse = new double[energies.length];
            for (int s = 0; s < energies.length; s++) {
                energy[s] = energies[s][k];
                left[s] = left(betas, energies[s], k, 1);
                coarse[s] = left(betas, energies[s], k, 2);
            }
            double temperature = 1.0 / betas[k];
            out.put(group, Quantities.PLATEAU_ENERGY, Vectors.mean(energy), error(energy), temperature);
            if (!cooling) {
                out.undefined(
                        group,
                        Quantities.PLATEAU_ENTROPY,
                        "is the integral of a cooling, not of a heating",
                        temperature);
                continue;
            }
            double systematic = Math.abs(Vectors.mean(left) - Vectors.mean(coarse)) / 3.0;
            out.putSystematic(
                    group, Quantities.PLATEAU_ENTROPY, Vectors.mean(left), error(left), systematic, temperature);
        }
    }

    private static double error(double[] values) {
        return Resampling.spread(values) / Math.sqrt(values.length);
    }

    /** s at the last of inverse temperatures, with each, or every other one, backwards from there. */
    private double left(double[] betas, double[] energies, int last, int stride) {
        double integral = 0.0;
        for (int k = last; k >= 0; k -= stride) {
            boolean inside = k - stride >= 0;
            double before = inside ? betas[k - stride] : 0.0;
            double there = inside ? energies[k - stride] : hot;
            integral += 0.5 * (betas[k] - before) * (energies[k] + there);
        }
        return entropy + betas[last] * energies[last] - integral;
    }
}
