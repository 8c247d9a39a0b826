package rugged.api.record;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers with a shape, and names for its extents: forces[contact], positions[particle, coordinate].
 *
 * @param axes a name for each extent
 * @param shape extents
 * @param values in the order of C, the last index fastest; not copied
 */
public record NamedArray(List<String> axes, List<Integer> shape, double[] values) {
    /** Checks that there are as many values as the shape says, and as many names as extents. */
    public NamedArray {
        axes = List.copyOf(axes);
        shape = List.copyOf(shape);
        long product = 1;
        for (int extent : shape) {
            if (extent < 0) throw new IllegalArgumentException("an extent of " + extent);
            product = Math.multiplyExact(product, extent);
        }
        if (product != values.length)
            throw new IllegalArgumentException(
                    "shape " + shape + " has room for " + product + " values, not for " + values.length);
        if (axes.size() != shape.size())
            throw new IllegalArgumentException(axes.size() + " names for " + shape.size() + " extents");
    }

    /** A vector. */
    public static NamedArray vector(String axis, double[] values) {
        return new NamedArray(List.of(axis), List.of(values.length), values.clone());
    }

    /** A matrix from its rows, copied. */
    public static NamedArray matrix(String row, String column, double[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        double[] flat = new double[Math.multiplyExact(rows.length, width)];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != width) throw new IllegalArgumentException("rows of different length");
            System.arraycopy(rows[r], 0, flat, r * width, width);
        }
        return new NamedArray(List.of(row, column), List.of(rows.length, width), flat);
    }

    /** By value, bit by bit. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NamedArray(List<String> names, List<Integer> extents, double[] numbers)
                && axes.equals(names)
                && shape.equals(extents)
                && Arrays.equals(values, numbers);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * axes.hashCode() + shape.hashCode()) + Arrays.hashCode(values);
    }
}
