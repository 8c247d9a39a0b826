package rugged.observable.physical;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.api.physical.Circuit;
import rugged.api.physical.PhysicalNetwork;
import rugged.api.physical.Wiring;
import rugged.index.Named;
import rugged.num.PositiveInverse;
import rugged.num.Streams;

/**
 * Potentials at unit temperature have covariance L^+, in the gauge of mean 0. c(r) is the mean of L^+_ij/sqrt(L^+_ii L^+_jj) over pairs of nodes r edges apart, and the correlation length xi is that of the straight line through ln c(r) from r = 1 on, as far as c stays above 0 (by least squares, two distances at least; else undefined). The gauge makes c
 * negative far away, about -1/N at least: lengths compare networks of one size. On graphs where everything is near everything there is no length to speak of. N^3 operations.
 */
@Named(
        value = "potential-correlation",
        title = "Correlation of potentials",
        doc = "Thermal correlation of the potentials of two nodes against the edges between them, and its length.",
        source = "Anisetti, Kandala and Schwarz, arXiv:2309.04382; the definition is this program's",
        year = 2023,
        topics = {"one time", "physical networks"})
public record PotentialCorrelation() implements ObservableSpec {
    static final Quantity CORRELATION = new Quantity(
            "c_r",
            "c(r)",
            "",
            List.of("t", "r"),
            "mean of L^{+}_{ij}/sqrt(L^{+}_{ii} L^{+}_{jj}) over nodes r edges apart");
    static final Quantity LENGTH = new Quantity(
            "xi", "\u03be", "edges", List.of("t"), "c(r) ~ exp(-r/xi) from r = 1 on, as far as c stays above 0");

    @Override
    public List<Quantity> quantities() {
        return List.of(CORRELATION, LENGTH);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CIRCUIT);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return 6.0;
    }

    @Override
    public Probe open(Model model, Streams random) {
        Circuit circuit = ((PhysicalNetwork) model).circuit();
        Wiring wiring = circuit.wiring();
        int n = wiring.nodes();
        int[][] distances = new int[n][];
        int longest = 0;
        for (int i = 0; i < n; i++) {
            distances[i] = wiring.distances(i);
            for (int d : distances[i]) longest = Math.max(longest, d);
        }
        double[] inverse = new double[n * n];
        double[] c = new double[longest + 1];
        PositiveInverse inversion = new PositiveInverse();
        return (now, out) -> {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) {
                PhysicalHessian.laplacian(wiring, now.state(r), circuit.floor(), inverse);
                for (int k = 0; k < inverse.length; k++) inverse[k] += 1.0 / n;
                inversion.invert(inverse, n);
                for (int k = 0; k < inverse.length; k++) inverse[k] -= 1.0 / n;
                average(inverse, distances, c);
                look(c, r, now, out);
            }
        };
    }

    static void average(double[] inverse, int[][] distances, double[] c) {
        int n = distances.length;
        int[] pairs = new int[c.length];
        java.util.Arrays.fill(c, 0.0);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                c[distances[i][j]] += inverse[i * n + j] / Math.sqrt(inverse[i * n + i] * inverse[j * n + j]);
                pairs[distances[i][j]]++;
            }
        for (int r = 0; r < c.length; r++) c[r] /= pairs[r];
    }

    private static void look(double[] c, int replica, Moment now, Sink out) {
        for (int r = 0; r < c.length; r++) out.put(CORRELATION, replica, c[r], Double.NaN, now.time(), r);
        out.put(LENGTH, replica, length(c), Double.NaN, now.time());
    }

    static double length(double[] c) {
        int end = 1;
        while (end < c.length && c[end] > 0.0) end++;
        double count = end - 1.0;
        double middle = (end) / 2.0;
        double square = 0.0;
        double product = 0.0;
        for (int r = 1; r < end; r++) {
            square += (r - middle) * (r - middle);
            product += (r - middle) * Math.log(c[r]);
        }
        return count < 2.0 || product >= 0.0 ? Double.NaN : -square / product;
    }
}
