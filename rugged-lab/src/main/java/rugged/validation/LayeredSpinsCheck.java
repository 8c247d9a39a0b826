package rugged.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rugged.api.CheckSpec;
import rugged.api.Schedule;
import rugged.api.TheorySpec;
import rugged.api.model.Propagation;
import rugged.api.motion.Stepper;
import rugged.dynamics.sampling.LayerByLayer;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.landscape.spin.DirectedNet;
import rugged.landscape.spin.LayeredBoltzmann;
import rugged.landscape.spin.SpinLayers;
import rugged.meanfield.statics.ForwardSpins;
import rugged.meanfield.statics.LayeredStatics;
import rugged.meanfield.statics.MeanFieldSpins;
import rugged.num.Streams;
import rugged.theory.directed.FeedForwardStochastic;
import rugged.theory.statics.LayeredCritical;

/**
 * Critical points of layers of spins: closed forms beside the equations of mean field that they come from, and beside matrices of given couplings; the directed net beside numbers of another program and nets drawn weight by weight.
 */
@Named(
        value = "layered-spins",
        title = "Layers of spins, critical points",
        doc = "Critical points of layered Boltzmann machines and of directed stochastic nets beside another program,"
                + " equations of mean field and samples.",
        source = "Oprisa and Toth, arXiv:1702.08039 (2017), for the machines; mean field",
        year = 2017,
        topics = {"mean-field", "criticality"})
public record LayeredSpinsCheck() implements CheckSpec {
    private static final String OTHER = "another program";
    private static final int WIDTH = 250;

    @Override
    public List<Group> compares() {
        return List.of(
                new Group("layered-spins.closed", "inverse critical temperature of L equal layers", "1/J"),
                new Group("layered-spins.onset", "where naive mean field has a magnetisation, from all up", "1/J"),
                new Group(
                        "layered-spins.matrix",
                        "smallest eigenvalue of the stability of the paramagnet of given random couplings",
                        "without"),
                new Group(
                        "layered-spins.forward", "critical noise and magnetisation of directed nets", "1/J, without"));
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        addClosed(rows, 3, 0.707107);
        addClosed(rows, 5, 0.577350);
        addClosed(rows, 10, 0.521109);
        for (int layers : new int[] {2, 3, 5, 10}) addOnset(rows, layers);
        for (int layers : new int[] {2, 4}) addMatrix(rows, layers);
        addForward(rows);
        return List.copyOf(rows);
    }

    private static void addClosed(List<Row> rows, int layers, double reference) {
        double beta =
                solve(new LayeredCritical(layers, 1, 0, 0, List.of(1.0)), 1).getOrDefault("beta_c", Double.NaN);
        rows.add(Row.exact(
                "layered-spins.closed." + layers,
                "beta_c J0 of " + layers + " layers, couplings alike",
                beta,
                reference,
                1e-6,
                OTHER + ", eigenvalues"));
    }

    private static void addOnset(List<Row> rows, int layers) {
        LayeredStatics.Net net = new LayeredStatics.Net(layers, 1, 0, 0);
        double closed = 1 / net.ferromagnetic();
        double found = LayeredStatics.onset(net, 1 / (closed + 0.02), 1 / (closed - 0.02), 1e-3, 1e-5)
                .orElse(Double.NaN);
        rows.add(Row.exact(
                "layered-spins.onset." + layers,
                "beta at which m passes 0.001, " + layers + " layers",
                1 / found,
                closed,
                1e-3,
                "1/(2 cos(pi/(L+1)))"));
    }

    /** Random couplings: Onsager's term makes the eigenvalue touch 0 at T_g, where naive mean field is unstable long since. */
    private static void addMatrix(List<Row> rows, int layers) {
        SpinLayers net = new LayeredBoltzmann(layers, WIDTH, 0, 1, 0, Precision.FLOAT64, 1).build();
        int n = net.dimension();
        double[][] w = new double[n][n];
        for (int i = 0; i + WIDTH < n; i++) {
            for (int j = 0; j < WIDTH; j++) {
                int other = (i / WIDTH + 1) * WIDTH + j;
                w[i][other] = net.coupling(i / WIDTH, i % WIDTH, j);
                w[other][i] = w[i][other];
            }
        }
        double beta = 1 / new LayeredStatics.Net(layers, 0, 1, 0).glassy();
        rows.add(Row.exact(
                "layered-spins.matrix.tap-" + layers,
                "with Onsager's term at T_g = J sqrt(2 cos(pi/(L+1))), L = " + layers + ", n = " + WIDTH,
                MeanFieldSpins.stability(beta, w, true),
                0,
                0.1,
                "0 for n to infinity; edges of spectra are off by 0.03, sums of squares of couplings by 0.09"));
        if (layers != 2) return;
        rows.add(Row.exact(
                "layered-spins.matrix.naive-2",
                "without it at twice that temperature, L = 2, n = " + WIDTH,
                MeanFieldSpins.stability(0.5 * beta, w, false),
                0,
                0.1,
                "1 - beta lambda_max, 0 for n to infinity: naive mean field is off by a factor of 2"));
    }

    private static void addForward(List<Row> rows) {
        addForward(rows, "beta-02", "beta_c J0 at J = 0.2 J0", new ForwardSpins(1, 0.2), 1.041710);
        addForward(rows, "beta-05", "beta_c J0 at J = 0.5 J0", new ForwardSpins(1, 0.5), 1.348500);
        rows.add(Row.exact(
                "layered-spins.forward.exists",
                "beta J0 int Dz sech^2(beta J z) at beta J = 3000, J = J0, its largest value",
                new ForwardSpins(1, 1).slope(3000, 0),
                Math.sqrt(2 / Math.PI),
                1e-6,
                "sqrt(2/pi): no transition from J = 0.797885 J0 on"));
        rows.add(Row.exact(
                "layered-spins.forward.m",
                "magnetisation after 40 layers, beta = 2, J = 0.5",
                solve(new FeedForwardStochastic(1, 0.5, 0.5, 1), 40).getOrDefault("m", Double.NaN),
                0.7247,
                5e-5,
                OTHER));
        rows.add(Row.exact(
                "layered-spins.forward.drawn",
                "the same of 8 nets of width 1000, weight by weight",
                drawn(8),
                0.7247,
                0.02,
                OTHER + ", n to infinity; 3 nets of width 2000 have 0.714"));
    }

    private static double drawn(int nets) {
        double sum = 0.0;
        for (int net = 0; net < nets; net++) {
            Propagation model = new DirectedNet(1000, 1, 0.5, 1, net).build();
            double[] x = new double[model.dimension()];
            model.randomise(x, Streams.of(net).stream("input", 0));
            Stepper layers = new LayerByLayer(0.5).start(model, x, Streams.of(net));
            layers.advance(40);
            layers.state(x);
            sum += Arrays.stream(x).average().orElse(Double.NaN) / nets;
        }
        return sum;
    }

    private static void addForward(List<Row> rows, String id, String text, ForwardSpins net, double reference) {
        double beta = net.critical().orElse(Double.NaN);
        rows.add(Row.exact("layered-spins.forward." + id, text, beta, reference, 1e-5, OTHER));
    }

    private static Map<String, Double> solve(TheorySpec theory, double time) {
        Map<String, Double> values = new HashMap<>();
        theory.solve(Schedule.at(time), (quantity, replica, value, error, axes) -> values.put(quantity.name(), value));
        return values;
    }
}
