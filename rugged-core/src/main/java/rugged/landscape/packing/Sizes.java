package rugged.landscape.packing;

import java.util.List;

/**
 * How large the particles are, and the box that holds them. Lengths are in the unit of the diameters, and the box is that of the packing fraction of the spec; at another
 * fraction the particles are larger or smaller, and the box stays, so that states keep their meaning.
 *
 * @param space dimension d, 2 or 3
 * @param radii of each particle, before they are scaled
 * @param length side of the box
 * @param fraction the packing fraction at which the scale is 1
 */
record Sizes(int space, double[] radii, double length, double fraction) {
    /** Equal numbers of each of the diameters, in blocks in their order. */
    static Sizes of(int space, int particles, List<Double> diameters, double fraction) {
        double[] radii = new double[particles];
        int block = particles / diameters.size();
        double volume = 0.0;
        for (int i = 0; i < particles; i++) {
            radii[i] = 0.5 * diameters.get(Math.min(i / block, diameters.size() - 1));
            volume += volume(space, radii[i]);
        }
        double box = volume / fraction;
        return new Sizes(space, radii, space == 2 ? Math.sqrt(box) : Math.cbrt(box), fraction);
    }

    private static double volume(int space, double radius) {
        return space == 2 ? Math.PI * radius * radius : 4.0 / 3.0 * Math.PI * radius * radius * radius;
    }

    int particles() {
        return radii.length;
    }

    /** By what all radii are multiplied at a packing fraction. */
    double scale(double phi) {
        return space == 2 ? Math.sqrt(phi / fraction) : Math.cbrt(phi / fraction);
    }

    /** Volume of the box. */
    double box() {
        return space == 2 ? length * length : length * length * length;
    }

    /** The largest distance at which a pair touches, at scale 1. */
    double range() {
        double most = 0.0;
        for (double radius : radii) most = Math.max(most, radius);
        return 2.0 * most;
    }

    /** The smallest diameter. */
    double smallest() {
        double least = Double.POSITIVE_INFINITY;
        for (double radius : radii) least = Math.min(least, radius);
        return 2.0 * least;
    }
}
