package rugged.analysis.atlas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.kinetics.Superposition;
import rugged.params.Param;

/**
 * Thermodynamics of a collected map as a superposition of harmonic wells: p_a in proportion to exp(-E_a/T - (1/2) ln det_a)/o_a, V = sum_a p_a E_a, U = V + kappa T, C = kappa + (sum_a p_a E_a^2 - V^2)/T^2, for kappa vibrations; kappa/2 in
 * place of kappa for what has no momenta, such as weights. The peak of C is sought between the least and the greatest temperature. The part of a minimum in the peak is p_a (E_a - V)^2/T^2; dp_a/dT tells whether it loses or gains. The
 * peak is right only where the sample of the minima of high energy is fairly complete.
 */
@Named(
        value = "superposition",
        title = "Thermodynamics by harmonic superposition",
        doc = "Heat capacity, energy and occupations of a collected map as a superposition of harmonic wells, and which"
                + " minima make the peak.",
        source = "Wales, Mol. Phys. 78, 151 (1993)",
        year = 1993,
        topics = {"energy landscapes", "thermodynamics"})
public record WellSuperposition(
        @Param(doc = "temperatures", symbol = "T", unit = "energy", def = "[0.1, 0.2, 0.4]")
        List<Double> temperatures,

        @Param(doc = "how many minima have their occupation written", def = "10", min = 0)
        int lowest)
        implements AnalysisSpec {
    private static final List<String> AT = List.of("T");
    private static final List<String> AT_RANK = List.of("T", "rank");
    private static final List<String> RANK = List.of("rank");
    /** Temperatures between which the peak is sought. */
    public static final int GRID = 400;

    /** C. */
    public static final Quantity CAPACITY =
            new Quantity("heat_capacity", "C", "", AT, "heat capacity of the harmonic superposition, k_B = 1");

    /** U. */
    public static final Quantity ENERGY =
            new Quantity("internal_energy", "U", "energy", AT, "energy of the harmonic superposition");

    /** V. */
    public static final Quantity WELL_ENERGY =
            new Quantity("well_energy", "V", "energy", AT, "mean energy of the minimum below, sum of p_a E_a");

    /** p_a. */
    public static final Quantity OCCUPATION = new Quantity(
            "occupation", "p", "", AT_RANK, "equilibrium occupation of a minimum, numbered by energy from 0 on");

    /** T of the peak. */
    public static final Quantity PEAK = new Quantity(
            "peak_T", "T_{p}", "energy", List.of(), "temperature of the highest peak of the heat capacity");

    /** C there. */
    public static final Quantity PEAK_CAPACITY =
            new Quantity("peak_C", "C_{p}", "", List.of(), "heat capacity at its highest peak");

    /** Parts. */
    public static final Quantity PART =
            new Quantity("peak_part", "part", "", RANK, "p_a (E_a - V)^2/T^2 at the peak: the part of a minimum in C");

    /** Flows. */
    public static final Quantity FLOW =
            new Quantity("peak_flow", "dp/dT", "1/energy", RANK, "dp_a/dT of a minimum at the peak");

    public WellSuperposition {
        temperatures = Temperatures.checked(temperatures);
    }

    @Override
    public Set<String> reads() {
        return Set.of();
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(CAPACITY, ENERGY, WELL_ENERGY, OCCUPATION, PEAK, PEAK_CAPACITY, PART, FLOW);
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        for (Group group : groups) {
            if (!group.simulated()) continue;
            SampleMeans means = new SampleMeans();
            for (Sample sample : group.samples()) {
                RankedAtlas map = RankedAtlas.of(sample);
                Optional<String> why = map.noWells();
                if (why.isPresent()) nothing(means, why.get());
                else add(map, means, group, out);
            }
            means.put(group, out);
            for (String why : means.reasons()) out.say(Words.of(group) + why + ".");
        }
    }

    private void nothing(SampleMeans means, String why) {
        for (double temperature : temperatures) means.undefined(CAPACITY, why, temperature);
        means.undefined(PEAK, why);
        means.undefined(PEAK_CAPACITY, why);
    }

    private void add(RankedAtlas map, SampleMeans means, Group group, Conclusions out) {
        Superposition wells = new Superposition(
                map.wells(), map.atlas().vibrations(), map.atlas().kinetic());
        int listed = Math.min(lowest, wells.wells().count());
        for (double temperature : temperatures) {
            Superposition.State state = wells.at(temperature);
            means.add(CAPACITY, state.capacity(), temperature);
            means.add(ENERGY, state.energy(), temperature);
            means.add(WELL_ENERGY, state.minimumEnergy(), temperature);
            for (int a = 0; a < listed; a++) means.add(OCCUPATION, state.occupation()[a], temperature, a);
        }
        double low =
                temperatures.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double high =
                temperatures.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double peak = low < high ? wells.peak(low, high, GRID) : Double.NaN;
        if (Double.isNaN(peak)) {
            String why = "the heat capacity has no peak between T = " + low + " and " + high;
            means.undefined(PEAK, why);
            means.undefined(PEAK_CAPACITY, why);
            return;
        }
        Superposition.State state = wells.at(peak);
        means.add(PEAK, peak);
        means.add(PEAK_CAPACITY, state.capacity());
        for (int a = 0; a < listed; a++) {
            means.add(PART, state.part()[a], a);
            means.add(FLOW, state.flow()[a], a);
        }
        if (group.samples().size() == 1) out.say(Words.of(group) + sentence(state));
    }

    private static String sentence(Superposition.State state) {
        int loses = 0;
        int gains = 0;
        for (int a = 0; a < state.flow().length; a++) {
            if (state.flow()[a] < state.flow()[loses]) loses = a;
            if (state.flow()[a] > state.flow()[gains]) gains = a;
        }
        return String.format(
                Locale.ROOT,
                "the heat capacity peaks at T = %.5g with C = %.6g; most weight goes there from minimum %d to minimum"
                        + " %d.",
                state.temperature(),
                state.capacity(),
                loses,
                gains);
    }
}
