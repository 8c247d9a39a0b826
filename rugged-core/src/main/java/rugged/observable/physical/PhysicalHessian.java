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
import rugged.num.Streams;
import rugged.num.spectral.DenseSpectrum;
import rugged.params.Param;

/**
 * The Hessian of the physical energy u.L u/2, which is the weighted Laplacian L, with eigenvalues 0 = l_1 < l_2 <= ... <= l_N: its smallest and largest ones, the total compliance tr L^+ = sum 1/l_k, the effective dimension (tr L^+)^2/tr (L^+)^2 between 1 and N - 1, which says how many modes take part in the response to random currents, and the
 * share of edges at the floor. All eigenvalues, N^3 operations and 16 N^2 bytes.
 */
@Named(
        value = "physical-hessian",
        title = "Modes of a physical network",
        doc = "Softest and stiffest mode, total compliance, effective dimension, and edges at the floor.",
        source = "Stern, Guzman, Martins, Liu and Balasubramanian, Phys. Rev. Lett. 134, 147402 (2025)",
        year = 2025,
        topics = {"one time", "physical networks", "spectra"})
public record PhysicalHessian(
        @Param(doc = "whether all eigenvalues are recorded, from the softest on", def = "false")
        boolean spectrum) implements ObservableSpec {
    static final Quantity SOFTEST = new Quantity(
            "l_2", "l_{2}", "", List.of("t"), "smallest eigenvalue but 0 of the weighted Laplacian, its connectivity");
    static final Quantity STIFFEST =
            new Quantity("l_max", "l_{max}", "", List.of("t"), "largest eigenvalue of the weighted Laplacian");
    static final Quantity COMPLIANCE = new Quantity(
            "compliance", "tr L^{+}", "", List.of("t"), "sum of the inverse eigenvalues of the weighted Laplacian");
    static final Quantity DIMENSION = new Quantity(
            "D_eff",
            "D_{eff}",
            "",
            List.of("t"),
            "(tr L^{+})^{2}/tr (L^{+})^{2}, the number of modes that take part in a response");
    static final Quantity FLOOR = new Quantity("at_floor", "f", "", List.of("t"), "share of edges at the floor");
    static final Quantity MODE = new Quantity(
            "l_k",
            "l_{k}",
            "",
            List.of("t", "mode"),
            "eigenvalues of the weighted Laplacian from the second, mode 2, on");

    @Override
    public List<Quantity> quantities() {
        List<Quantity> scalars = List.of(SOFTEST, STIFFEST, COMPLIANCE, DIMENSION, FLOOR);
        return spectrum ? List.of(SOFTEST, STIFFEST, COMPLIANCE, DIMENSION, FLOOR, MODE) : scalars;
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CIRCUIT);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return 20.0;
    }

    @Override
    public Probe open(Model model, Streams random) {
        Circuit circuit = ((PhysicalNetwork) model).circuit();
        int n = circuit.wiring().nodes();
        double[] laplacian = new double[n * n];
        return (now, out) -> {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) {
                laplacian(circuit.wiring(), now.state(r), circuit.floor(), laplacian);
                look(DenseSpectrum.of(n, laplacian, false).values(), r, now, out);
                double least = 0.0;
                for (double w : now.state(r)) if (w <= circuit.floor()) least++;
                out.put(FLOOR, r, least / now.state(r).length, Double.NaN, now.time());
            }
        };
    }

    private void look(double[] values, int replica, Moment now, Sink out) {
        double first = 0.0;
        double second = 0.0;
        for (int k = 1; k < values.length; k++) {
            first += 1.0 / values[k];
            second += 1.0 / (values[k] * values[k]);
            if (spectrum) out.put(MODE, replica, values[k], Double.NaN, now.time(), k + 1);
        }
        out.put(SOFTEST, replica, values[1], Double.NaN, now.time());
        out.put(STIFFEST, replica, values[values.length - 1], Double.NaN, now.time());
        out.put(COMPLIANCE, replica, first, Double.NaN, now.time());
        out.put(DIMENSION, replica, first * first / second, Double.NaN, now.time());
    }

    /** Overwrites l[N N] with B^T diag(w) B. */
    static void laplacian(Wiring wiring, double[] w, double floor, double[] l) {
        int n = wiring.nodes();
        java.util.Arrays.fill(l, 0.0);
        for (int e = 0; e < w.length; e++) {
            double conductance = Math.max(w[e], floor);
            int i = wiring.tails()[e];
            int j = wiring.heads()[e];
            l[i * n + i] += conductance;
            l[j * n + j] += conductance;
            l[i * n + j] -= conductance;
            l[j * n + i] -= conductance;
        }
    }
}
