package rugged.observable.contact;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.model.Model;
import rugged.api.model.ParticleLandscape;
import rugged.api.model.ParticleLandscape.Load;
import rugged.api.motion.Probe;
import rugged.api.record.NamedArray;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * Which particles press on one another, and how strongly: a row for each contact between two particles that bear load, with the columns first, second, force and the way x, y, z from the centre of the
 * first to that of the nearest image of the second. Particles are numbered from 0 as in the rows of {@code particles}, the first below the second, and rows are in the order of these numbers. As many rows as {@code contacts}
 * counts, with the forces of {@code forces-gaps}. Exact; it means what it is used for in a minimum. One pass over the pairs; 48 bytes a contact, time and replica on disk.
 *
 * <p>Source: O'Hern, Silbert, Liu and Nagel, Phys. Rev. E 68, 011306 (2003), for which contacts count.
 */
@Named(
        value = "force-network",
        title = "Force network",
        doc = "Pairs of particles that press on one another and bear load, with their forces, as an array: what force"
                + " chains are drawn from.",
        source = "O'Hern, Silbert, Liu and Nagel, Phys. Rev. E 68, 011306 (2003)",
        year = 2003,
        topics = {"one time", "arrays", "jamming"})
public record ForceNetwork(
        @Param(doc = "only at every k-th observation time", def = "1", min = 1, max = 1e6)
        int every) implements ObservableSpec {
    private static final List<String> EXTENTS = List.of("contact", "column");
    private static final int COLUMNS = 6;
    private static final int WAY = 3;

    /** The contacts. */
    public static final Quantity NETWORK = Quantity.array(
            "force_network",
            "f_{ij}",
            "",
            List.of("t"),
            EXTENTS,
            "first and second particle, force, and the way x, y, z between their centres, of each contact between"
                    + " particles that bear load");

    @Override
    public List<Quantity> quantities() {
        return List.of(NETWORK);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.PARTICLES, Need.CONTACTS);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    /** As many contacts as coordinates, as at isostaticity. */
    @Override
    public double numbers(LandscapeSpec landscape) {
        return COLUMNS * landscape.knownDimension() / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        ParticleLandscape landscape = (ParticleLandscape) model;
        return TimedProbe.every(every, (now, out) -> {
            for (int r = 0; r < now.replicas(); r++) out.put(NETWORK, r, rows(landscape, now.state(r)), now.time());
        });
    }

    static NamedArray rows(ParticleLandscape landscape, double[] x) {
        List<Load> loads = landscape.loads(x);
        double[] box = landscape.box();
        int body = landscape.coordinatesOfBody();
        double[] flat = new double[COLUMNS * loads.size()];
        int at = 0;
        for (Load load : loads) {
            flat[at] = load.first();
            flat[at + 1] = load.second();
            flat[at + 2] = load.force();
            for (int a = 0; a < landscape.space(); a++) {
                double apart = x[load.second() * body + a] - x[load.first() * body + a];
                flat[at + WAY + a] = box.length == 0 ? apart : apart - box[a] * Math.rint(apart / box[a]);
            }
            at += COLUMNS;
        }
        return new NamedArray(EXTENTS, List.of(loads.size(), COLUMNS), flat);
    }
}
