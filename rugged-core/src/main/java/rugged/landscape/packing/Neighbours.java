package rugged.landscape.packing;

import java.util.Arrays;

/**
 * All pairs closer than their contact distance and a skin, found by cells. While no particle has moved by half the skin since, no pair in contact is missing. Arrays grow
 * where they do not suffice.
 *
 * <p>Pairs (i, j), i < j, are in the order of ((i + j) mod 8, i, j): it depends on nothing but the numbers, so that a sum over contacts does not depend on when the list was
 * made, and forks and runs that were interrupted come to the same bits. Consecutive pairs have different particles in most cases, and a processor need not wait for one sum
 * to be stored before it goes on.
 */
final class Neighbours {
    /** Skin in units of the smallest diameter. */
    private static final double SKIN = 0.35;

    private final Sizes sizes;
    private final int space;
    private final double length;
    private final double inverseLength;
    /** Groups of pairs. */
    private static final int GROUPS = 8;

    private final double[] reference;
    private final int[] start;
    private final int[] group = new int[GROUPS + 1];
    private final int[] cellOf;
    private final int[] members;
    private int[] cellStart = new int[1];
    private int[] partner;
    private int[] first;
    private int[] second;
    private double[] inverse;
    private int count;
    private double scale;
    private double skin;
    private int side;
    private boolean stale = true;
    private long builds;

    Neighbours(Sizes sizes, double scale) {
        this.sizes = sizes;
        space = sizes.space();
        length = sizes.length();
        inverseLength = 1.0 / length;
        int n = sizes.particles();
        reference = new double[n * space];
        start = new int[n + 1];
        cellOf = new int[n];
        members = new int[n];
        partner = new int[4 * n];
        first = new int[4 * n];
        second = new int[4 * n];
        inverse = new double[4 * n];
        scale(scale);
    }

    /** Number of pairs. */
    int count() {
        return count;
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
        side = (int) (length / (range + skin));
        int cells = space == 2 ? side * side : side * side * side;
        // more cells than particles would cost more than they save
        while (side > 3 && cells > 4 * sizes.particles() + 64) {
            side--;
            cells = space == 2 ? side * side : side * side * side;
        }
        if (cellStart.length < cells + 1) cellStart = new int[cells + 1];
        stale = true;
    }

    /** Makes the list anew where the one that is there may miss a contact of x[N d]. */
    void update(double[] x) {
        if (stale || !(farthest(x) < 0.25 * skin * skin)) build(x);
    }

    /** The largest squared displacement since the list was made. */
    private double farthest(double[] x) {
        double one = 0.0;
        double two = 0.0;
        double[] old = reference;
        int k = 0;
        if (space == 2) {
            for (; k + 4 <= x.length; k += 4) {
                double a = x[k] - old[k];
                double b = x[k + 1] - old[k + 1];
                double c = x[k + 2] - old[k + 2];
                double d = x[k + 3] - old[k + 3];
                one = Math.max(one, a * a + b * b);
                two = Math.max(two, c * c + d * d);
            }
        }
        for (; k < x.length; k += space) {
            double square = 0.0;
            for (int a = k; a < k + space; a++) square += (x[a] - old[a]) * (x[a] - old[a]);
            one = Math.max(one, square);
        }
        return Math.max(one, two);
    }

    private void build(double[] x) {
        System.arraycopy(x, 0, reference, 0, x.length);
        builds++;
        stale = false;
        int n = start.length - 1;
        boolean cells = side >= 3;
        if (cells) sort(x);
        else for (int j = 0; j < n; j++) members[j] = j;
        Arrays.fill(group, 0);
        int end = 0;
        for (int i = 0; i < n; i++) {
            start[i] = end;
            if (partner.length - end <= n - i) partner = Arrays.copyOf(partner, Math.max(end + n + 1, 2 * end));
            int begun = end;
            end = cells ? near(x, i, begun) : all(i, x, begun);
            inOrder(begun, end);
            for (int k = begun; k < end; k++) group[(i + partner[k] & GROUPS - 1) + 1]++;
        }
        start[n] = end;
        deal(n, end);
    }

    /** Puts the pairs in their order. */
    private void deal(int n, int pairs) {
        if (first.length < pairs) {
            first = new int[2 * pairs];
            second = new int[2 * pairs];
            inverse = new double[2 * pairs];
        }
        count = pairs;
        for (int c = 0; c < GROUPS; c++) group[c + 1] += group[c];
        double[] radii = sizes.radii();
        for (int i = 0; i < n; i++) {
            for (int k = start[i]; k < start[i + 1]; k++) {
                int j = partner[k];
                int place = group[i + j & GROUPS - 1]++;
                first[place] = i * space;
                second[place] = j * space;
                inverse[place] = 1.0 / (scale * (radii[i] + radii[j]));
            }
        }
    }

    /** Particles by cell, those of a cell in increasing order. */
    private void sort(double[] x) {
        int cells = space == 2 ? side * side : side * side * side;
        Arrays.fill(cellStart, 0, cells + 1, 0);
        for (int i = 0; i < cellOf.length; i++) {
            int cell = 0;
            for (int a = 0; a < space; a++) cell = cell * side + column(x[i * space + a]);
            cellOf[i] = cell;
            cellStart[cell + 1]++;
        }
        for (int c = 0; c < cells; c++) cellStart[c + 1] += cellStart[c];
        for (int i = cellOf.length - 1; i >= 0; i--) members[--cellStart[cellOf[i] + 1]] = i;
        // each entry now begins its own cell, one place too late
        System.arraycopy(cellStart, 1, cellStart, 0, cells);
        cellStart[cells] = cellOf.length;
    }

    private int column(double coordinate) {
        double u = coordinate * inverseLength;
        return Math.clamp((int) ((u - Math.floor(u)) * side), 0, side - 1);
    }

    /** Adds the later ones near i, in the cells around it. */
    private int near(double[] x, int i, int begun) {
        int cell = cellOf[i];
        int low = cell % side;
        int middle = cell / side % side;
        int high = space == 2 ? 0 : cell / (side * side);
        int end = begun;
        for (int a = space == 2 ? 0 : -1; a <= (space == 2 ? 0 : 1); a++) {
            int above = wrapped(high + a) * side;
            for (int b = -1; b <= 1; b++) {
                int row = (above + wrapped(middle + b)) * side;
                for (int c = -1; c <= 1; c++) {
                    int other = row + wrapped(low + c);
                    int from = cellStart[other];
                    int to = cellStart[other + 1];
                    end = space == 2 ? flat(x, i, from, to, end) : solid(x, i, from, to, end);
                }
            }
        }
        return end;
    }

    private int wrapped(int column) {
        if (column < 0) return column + side;
        return column >= side ? column - side : column;
    }

    /** Each candidate is written, and overwritten by the next unless it is one: no branch has to be foreseen. */
    private int flat(double[] x, int i, int from, int to, int begun) {
        double[] radii = sizes.radii();
        int[] found = partner;
        double xi = x[2 * i];
        double yi = x[2 * i + 1];
        double reach = scale * radii[i] + skin;
        int end = begun;
        for (int m = from; m < to; m++) {
            int j = members[m];
            double a = x[2 * j] - xi;
            double b = x[2 * j + 1] - yi;
            a -= length * Math.rint(a * inverseLength);
            b -= length * Math.rint(b * inverseLength);
            double far = reach + scale * radii[j];
            found[end] = j;
            end += (j > i ? 1 : 0) & (a * a + b * b < far * far ? 1 : 0);
        }
        return end;
    }

    private int solid(double[] x, int i, int from, int to, int begun) {
        double[] radii = sizes.radii();
        int[] found = partner;
        double xi = x[3 * i];
        double yi = x[3 * i + 1];
        double zi = x[3 * i + 2];
        double reach = scale * radii[i] + skin;
        int end = begun;
        for (int m = from; m < to; m++) {
            int j = members[m];
            double a = x[3 * j] - xi;
            double b = x[3 * j + 1] - yi;
            double c = x[3 * j + 2] - zi;
            a -= length * Math.rint(a * inverseLength);
            b -= length * Math.rint(b * inverseLength);
            c -= length * Math.rint(c * inverseLength);
            double far = reach + scale * radii[j];
            found[end] = j;
            end += (j > i ? 1 : 0) & (a * a + b * b + c * c < far * far ? 1 : 0);
        }
        return end;
    }

    /** A few numbers: by insertion. */
    private void inOrder(int from, int to) {
        if (to - from > 64) {
            Arrays.sort(partner, from, to);
            return;
        }
        int[] found = partner;
        for (int k = from + 1; k < to; k++) {
            int j = found[k];
            int place = k;
            for (; place > from && found[place - 1] > j; place--) found[place] = found[place - 1];
            found[place] = j;
        }
    }

    /** The same where the box is too small for cells. */
    private int all(int i, double[] x, int begun) {
        return space == 2 ? flat(x, i, i + 1, members.length, begun) : solid(x, i, i + 1, members.length, begun);
    }
}
