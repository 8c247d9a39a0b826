package rugged.web.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rugged.web.shape.Curve;
import rugged.web.shape.run.Undrawn;

/**
 * Fewer points where there are more than the eye can tell apart: in each bin of the drawn axis, in the axis' own scale, the first, last, least and greatest
 * point stay, so no spike is lost; nothing is averaged, nothing is dropped without being counted. The same input always gives the same points.
 */
public final class Reduction {
    private static final int LEAST_POINTS = 4; // of a bin

    private final boolean logX;
    private final boolean logY;
    private final double low;
    private final double high;
    private final int bins;
    private long nan;
    private long infinite;
    private long nonpositive;
    private long samples;
    private boolean reduced;

    /**
     * @param logX whether the horizontal axis is logarithmic
     * @param logY whether the vertical axis is
     * @param low where the shown range begins
     * @param high where it ends
     * @param bins bins of a curve; a curve of at most four points a bin is not reduced
     */
    public Reduction(boolean logX, boolean logY, double low, double high, int bins) {
        this.logX = logX;
        this.logY = logY;
        this.low = low;
        this.high = high;
        this.bins = bins;
    }

    /** What is drawn of these curves, in their order. */
    public List<Curve> curves(List<Points> all) {
        List<Curve> curves = new ArrayList<>();
        for (Points points : all) {
            int[] drawn = drawable(points);
            if (drawn.length > 0) curves.add(curve(points, sorted(points.x(), drawn)));
        }
        return curves;
    }

    private int[] drawable(Points points) {
        int[] drawn = new int[points.size()];
        int size = 0;
        for (int i = 0; i < drawn.length; i++) if (drawable(points.x()[i], points.y()[i])) drawn[size++] = i;
        return Arrays.copyOf(drawn, size);
    }

    private boolean drawable(double x, double y) {
        samples++;
        if (Double.isNaN(x) || Double.isNaN(y)) nan++;
        else if (Double.isInfinite(x) || Double.isInfinite(y)) infinite++;
        else if ((logX && x <= 0) || (logY && y <= 0)) nonpositive++;
        else return x >= low && x <= high;
        return false;
    }

    private static int[] sorted(double[] x, int[] rows) {
        for (int k = 1; k < rows.length; k++) {
            if (Double.compare(x[rows[k - 1]], x[rows[k]]) <= 0) continue;
            return IntStream.of(rows)
                    .boxed()
                    .sorted(java.util.Comparator.comparingDouble(row -> x[row]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return rows;
    }

    private Curve curve(Points points, int[] rows) {
        if (rows.length <= LEAST_POINTS * bins) return new Kept(points, rows.length, false).all(rows);
        reduced = true;
        double[] x = points.x();
        double[] y = points.y();
        double from = across(x[rows[0]]);
        double width = (across(x[rows[rows.length - 1]]) - from) / bins;
        Kept kept = new Kept(points, LEAST_POINTS * bins, true);
        for (int begin = 0; begin < rows.length; ) {
            int bin = bin(x[rows[begin]], from, width);
            int end = begin;
            int least = begin;
            int greatest = begin;
            while (end < rows.length && bin(x[rows[end]], from, width) == bin) {
                if (y[rows[end]] < y[rows[least]]) least = end;
                if (y[rows[end]] > y[rows[greatest]]) greatest = end;
                end++;
            }
            int[] stay = {begin, Math.min(least, greatest), Math.max(least, greatest), end - 1};
            for (int k = 0; k < stay.length; k++)
                if (k == 0 || stay[k] != stay[k - 1])
                    kept.add(rows[stay[k]], y[rows[least]], y[rows[greatest]], end - begin);
            begin = end;
        }
        return kept.curve();
    }

    private int bin(double x, double from, double width) {
        return width > 0 ? Math.min(bins - 1, (int) ((across(x) - from) / width)) : 0;
    }

    private double across(double x) {
        return logX ? Math.log(x) : x;
    }

    /** Why an error travels as null; places and values are finite, as they can be drawn. */
    private static @Nullable List<String> flags(double[] error) {
        if (Arrays.stream(error).allMatch(Double::isFinite)) return null;
        return Arrays.stream(error).mapToObj(Reduction::flag).toList();
    }

    private static String flag(double error) {
        if (Double.isFinite(error)) return "";
        return Double.isNaN(error) ? "error: nan" : error > 0 ? "error: inf" : "error: -inf";
    }

    /** Points that stay. */
    private static final class Kept {
        private final Points points;
        private final double[][] columns;
        private final boolean binned;
        private int size;

        Kept(Points points, int most, boolean binned) {
            this.points = points;
            this.binned = binned;
            columns = new double[binned ? 6 : 4][most];
        }

        Curve all(int[] rows) {
            for (int row : rows) add(row, Double.NaN, Double.NaN, 0);
            return curve();
        }

        void add(int row, double least, double greatest, int members) {
            columns[0][size] = points.x()[row];
            columns[1][size] = points.y()[row];
            columns[2][size] = points.error()[row];
            columns[3][size] = binned ? members : points.count()[row];
            if (binned) {
                columns[4][size] = least;
                columns[5][size] = greatest;
            }
            size++;
        }

        Curve curve() {
            return new Curve(
                    points.key(),
                    points.source(),
                    column(0),
                    column(1),
                    column(2),
                    binned ? column(4) : null,
                    binned ? column(5) : null,
                    flags(column(2)),
                    column(3),
                    0);
        }

        private double[] column(int k) {
            return Arrays.copyOf(columns[k], size);
        }
    }

    /** What could not be drawn so far. */
    public Undrawn undrawn() {
        return new Undrawn(nan, infinite, nonpositive);
    }

    /** Samples seen so far. */
    public long samples() {
        return samples;
    }

    /** Whether any curve was reduced. */
    public boolean reduced() {
        return reduced;
    }

    /** What was done, in words. */
    public String words() {
        return reduced ? samples + " samples, " + bins + " bins" : "every point drawn";
    }
}
