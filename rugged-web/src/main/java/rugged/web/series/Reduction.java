package rugged.web.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rugged.web.shape.Curve;
import rugged.web.shape.Undrawn;

/**
 * Fewer points where there are more than the eye can tell apart: in each bin of the drawn axis, in the axis' own scale, the first, last, least and greatest
 * point stay, so no spike is lost; nothing is averaged, nothing is dropped without being counted. The same input always gives the same points.
 */
public final class Reduction {
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

    /** The curves of these samples, in order of their keys. */
    public List<Curve> curves(List<Sample> all) {
        Map<List<String>, List<Sample>> byKey = new LinkedHashMap<>();
        for (Sample sample : all) {
            if (!drawable(sample)) continue;
            List<String> key = new ArrayList<>(List.of(sample.source()));
            sample.key().forEach((name, value) -> key.add(name + "=" + value));
            byKey.computeIfAbsent(key, unseen -> new ArrayList<>()).add(sample);
        }
        List<Curve> curves = new ArrayList<>();
        byKey.values().forEach(curve -> curves.add(curve(curve)));
        return curves;
    }

    private boolean drawable(Sample sample) {
        samples++;
        if (Double.isNaN(sample.x()) || Double.isNaN(sample.y())) nan++;
        else if (Double.isInfinite(sample.x()) || Double.isInfinite(sample.y())) infinite++;
        else if ((logX && sample.x() <= 0) || (logY && sample.y() <= 0)) nonpositive++;
        else return sample.x() >= low && sample.x() <= high;
        return false;
    }

    private Curve curve(List<Sample> points) {
        points.sort(Comparator.comparingDouble(Sample::x));
        if (points.size() <= 4 * bins) return columns(points, null);
        reduced = true;
        double from = across(points.getFirst().x());
        double width = (across(points.getLast().x()) - from) / bins;
        List<Sample> kept = new ArrayList<>();
        List<int[]> extents = new ArrayList<>();
        for (int begin = 0; begin < points.size(); ) {
            int bin = bin(points.get(begin).x(), from, width);
            int end = begin;
            int least = begin;
            int greatest = begin;
            while (end < points.size() && bin(points.get(end).x(), from, width) == bin) {
                if (points.get(end).y() < points.get(least).y()) least = end;
                if (points.get(end).y() > points.get(greatest).y()) greatest = end;
                end++;
            }
            for (int index : new TreeSet<>(List.of(begin, least, greatest, end - 1))) {
                kept.add(points.get(index));
                extents.add(new int[] {least, greatest, end - begin});
            }
            begin = end;
        }
        return columns(kept, new Extents(points, extents));
    }

    private record Extents(List<Sample> points, List<int[]> bins) {}

    private int bin(double x, double from, double width) {
        return width > 0 ? Math.min(bins - 1, (int) ((across(x) - from) / width)) : 0;
    }

    private double across(double x) {
        return logX ? Math.log(x) : x;
    }

    private static Curve columns(List<Sample> points, @Nullable Extents extents) {
        int size = points.size();
        double[] x = new double[size];
        double[] y = new double[size];
        double[] error = new double[size];
        double[] count = new double[size];
        double[] least = extents == null ? null : new double[size];
        double[] greatest = extents == null ? null : new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = points.get(i).x();
            y[i] = points.get(i).y();
            error[i] = points.get(i).error();
            count[i] = points.get(i).count();
            if (extents != null && least != null && greatest != null) {
                int[] bin = extents.bins().get(i);
                least[i] = extents.points().get(bin[0]).y();
                greatest[i] = extents.points().get(bin[1]).y();
                count[i] = bin[2];
            }
        }
        return new Curve(
                points.getFirst().key(), points.getFirst().source(), x, y, error, least, greatest, flags(error), count);
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
