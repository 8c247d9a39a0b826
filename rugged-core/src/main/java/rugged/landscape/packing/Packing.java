package rugged.landscape.packing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Driven;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * E(x) = sum over pairs in contact of V(1 - r/s), s the sum of the radii, V(delta) = delta^2/2 (harmonic) or (2/5) delta^{5/2} (Hertzian), in a periodic box: frictionless
 * discs or spheres. The state holds (x_1, y_1, x_2, ...), coordinates that are not folded into the box.
 *
 * <p>Ellipses (2-D, aspect above 1): r/s is replaced by sqrt F, F the contact function of Perram and Wertheim, by the root of which both have to be scaled to touch; state
 * (x_1, y_1, theta_1, x_2, ...).
 *
 * <p>The control is the packing fraction phi, the volume of all particles over that of the box. It changes the diameters; box and states stay. So the unit of length is
 * that of the given diameters at the phi of the spec, and contacts at another phi are by (phi'/phi)^{1/d} longer. The stiffness of a contact of particles of diameter 1 is 1,
 * masses are 1.
 *
 * <p>The energy is extensive and reported per particle; the pressure, (1/(d V)) sum f r, in the unit of the diameters at every phi. The Hessian of a contact is
 * V'' n n^T + (V'/r)(1 - n n^T), its second term the pre-stress; translations, and the motions of rattlers, cost nothing.
 *
 * <p>Source: O'Hern, Silbert, Liu and Nagel, Phys. Rev. E 68, 011306 (2003), equation (1). Cost: about 3 listed pairs a disc and 8 a sphere for a gradient; the list is
 * made anew when a particle has moved by 0.17 smallest diameters.
 */
@Named(
        value = "packing",
        title = "Packing of discs, spheres or ellipses",
        doc = "Frictionless particles that repel where they overlap, in a periodic box: above a packing fraction they"
                + " jam.",
        source = "O'Hern, Silbert, Liu and Nagel, Phys. Rev. E 68, 011306 (2003)",
        year = 2003,
        topics = {"jamming", "packings", "rugged landscapes"},
        revision = 2)
public record Packing(
        @Param(
                doc = "number of particles",
                symbol = "N",
                def = "128",
                min = 8,
                max = 1e7,
                reason = "isostaticity is seen at any size; the threshold of 128 discs is within 0.002 of its limit")
        int particles,

        @Param(doc = "dimension of space: 2 for discs, 3 for spheres", symbol = "d", def = "2", min = 2, max = 3)
        int space,

        @Param(
                doc = "diameters, equally many particles of each; as many as particles, one each",
                symbol = "D",
                def = "[1, 1.4]",
                min = 0.0,
                above = true,
                reason = "discs of one size crystallise; a ratio of 1.4 is the usual way to prevent it")
        List<Double> diameters,

        @Param(
                doc = "packing fraction: volume of the particles over that of the box",
                symbol = "\u03c6",
                def = "0.88",
                min = 0.0,
                above = true,
                max = Sizes.DENSEST,
                reason = "above the jamming of discs, 0.84; spheres jam at 0.64")
        double packingFraction,

        @Param(doc = "harmonic, \u03b4^2/2, or hertzian, (2/5) \u03b4^{5/2}, of the overlap \u03b4", def = "harmonic")
        Repulsion repulsion,

        @Param(
                doc = "long axis over short axis of ellipses with the area of these discs; 1 for discs and spheres",
                symbol = "\u03b1",
                def = "1",
                max = 100)
        double aspect,

        @Param(
                doc = "of ellipses: perram-wertheim, exact, or gay-berne, up to some per cent too long",
                def = "perram-wertheim")
        Contact contact)
        implements LandscapeSpec {
    /** Checks that the sizes can be dealt out, and that there is room for the nearest images. */
    public Packing {
        diameters = List.copyOf(diameters);
        if (particles < 8) throw new BadParameter("particles", particles, "too few", "8 or more");
        if (!(packingFraction > 0.0 && packingFraction <= Sizes.DENSEST))
            throw new BadParameter(
                    "packing-fraction", packingFraction, "packing fraction out of range", "above 0, at most 1.5");
        if (diameters.isEmpty())
            throw new BadParameter("diameters", diameters, "no size", "one diameter, or a list of them");
        for (double diameter : diameters)
            if (!(diameter > 0.0 && Double.isFinite(diameter)))
                throw new BadParameter("diameters", diameter, "is no diameter", "finite numbers above 0");
        if (particles % diameters.size() != 0)
            throw new BadParameter(
                    "particles",
                    particles,
                    diameters.size() == 2
                            ? "must be even for a 50:50 mixture"
                            : "is no multiple of the number of diameters, " + diameters.size(),
                    "equally many particles of each diameter");
        if (!(aspect >= 1.0))
            throw new BadParameter("aspect", aspect, "aspect ratio must be >= 1 (swap axes)", "1 or more");
        if (aspect > 1.0 && space != 2)
            throw new BadParameter("aspect", aspect, "there are no ellipsoids", "1, or space: 2");
        Sizes sizes = Sizes.of(space, particles, diameters, packingFraction, aspect);
        if (sizes.tooSmall(packingFraction))
            throw new BadParameter(
                    "particles", particles, sizes.shortage(packingFraction), "more particles, or more equal ones");
    }

    /** Discs or spheres. */
    public Packing(int particles, int space, List<Double> diameters, double packingFraction, Repulsion repulsion) {
        this(particles, space, diameters, packingFraction, repulsion, 1.0, Contact.PERRAM_WERTHEIM);
    }

    @Override
    public Driven build() {
        Sizes sizes = Sizes.of(space, particles, diameters, packingFraction, aspect);
        return aspect > 1.0
                ? new Ellipses(sizes, aspect, contact, repulsion, packingFraction)
                : new Spheres(sizes, repulsion, packingFraction);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(
                Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR, Need.CONTROL, Need.CONTACTS, Need.PARTICLES);
    }

    @Override
    public boolean origin() {
        return false;
    }

    @Override
    public double knownDimension() {
        return (aspect > 1.0 ? 3.0 : space) * particles;
    }

    @Override
    public String remark() {
        return aspect > 10.0
                ? "an aspect ratio of " + aspect + " is far beyond what packings of ellipses are known for"
                : "";
    }

    @Override
    public Cost cost() {
        double pairs = space == 2 ? 3.0 : 8.0;
        double bytes = (6.0 * space + 4.0 + 2.0 * pairs) * Double.BYTES * particles;
        double operations = aspect > 1.0 ? 400.0 : 20.0;
        return new Cost(bytes, bytes, operations * pairs * particles);
    }
}
