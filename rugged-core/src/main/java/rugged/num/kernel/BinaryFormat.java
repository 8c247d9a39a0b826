package rugged.num.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** What {@link FloatExponentials} and its twin for doubles must know of the two formats of binary numbers (IEEE 754). */
final class BinaryFormat {
    /** ln 2 in two parts, the first of few digits, so that its products with small integers are exact. */
    static final float FLOAT_HIGH = 0.693359375f;

    static final float FLOAT_LOW = (float) (Math.log(2) - 0.693359375);
    static final double DOUBLE_HIGH = 0x1.62e42fefa38p-1;
    static final double DOUBLE_LOW = 0x1.ef35793c76730p-45;

    /** Added to a small number it leaves the nearest integer in the last bits: 3/2 times 2 to the number of digits. */
    static final float FLOAT_SHIFT = 0x1.8p23f;

    static final double DOUBLE_SHIFT = 0x1.8p52;

    /** Arguments of the exponential whose result is a normal number. */
    static final float FLOAT_LEAST = -87;

    static final float FLOAT_MOST = 88;
    static final double DOUBLE_LEAST = -708;
    static final double DOUBLE_MOST = 709;

    /** Terms of the series of e^r - 1 for |r| <= 0.35. */
    static final int FLOAT_TERMS = 7;

    static final int DOUBLE_TERMS = 13;

    /** Last term of the series of artanh s for s <= 1/3, so that the rest is below 2e-9, for doubles 1e-17. */
    static final int FLOAT_ODD = 15;

    static final int DOUBLE_ODD = 33;

    private static final int FLOAT_BIAS = 127;
    private static final int FLOAT_DIGITS = 23;
    private static final int DOUBLE_BIAS = 1023;
    private static final int DOUBLE_DIGITS = 52;

    private BinaryFormat() {}

    /** 2^n, n being the last bits of {@code shifted}. */
    static float powerOfTwo(float shifted) {
        return Float.intBitsToFloat((Float.floatToRawIntBits(shifted) + FLOAT_BIAS) << FLOAT_DIGITS);
    }

    /** 2^n, n being the last bits of {@code shifted}. */
    static double powerOfTwo(double shifted) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + DOUBLE_BIAS) << DOUBLE_DIGITS);
    }

    /** 2^n in each lane, n being its last bits. */
    static FloatVector powerOfTwo(FloatVector shifted) {
        IntVector bits = shifted.reinterpretAsInts();
        return bits.add(FLOAT_BIAS).lanewise(VectorOperators.LSHL, FLOAT_DIGITS).reinterpretAsFloats();
    }

    /** 2^n in each lane, n being its last bits. */
    static DoubleVector powerOfTwo(DoubleVector shifted) {
        LongVector bits = shifted.reinterpretAsLongs();
        return bits.add(DOUBLE_BIAS)
                .lanewise(VectorOperators.LSHL, DOUBLE_DIGITS)
                .reinterpretAsDoubles();
    }
}
