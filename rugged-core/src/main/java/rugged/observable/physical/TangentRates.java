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
import rugged.api.physical.Transfer;
import rugged.index.Named;
import rugged.num.Cholesky;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.num.spectral.DenseSpectrum;

/**
 * How fast the cost falls under gradient descent near a solution, from the tangent matrix G = J J^T of the transfer matrix, J_{(jk),e} = dT_jk/dw_e = -(B A)_ej (B U)_ek. With C = mean of x x^T, errors of the transfer matrix decay with rates 2 c times the eigenvalues of G (1 x C) per unit of alpha times epochs, and the cost with twice these:
 *
 * <pre>E ~ sum_m a_m exp(-rho_m alpha t),   rho = 4 c eig(G (1 x C)),   (4/n_out) eig(G) for unit currents</pre>
 *
 * <p>Recorded are the slowest and the fastest rho, and the present rate -d ln E/d(alpha t) = |grad E|^2/E. Edges at the floor count as if they could move. (n_in n_out)^2 M multiply-adds and (n_in n_out)^3.
 */
@Named(
        value = "tangent-rates",
        title = "Rates of learning",
        doc = "Slowest and fastest decay of the cost from the tangent matrix, and its present decay.",
        source = "textbook",
        topics = {"one time", "physical networks", "spectra"})
public record TangentRates() implements ObservableSpec {
    static final Quantity SLOWEST = new Quantity(
            "rate_slow", "\u03c1_{min}", "", List.of("t"), "smallest rate at which the cost can decay near a solution");
    static final Quantity FASTEST = new Quantity(
            "rate_fast", "\u03c1_{max}", "", List.of("t"), "largest rate at which the cost can decay near a solution");
    static final Quantity PRESENT = new Quantity(
            "rate_now", "\u03c1(t)", "", List.of("t"), "|grad E|^{2}/E, the rate at which the cost decays now");

    @Override
    public List<Quantity> quantities() {
        return List.of(SLOWEST, FASTEST, PRESENT);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CIRCUIT, Need.GRADIENT);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return 10.0;
    }

    @Override
    public Probe open(Model model, Streams random) {
        PhysicalNetwork network = (PhysicalNetwork) model;
        double[] root = root(network.circuit());
        return (now, out) -> {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) look(network, root, r, now, out);
        };
    }

    /** R of C = R R^T, lower; a little is added to the diagonal so that currents that depend on one another have one. */
    private static double[] root(Circuit circuit) {
        int n = circuit.inputs();
        double[] x = circuit.currents();
        double[] c = new double[n * n];
        for (int mu = 0; mu < circuit.examples(); mu++)
            for (int i = 0; i < n; i++)
                for (int k = 0; k < n; k++) c[i * n + k] += x[mu * n + i] * x[mu * n + k] / circuit.examples();
        double trace = 0.0;
        for (int i = 0; i < n; i++) trace += c[i * n + i];
        for (int i = 0; i < n; i++) c[i * n + i] += 1e-14 * trace;
        new Cholesky().decompose(c, n);
        for (int i = 0; i < n; i++) for (int k = i + 1; k < n; k++) c[i * n + k] = 0.0;
        return c;
    }

    private static void look(PhysicalNetwork network, double[] root, int replica, Moment now, Sink out) {
        Circuit circuit = network.circuit();
        double[] g = now.gradient(replica);
        double rate = Vectors.dot(g, g) / now.energy(replica);
        double[] values = DenseSpectrum.of(
                        circuit.inputs() * circuit.outputs(), tangent(circuit, root, now.state(replica)), false)
                .values();
        double by = 4.0 * circuit.scale();
        out.put(SLOWEST, replica, by * values[0], Double.NaN, now.time());
        out.put(FASTEST, replica, by * values[values.length - 1], Double.NaN, now.time());
        out.put(PRESENT, replica, rate, Double.NaN, now.time());
    }

    /** sum_e (S_ej (D R)_ek) (S_ej' (D R)_ek'), which has the eigenvalues of G (1 x C). */
    private static double[] tangent(Circuit circuit, double[] root, double[] w) {
        Transfer response = circuit.response(w);
        int in = circuit.inputs();
        int out = circuit.outputs();
        double[] drops = response.drops();
        double[] row = new double[in * out];
        double[] sum = new double[row.length * row.length];
        for (int e = 0; e < w.length; e++) {
            int at = e * (in + out);
            for (int k = 0; k < in; k++) {
                double turned = 0.0;
                for (int i = 0; i < in; i++) turned += drops[at + i] * root[i * in + k];
                for (int j = 0; j < out; j++) row[j * in + k] = drops[at + in + j] * turned;
            }
            for (int a = 0; a < row.length; a++)
                for (int b = 0; b < row.length; b++) sum[a * row.length + b] += row[a] * row[b];
        }
        return sum;
    }
}
