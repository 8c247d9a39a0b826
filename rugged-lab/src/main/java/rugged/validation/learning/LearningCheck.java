package rugged.validation.learning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rugged.api.CheckSpec;
import rugged.api.Schedule;
import rugged.api.TheorySpec;
import rugged.index.Named;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.theory.learning.LearningProcess;
import rugged.theory.learning.LearningRidge;
import rugged.theory.learning.RidgeMotion;
import rugged.theory.learning.StepRule;

/** Students while they learn, by the theories that users run: ridge regression exactly, and the effective process beside it and beside an independent program. */
@Named(
        value = "learning",
        title = "Students while they learn",
        doc = "The theories learning-ridge and learning-process beside an independent program and one another.",
        source = "Mignacco, Krzakala, Urbani and Zdeborova, NeurIPS 33, 9540 (2020)",
        year = 2020,
        topics = {"learning", "mean-field"})
public record LearningCheck() implements CheckSpec {
    private static final String OTHER = "an independent program";
    private static final String SIMULATED = "an independent program, 12 sweeps of 20,000 trajectories";
    private static final double TOLERANCE = 1e-6;
    /** In combined errors: ten rows, a false alarm in a thousand runs. */
    private static final double ERRORS = 4.0;

    private static final int TRAJECTORIES = 4000;
    private static final int SWEEPS = 32;

    @Override
    public List<Group> compares() {
        return List.of(
                new Group("learning.ridge", "ridge regression while it is learnt", "without"),
                new Group("learning.process", "the effective process", "without"));
    }

    @Override
    public List<Row> rows() {
        return Stream.of(flows(), steps(), beside(), logistic())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> flows() {
        Solved cold = ridge(RidgeMotion.FLOW, 0.0, 1.0, 1.0, 1.0, 5.0);
        Solved hot = ridge(RidgeMotion.FLOW, 0.2, 1.0, 1.0, 1.0, 5.0);
        return List.of(
                row("flow.train", "flow, t = 1: training error", cold.at("train", 1), 0.110086),
                row("flow.test", "flow, t = 5: error of new examples", cold.at("test", 5), 0.218550),
                row("flow.norm", "flow, t = 5: C(t, t)", cold.at("C", 5), 0.987672),
                row("flow.overlap", "flow, t = 5: M", cold.at("M", 5), 0.900286),
                row("bath.train", "flow at T = 0.2, t = 1: training error", hot.at("train", 1), 0.151501),
                row("bath.norm", "flow at T = 0.2, t = 5: C(t, t)", hot.at("C", 5), 1.155211));
    }

    private static List<Row> steps() {
        Solved batches = ridge(RidgeMotion.SGD, 0.0, 0.05, 0.1, 400, 200, 100);
        Solved once = ridge(RidgeMotion.ONE_PASS, 0.0, 0.1, 0.2, 20);
        return List.of(
                row("sgd.train", "batches of a tenth, 400 steps: training error", batches.at("train", 400), 0.084882),
                row("sgd.test", "the same: error of new examples", batches.at("test", 400), 0.239834),
                row("sgd.correlation", "the same: C(200, 100)", batches.at("C2", 200, 100), 1.002957),
                row("sgd.response", "the same: R(200, 100)", batches.at("R", 200, 100), 0.019781),
                row("once.test", "new examples at each step, 20 steps: their error", once.at("test", 20), 0.211723));
    }

    /** Square loss has both. */
    private static List<Row> beside() {
        Solved exact = ridge(RidgeMotion.SGD, 0.0, 0.1, 0.2, 40, 20);
        Solved process = process(MarginLoss.RIDGE, TeacherLabel.LINEAR, 0.5, 0.1, 40, 20);
        String ridge = "theory learning-ridge, exact";
        return List.of(
                near(
                        "square.loss",
                        "square loss, 40 steps: training error",
                        process,
                        "loss",
                        exact.at("train", 40),
                        0,
                        ridge,
                        40),
                near("square.norm", "the same: norm", process, "C", exact.at("C", 40), 0, ridge, 40),
                near("square.overlap", "the same: overlap", process, "M", exact.at("M", 40), 0, ridge, 40),
                near(
                        "square.correlation",
                        "the same: C(40, 20)",
                        process,
                        "C2",
                        exact.at("C2", 40, 20),
                        0,
                        ridge,
                        40,
                        20),
                near("square.response", "the same: R(40, 20)", process, "R", exact.at("R", 40, 20), 0, ridge, 40, 20));
    }

    private static List<Row> logistic() {
        Solved taught = process(MarginLoss.LOGISTIC, TeacherLabel.SIGN, 0.0, 0.5, 20);
        Solved coins = process(MarginLoss.LOGISTIC, TeacherLabel.RANDOM, 0.0, 0.5, 20, 10);
        return List.of(
                near(
                        "logistic.loss",
                        "logistic, batches of a fifth, 20 steps: training loss",
                        taught,
                        "loss",
                        0.2110,
                        0.0006,
                        SIMULATED,
                        20),
                near("logistic.norm", "the same: norm", taught, "C", 4.287, 0.008, SIMULATED, 20),
                near(
                        "logistic.error",
                        "the same: error of new examples",
                        taught,
                        "error_test",
                        0.1999,
                        0.0002,
                        SIMULATED,
                        20),
                near("coins.loss", "coins, 10 steps: training loss", coins, "loss", 0.5394, 0.0016, SIMULATED, 10),
                near("coins.response", "coins: R(20, 10)", coins, "R", 0.2017, 0.0002, SIMULATED, 20, 10));
    }

    private static Row row(String id, String text, double value, double reference) {
        return Row.exact("learning.ridge." + id, text, value, reference, TOLERANCE, OTHER);
    }

    private static Row near(
            String id,
            String text,
            Solved solved,
            String quantity,
            double reference,
            double error,
            String source,
            double... at) {
        double[] found = solved.values.getOrDefault(quantity + Arrays.toString(at), new double[] {Double.NaN, 0.0});
        return new Row("learning.process." + id, text, found[0], found[1], reference, error, ERRORS, true, source);
    }

    private static Solved ridge(RidgeMotion motion, double temperature, double rate, double batch, double... times) {
        return solved(new LearningRidge(
                motion,
                2.0,
                0.5,
                0.1,
                1.0,
                temperature,
                rate,
                batch,
                Arrays.stream(times).boxed().toList(),
                1.0));
    }

    private static Solved process(MarginLoss loss, TeacherLabel label, double noise, double rate, double... times) {
        return solved(new LearningProcess(
                loss,
                label,
                StepRule.SGD,
                2.0,
                noise,
                0.1,
                1.0,
                0.0,
                rate,
                0.2,
                0.0,
                1.0,
                false,
                false,
                TRAJECTORIES,
                SWEEPS,
                0,
                Arrays.stream(times).boxed().toList(),
                1.0));
    }

    /** What a theory writes, by name and times. */
    private record Solved(Map<String, double[]> values) {
        double at(String quantity, double... times) {
            return values.getOrDefault(quantity + Arrays.toString(times), new double[] {Double.NaN})[0];
        }
    }

    private static Solved solved(TheorySpec theory) {
        Map<String, double[]> values = new HashMap<>();
        theory.solve(
                Schedule.at(new double[0]),
                (quantity, replica, value, error, axes) ->
                        values.put(quantity.name() + Arrays.toString(axes), new double[] {value, error}));
        return new Solved(values);
    }
}
