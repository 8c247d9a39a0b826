package rugged.observable.boltzmann;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.contrast.BoltzmannMachine;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.api.record.NamedArray;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.boltzmann.BitMachine;
import rugged.num.spectral.Bulk;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * Singular values of the weights of a machine, as those of spins +-1 (a quarter of the weights of bits), beside the edge sigma (sqrt(Nv) + sqrt(Nh)) of the bulk that independent weights would have: outliers are what was learnt, sigma is the scale of the rest. A machine of spins with independent weights of this scale and no fields
 * freezes where sigma (Nv Nh)^{1/4} = 1 at T = 1: the residual strength says how far from there the rest is, were it independent. Visible units that are the same in all examples have weights of their own small size, which belong to no such bulk.
 *
 * <p>Exact. Cost: Nv Nh min(Nv, Nh) multiply-adds.
 *
 * <p>Source: Marchenko and Pastur, Math. USSR Sb. 1, 457 (1967); Hartnett, Parker and Geist, Phys. Rev. E 98, 022116 (2018).
 */
@Named(
        value = "weight-spectrum",
        title = "Singular values of the weights",
        doc = "Singular values of the weights of a restricted Boltzmann machine, outliers above the bulk, and the scale"
                + " of what is left.",
        source = "Hartnett, Parker and Geist, Phys. Rev. E 98, 022116 (2018)",
        year = 2018,
        topics = {"one time", "arrays", "Boltzmann machines", "spectra"})
public record WeightSpectrum(
        @Param(doc = "only at every k-th observation time", def = "1", min = 1, max = 1e6)
        int every) implements ObservableSpec {
    /** All of them. */
    public static final Quantity VALUES = Quantity.array(
            "singular_values",
            "s_{k}",
            "",
            List.of("t"),
            List.of("k"),
            "singular values of the weights as of spins, largest first");

    /** The largest. */
    public static final Quantity LARGEST = one("s_max", "s_{1}", "largest singular value of the weights as of spins");

    /** The edge of the bulk. */
    public static final Quantity EDGE =
            one("s_edge", "s_{+}", "edge sigma (sqrt(Nv) + sqrt(Nh)) of the bulk of what is left without outliers");

    /** Outliers. */
    public static final Quantity OUTLIERS = one(
            "outliers", "n_{out}", "singular values beyond what independent weights exceed once in a hundred times");

    /** sigma. */
    public static final Quantity SIGMA =
            one("sigma", "\u03c3", "standard deviation of the weights, as of spins, without outliers");

    /** sigma (Nv Nh)^{1/4}. */
    public static final Quantity STRENGTH = one(
            "residual_strength",
            "\u03c3 (N_{v} N_{h})^{1/4}",
            "temperature at which spins with independent weights of this scale would freeze");

    /** The same of all weights. */
    public static final Quantity WHOLE = one(
            "weight_strength",
            "w (N_{v} N_{h})^{1/4}",
            "temperature at which spins with independent weights of the root mean square of all these would freeze");

    private static final double OPERATIONS = 12.0;

    private static Quantity one(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of("t"), definition);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(VALUES, LARGEST, EDGE, OUTLIERS, SIGMA, STRENGTH, WHOLE);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.MACHINE);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    private static double few(LandscapeSpec landscape) {
        return Math.min(
                landscape.sizes().getOrDefault("Nv", Double.NaN),
                landscape.sizes().getOrDefault("Nh", Double.NaN));
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return Double.isNaN(patterns) ? 0.0 : few(landscape) / patterns / OPERATIONS / every;
    }

    @Override
    public double numbers(LandscapeSpec landscape) {
        return few(landscape) / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        BoltzmannMachine learner = (BoltzmannMachine) model;
        BitMachine machine = learner.machine();
        double root = Math.pow((double) machine.visible() * machine.hidden(), 0.25);
        return TimedProbe.every(every, (now, out) -> {
            for (int r = 0; r < now.replicas(); r++) {
                Bulk bulk = Bulk.of(machine.visible(), machine.hidden(), now.state(r), learner.spinScale());
                double t = now.time();
                out.put(VALUES, r, NamedArray.vector("k", bulk.values()), t);
                out.put(LARGEST, r, bulk.values()[0], Double.NaN, t);
                out.put(EDGE, r, bulk.edge(), Double.NaN, t);
                out.put(OUTLIERS, r, bulk.outliers(), Double.NaN, t);
                out.put(SIGMA, r, bulk.sigma(), Double.NaN, t);
                out.put(STRENGTH, r, bulk.sigma() * root, Double.NaN, t);
                out.put(WHOLE, r, bulk.length() / root, Double.NaN, t);
            }
        });
    }
}
