package rugged.observable.contact;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.ContactLandscape;
import rugged.api.model.Contacts;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;

/**
 * Contacts of the state as it is, by comparison of overlaps with exactly 0: their number between bodies that bear load, how many that is beyond the isostatic number, the
 * bodies that bear none (particles with fewer than d + 1 contacts are taken away again and again), contacts of a body, pressure. Exact for every replica; they mean what
 * they are used for in a minimum. Cost: one pass over the pairs, and memory for them.
 *
 * <p>Source: O'Hern, Silbert, Liu and Nagel, Phys. Rev. E 68, 011306 (2003).
 */
@Named(
        value = "contacts",
        title = "Contacts",
        doc = "Numbers of contacts, of rattlers, and how far the contacts are from the isostatic number; coordination"
                + " and pressure.",
        source = "O'Hern, Silbert, Liu and Nagel, Phys. Rev. E 68, 011306 (2003)",
        year = 2003,
        topics = {"one time", "jamming"})
public record ContactNumbers() implements ObservableSpec {
    /** N_c. */
    public static final Quantity CONTACTS = new Quantity(
            "contacts",
            "N_{c}",
            "",
            List.of("t"),
            "contacts between bodies that bear load: overlapping particles without rattlers, violated patterns");

    /** N_c - N_iso. */
    public static final Quantity EXCESS = new Quantity(
            "isostaticity",
            "N_{c} - N_{iso}",
            "",
            List.of("t"),
            "contacts beyond the isostatic number, which holds all bodies and leaves one state of self stress; NaN"
                    + " where nothing bears load");

    /** Those that bear none. */
    public static final Quantity RATTLERS =
            new Quantity("rattlers", "N_{r}", "", List.of("t"), "bodies that bear no load");

    /** Bodies with d + 1 contacts. */
    public static final Quantity BUCKLERS = new Quantity(
            "bucklers", "N_{b}", "", List.of("t"), "bodies held by d + 1 contacts, as few as can hold a particle");

    /** p. */
    public static final Quantity PRESSURE = new Quantity(
            "pressure",
            "p",
            "J",
            List.of("t"),
            "(1/(d V)) times the sum of force times distance over all contacts, in the unit of length of the given"
                    + " diameters; NaN where a landscape has none");

    @Override
    public List<Quantity> quantities() {
        return List.of(CONTACTS, EXCESS, RATTLERS, BUCKLERS, Quantities.COORDINATION, PRESSURE);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTACTS);
    }

    @Override
    public Probe open(Model model, Streams random) {
        ContactLandscape landscape = (ContactLandscape) model;
        return (now, out) -> {
            if (now.single()) for (int r = 0; r < now.replicas(); r++) count(landscape, now, r, out);
        };
    }

    private static void count(ContactLandscape landscape, Moment now, int replica, Sink out) {
        Contacts contacts = landscape.contacts(now.state(replica));
        boolean held = contacts.bodies() > 0;
        put(out, CONTACTS, replica, contacts.count(), now);
        put(out, EXCESS, replica, held ? contacts.excess() : Double.NaN, now);
        put(out, RATTLERS, replica, contacts.rattlers(), now);
        put(out, BUCKLERS, replica, contacts.bucklers(), now);
        put(out, Quantities.COORDINATION, replica, contacts.coordination(), now);
        put(out, PRESSURE, replica, contacts.pressure(), now);
    }

    private static void put(Sink out, Quantity quantity, int replica, double value, Moment now) {
        out.put(quantity, replica, value, Double.NaN, now.time());
    }
}
