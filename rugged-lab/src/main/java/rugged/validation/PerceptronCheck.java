package rugged.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rugged.api.CheckSpec;
import rugged.api.Schedule;
import rugged.api.TheorySpec;
import rugged.index.Named;
import rugged.theory.jamming.JammingExponents;
import rugged.theory.jamming.PerceptronSatisfiable;
import rugged.theory.jamming.PerceptronThreshold;
import rugged.theory.jamming.PerceptronUnsatisfiable;

/** The theories of the perceptron with margin, as users call them: line, contacts, both phases, where replica symmetry is lost, exponents. */
@Named(
        value = "perceptron-theory",
        title = "Theory of the spherical perceptron",
        doc = "The theories perceptron-jamming, perceptron-unsatisfiable, perceptron-satisfiable and"
                + " jamming-exponents beside numbers of another program.",
        source = "Franz, Parisi, Sevelev, Urbani and Zamponi, SciPost Phys. 2, 019 (2017)",
        year = 2017,
        topics = {"jamming", "mean-field"})
public record PerceptronCheck() implements CheckSpec {
    private static final String OTHER = "another program: quadrature of the replica-symmetric equations";
    private static final String PUBLISHED = "Charbonneau et al., Nature Communications 5, 3725 (2014)";

    /** Margin, density of patterns, name, value, tolerance. */
    private static final List<String> LINE = List.of(
            "0 2 alpha_J 2 1e-7",
            "0.25 2 alpha_J 1.36464279 1e-7",
            "0.5 2 alpha_J 0.96120505 1e-7",
            "1 2 alpha_J 0.51957223 1e-7",
            "-0.5 2 alpha_J 4.7700989 1e-6",
            "-1 2 alpha_J 13.2731998 1e-6",
            "0 2 c_J 1 1e-7",
            "0.25 2 c_J 0.81702027 1e-7",
            "0.5 2 c_J 0.66463721 1e-7",
            "1 2 c_J 0.43713937 1e-7",
            "0 1 threshold 0.4706554 1e-6",
            "0 1 coordination 0.6810566 1e-6",
            "-0.5 2 alpha_AT 3.9507013 1e-5",
            "-0.5 2 q_AT 0.8959227 1e-5",
            "-1 2 alpha_AT 7.8735602 1e-5",
            "-1 2 q_AT 0.7018598 1e-5");

    private static final List<String> UNSATISFIABLE = List.of(
            "0.5 1.5 e 0.0310544 1e-6",
            "0.5 1.5 coordination 1.0371937 1e-6",
            "0.5 1.5 mu 0.0422981 1e-6",
            "0.5 1.5 lower_edge 0.0426 1e-4",
            "1 1 e 0.0750089 1e-6",
            "1 1 coordination 0.8413447 1e-6",
            "1 1 mu 0.1524292 1e-6",
            "0 3 e 0.0252551 1e-6",
            "0 3 coordination 1.5 1e-6",
            "0 3 mu -0.0505103 1e-6",
            "0 3 lower_edge 0 1e-12");

    private static final List<String> SATISFIABLE = List.of(
            "0 0.5 q 0.3073932 1e-6",
            "0 1 q 0.5853119 1e-6",
            "0 1.5 q 0.8217212 1e-6",
            "0 1.8 q 0.9377275 1e-6",
            "0 1 replicon 0.3975413 1e-6");

    private static final List<String> EXPONENTS =
            List.of("theta_e 0.42311 5e-5", "theta_l 0.17462 2e-5", "gamma 0.41269 1e-5");

    /** How a theory is made of a density of patterns and a margin. */
    private interface Maker {
        TheorySpec of(double alpha, double margin);
    }

    @Override
    public List<Group> compares() {
        return List.of(
                new Group(
                        "perceptron.line",
                        "jamming density and contacts a weight, threshold and coordination, and where replica symmetry"
                                + " is lost, at each margin",
                        "without"),
                new Group(
                        "perceptron.unsat",
                        "energy, coordination, multiplier and lower edge of the spectrum in the unsatisfiable phase",
                        "energy a weight and curvatures in units of the spring; without for the coordination"),
                new Group("perceptron.sat", "overlap and replicon in the satisfiable phase", "without"),
                new Group("perceptron.exponents", "exponents of forces and gaps at jamming", "without"));
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        add(rows, "line", LINE, PerceptronThreshold::new);
        add(rows, "unsat", UNSATISFIABLE, (alpha, margin) -> new PerceptronUnsatisfiable(alpha, margin, 0.0, 2));
        add(rows, "sat", SATISFIABLE, PerceptronSatisfiable::new);
        Map<String, Double> exponents = values(new JammingExponents());
        for (String line : EXPONENTS) {
            String[] words = line.split(" ");
            double value = exponents.getOrDefault(words[0], Double.NaN);
            String id = "perceptron.exponents." + words[0].replace('_', '-');
            rows.add(Row.exact(
                    id,
                    words[0] + " at jamming",
                    value,
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[2]),
                    PUBLISHED));
        }
        return List.copyOf(rows);
    }

    private static void add(List<Row> rows, String phase, List<String> lines, Maker maker) {
        Map<String, Map<String, Double>> solved = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            double margin = Double.parseDouble(words[0]);
            double alpha = Double.parseDouble(words[1]);
            Map<String, Double> values =
                    solved.computeIfAbsent(words[0] + " " + words[1], _ -> values(maker.of(alpha, margin)));
            String id = String.format(
                    Locale.ROOT,
                    "perceptron.%s.%s.%s.%s",
                    phase,
                    words[0].replace("-", "m"),
                    words[1],
                    words[2].replace('_', '-').toLowerCase(Locale.ROOT));
            String text = words[2] + " at margin " + words[0] + ", " + words[1] + " patterns per weight";
            double value = values.getOrDefault(words[2], Double.NaN);
            rows.add(Row.exact(id, text, value, Double.parseDouble(words[3]), Double.parseDouble(words[4]), OTHER));
        }
    }

    private static Map<String, Double> values(TheorySpec theory) {
        Map<String, Double> values = new HashMap<>();
        theory.solve(Schedule.at(0.0), (quantity, replica, value, error, axes) -> values.put(quantity.name(), value));
        return values;
    }
}
