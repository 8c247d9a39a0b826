package rugged.observable.thermal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * c = var(E)/(M T^2), the specific heat by the fluctuations of the energy over the run so far, from a time on: d<E>/dT over the degrees of freedom M in the
 * stationary law exp(-E/T). For a loss that is a mean over P patterns that is P^2 var(L) beta^2/M with beta = 1/(P T), the inverse temperature of the summed
 * loss. Harmonic coordinates give 1/2. Unbiased where samples are independent; observe evenly and long, after the energy is stationary. Undefined (NaN)
 * before the second sample and at T = 0; begins anew when the temperature changes.
 */
@Named(
        value = "specific-heat",
        title = "Specific heat",
        doc = "Fluctuations of the energy in a bath, per degree of freedom: the derivative of the mean energy.",
        source = "Gibbs, Elementary Principles in Statistical Mechanics (1902)",
        year = 1902,
        topics = {"one time", "thermal", "criticality"})
public record SpecificHeat(
        @Param(doc = "samples from this time on", symbol = "t", def = "0", min = 0.0)
        double from,

        @Param(doc = "writes at every k-th observation only; samples at all", def = "1", min = 1, max = 1e6)
        int every)
        implements ObservableSpec {
    /** Specific heat. */
    public static final Quantity HEAT = Quantities.SPECIFIC_HEAT;

    @Override
    public List<Quantity> quantities() {
        return List.of(HEAT);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.every(schedule.singles(), every, from);
    }

    @Override
    public double averagesFrom() {
        return from;
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.TEMPERATURE, Need.CONFIGURATION);
    }

    @Override
    public String remark() {
        return "defined only for Langevin/Monte Carlo";
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Fluctuations(this, model.degreesOfFreedom());
    }

    /** Running means and sums of squares (Welford, Technometrics 4, 419 (1962)). */
    private static final class Fluctuations implements Probe {
        private final SpecificHeat spec;
        private final double freedom;
        private long seen;
        private double temperature = Double.NaN;
        private long samples;
        private double[] mean = new double[0];
        private double[] square = new double[0];

        Fluctuations(SpecificHeat spec, double freedom) {
            this.spec = spec;
            this.freedom = freedom;
        }

        @Override
        public void at(Moment now, Sink out) {
            if (!now.single()) return;
            if (now.time() >= spec.from) take(now);
            if (seen++ % spec.every != 0) return;
            double scale = freedom * temperature * temperature * (samples - 1);
            for (int r = 0; r < now.replicas(); r++) {
                double heat = samples < 2 || scale == 0.0 ? Double.NaN : square[r] / scale;
                out.put(HEAT, r, heat, Double.NaN, now.time());
            }
        }

        private void take(Moment now) {
            if (now.dynamics().temperature() != temperature) {
                temperature = now.dynamics().temperature();
                samples = 0;
                mean = new double[now.replicas()];
                square = new double[now.replicas()];
            }
            samples++;
            for (int r = 0; r < mean.length; r++) {
                double off = now.energy(r) - mean[r];
                mean[r] += off / samples;
                square[r] += off * (now.energy(r) - mean[r]);
            }
        }

        @Override
        public byte[] save() {
            return new Packed.Writer()
                    .put(seen)
                    .put(temperature)
                    .put(samples)
                    .put(mean.length)
                    .put(mean)
                    .put(square)
                    .bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            seen = in.readLong();
            temperature = in.readDouble();
            samples = in.readLong();
            mean = new double[in.readInt()];
            square = new double[mean.length];
            in.read(mean);
            in.read(square);
        }
    }
}
