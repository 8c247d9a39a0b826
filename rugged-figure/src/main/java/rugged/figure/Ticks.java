package rugged.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import rugged.figure.FigureRequest.Scale;

/**
 * The ticks of one axis.
 *
 * @param low lower end of the axis
 * @param high upper end
 * @param scale linear or logarithmic
 * @param marks ascending, all within the axis
 */
record Ticks(double low, double high, Scale scale, List<Mark> marks) {
    private static final int MOST_DECADES_WITH_MINOR_TICKS = 9;

    /** A tick: long if major; the label is empty on minor ticks and on majors that would crowd. */
    record Mark(double value, boolean major, String label) {}

    Ticks {
        marks = List.copyOf(marks);
    }

    /** Ticks for an axis that has room for about so many labels. */
    static Ticks of(double low, double high, Scale scale, int labels) {
        List<Mark> marks = scale == Scale.LOG ? log(low, high, labels) : linear(low, high, labels);
        return new Ticks(low, high, scale, marks);
    }

    /** Where a value lies on the axis, 0 to 1. */
    double place(double value) {
        return scale == Scale.LOG
                ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
    }

    private static List<Mark> linear(double low, double high, int labels) {
        double wanted = (high - low) / Math.max(labels, 1);
        int exponent = (int) Math.floor(Math.log10(wanted));
        double front = wanted / Math.pow(10, exponent);
        int digit = front < 1.5 ? 1 : front < 3.2 ? 2 : front < 7 ? 5 : 10;
        int minorsInMajor = digit == 2 ? 4 : 5;
        // exact decimals, so that 0.3 is 0.3 in the label and in the file
        BigDecimal major = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
        BigDecimal minor = major.divide(BigDecimal.valueOf(minorsInMajor));
        int decimals = Math.max(0, major.stripTrailingZeros().scale());
        List<Mark> out = new ArrayList<>();
        double slack = 1e-9 * (high - low);
        long first = (long) Math.ceil((low - slack) / minor.doubleValue());
        for (long k = first; k * minor.doubleValue() <= high + slack; k++) {
            BigDecimal value = minor.multiply(BigDecimal.valueOf(k));
            boolean isMajor = k % minorsInMajor == 0;
            out.add(new Mark(value.doubleValue(), isMajor, isMajor ? label(value, decimals) : ""));
        }
        boolean scaled = out.stream().filter(Mark::major).count() >= 2;
        return scaled ? out : linear(low, high, labels + 1);
    }

    private static String label(BigDecimal value, int decimals) {
        double size = value.abs().doubleValue();
        if (size >= 1e5 || (size > 0 && size < 1e-3 && decimals > 4)) {
            return Labels.marked(value.toPlainString());
        }
        return value.setScale(decimals, java.math.RoundingMode.HALF_EVEN).toPlainString();
    }

    private static List<Mark> log(double low, double high, int labels) {
        double slack = 1e-9;
        int first = (int) Math.floor(Math.log10(low) + slack);
        int last = (int) Math.ceil(Math.log10(high) - slack);
        double decades = Math.log10(high) - Math.log10(low);
        if (decades < 0.5) {
            return linear(low, high, Math.max(2, labels * 2 / 3));
        }
        int every = every(first, last, low, high, labels);
        // with fewer than two decades a label at each would leave the axis without a scale
        boolean between = decades < 2;
        List<Mark> out = new ArrayList<>();
        for (int decade = first; decade <= last; decade++) {
            for (int digit = 1; digit <= 9; digit++) {
                double value =
                        BigDecimal.valueOf(digit).scaleByPowerOfTen(decade).doubleValue();
                if (value < low * (1 - slack) || value > high * (1 + slack)) {
                    continue;
                }
                boolean major = digit == 1;
                boolean labelled = major ? Math.floorMod(decade, every) == 0 : between && (digit == 2 || digit == 5);
                if (major || decades <= MOST_DECADES_WITH_MINOR_TICKS) {
                    out.add(new Mark(value, major || labelled, labelled ? power(digit, decade, between) : ""));
                }
            }
        }
        boolean scaled = out.stream().filter(mark -> !mark.label().isEmpty()).count() >= 2;
        return scaled ? out : linear(low, high, Math.max(2, labels * 2 / 3));
    }

    /** Label every so many decades: as many as there is room for, but two at least. */
    private static int every(int first, int last, double low, double high, int labels) {
        int every = Math.max(1, (int) Math.ceil((Math.log10(high) - Math.log10(low)) / Math.max(labels, 1)));
        for (; every > 1; every--) {
            int step = every;
            long shown = java.util.stream.IntStream.rangeClosed(first, last)
                    .filter(decade -> Math.floorMod(decade, step) == 0)
                    .mapToDouble(decade -> Math.pow(10, decade))
                    .filter(value -> value >= low && value <= high)
                    .count();
            if (shown >= 2) {
                break;
            }
        }
        return every;
    }

    private static String power(int digit, int decade, boolean between) {
        if (between && Math.abs(decade) <= 3) {
            return BigDecimal.valueOf(digit).scaleByPowerOfTen(decade).toPlainString();
        }
        return (digit == 1 ? "" : digit + "×") + "10^{" + decade + "}";
    }
}
