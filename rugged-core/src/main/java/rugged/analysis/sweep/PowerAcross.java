package rugged.analysis.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rugged.analysis.Resampling;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * How one quantity goes with another over systems that have nothing else in common: y = A x^b by least squares in logarithms, every set of parameters a point of equal weight, and the correlation of the logarithms. A point is the geometric mean over samples of the last record of each, with the standard error of the mean of the logarithm. Errors of A, b and
 * the correlation are standard deviations over a bootstrap of the sets of parameters, so that they say what another choice of systems would give. What is not positive has no logarithm and is left out.
 */
@Named(
        value = "power-across",
        title = "Power law across systems",
        doc = "Exponent, prefactor and correlation of one quantity against another over all sets of parameters of a"
                + " study.",
        source = "textbook",
        topics = {"scaling"})
public record PowerAcross(
        @Param(doc = "quantity y") String quantity,

        @Param(doc = "quantity x that it is set against") String against,

        @Param(doc = "bootstrap samples", def = "1000", min = 50, max = 100000)
        int resamples)
        implements AnalysisSpec {
    private static final int FEWEST = 3;

    /** Checks that there are two. */
    public PowerAcross {
        if (quantity.equals(against))
            throw new BadParameter("against", against, "is the quantity itself", "another quantity");
    }

    /** Slope. */
    public Quantity exponent() {
        return whole("exponent", "b", "b of " + quantity + " = A " + against + "^b over all systems");
    }

    /** Prefactor. */
    public Quantity prefactor() {
        return whole("prefactor", "A", "A of " + quantity + " = A " + against + "^b over all systems");
    }

    /** Correlation. */
    public Quantity correlation() {
        return whole("correlation", "r", "correlation of ln " + quantity + " with ln " + against + " over systems");
    }

    /** Ordinate of a point. */
    public Quantity point() {
        return whole("point", quantity, "geometric mean of " + quantity + " over samples, at the last time");
    }

    /** Abscissa of a point. */
    public Quantity place() {
        return whole("place", against, "geometric mean of " + against + " over samples, at the last time");
    }

    private Quantity whole(String what, String symbol, String definition) {
        return new Quantity(quantity + "_by_" + against + "_" + what, symbol, "", List.of(), definition);
    }

    @Override
    public Set<String> reads() {
        return Set.of(quantity, against);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(exponent(), prefactor(), correlation(), point(), place());
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        List<double[]> points = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        for (Group group : groups) {
            if (!group.simulated()) continue;
            double[] x = logarithm(group, against);
            double[] y = logarithm(group, quantity);
            if (Double.isNaN(x[0]) || Double.isNaN(y[0])) continue;
            points.add(new double[] {x[0], y[0]});
            samples.addAll(group.samples());
            out.put(group, place(), Math.exp(x[0]), x[1] * Math.exp(x[0]));
            out.put(group, point(), Math.exp(y[0]), y[1] * Math.exp(y[0]));
        }
        conclude(new Group(Map.of(), samples), points, random.stream("bootstrap", 0), out);
    }

    private void conclude(Group all, List<double[]> points, RandomStream random, Conclusions out) {
        int n = points.size();
        int[] everyone = new int[n];
        for (int k = 0; k < n; k++) everyone[k] = k;
        double[] found = n < FEWEST ? new double[] {Double.NaN, Double.NaN, Double.NaN} : fit(points, everyone);
        List<Quantity> written = List.of(exponent(), prefactor(), correlation());
        if (Double.isNaN(found[0])) {
            String why = "needs " + FEWEST + " systems with different " + against + " and has " + n;
            for (Quantity quantity : written) out.undefined(all, quantity, why);
            return;
        }
        double[][] drawn = new double[found.length][resamples];
        for (int k = 0; k < resamples; k++) {
            double[] one = fit(points, Resampling.draw(n, random));
            for (int i = 0; i < found.length; i++) drawn[i][k] = one[i];
        }
        double[] errors = new double[found.length];
        for (int i = 0; i < found.length; i++) {
            errors[i] = Resampling.few(n) * Resampling.middle(drawn[i]);
            out.put(all, written.get(i), found[i], errors[i]);
        }
        out.say(String.format(
                Locale.ROOT,
                "%s = %.3g(%.1g) %s^%.2f(%.2f) over %d systems; the logarithms correlate by %.2f +- %.2f.",
                quantity,
                found[1],
                errors[1],
                against,
                found[0],
                errors[0],
                n,
                found[2],
                errors[2]));
    }

    /** Mean over samples of the logarithm of the last record, and its standard error. */
    private static double[] logarithm(Group group, String quantity) {
        List<Double> all = new ArrayList<>();
        for (Sample sample : group.samples()) {
            List<Reading> readings = sample.readings(quantity);
            double last = readings.isEmpty() ? Double.NaN : readings.getLast().value();
            if (last > 0.0 && Double.isFinite(last)) all.add(Math.log(last));
        }
        int n = all.size();
        if (n == 0) return new double[] {Double.NaN, Double.NaN};
        double mean = all.stream().mapToDouble(Double::doubleValue).sum() / n;
        double square = all.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return new double[] {mean, n < 2 ? Double.NaN : Math.sqrt(square / (n * (n - 1.0)))};
    }

    /** Exponent, prefactor and correlation of the points drawn; NaN where they have no width. */
    private static double[] fit(List<double[]> points, int[] drawn) {
        double x = 0.0;
        double y = 0.0;
        for (int k : drawn) {
            x += points.get(k)[0] / drawn.length;
            y += points.get(k)[1] / drawn.length;
        }
        double xx = 0.0;
        double xy = 0.0;
        double yy = 0.0;
        for (int k : drawn) {
            double dx = points.get(k)[0] - x;
            double dy = points.get(k)[1] - y;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
        if (!(xx > 0.0)) return new double[] {Double.NaN, Double.NaN, Double.NaN};
        double slope = xy / xx;
        return new double[] {slope, Math.exp(y - slope * x), yy > 0.0 ? xy / Math.sqrt(xx * yy) : Double.NaN};
    }
}
