package rugged.validation.learning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rugged.api.CheckSpec;
import rugged.api.Schedule;
import rugged.api.TheorySpec;
import rugged.index.Named;
import rugged.meanfield.narrow.Estimate;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.theory.narrow.LargestMargin;
import rugged.theory.narrow.NarrowCase;
import rugged.theory.narrow.NarrowTheory;

/** Fixed points of state evolution for convex risks, posteriors and the largest margin, by the theories that users run. */
@Named(
        value = "narrow-students",
        title = "State evolution of narrow students",
        doc = "The theories multi-index and max-margin beside an independent program and closed forms.",
        source = "Aubin, Krzakala, Lu and Zdeborova, NeurIPS 33, 12199 (2020)",
        year = 2020,
        topics = {"learning", "inference"})
public record NarrowStudentsCheck() implements CheckSpec {
    private static final String OTHER = "an independent program";
    private static final double TOLERANCE = 1e-5;

    @Override
    public List<Group> compares() {
        return List.of(
                new Group("narrow-students.risk", "minima of convex risks", "without"),
                new Group("narrow-students.bayes", "means of posteriors", "without"),
                new Group("narrow-students.margin", "largest margins", "without"));
    }

    @Override
    public List<Row> rows() {
        return Stream.of(risks(), weakDecays(), margins(), posteriors())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> risks() {
        Solved ridge = risk(2, MarginLoss.RIDGE, 1);
        Solved logistic = risk(2, MarginLoss.LOGISTIC, 1);
        return List.of(
                row("risk.ridge.m", "ridge, alpha = 2, lambda = 1: m", ridge.at("student_overlap"), 0.467390),
                row("risk.ridge.q", "the same: q", ridge.at("student_norm"), 0.316333),
                error("risk.ridge.error", "the same", ridge, 0.187763),
                row("risk.ridge.loss", "the same: training loss", ridge.at("training_loss"), 0.142622),
                row("risk.logistic.m", "logistic, alpha = 2, lambda = 1: m", logistic.at("student_overlap"), 0.492479),
                row("risk.logistic.q", "the same: q", logistic.at("student_norm"), 0.379528),
                error("risk.logistic.error", "the same", logistic, 0.205150),
                row("risk.logistic.loss", "the same: training loss", logistic.at("training_loss"), 0.439705),
                error("risk.hinge", "hinge, alpha = 2, lambda = 1", risk(2, MarginLoss.HINGE, 1), 0.201885));
    }

    private static List<Row> weakDecays() {
        Solved weak = risk(3, MarginLoss.LOGISTIC, 0.1);
        return List.of(
                row(
                        "risk.logistic.weak.m",
                        "logistic, alpha = 3, lambda = 0.1: m",
                        weak.at("student_overlap"),
                        2.171495),
                row("risk.logistic.weak.q", "the same: q", weak.at("student_norm"), 5.730814),
                error("risk.logistic.weak.error", "the same", weak, 0.138298),
                error(
                        "risk.logistic.2",
                        "logistic, alpha = 3, lambda = 0.01",
                        risk(3, MarginLoss.LOGISTIC, 0.01),
                        0.12991),
                error(
                        "risk.logistic.3",
                        "logistic, alpha = 3, lambda = 1e-3",
                        risk(3, MarginLoss.LOGISTIC, 1e-3),
                        0.13209),
                error(
                        "risk.logistic.5",
                        "logistic, alpha = 3, lambda = 1e-5",
                        risk(3, MarginLoss.LOGISTIC, 1e-5),
                        0.13644),
                error("risk.ridge.weak", "ridge, alpha = 3, lambda = 0.01", risk(3, MarginLoss.RIDGE, 0.01), 0.155856),
                error("risk.hinge.weak", "hinge, alpha = 3, lambda = 0.01", risk(3, MarginLoss.HINGE, 0.01), 0.142835));
    }

    private static List<Row> margins() {
        Solved one = solved(new LargestMargin(1));
        Solved three = solved(new LargestMargin(3));
        return List.of(
                row("margin.one.R", "alpha = 1: cosine", one.at("cosine"), 0.671358),
                row("margin.one.kappa", "alpha = 1: margin", one.at("margin"), 0.786550),
                error("margin.one.error", "alpha = 1", one, 0.265711),
                row("margin.three.R", "alpha = 3: cosine", three.at("cosine"), 0.900998),
                row("margin.three.kappa", "alpha = 3: margin", three.at("margin"), 0.317765),
                error("margin.three.error", "alpha = 3", three, 0.142836));
    }

    private static List<Row> posteriors() {
        Solved one = bayes(1, TeacherLabel.SIGN);
        Solved three = bayes(3, TeacherLabel.SIGN);
        return List.of(
                row("bayes.one.q", "signs, alpha = 1: q", one.at("student_norm"), 0.486264),
                error("bayes.one.error", "the same", one, 0.254373),
                row("bayes.three.q", "signs, alpha = 3: q", three.at("student_norm"), 0.842606),
                error("bayes.three.error", "the same", three, 0.129855),
                Row.exact(
                        "narrow-students.bayes.phases",
                        "phases, alpha = 0.8: q from little knowledge",
                        bayes(0.8, TeacherLabel.ABS).at("student_norm"),
                        0.2162,
                        5e-4,
                        OTHER));
    }

    private static Row row(String id, String text, double value, double reference) {
        return Row.exact("narrow-students." + id, text, value, reference, TOLERANCE, OTHER);
    }

    private static Row error(String id, String text, Solved solved, double reference) {
        return row(id, text + ": error", solved.at("generalisation_error"), reference);
    }

    private static Solved risk(double alpha, MarginLoss loss, double decay) {
        return solved(new NarrowTheory(
                new NarrowCase(alpha, TeacherLabel.SIGN, 0.0, Estimate.RISK, loss, decay, 0.0, 1.0, false)));
    }

    private static Solved bayes(double alpha, TeacherLabel label) {
        return solved(new NarrowTheory(
                new NarrowCase(alpha, label, 0.0, Estimate.BAYES, MarginLoss.LOGISTIC, 1.0, 0.001, 1.0, false)));
    }

    /** What a theory writes at time 0, by name. */
    private record Solved(Map<String, Double> values) {
        double at(String quantity) {
            return values.getOrDefault(quantity, Double.NaN);
        }
    }

    private static Solved solved(TheorySpec theory) {
        Map<String, Double> values = new HashMap<>();
        theory.solve(Schedule.at(0.0), (quantity, replica, value, error, axes) -> values.put(quantity.name(), value));
        return new Solved(values);
    }
}
