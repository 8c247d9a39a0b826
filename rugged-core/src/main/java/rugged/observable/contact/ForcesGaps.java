package rugged.observable.contact;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.model.ContactLandscape;
import rugged.api.model.Contacts;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.api.record.NamedArray;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * Forces of all contacts and gaps to those that are not made, between bodies that bear load: the violations and the margins of the constraints. Forces on bucklers, particles with d + 1
 * contacts, stand once more by themselves, and so do all others: the former are localised, the latter extended, and each follow a law of their own. Where there are no bucklers all forces are extended. Gaps are complete up to that of the nearest pair that may be left out (r/s - 1 of
 * about 0.25 for discs of diameters 1 and 1.4; no limit for patterns). Exact; they mean what they are used for in a minimum near jamming. The arrays have as many numbers as there are contacts
 * and gaps. With {@code unit: energy} both are over sqrt(E/extent), for a network the square root of its loss, which vanishes with them at the threshold; where the energy is 0 there is no such unit, and
 * no gap is recorded. Cost: one pass over the pairs, and a list of them.
 *
 * <p>Source: Lerner, Duering and Wyart, Soft Matter 9, 8252 (2013).
 */
@Named(
        value = "forces-gaps",
        title = "Forces and gaps",
        doc = "Forces of all contacts, those on bucklers and all others, and gaps between what does not touch, as"
                + " arrays.",
        source = "Lerner, Duering and Wyart, Soft Matter 9, 8252 (2013)",
        year = 2013,
        topics = {"one time", "arrays", "jamming"})
public record ForcesGaps(
        @Param(doc = "only at every k-th observation time", def = "1", min = 1, max = 1e6)
        int every,

        @Param(doc = "energy: over the square root of the energy per extent; none, as they are, if left out")
        Optional<ForceUnit> unit)
        implements ObservableSpec {
    /** What forces and gaps are measured in. */
    public enum ForceUnit {
        /** The landscape's own. */
        NONE,
        /** sqrt(E/extent). */
        ENERGY
    }

    /** All forces. */
    public static final Quantity FORCES = array(
            "forces",
            "f",
            "contact",
            "force of each contact between bodies that bear load, of two particles or of a pattern");

    /** Those on no buckler. */
    public static final Quantity EXTENDED =
            array("extended_forces", "f_{e}", "contact", "forces on bodies none of which is held by d + 1 contacts");

    /** Those on bucklers. */
    public static final Quantity LOCALISED =
            array("localised_forces", "f_{l}", "contact", "forces on bodies that are held by d + 1 contacts");

    /** Gaps. */
    public static final Quantity GAPS = array(
            "gaps",
            "h",
            "pair",
            "r/s - 1 of pairs that bear load and do not touch; margin beyond the wanted one of a pattern");

    private static Quantity array(String name, String symbol, String extent, String definition) {
        return Quantity.array(name, symbol, "", List.of("t"), List.of(extent), definition);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(FORCES, EXTENDED, LOCALISED, GAPS);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTACTS);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    /** Contacts as at isostaticity, twice, and as many gaps; or the patterns, and contacts again. */
    @Override
    public double numbers(LandscapeSpec landscape) {
        double dimension = landscape.knownDimension();
        double patterns = landscape.knownPatterns();
        double all = Double.isNaN(patterns) ? 3.0 * dimension : patterns + dimension;
        return Double.isNaN(all) ? 0.0 : all / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        ContactLandscape landscape = (ContactLandscape) model;
        return TimedProbe.every(every, (now, out) -> {
            for (int r = 0; r < now.replicas(); r++) {
                double[] x = now.state(r);
                Contacts contacts = landscape.contacts(x);
                double one = unit(landscape, x);
                out.put(FORCES, r, NamedArray.vector("contact", over(contacts.forces(), one)), now.time());
                out.put(EXTENDED, r, NamedArray.vector("contact", over(contacts.extended(), one)), now.time());
                out.put(LOCALISED, r, NamedArray.vector("contact", over(contacts.localised(), one)), now.time());
                out.put(GAPS, r, NamedArray.vector("pair", over(landscape.gaps(x), one)), now.time());
            }
        });
    }

    private double unit(ContactLandscape landscape, double[] x) {
        if (unit.orElse(ForceUnit.NONE) == ForceUnit.NONE) return 1.0;
        return Math.sqrt(Math.max(0.0, landscape.energy(x)) / landscape.extent());
    }

    private static double[] over(double[] values, double unit) {
        if (unit == 1.0) return values;
        if (!(unit > 0.0)) return new double[0];
        return Arrays.stream(values).map(value -> value / unit).toArray();
    }
}
