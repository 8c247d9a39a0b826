package rugged.store.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.api.Quantity;
import rugged.num.Jackknife;

/**
 * A quotient of two quantities of one group, at every place where both were recorded: the mean over points of the one over that of the other, with the
 * jackknife error over points ({@link Jackknife#ratio}); points without one of the two there are left out. With one point the error is NaN; where the
 * denominator {@link Jackknife#vanishes}, so is the value. Cost: two passes over the records, 44 bytes a place.
 */
final class Quotients {
    private final String numerator;
    private final String denominator;
    private final Places places;
    private int[] counts = new int[16];
    private double[] above = new double[16];
    private double[] below = new double[16];
    private double[] means = new double[16];
    private double[] squares = new double[16];
    private int[] positive = new int[16];

    private Quotients(Quantity.Ratio ratio, int dimension) {
        numerator = ratio.numerator();
        denominator = ratio.denominator();
        places = new Places(dimension);
    }

    /** The block of a quotient; empty where no point has both. */
    static Optional<GroupValues> block(
            Map<String, String> group, String quantity, Quantity.Ratio ratio, List<PointMeans> points) {
        List<PointMeans> both = new ArrayList<>();
        for (PointMeans point : points) {
            if (point.track(ratio.numerator()).isPresent()
                    && point.track(ratio.denominator()).isPresent()) both.add(point);
        }
        if (both.isEmpty()) return Optional.empty();
        int dimension =
                both.getFirst().track(ratio.numerator()).orElseThrow().places().dimension();
        Quotients quotients = new Quotients(ratio, dimension);
        for (PointMeans point : both) quotients.each(point, quotients::add);
        double[] values = quotients.values();
        Arrays.fill(quotients.means, 0.0);
        Arrays.fill(quotients.squares, 0.0);
        int[] seen = new int[quotients.counts.length];
        for (PointMeans point : both)
            quotients.each(point, (place, a, b) -> quotients.leave(place, a, b, ++seen[place]));
        return Optional.of(
                new GroupValues(group, quantity, quotients.places, values, quotients.errors(values), quotients.counts));
    }

    private interface Visit {
        void at(int place, double a, double b);
    }

    private void each(PointMeans point, Visit visit) {
        PointMeans.Track first = point.track(numerator).orElseThrow();
        PointMeans.Track second = point.track(denominator).orElseThrow();
        double[] at = new double[places.dimension()];
        for (int k = 0; k < first.places().size(); k++) {
            for (int a = 0; a < at.length; a++) at[a] = first.places().at(a, k);
            int other = second.places().find(at, k);
            if (other < 0 || first.count(k) == 0 || second.count(other) == 0) continue;
            int place = places.of(at, k);
            if (place >= counts.length) grow(2 * place + 1);
            visit.at(place, first.mean(k), second.mean(other));
        }
    }

    private void add(int place, double a, double b) {
        counts[place]++;
        if (b > 0.0) positive[place]++;
        above[place] += a;
        below[place] += b;
        double step = b - means[place];
        means[place] += step / counts[place];
        squares[place] += step * (b - means[place]);
    }

    /** The quotient without one point, after {@code seen} of them. */
    private void leave(int place, double a, double b, int seen) {
        double left = (above[place] - a) / (below[place] - b);
        double step = left - means[place];
        means[place] += step / seen;
        squares[place] += step * (left - means[place]);
    }

    private double[] values() {
        double[] values = new double[counts.length];
        for (int place = 0; place < places.size(); place++) {
            int n = counts[place];
            boolean vanishes = Jackknife.vanishes(n, positive[place], means[place], squares[place]);
            values[place] = vanishes ? Double.NaN : above[place] / below[place];
        }
        return values;
    }

    private double[] errors(double[] values) {
        double[] errors = new double[counts.length];
        for (int place = 0; place < places.size(); place++) {
            int n = counts[place];
            boolean known = n > 1 && !Double.isNaN(values[place]);
            errors[place] = known ? Math.sqrt((n - 1.0) / n * squares[place]) : Double.NaN;
        }
        return errors;
    }

    private void grow(int size) {
        counts = Arrays.copyOf(counts, size);
        above = Arrays.copyOf(above, size);
        below = Arrays.copyOf(below, size);
        means = Arrays.copyOf(means, size);
        squares = Arrays.copyOf(squares, size);
        positive = Arrays.copyOf(positive, size);
    }
}
