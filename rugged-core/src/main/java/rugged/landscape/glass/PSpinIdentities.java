package rugged.landscape.glass;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rugged.api.CheckSpec;
import rugged.api.model.Landscape;
import rugged.api.model.Planted;
import rugged.geometry.Manifold;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.meanfield.Mixture;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.params.Param;

/** What holds exactly at every N: the covariance of energies, homogeneity, derivatives, scale, the mean energy of the planted state. */
@Named(
        value = "pspin-identities",
        title = "Identities of the spherical p-spin",
        doc = "Covariance of the energies over disorder, homogeneity of each order, derivatives beside differences,"
                + " the covariance scale, planting.",
        source = "Crisanti and Sommers, Z. Phys. B 87, 341 (1992)",
        year = 1992,
        topics = {"spin glasses", "mean field"})
public record PSpinIdentities(
        @Param(doc = "disorders averaged over", def = "4000", min = 100, reason = "2 % error bars in a second")
        int disorders)
        implements CheckSpec {
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final int SMALL = 6;
    private static final double SIGMAS = 4.0;
    private static final String DEFINITION = "E[H(s) H(t)] = N f(s.t/N), definition of the model";

    @Override
    public List<Group> compares() {
        return List.of(
                new Group(
                        "pspin.covariance.",
                        "E[H(s) H(t)] over disorder at each mixture, kind of couplings and overlap",
                        "J^2"),
                new Group(
                        "pspin.covariance-scale",
                        "ratio of the energies with the covariance multiplied by 2",
                        "a factor"),
                new Group("pspin.homogeneity", "s.grad H - p H at each order", "J"),
                new Group("pspin.gradient", "a slope along a direction minus that of differences, relative", "without"),
                new Group(
                        "pspin.hessian-vector",
                        "a product with the Hessian minus that of differences of the gradient, relative",
                        "without"),
                new Group("pspin.planted", "energy of a planted state, over disorder", "J"));
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        covariance(rows);
        planted(rows);
        for (int p = 1; p <= SMALL; p++) rows.add(homogeneity(p));
        derivatives(rows);
        rows.add(scale());
        return List.copyOf(rows);
    }

    private void covariance(List<Row> rows) {
        for (double q : new double[] {1.0, 0.5}) {
            rows.add(covariance("3", PSpin.Couplings.FULL, 1.0, q));
            rows.add(covariance("3+4", PSpin.Couplings.FULL, 2.0, q));
            rows.add(covariance("3", PSpin.Couplings.DISTINCT, 1.0, q));
        }
    }

    /** Mean of H(s) H(t) over disorders at two fixed points of overlap q; its error is the standard error of that mean. */
    private Row covariance(String orders, PSpin.Couplings couplings, double scale, double q) {
        Mixture mixture = Mixture.parse(orders);
        double[] s = point(SMALL, 1);
        double[] t = atOverlap(s, q);
        double sum = 0.0;
        double squares = 0.0;
        for (int seed = 1; seed <= disorders; seed++) {
            Landscape model = spec(SMALL, mixture, couplings, PSpin.Storage.PACKED, NONE, scale, seed)
                    .build();
            double product = model.energy(s) * model.energy(t);
            sum += product;
            squares += product * product;
        }
        double mean = sum / disorders;
        double error = Math.sqrt((squares / disorders - mean * mean) / (disorders - 1));
        boolean full = couplings == PSpin.Couplings.FULL;
        double reference = full ? SMALL * scale * mixture.f(q) : distinct(s, t);
        String id = String.format(
                        Locale.ROOT,
                        "pspin.covariance.%s.p%s.q%s",
                        full ? "full" : "distinct",
                        orders.replace('+', '-'),
                        q * 10)
                .replace(".0", "");
        String text = String.format(
                Locale.ROOT,
                "E[H(s) H(t)] for f = %s, N = %d, scale %.0f, overlap %.1f, %s couplings",
                orders,
                SMALL,
                scale,
                q,
                full ? "full" : "distinct");
        String source =
                full ? DEFINITION : "3!/(2N^2) sum_{i<j<k} (s_i t_i)(s_j t_j)(s_k t_k), definition of the variant";
        return new Row(id, text, mean, error, reference, 0.0, SIGMAS, true, source);
    }

    /** Covariance of order 3 with distinct indices: an elementary symmetric polynomial of the s_i t_i. */
    private static double distinct(double[] s, double[] t) {
        double sum = 0.0;
        for (int i = 0; i < s.length; i++) {
            for (int j = i + 1; j < s.length; j++) {
                for (int k = j + 1; k < s.length; k++) sum += s[i] * t[i] * s[j] * t[j] * s[k] * t[k];
            }
        }
        return 6.0 / (2.0 * s.length * s.length) * sum;
    }

    private void planted(List<Row> rows) {
        int n = 12;
        double temperature = 0.8;
        Mixture mixture = Mixture.parse("3");
        int samples = disorders / 4;
        double sum = 0.0;
        double squares = 0.0;
        double[] s = new double[n];
        for (int seed = 1; seed <= samples; seed++) {
            Landscape model = spec(n, mixture, PSpin.Couplings.FULL, PSpin.Storage.PACKED, temperature, 1.0, seed)
                    .build();
            ((Planted) model).plantedState(s);
            double e = model.energy(s) / n;
            sum += e;
            squares += e * e;
        }
        double mean = sum / samples;
        double error = Math.sqrt((squares / samples - mean * mean) / (samples - 1));
        rows.add(new Row(
                "pspin.planted.energy",
                "mean energy per spin of the planted state, p = 3, T0 = 0.8",
                mean,
                error,
                -mixture.f(1.0) / temperature,
                0.0,
                SIGMAS,
                true,
                "e = -beta_0 f(1), exact at every N"));
    }

    private static Row homogeneity(int p) {
        int n = 15;
        Landscape model = plain(n, Integer.toString(p));
        double[] s = point(n, 2);
        double[] g = new double[n];
        double energy = model.energyAndGradient(s, g);
        String text = "s.grad H - p H for p = " + p;
        return Row.exact(
                "pspin.homogeneity.p" + p,
                text,
                Vectors.dot(s, g) - p * energy,
                0.0,
                1e-12,
                "Euler's theorem on homogeneous functions");
    }

    /** Largest differences over coordinates, relative to the largest element, for a mixture whose triangles are padded and grouped. */
    private static void derivatives(List<Row> rows) {
        int n = 48;
        Landscape model = plain(n, "2+0.5*3");
        double[] s = point(n, 3);
        double[] v = point(n, 4);
        double[] g = new double[n];
        double[] hv = new double[n];
        double[] up = new double[n];
        double[] down = new double[n];
        model.energyAndGradient(s, g);
        model.hessianVector(s, v, hv);
        // E is a cubic: the central difference of E along a line errs by h^2 E'''/6 exactly, which two steps remove;
        // that of g is exact
        double along = (4.0 * slope(model, s, v, 0.5) - slope(model, s, v, 1.0)) / 3.0;
        rows.add(Row.exact(
                "pspin.gradient",
                "v.grad H minus extrapolated differences of H, relative",
                (Vectors.dot(v, g) - along) / along,
                0.0,
                1e-8,
                "central differences"));
        model.energyAndGradient(moved(s, v, 1.0), up);
        model.energyAndGradient(moved(s, v, -1.0), down);
        double worst = 0.0;
        double largest = 0.0;
        for (int i = 0; i < n; i++) {
            worst = Math.max(worst, Math.abs(hv[i] - 0.5 * (up[i] - down[i])));
            largest = Math.max(largest, Math.abs(hv[i]));
        }
        rows.add(Row.exact(
                "pspin.hessian-vector",
                "Hessian-vector product minus differences of gradients, relative",
                worst / largest,
                0.0,
                1e-8,
                "central differences"));
    }

    private static double slope(Landscape model, double[] s, double[] v, double h) {
        return (model.energy(moved(s, v, h)) - model.energy(moved(s, v, -h))) / (2.0 * h);
    }

    private static Row scale() {
        Mixture mixture = Mixture.parse("3+4");
        double[] s = point(SMALL, 5);
        double one = spec(SMALL, mixture, PSpin.Couplings.FULL, PSpin.Storage.ON_THE_FLY, NONE, 1.0, 9)
                .build()
                .energy(s);
        double two = spec(SMALL, mixture, PSpin.Couplings.FULL, PSpin.Storage.ON_THE_FLY, NONE, 2.0, 9)
                .build()
                .energy(s);
        return Row.exact(
                "pspin.covariance-scale",
                "H(c = 2) / H(c = 1)",
                two / one,
                Math.sqrt(2.0),
                1e-13,
                "f -> c f scales energies by sqrt(c)");
    }

    private static Landscape plain(int n, String mixture) {
        return spec(n, Mixture.parse(mixture), PSpin.Couplings.FULL, PSpin.Storage.PACKED, NONE, 1.0, 7)
                .build();
    }

    private static PSpin spec(
            int n,
            Mixture mixture,
            PSpin.Couplings couplings,
            PSpin.Storage storage,
            double planted,
            double scale,
            long seed) {
        return new PSpin(n, mixture, couplings, Precision.FLOAT64, storage, planted, scale, seed);
    }

    private static double[] point(int n, long index) {
        double[] s = new double[n];
        RandomStream random = Streams.of(1).stream("pspin-identities", index);
        random.normals(s);
        Manifold.SPHERE.retract(s);
        return s;
    }

    private static double[] atOverlap(double[] s, double q) {
        double[] t = point(s.length, 99);
        Manifold.SPHERE.tangent(s, t);
        Manifold.SPHERE.retract(t);
        for (int i = 0; i < s.length; i++) t[i] = q * s[i] + Math.sqrt(1.0 - q * q) * t[i];
        return t;
    }

    private static double[] moved(double[] s, double[] v, double h) {
        double[] moved = s.clone();
        for (int i = 0; i < s.length; i++) moved[i] += h * v[i];
        return moved;
    }
}
