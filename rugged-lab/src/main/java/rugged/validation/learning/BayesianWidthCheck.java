package rugged.validation.learning;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rugged.api.CheckSpec;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.api.Schedule;
import rugged.index.Named;
import rugged.meanfield.bayesian.BayesianNetwork;
import rugged.meanfield.bayesian.HiddenUnit;
import rugged.theory.bayesian.KernelRenormalisation;

/** Kernels of hidden units, and the factors by which finite width rescales a kernel that is the identity, by the theory that users run. */
@Named(
        value = "bayesian-width",
        title = "Kernel renormalisation of Bayesian networks",
        doc = "The theory kernel-renormalisation on orthogonal inputs, beside closed forms and an independent"
                + " program.",
        source = "Pacelli et al., Nat. Mach. Intell. 5, 1497 (2023)",
        year = 2023,
        topics = {"deep learning", "Bayesian inference"})
public record BayesianWidthCheck() implements CheckSpec {
    private static final String CLOSED = "exact: closed form";
    private static final String OTHER = "an independent program";

    /** P. */
    private static final int PATTERNS = 40;

    @Override
    public List<Group> compares() {
        return List.of(
                new Group(
                        "bayesian-width.kernel",
                        "kernels of erf and relu at C11 = 1.3, C22 = 0.8, C12 = 0.5",
                        "without"),
                new Group(
                        "bayesian-width.cold",
                        "Q of one layer at T = 0, kernel and density of examples given",
                        "without"),
                new Group("bayesian-width.warm", "Q of one layer at T = 0.1", "without"),
                new Group("bayesian-width.deep", "q of each of L linear layers at T = 0", "without"));
    }

    @Override
    public List<Row> rows() {
        return List.of(
                kernel("erf", HiddenUnit.ERF, 0.211981),
                kernel("relu", HiddenUnit.RELU, 0.307237),
                row("cold.half", "alpha = 1/2, y.y/P = 1", solved("Q", 0.0, 80, 1, 1.0), 1.0, 1e-9, CLOSED),
                row("cold.two", "alpha = 2, y.y/P = 3", solved("Q", 0.0, 20, 1, 3.0), 2.0, 1e-9, CLOSED),
                row("cold.one", "alpha = 1, y.y/P = 4", solved("Q", 0.0, 40, 1, 4.0), 2.0, 1e-9, CLOSED),
                row("warm.one", "alpha = 1, y.y/P = 2", solved("Q", 0.1, 40, 1, 2.0), 1.351688, 1e-6, OTHER),
                row("deep.one", "L = 1, alpha = 0.8, y.y/P = 3", solved("q_l", 0.0, 50, 1, 3.0), 1.652417, 1e-6, OTHER),
                row("deep.two", "L = 2, alpha = 0.8, y.y/P = 3", solved("q_l", 0.0, 50, 2, 3.0), 1.408962, 1e-6, OTHER),
                row(
                        "deep.three",
                        "L = 3, alpha = 0.8, y.y/P = 3",
                        solved("q_l", 0.0, 50, 3, 3.0),
                        1.297846,
                        1e-6,
                        OTHER),
                row("deep.unit", "L = 3, alpha = 0.8, y.y/P = 1", solved("q_l", 0.0, 50, 3, 1.0), 1.0, 1e-9, CLOSED));
    }

    private static Row row(String id, String text, double value, double reference, double tolerance, String source) {
        return Row.exact(
                "bayesian-width." + id,
                "rescaling of an identity kernel, " + text,
                value,
                reference,
                tolerance,
                source);
    }

    private static Row kernel(String word, HiddenUnit unit, double reference) {
        return Row.exact(
                "bayesian-width.kernel." + word,
                "kernel of " + word + " units",
                unit.kernel(1.3, 0.8, 0.5),
                reference,
                1e-6,
                OTHER);
    }

    /** A quantity of linear layers, of several values along an axis the last. */
    private static double solved(String quantity, double temperature, int width, int layers, double size) {
        Map<String, Double> values = new HashMap<>();
        BayesianNetwork network =
                new BayesianNetwork(Collections.nCopies(layers, width), HiddenUnit.LINEAR, temperature, 1.0, 1.0);
        new KernelRenormalisation(new Orthogonal(size), network)
                .solve(Schedule.at(0.0), (written, replica, value, error, axes) -> values.put(written.name(), value));
        return values.getOrDefault(quantity, Double.NaN);
    }

    /**
     * Orthogonal inputs of square length P: the kernel of linear layers is the identity.
     *
     * @param size y.y/P
     */
    private record Orthogonal(double size) implements DataSpec {
        @Override
        public Outline outline() {
            return new Outline(PATTERNS, 0, PATTERNS, Labels.VALUES, 0);
        }

        @Override
        public Examples load() {
            double[] inputs = new double[PATTERNS * PATTERNS];
            double[] labels = new double[PATTERNS];
            for (int p = 0; p < PATTERNS; p++) {
                inputs[p * PATTERNS + p] = Math.sqrt(PATTERNS);
                labels[p] = Math.sqrt(size);
            }
            return new Examples(Labels.VALUES, 0, List.of(PATTERNS), inputs, labels, new double[0], new double[0]);
        }
    }
}
