package rugged.landscape.packing;

import java.util.Arrays;
import java.util.List;

/**
 * How large the particles are, and the box that holds them. Lengths are in the unit of the diameters, and the box is that of the packing fraction of the spec; at another
 * fraction the particles are larger or smaller, and the box stays, so that states keep their meaning.
 *
 * @param space dimension d, 2 or 3
 * @param radii of each particle, before they are scaled; the long semi-axes of ellipses
 * @param length side of the box
 * @param fraction the packing fraction at which the scale is 1
 */
record Sizes(int space, double[] radii, double length, double fraction) {
    /** The largest packing fraction. */
    static final double DENSEST = 1.5;

    /** Digits of a column of the cells along whose curve particles are numbered. */
    private static final int DIGITS = 12;

    /** Equal numbers of each of the diameters, in blocks in their order; at an aspect other than 1 the diameters are those of discs of the same area. */
    static Sizes of(int space, int particles, List<Double> diameters, double fraction, double aspect) {
        double[] radii = new double[particles];
        int block = particles / diameters.size();
        double volume = 0.0;
        for (int i = 0; i < particles; i++) {
            double radius = 0.5 * diameters.get(Math.min(i / block, diameters.size() - 1));
            volume += volume(space, radius);
            radii[i] = radius * Math.sqrt(aspect);
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

    /** Whether a particle could touch two images of another at a packing fraction. */
    boolean tooSmall(double phi) {
        return 0.5 * length - scale(phi) * range() < 0.0;
    }

    /** That the box is too small for a packing fraction, in words. */
    String shortage(double phi) {
        return "box too small for minimum image: L=" + (float) length + ", range=" + (float) (scale(phi) * range());
    }

    /** Refuses a packing fraction that is none, or for which the box is too small. */
    void require(double phi) {
        if (!(phi > 0.0 && phi <= DENSEST))
            throw new IllegalArgumentException("packing fraction out of range: " + phi + " is not in (0, 1.5]");
        if (tooSmall(phi)) throw new IllegalArgumentException(shortage(phi));
    }

    /** Sides of the box. */
    double[] sides() {
        double[] sides = new double[space];
        Arrays.fill(sides, length);
        return sides;
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

    /**
     * Numbers particles of one size along a curve that keeps neighbours together, so that what is near in space is near in memory. Of independent particles this changes names
     * only.
     *
     * @param x coordinates in the box, those of a particle together, its place first; reordered
     * @param stride coordinates of a particle
     */
    void along(double[] x, int stride) {
        Integer[] order = new Integer[radii.length];
        long[] keys = new long[radii.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            keys[i] = place(x, i * stride);
        }
        double[] drawn = x.clone();
        int to;
        for (int from = 0; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && radii[to] == radii[from]) to++;
            Arrays.sort(order, from, to, (i, j) -> Long.compare(keys[i], keys[j]));
            for (int i = from; i < to; i++) System.arraycopy(drawn, order[i] * stride, x, i * stride, stride);
        }
    }

    /** The number of a fine cell along a curve that interleaves the digits of its columns. */
    private long place(double[] x, int at) {
        long key = 0;
        for (int digit = DIGITS - 1; digit >= 0; digit--) {
            for (int a = 0; a < space; a++) {
                int column = (int) (x[at + a] / length * (1 << DIGITS));
                key = key << 1 | column >> digit & 1;
            }
        }
        return key;
    }
}
