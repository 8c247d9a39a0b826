package rugged.num;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How well curves of different sizes N fall on one after x' = (x - xc) N^a, y' = y N^b: the mean over all points i and all other curves j that reach over x'_i
 * of (y'_i - Y_j(x'_i))^2 / (sigma_i^2 + sigma_j^2), with Y_j interpolated linearly between its neighbours. 1 where they agree within their errors.
 *
 * <p>After J. Houdayer and A. K. Hartmann, Phys. Rev. B 70, 014418 (2004). Cost: points squared.
 */
public final class CollapseQuality {
    private double sum;
    private int pairs;

    private record Scaled(double x, double y, double error) {}

    /** One point before scaling; one without a finite value or a positive error does not count. */
    public record Point(double x, double y, double error) {}

    /**
     * One curve before scaling.
     *
     * @param size N
     * @param points in any order
     */
    public record Sized(double size, List<Point> points) {}

    /** The quality of curves scaled so. */
    public static CollapseQuality of(List<Sized> curves, double xc, double a, double b) {
        List<List<Scaled>> scaled = new ArrayList<>();
        for (Sized curve : curves) {
            double across = Math.pow(curve.size(), a);
            double up = Math.pow(curve.size(), b);
            scaled.add(curve.points().stream()
                    .filter(point -> Double.isFinite(point.y()) && point.error() > 0)
                    .map(point -> new Scaled((point.x() - xc) * across, point.y() * up, point.error() * up))
                    .sorted(Comparator.comparingDouble(Scaled::x))
                    .toList());
        }
        CollapseQuality quality = new CollapseQuality();
        for (int i = 0; i < scaled.size(); i++) {
            for (int j = 0; j < scaled.size(); j++) if (i != j) quality.add(scaled.get(i), scaled.get(j));
        }
        return quality;
    }

    private void add(List<Scaled> points, List<Scaled> curve) {
        for (Scaled point : points) {
            for (int k = 0; k + 1 < curve.size(); k++) {
                Scaled low = curve.get(k);
                Scaled high = curve.get(k + 1);
                if (point.x < low.x || point.x > high.x || low.x == high.x) continue;
                double part = (point.x - low.x) / (high.x - low.x);
                double y = (1 - part) * low.y + part * high.y;
                double error = Math.hypot((1 - part) * low.error, part * high.error);
                double distance = (point.y - y) / Math.hypot(point.error, error);
                sum += distance * distance;
                pairs++;
                break;
            }
        }
    }

    /** Mean squared distance in standard errors; NaN where no curves overlap. */
    public double value() {
        return pairs == 0 ? Double.NaN : sum / pairs;
    }

    /** Distances in the mean. */
    public int pairs() {
        return pairs;
    }
}
