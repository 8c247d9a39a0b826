package rugged.landscape.packing;

import java.util.Arrays;

/**
 * Cells of a periodic box at least as wide as the longest distance at which a pair is listed, and in them the particles, by cell and by number within a cell: places and radii lie
 * as they are visited. In a box too small for three cells a side every pair is looked at.
 */
final class CellGrid {
    private final Sizes sizes;
    private final int space;
    private final double length;
    private final double inverseLength;
    private final int[] cellOf;
    private final int[] members;
    private final double[][] places;
    private final double[] reaches;
    private final int[] found;
    private int[] cellStart = new int[1];
    private double scale;
    private double skin;
    private int side;

    CellGrid(Sizes sizes) {
        this.sizes = sizes;
        space = sizes.space();
        length = sizes.length();
        inverseLength = 1.0 / length;
        int n = sizes.particles();
        cellOf = new int[n];
        members = new int[n];
        places = new double[space][n];
        reaches = new double[n];
        found = new int[n + 1];
    }

    /**
     * Changes the size of all particles.
     *
     * @param now by what radii are multiplied
     * @param within gap up to which pairs are listed
     */
    void scale(double now, double within) {
        scale = now;
        skin = within;
        side = (int) (length / (now * sizes.range() + within));
        // more cells than particles would cost more than they save
        while (side > 3 && cells() > 4 * sizes.particles() + 64) side--;
        if (cellStart.length < cells() + 1) cellStart = new int[cells() + 1];
    }

    private int cells() {
        return space == 2 ? side * side : side * side * side;
    }

    /** Puts the particles at x[N d] into their cells. */
    void sort(double[] x) {
        int n = members.length;
        if (side < 3) {
            for (int i = 0; i < n; i++) place(x, i, i);
            return;
        }
        int cells = cells();
        Arrays.fill(cellStart, 0, cells + 1, 0);
        for (int i = 0; i < n; i++) {
            int cell = 0;
            for (int a = 0; a < space; a++) cell = cell * side + column(x[i * space + a]);
            cellOf[i] = cell;
            cellStart[cell + 1]++;
        }
        for (int c = 0; c < cells; c++) cellStart[c + 1] += cellStart[c];
        for (int i = n - 1; i >= 0; i--) place(x, i, --cellStart[cellOf[i] + 1]);
        // each entry now begins its own cell, one place too late
        System.arraycopy(cellStart, 1, cellStart, 0, cells);
        cellStart[cells] = n;
    }

    private void place(double[] x, int i, int m) {
        members[m] = i;
        reaches[m] = scale * sizes.radii()[i];
        for (int a = 0; a < space; a++) places[a][m] = folded(x[i * space + a]);
    }

    private double folded(double coordinate) {
        return coordinate - length * Math.floor(coordinate * inverseLength);
    }

    private int column(double coordinate) {
        double u = coordinate * inverseLength;
        return Math.clamp((int) ((u - Math.floor(u)) * side), 0, side - 1);
    }

    /** Finds the partners of i with a larger number, in increasing order, and says how many. */
    int later(double[] x, int i) {
        int end = side < 3 ? all(x, i) : space == 2 ? plane(x, i) : solid(x, i);
        inOrder(end);
        return end;
    }

    /** The k-th partner that was found. */
    int partner(int k) {
        return found[k];
    }

    /** By what a place is shifted to be seen from a neighbouring column, beyond a border or not. */
    private double shift(int column) {
        return column < 0 ? length : column >= side ? -length : 0.0;
    }

    private int wrapped(int column) {
        return column < 0 ? column + side : column >= side ? column - side : column;
    }

    private int plane(double[] x, int i) {
        int cell = cellOf[i];
        int low = cell % side;
        int high = cell / side;
        double a = folded(x[2 * i]);
        double b = folded(x[2 * i + 1]);
        int end = 0;
        for (int c = high - 1; c <= high + 1; c++) end = row(i, wrapped(c) * side, low, 0.0, a + shift(c), b, end);
        return end;
    }

    private int solid(double[] x, int i) {
        int cell = cellOf[i];
        int low = cell % side;
        int middle = cell / side % side;
        int high = cell / (side * side);
        double a = folded(x[3 * i]);
        double b = folded(x[3 * i + 1]);
        double c = folded(x[3 * i + 2]);
        int end = 0;
        for (int p = high - 1; p <= high + 1; p++) {
            for (int q = middle - 1; q <= middle + 1; q++) {
                int begin = (wrapped(p) * side + wrapped(q)) * side;
                end = row(i, begin, low, a + shift(p), b + shift(q), c, end);
            }
        }
        return end;
    }

    /** Looks at three cells of a row, which follow one another in memory unless a border is between. */
    private int row(int i, int begin, int low, double a, double b, double c, int so) {
        int from = Math.max(low - 1, 0);
        int to = Math.min(low + 1, side - 1);
        int end = cells(i, begin + from, begin + to, a, b, c, so);
        if (low == 0) end = cells(i, begin + side - 1, begin + side - 1, a, b, c + length, end);
        if (low == side - 1) end = cells(i, begin, begin, a, b, c - length, end);
        return end;
    }

    private int cells(int i, int one, int last, double a, double b, double c, int so) {
        double reach = scale * sizes.radii()[i] + skin;
        int from = cellStart[one];
        int to = cellStart[last + 1];
        return space == 2 ? flat(i, from, to, b, c, reach, so) : solid(i, from, to, a, b, c, reach, so);
    }

    /** Each candidate is written, and overwritten by the next unless it is one: no branch has to be foreseen. */
    private int flat(int i, int from, int to, double x, double y, double reach, int so) {
        double[] xs = places[0];
        double[] ys = places[1];
        int end = so;
        for (int m = from; m < to; m++) {
            double a = xs[m] - x;
            double b = ys[m] - y;
            double far = reach + reaches[m];
            int j = members[m];
            found[end] = j;
            end += (j > i ? 1 : 0) & (a * a + b * b < far * far ? 1 : 0);
        }
        return end;
    }

    private int solid(int i, int from, int to, double x, double y, double z, double reach, int so) {
        double[] xs = places[0];
        double[] ys = places[1];
        double[] zs = places[2];
        int end = so;
        for (int m = from; m < to; m++) {
            double a = xs[m] - x;
            double b = ys[m] - y;
            double c = zs[m] - z;
            double far = reach + reaches[m];
            int j = members[m];
            found[end] = j;
            end += (j > i ? 1 : 0) & (a * a + b * b + c * c < far * far ? 1 : 0);
        }
        return end;
    }

    /** The same where the box is too small for cells. */
    private int all(double[] x, int i) {
        double reach = scale * sizes.radii()[i] + skin;
        int end = 0;
        for (int j = i + 1; j < members.length; j++) {
            double square = 0.0;
            for (int a = 0; a < space; a++) {
                double apart = x[j * space + a] - x[i * space + a];
                apart -= length * Math.rint(apart * inverseLength);
                square += apart * apart;
            }
            double far = reach + reaches[j];
            found[end] = j;
            end += square < far * far ? 1 : 0;
        }
        return end;
    }

    /** A few numbers: by insertion. */
    private void inOrder(int end) {
        if (end > 64) {
            Arrays.sort(found, 0, end);
            return;
        }
        for (int k = 1; k < end; k++) {
            int j = found[k];
            int place = k;
            for (; place > 0 && found[place - 1] > j; place--) found[place] = found[place - 1];
            found[place] = j;
        }
    }
}
