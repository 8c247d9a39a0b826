package rugged.meanfield.aging;

import java.util.Arrays;
import java.util.Locale;
import rugged.num.Packed;

/**
 * How far rows are from their extrapolation out of those before, at late times. In u = ln(1 + t/c) rows move at a constant rate, and the differences stay at one
 * level for ever, whatever the equations relax from and to. A scheme whose panels are too coarse for its spacing lets an oscillation from row to row grow, by up
 * to 1.2 a row, out of rounding: first invisibly, then as differences beyond that level, at last as rows that Newton's method does not find. It is lost once all
 * of the last {@value #ROWS} differences are {@value #FACTOR} times the lowest level, which is the largest of as many in succession.
 */
final class Steadiness {
    static final int ROWS = 6;
    static final int FACTOR = 30;

    private final double[] last = new double[ROWS];
    private int count;
    private double level = Double.POSITIVE_INFINITY;
    private final double harmless;

    Steadiness() {
        this(0);
    }

    /** @param harmless the level is no lower than this */
    Steadiness(double harmless) {
        this.harmless = harmless;
    }

    /** Takes the difference of one more row. */
    void add(double difference) {
        last[count % ROWS] = difference;
        count++;
        if (count >= ROWS)
            level = Math.min(level, Math.max(harmless, Arrays.stream(last).max().orElseThrow()));
    }

    /** Whether an oscillation has grown. */
    boolean lost() {
        return count > ROWS && Arrays.stream(last).min().orElseThrow() > FACTOR * level;
    }

    /** The level. */
    String inWords() {
        return String.format(Locale.ROOT, "from which they used to differ by %.2g", level);
    }

    void save(Packed.Writer out) {
        out.put(last).put(count).put(level);
    }

    void load(Packed.Reader in) {
        in.read(last);
        count = in.readInt();
        level = Math.max(harmless, in.readDouble());
    }
}
