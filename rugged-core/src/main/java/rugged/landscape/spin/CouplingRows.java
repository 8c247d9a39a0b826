package rugged.landscape.spin;

import java.util.Locale;
import rugged.landscape.Precision;
import rugged.params.BadParameter;

/**
 * Couplings J_ik of spins i with spins k, row by row, so that the flip of spin i reads one contiguous row. Shared between forks, and not changed once it is filled.
 *
 * <p>One of {@code wide} and {@code narrow} holds them, by the precision; the other has no rows.
 */
final class CouplingRows {
    /** Share of the heap that couplings may take. */
    private static final double SHARE = 0.9;

    private static final double GIB = 0x1.0p30;

    /** Rows that are added at one pass. */
    static final int AT_ONCE = 4;

    private final int columns;
    private final boolean single;
    private final double[][] wide;
    private final float[][] narrow;

    CouplingRows(int rows, int columns, Precision precision) {
        this.columns = columns;
        single = precision == Precision.FLOAT32;
        wide = new double[single ? 0 : rows][columns];
        narrow = new float[single ? rows : 0][columns];
    }

    /** Refuses more couplings than this JVM may hold. */
    static void require(double couplings, Precision precision, String parameter, int value) {
        double needed = couplings * precision.bytes();
        double limit = SHARE * Runtime.getRuntime().maxMemory();
        if (needed <= limit) return;
        String message = String.format(
                Locale.ROOT,
                "the couplings need %.2f GiB, more than the %.2f GiB this JVM may use",
                needed / GIB,
                limit / GIB);
        throw new BadParameter(parameter, value, message, "a smaller n, or precision: float32");
    }

    int columns() {
        return columns;
    }

    /** Whether they are kept in single precision. */
    boolean single() {
        return single;
    }

    void set(int row, int column, double value) {
        if (single) narrow[row][column] = (float) value;
        else wide[row][column] = value;
    }

    double at(int row, int column) {
        return single ? narrow[row][column] : wide[row][column];
    }

    /** into += factor times a row. */
    void add(int row, double factor, double[] into) {
        if (single) {
            float[] from = narrow[row];
            for (int k = 0; k < into.length; k++) into[k] += factor * from[k];
        } else {
            double[] from = wide[row];
            for (int k = 0; k < into.length; k++) into[k] += factor * from[k];
        }
    }

    /** into += -2 s times their rows for the four spins from which[k] on, in their order. */
    void flip(int[] which, int k, int from, double[] s, double[] into) {
        double[] a = wide[which[k] - from];
        double[] b = wide[which[k + 1] - from];
        double[] c = wide[which[k + 2] - from];
        double[] d = wide[which[k + 3] - from];
        double x = -2.0 * s[which[k]];
        double y = -2.0 * s[which[k + 1]];
        double z = -2.0 * s[which[k + 2]];
        double w = -2.0 * s[which[k + 3]];
        for (int i = 0; i < into.length; i++) into[i] = into[i] + x * a[i] + y * b[i] + z * c[i] + w * d[i];
    }

    /** The same in single precision. */
    void flip(int[] which, int k, int from, double[] s, float[] into) {
        float[] a = narrow[which[k] - from];
        float[] b = narrow[which[k + 1] - from];
        float[] c = narrow[which[k + 2] - from];
        float[] d = narrow[which[k + 3] - from];
        float x = -2.0f * (float) s[which[k]];
        float y = -2.0f * (float) s[which[k + 1]];
        float z = -2.0f * (float) s[which[k + 2]];
        float w = -2.0f * (float) s[which[k + 3]];
        for (int i = 0; i < into.length; i++) into[i] = into[i] + x * a[i] + y * b[i] + z * c[i] + w * d[i];
    }

    /** The same in single precision. */
    void add(int row, float factor, float[] into) {
        float[] from = narrow[row];
        for (int k = 0; k < into.length; k++) into[k] += factor * from[k];
    }
}
