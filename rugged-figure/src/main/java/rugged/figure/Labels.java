package rugged.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Numbers as the reader wants them: shortest text, powers of ten raised, numbers before words. */
public final class Labels {
    private Labels() {}

    /** The number a text stands for, or NaN; {@code inf} is infinite. */
    public static double number(String text) {
        String stripped = text.strip();
        return switch (stripped) {
            case "inf", "+inf", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
            case "" -> Double.NaN;
            default -> {
                char last = stripped.charAt(stripped.length() - 1);
                try {
                    yield Character.isLetter(last) ? Double.NaN : Double.parseDouble(stripped);
                } catch (NumberFormatException e) {
                    yield Double.NaN;
                }
            }
        };
    }

    /** The shortest decimal text that reads back as the same number. */
    public static String plain(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        double size = Math.abs(value);
        if (size >= 1e16 || size < 1e-4) {
            return Double.toString(value).replace(".0E", "E").replace('E', 'e');
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** A parameter's value in markup: up to six digits, above 10^4 and below 10^-3 with a power of ten. */
    static String marked(String text) {
        double value = number(text);
        if (Double.isNaN(value)) {
            return text;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        BigDecimal rounded = new BigDecimal(value, new MathContext(6)).stripTrailingZeros();
        double size = Math.abs(value);
        if (value == 0 || (size < 1e5 && size >= 1e-3)) {
            return value == 0 ? "0" : rounded.toPlainString();
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        BigDecimal front = rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros();
        String power = "10^{" + exponent + "}";
        return switch (front.toPlainString()) {
            case "1" -> power;
            case "-1" -> "-" + power;
            default -> front.toPlainString() + "×" + power;
        };
    }

    /** Several values in markup; powers of ten that reach 10^4 are all written as powers. */
    static List<String> marked(List<String> texts) {
        boolean powers = texts.stream().allMatch(text -> {
            double exponent = Math.log10(number(text));
            return exponent == Math.rint(exponent) && !Double.isInfinite(exponent);
        });
        if (!powers || texts.stream().noneMatch(text -> number(text) >= 1e4 || number(text) <= 1e-3)) {
            return texts.stream().map(Labels::marked).toList();
        }
        return texts.stream()
                .map(text -> "10^{" + Math.round(Math.log10(number(text))) + "}")
                .toList();
    }

    /** Whether every text is a number: then they are ordered and take the ordered palette. */
    public static boolean ordered(List<String> texts) {
        return !texts.isEmpty() && texts.stream().noneMatch(text -> Double.isNaN(number(text)));
    }

    /** Numbers ascending; words as they came. */
    public static List<String> sorted(List<String> texts) {
        List<String> out = new ArrayList<>(texts);
        if (ordered(texts)) {
            out.sort(Comparator.comparingDouble(Labels::number));
        }
        return out;
    }
}
