package rugged.store.point;

import java.nio.charset.StandardCharsets;

/**
 * Real numbers in text, to the last bit as {@link Double#parseDouble} has them.
 *
 * <p>A decimal is w 10^e with whole w of at most 18 digits. For |e| up to 22 the power is exact in a double, and w is the exact sum of two doubles: the
 * quotient (or product) is formed as a sum of two doubles with a fused multiply-add, right to about 2^-100 (T. J. Dekker, Numer. Math. 18, 224 (1971)), and
 * then rounded once. Where its lower part lies so near half a unit in the last place that this could go either way, and for all other texts, the library
 * decides.
 */
final class Decimal {
    private static final long ROOM = 99_999_999_999_999_999L; // one more digit makes at most 18
    private static final double NEAR_HALF = 1e-6; // of a unit in the last place; the lower part is known to about 1e-16
    private static final double[] POWERS = powers();

    private Decimal() {}

    private static double[] powers() {
        double[] powers = new double[23];
        powers[0] = 1;
        for (int k = 1; k < powers.length; k++) powers[k] = 10 * powers[k - 1];
        return powers;
    }

    /** The number in {@code text[from..to)}. */
    static double parse(byte[] text, int from, int to) {
        boolean negative = from < to && text[from] == '-';
        int i = negative ? from + 1 : from;
        int begin = i;
        long digits = 0;
        int point = -1;
        for (; i < to; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                if (digits > ROOM) return library(text, from, to);
                digits = 10 * digits + digit;
            } else if (text[i] == '.' && point < 0) {
                point = i;
            } else {
                break;
            }
        }
        if (i - begin <= (point < 0 ? 0 : 1)) return library(text, from, to);
        int exponent = point < 0 ? 0 : point + 1 - i;
        if (i < to) {
            int further = exponent(text, i, to);
            if (further == Integer.MIN_VALUE) return library(text, from, to);
            exponent += further;
        }
        double value = value(digits, exponent);
        if (Double.isNaN(value)) return library(text, from, to);
        return negative ? -value : value;
    }

    /** What follows the digits, if it is E and a small whole number. */
    private static int exponent(byte[] text, int from, int to) {
        if (text[from] != 'E' && text[from] != 'e') return Integer.MIN_VALUE;
        boolean negative = from + 1 < to && text[from + 1] == '-';
        int begin = negative ? from + 2 : from + 1;
        if (begin == to || to - begin > 3) return Integer.MIN_VALUE;
        int exponent = 0;
        for (int i = begin; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') return Integer.MIN_VALUE;
            exponent = 10 * exponent + (text[i] - '0');
        }
        return negative ? -exponent : exponent;
    }

    /** The number rounded once; NaN where that cannot be told. */
    private static double value(long digits, int exponent) {
        if (digits == 0) return 0;
        if (Math.abs(exponent) >= POWERS.length) return Double.NaN;
        double high = digits;
        double low = digits - (long) high;
        double power = POWERS[Math.abs(exponent)];
        double first;
        double second;
        if (exponent < 0) {
            first = high / power;
            second = (Math.fma(-first, power, high) + low) / power;
        } else {
            first = high * power;
            second = Math.fma(high, power, -first) + low * power;
        }
        double sum = first + second;
        double left = Math.abs(second - (sum - first)) / Math.ulp(sum);
        // below a power of two the unit is half as large
        boolean doubtful = Math.abs(left - 0.5) < NEAR_HALF || Math.abs(left - 0.25) < NEAR_HALF;
        return doubtful ? Double.NaN : sum;
    }

    private static double library(byte[] text, int from, int to) {
        return Double.parseDouble(new String(text, from, to - from, StandardCharsets.US_ASCII));
    }
}
