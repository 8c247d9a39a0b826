package rugged.data;

import rugged.num.file.Npy;

/**
 * A table of numbers as it stands in a file.
 *
 * @param shape its extents, the first that of the examples
 * @param values its numbers, last extent fastest
 * @param lines the line of each example in a text file; empty for arrays
 */
record TableContent(int[] shape, double[] values, int[] lines) {
    static TableContent of(Npy array) {
        return new TableContent(array.shape(), array.values(), new int[0]);
    }

    /** Numbers of one example. */
    int width() {
        int width = 1;
        for (int k = 1; k < shape.length; k++) width *= shape[k];
        return width;
    }

    /** What is wrong with the first number that is not finite; empty where there is none. */
    String notFinite() {
        int first = -1;
        int count = 0;
        for (int k = 0; k < values.length; k++) {
            if (Double.isFinite(values[k])) continue;
            if (count++ == 0) first = k;
        }
        if (count == 0) return "";
        String more = count == 1 ? "" : ", and " + (count - 1) + " more are not finite";
        return place(first) + " is " + values[first] + more;
    }

    /** Where a number stands, counted from 1. */
    String place(int index) {
        int row = index / width();
        String line = lines.length == 0 ? "" : " (line " + lines[row] + ")";
        return "row " + (row + 1) + line + (width() == 1 ? "" : ", column " + (index % width() + 1));
    }
}
