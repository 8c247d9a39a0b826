package rugged.validation.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rugged.api.CheckSpec;
import rugged.api.Schedule;
import rugged.api.TheorySpec;
import rugged.index.Named;
import rugged.meanfield.rules.CompleteTrainingSet.Moments;
import rugged.meanfield.rules.LearningRule;
import rugged.meanfield.rules.Rehearsal;
import rugged.theory.rules.CompleteSet;
import rugged.theory.rules.DynamicalReplica;
import rugged.theory.rules.HebbExact;
import rugged.theory.rules.LessonParameters;
import rugged.theory.rules.SoftCommitteeFlow;

/** Theories of learning beside closed forms and beside an independent implementation, at learning rate 1 from Q = 1, R = 0; of the closures beside what that implementation says, not beside simulations. */
@Named(
        value = "learning-rules",
        title = "Learning from restricted training sets",
        doc = "Hebb's rule in closed form, complete training sets, closures of dynamical replica theory, and the soft"
                + " committee, beside independent numbers.",
        source = "Coolen and Saad, Phys. Rev. E 62, 5444 (2000)",
        year = 2000,
        topics = {"learning", "mean-field"})
public record LearningRulesCheck() implements CheckSpec {
    private static final String CLOSED = "closed form";
    private static final String OTHER = "an independent implementation";

    /** Theory, alpha, time, quantity, value, tolerance. */
    private static final List<String> ROWS = List.of(
            "hebb-batch 0.5 2 Q 11.54648 1e-5",
            "hebb-batch 0.5 2 R 1.595769 1e-5",
            "hebb-batch 0.5 2 E_t 0.046229 1e-5",
            "hebb-batch 0.5 2 E_g 0.344391 1e-5",
            "hebb 1 2 Q 9.54648 1e-5",
            "hebb 1 2 E_t 0.148708 1e-5",
            "hebb 1 2 E_g 0.327244 1e-5",
            "hebb 1 10 Q 174.66198 1e-5",
            "hebb 1 10 E_t 0.084569 1e-5",
            "hebb 1 10 E_g 0.293682 1e-5",
            "hebb 1 2 E_inf 0.285634 1e-6",
            "complete inf 2 E_g 0.2975 2e-4",
            "complete inf 5 E_g 0.1767 2e-4",
            "complete inf 10 E_g 0.1253 2e-4",
            "complete inf 20 E_g 0.0993 2e-4",
            "perceptron 1 2 E_t 0.1305 0.003",
            "perceptron 1 2 E_g 0.3715 0.003",
            "perceptron 1 10 Q 1.037 0.008",
            "perceptron 1 10 R 0.566 0.005",
            "perceptron 1 10 E_t 0.0158 0.003",
            "perceptron 1 10 E_g 0.3123 0.003",
            "perceptron 4 10 E_t 0.0900 0.003",
            "perceptron 4 10 E_g 0.1623 0.003",
            "adatron 2 10 E_t 0.0776 0.003",
            "adatron 2 10 E_g 0.3076 0.003",
            "perceptron-batch 4 10 Q 0.3640 0.005",
            "perceptron-batch 4 10 R 0.4229 0.005",
            "perceptron-batch 4 10 E_g 0.2528 0.005",
            "perceptron-grid 1 10 R 0.559 0.006",
            "perceptron-grid 1 10 E_t 0.0136 0.003",
            "perceptron-grid 1 10 E_g 0.3116 0.003",
            "committee inf 10 eps_g 0.0216 5e-4");

    @Override
    public List<Group> compares() {
        return List.of(
                new Group(
                        "learning-rules.hebb",
                        "Hebb's rule on p = alpha N examples, on-line and as a batch",
                        "without"),
                new Group("learning-rules.complete", "the perceptron rule where no example is seen twice", "without"),
                new Group("learning-rules.moments", "averages over Gaussian fields at Q = 1.7, R = 0.8", "without"),
                new Group("learning-rules.perceptron", "the perceptron rule by closures of level 1 and 2", "without"),
                new Group("learning-rules.adatron", "the AdaTron by the closure of level 1", "without"),
                new Group("learning-rules.committee", "a soft committee of two units on its plateau", "without"));
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Map<String, Map<String, Double>> solved = new HashMap<>();
        for (String line : ROWS) {
            String[] words = line.split(" ");
            Map<String, Double> values = solved.computeIfAbsent(
                    words[0] + " " + words[1],
                    _ -> solve(words[0], Double.parseDouble(words[1].replace("inf", "Infinity"))));
            String key = words[3].equals("E_inf") ? words[3] : words[3] + " " + Double.parseDouble(words[2]);
            String id = "learning-rules." + words[0] + ".a" + words[1].replace(".", "") + ".t" + words[2] + "."
                    + words[3].replace("_", "-").toLowerCase(java.util.Locale.ROOT);
            rows.add(Row.exact(
                    id,
                    words[3] + " at t = " + words[2] + ", alpha = " + words[1],
                    values.getOrDefault(key, Double.NaN),
                    Double.parseDouble(words[4]),
                    Double.parseDouble(words[5]),
                    words[0].startsWith("hebb") ? CLOSED : OTHER));
        }
        addMoments(rows, LearningRule.PERCEPTRON, -0.201003, 0.154162, 0.289732);
        addMoments(rows, LearningRule.ADATRON, -0.230368, 0.095934, 0.230368);
        return List.copyOf(rows);
    }

    private static void addMoments(List<Row> rows, LearningRule rule, double v, double w, double z) {
        Moments found = Moments.of(rule, 1.7, 0.8);
        String id = "learning-rules.moments." + rule.name().toLowerCase(java.util.Locale.ROOT);
        rows.add(Row.exact(id + ".v", "<x G>", found.v(), v, 1e-5, OTHER));
        rows.add(Row.exact(id + ".w", "<y G>", found.w(), w, 1e-5, OTHER));
        rows.add(Row.exact(id + ".z", "<G^2>", found.z(), z, 1e-5, OTHER));
    }

    private static Map<String, Double> solve(String name, double alpha) {
        Map<String, Double> values = new HashMap<>();
        double[] times = name.equals("complete") ? new double[] {2, 5, 10, 20} : new double[] {2, 10};
        theory(name, alpha).solve(Schedule.at(times), (quantity, _, value, _, axes) -> {
            if (axes.length == 0) values.put(quantity.name(), value);
            else if (axes.length == 1) values.put(quantity.name() + " " + axes[0], value);
        });
        return values;
    }

    private static TheorySpec theory(String name, double alpha) {
        Rehearsal order = name.endsWith("-batch") ? Rehearsal.BATCH : Rehearsal.ON_LINE;
        LessonParameters lessons = new LessonParameters(order, 1, 0, 0, 1, 0);
        return switch (name) {
            case "hebb", "hebb-batch" -> new HebbExact(alpha, lessons, -4, 6, 1);
            case "complete" -> new CompleteSet(LearningRule.PERCEPTRON, lessons);
            case "committee" -> new SoftCommitteeFlow(2, List.of(0.4, 0.2), 0.05, 1);
            case "adatron" -> closure(LearningRule.ADATRON, alpha, lessons, 1);
            case "perceptron-grid" -> closure(LearningRule.PERCEPTRON, alpha, lessons, 2);
            default -> closure(LearningRule.PERCEPTRON, alpha, lessons, 1);
        };
    }

    private static TheorySpec closure(LearningRule rule, double alpha, LessonParameters lessons, int level) {
        return new DynamicalReplica(alpha, rule, lessons, level, 0.05, 7, -4, 6, 1, 1);
    }
}
