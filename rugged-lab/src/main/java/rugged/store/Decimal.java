package rugged.store;

import java.nio.charset.StandardCharsets;

/**
 * Real numbers in text, to the last bit as {@link Double#parseDouble} has them.
 *
 * <p>A decimal of at most 2^53 in digits and at most 22 places is one division of two exactly representable numbers, which rounds once and so rightly
 * (W. D. Clinger, PLDI 1990); everything else is left to the library.
 */
final class Decimal {
    private static final long EXACT = 1L << 53;
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
        int begin = negative ? from + 1 : from;
        long digits = 0;
        int places = -1;
        int count = 0;
        for (int i = begin; i < to; i++) {
            byte sign = text[i];
            if (sign == '.' && places < 0) {
                places = 0;
                continue;
            }
            if (sign < '0' || sign > '9' || digits >= EXACT / 10) return library(text, from, to);
            digits = 10 * digits + (sign - '0');
            count++;
            if (places >= 0) places++;
        }
        if (count == 0 || places >= POWERS.length) return library(text, from, to);
        double value = places > 0 ? digits / POWERS[places] : digits;
        return negative ? -value : value;
    }

    private static double library(byte[] text, int from, int to) {
        return Double.parseDouble(new String(text, from, to - from, StandardCharsets.US_ASCII));
    }
}
