package rugged.analysis;

import java.util.ArrayList;
import java.util.Collection;
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
 * with the trapezium rule from 1/T = 0 on, where the energy is {@code hot}. The entropy is that of equilibrium only as far as the anneal is slow enough; beyond, what the bath takes is less than the system loses, and s is a lower bound of the entropy of the states in which it is stuck. There is none where the bath became warmer. Errors are standard errors over samples; that of the entropy has a systematic one
 * beside it, what the rule leaves: h^3 e''/12 of each step h of 1/T, with e'' by differences, large where the first temperature is not high.
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
            List<Passed> passed = new ArrayList<>();
            for (Sample sample : group.samples()) {
                Passed one = Passed.of(sample);
                if (!one.energies().isEmpty()) passed.add(one);
            }
            if (passed.isEmpty()) continue;
            Set<Double> all = passed.stream()
                    .map(one -> one.energies().keySet())
                    .max(Comparator.comparingInt(Set::size))
                    .orElseThrow();
            // a run that was stopped has fewer
            passed.removeIf(one -> !one.energies().keySet().equals(all));
            write(group, passed, out);
        }
    }

    /**
     * What one sample passed through.
     *
     * @param energies by T, the hottest first
     * @param cooling whether the bath never became warmer
     */
    private record Passed(TreeMap<Double, Double> energies, boolean cooling) {
        static Passed of(Sample sample) {
            Map<Double, Double> bath = new TreeMap<>();
            for (Reading reading : sample.readings(TEMPERATURE)) bath.put(reading.axes()[0], reading.value());
            List<Reading> energies = sample.readings(ENERGY).stream()
                    .filter(reading -> reading.axes()[0] > 0.0 && bath.containsKey(reading.axes()[0]))
                    .toList();
            TreeMap<Double, Double> passed = new TreeMap<>(Comparator.reverseOrder());
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
                            temperature,
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

    private void write(Group group, List<Passed> passed, Conclusions out) {
        double[] temperatures = numbers(passed.getFirst().energies().keySet());
        double[][] energies = new double[passed.size()][];
        boolean cooling = true;
        for (int s = 0; s < energies.length; s++) {
            energies[s] = numbers(passed.get(s).energies().values());
            cooling &= passed.get(s).cooling();
        }
        double[] energy = new double[energies.length];
        double[] left = new double[energies.length];
        double[] rest = new double[energies.length];
        for (int k = 0; k < temperatures.length; k++) {
            for (int s = 0; s < energies.length; s++) {
                energy[s] = energies[s][k];
                left[s] = left(temperatures, energies[s], k);
                rest[s] = rest(temperatures, energies[s], k);
            }
            double temperature = temperatures[k];
            out.put(group, Quantities.PLATEAU_ENERGY, Vectors.mean(energy), error(energy), temperature);
            if (cooling)
                out.putSystematic(
                        group,
                        Quantities.PLATEAU_ENTROPY,
                        Vectors.mean(left),
                        error(left),
                        Math.abs(Vectors.mean(rest)),
                        temperature);
            else
                out.undefined(
                        group,
                        Quantities.PLATEAU_ENTROPY,
                        "is the integral of a cooling, not of a heating",
                        temperature);
        }
    }

    private static double[] numbers(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double error(double[] values) {
        return Resampling.spread(values) / Math.sqrt(values.length);
    }

    /** s at the last of the temperatures. */
    private double left(double[] temperatures, double[] energies, int last) {
        double integral = 0.0;
        for (int k = 0; k <= last; k++)
            integral +=
                    0.5 * (beta(temperatures, k) - beta(temperatures, k - 1)) * (energies[k] + energy(energies, k - 1));
        return entropy + energies[last] / temperatures[last] - integral;
    }

    /** What the rule leaves of its integral, -h^3 e''/12 of each step, with e'' from three neighbouring temperatures, 1/T = 0 among them. */
    private double rest(double[] temperatures, double[] energies, int last) {
        double sum = 0.0;
        for (int k = 0; k <= last; k++) {
            int middle = Math.clamp(k, 0, Math.max(0, temperatures.length - 2));
            double before = beta(temperatures, middle) - beta(temperatures, middle - 1);
            if (middle + 1 >= temperatures.length) return Double.NaN;
            double behind = beta(temperatures, middle + 1) - beta(temperatures, middle);
            double rising = (energy(energies, middle + 1) - energy(energies, middle)) / behind;
            double risen = (energy(energies, middle) - energy(energies, middle - 1)) / before;
            double curvature = 2.0 * (rising - risen) / (before + behind);
            sum += Math.pow(beta(temperatures, k) - beta(temperatures, k - 1), 3) * curvature / 12.0;
        }
        return sum;
    }

    /** 1/T of a plateau; 0 before the first. */
    private static double beta(double[] temperatures, int k) {
        return k < 0 ? 0.0 : 1.0 / temperatures[k];
    }

    private double energy(double[] energies, int k) {
        return k < 0 ? hot : energies[k];
    }
}
