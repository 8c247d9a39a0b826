package rugged.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as physicists write them: value(error), durations and sizes in words. */
public final class Numerals {
    private Numerals() {}

    /** {@code -1.0803(21)}: the error to two digits in units of the last place; the plain number where there is no error. */
    public static String value(double value, double error) {
        if (Double.isNaN(value)) return "-";
        if (!(error > 0) || Double.isInfinite(error)) return plain(value);
        int exponent = (int) Math.floor(Math.log10(error));
        int places = 1 - exponent;
        if (places <= 0) return plain(Math.rint(value)) + "(" + plain(Math.rint(error)) + ")";
        if (places > 15) return plain(value) + "(" + plain(error) + ")";
        BigDecimal shown = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
        long digits = BigDecimal.valueOf(error)
                .scaleByPowerOfTen(places)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValue();
        return shown.toPlainString() + "(" + digits + ")";
    }

    /** At most seven significant digits. */
    public static String plain(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) return String.valueOf(value);
        if (value == Math.rint(value) && Math.abs(value) < 1e9) return Long.toString((long) value);
        double size = Math.abs(value);
        if (size >= 1e-4 && size < 1e7) {
            return new BigDecimal(value, new MathContext(7))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return String.format(Locale.ROOT, "%.3g", value);
    }

    /** {@code 8 s}, {@code 2 min 5 s}, {@code 3 h 20 min}. */
    public static String duration(double seconds) {
        if (Double.isNaN(seconds)) return "?";
        if (seconds < 9.95) return String.format(Locale.ROOT, "%.1f s", seconds);
        long whole = Math.round(seconds);
        if (whole < 120) return whole + " s";
        if (whole < 7200) return whole / 60 + " min " + whole % 60 + " s";
        return whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    /** {@code 1.4 GiB}. */
    public static String bytes(double bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
        int unit = 0;
        double shown = bytes;
        while (shown >= 1024 && unit < units.length - 1) {
            shown /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, shown < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", shown, units[unit]);
    }
}
