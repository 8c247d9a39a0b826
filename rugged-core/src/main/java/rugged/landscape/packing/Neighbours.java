package rugged.landscape.packing;

import java.util.Arrays;

/**
 * All pairs closer than their contact distance and a skin, found by cells. While no particle has moved by half the skin since, no pair in contact is missing. Arrays grow
 * where they do not suffice.
 *
 * <p>Pairs (i, j), i < j, are in the order of (i, j), first those whose coordinates are as near as the particles, then those across a border of the box. For a pair that may
 * touch both depend on nothing but the state, so that a sum over contacts does not depend on when the list was made, and forks and runs that were interrupted come to the same
 * bits.
 */
final class Neighbours {
    /** Skin in units of the smallest diameter. */
    private static final double SKIN = 0.35;

    private final Sizes sizes;
    private final int space;
    private final double length;
    private final double[] reference;
    private final CellGrid grid;
    private int[] first;
    private int[] second;
    private double[] inverse;
    private int[] acrossFirst = new int[64];
    private int[] acrossSecond = new int[64];
    private int count;
    private int direct;
    private int across;
    private double scale;
    private double skin;
    private boolean stale = true;
    private long builds;

    Neighbours(Sizes sizes, double scale) {
        this.sizes = sizes;
        space = sizes.space();
        length = sizes.length();
        int n = sizes.particles();
        reference = new double[n * space];
        grid = new CellGrid(sizes);
        first = new int[3 * n];
        second = new int[3 * n];
        inverse = new double[3 * n];
        scale(scale);
    }

    /** Number of pairs. */
    int count() {
        return count;
    }

    /** How many pairs, from the first on, have coordinates as near as the particles: no image need be looked for. */
    int direct() {
        return direct;
    }

    /** Of each pair, the first coordinate of the earlier particle: d i. */
    int[] first() {
        return first;
    }

    /** Of each pair, the first coordinate of the later particle: d j. */
    int[] second() {
        return second;
    }

    /** One over the contact distance of each pair. */
    double[] inverse() {
        return inverse;
    }

    /** Gap r/s - 1 up to which a list made at the state itself holds every pair. */
    double reach() {
        return skin / (scale * sizes.range());
    }

    /** How often the list was made. */
    long builds() {
        return builds;
    }

    /** Changes the size of all particles. */
    void scale(double now) {
        scale = now;
        double range = now * sizes.range();
        skin = Math.min(SKIN * now * sizes.smallest(), 0.5 * length - range);
        grid.scale(now, skin);
        stale = true;
    }

    /** Makes the list anew where the one that is there may miss a contact of x[N d]. */
    void update(double[] x) {
        if (stale || moved(x, 0.25 * skin * skin)) build(x);
    }

    /** Whether some particle is farther from where it was than the root of a square. What coordinates say by themselves mostly decides. */
    private boolean moved(double[] x, double square) {
        double most = most(x, reference);
        if (space * most * most < square) return false;
        return !(farthest(x) < square);
    }

    /** The largest change of a coordinate; NaN where one is. */
    private static double most(double[] x, double[] old) {
        double most = 0.0;
        for (int k = 0; k < x.length; k++) most = Math.max(most, Math.abs(x[k] - old[k]));
        return most;
    }

    /** The largest squared displacement since the list was made. */
    private double farthest(double[] x) {
        double most = 0.0;
        for (int k = 0; k < x.length; k += space) {
            double square = 0.0;
            for (int a = k; a < k + space; a++) square += (x[a] - reference[a]) * (x[a] - reference[a]);
            most = Math.max(most, square);
        }
        return most;
    }

    private void build(double[] x) {
        System.arraycopy(x, 0, reference, 0, x.length);
        builds++;
        stale = false;
        grid.sort(x);
        direct = 0;
        across = 0;
        int n = sizes.particles();
        for (int i = 0; i < n; i++) {
            int found = grid.later(x, i);
            makeRoom(found);
            for (int k = 0; k < found; k++) put(x, i, grid.partner(k));
        }
        append();
    }

    private void makeRoom(int more) {
        if (first.length < direct + more) {
            int room = direct + direct / 2 + more;
            first = Arrays.copyOf(first, room);
            second = Arrays.copyOf(second, room);
            inverse = Arrays.copyOf(inverse, room);
        }
        if (acrossFirst.length < across + more) {
            acrossFirst = Arrays.copyOf(acrossFirst, 2 * across + more);
            acrossSecond = Arrays.copyOf(acrossSecond, 2 * across + more);
        }
    }

    private void put(double[] x, int i, int j) {
        if (far(x, i, j)) {
            acrossFirst[across] = i;
            acrossSecond[across++] = j;
        } else set(direct++, i, j);
    }

    private void set(int place, int i, int j) {
        first[place] = i * space;
        second[place] = j * space;
        inverse[place] = 1.0 / (scale * (sizes.radii()[i] + sizes.radii()[j]));
    }

    /** Whether another image of j is nearer to i than j itself. */
    private boolean far(double[] x, int i, int j) {
        double half = 0.5 * length;
        boolean far = false;
        for (int a = 0; a < space; a++) far |= Math.abs(x[j * space + a] - x[i * space + a]) > half;
        return far;
    }

    /** Puts those across the border behind the others. */
    private void append() {
        count = direct;
        makeRoom(across);
        for (int k = 0; k < across; k++) set(count++, acrossFirst[k], acrossSecond[k]);
    }
}
