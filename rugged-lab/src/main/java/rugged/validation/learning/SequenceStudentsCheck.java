package rugged.validation.learning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rugged.api.CheckSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.TheorySpec;
import rugged.api.lessons.LossSpec;
import rugged.api.lessons.SequenceCurves;
import rugged.api.lessons.SequenceTask;
import rugged.api.lessons.StudentCurves;
import rugged.index.Named;
import rugged.loss.Attention;
import rugged.loss.AutoEncoder;
import rugged.loss.Logistic;
import rugged.loss.Ridge;
import rugged.loss.UnitActivation;
import rugged.meanfield.narrow.Estimate;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.meanfield.sequence.SequenceLabel;
import rugged.meanfield.sequence.SequenceLaw;
import rugged.meanfield.sequence.TokenLaw;
import rugged.meanfield.sequence.TokenSpectrum;
import rugged.theory.narrow.NarrowCase;
import rugged.theory.narrow.NarrowTheory;
import rugged.theory.narrow.SequenceTheory;

/** State evolution in matrix form where it is known otherwise, by the theories that users run. */
@Named(
        value = "sequence-students",
        title = "State evolution of students of sequences",
        doc = "The theory sequence-risk beside that of one unit, and beside closed forms for clusters, covariances and"
                + " principal components.",
        source = "Cui, arXiv:2409.13904",
        year = 2024,
        topics = {"learning", "inference"})
public record SequenceStudentsCheck() implements CheckSpec {
    private static final String SCALAR = "state evolution of one unit";
    private static final String CLOSED = "a closed form";

    @Override
    public List<Group> compares() {
        return List.of(
                new Group("sequence-students.one", "one unit and one token", "without"),
                new Group("sequence-students.clusters", "two clusters and covariances", "without"),
                new Group("sequence-students.encoder", "principal components", "without"),
                new Group("sequence-students.attention", "attention that places alone decide", "without"));
    }

    @Override
    public List<Row> rows() {
        return Stream.of(one(), clusters(), encoder(), attention())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> one() {
        Answers narrow = solved(new NarrowTheory(
                new NarrowCase(2, TeacherLabel.SIGN, 0.0, Estimate.RISK, MarginLoss.LOGISTIC, 0.1, 0.0, 1.0, false)));
        Answers found = solved(theory(2, SequenceLabel.SIGN, TokenLaw.PLAIN, new Logistic(), 0.1, 0.0));
        return List.of(
                row(
                        "one.m",
                        "logistic, alpha = 2, lambda = 0.1: m",
                        found.of(SequenceCurves.TEACHER),
                        narrow.of(StudentCurves.OVERLAP),
                        SCALAR),
                row("one.q", "the same: q", found.of(SequenceCurves.UNITS), narrow.of(StudentCurves.NORM), SCALAR),
                row(
                        "one.error",
                        "the same: error",
                        found.of(SequenceCurves.NEW_ERROR),
                        narrow.of(StudentCurves.GENERALISATION_ERROR),
                        SCALAR),
                row(
                        "one.loss",
                        "the same: training loss",
                        found.of(SequenceCurves.TRAINING_LOSS),
                        narrow.of(StudentCurves.TRAINING_LOSS),
                        SCALAR));
    }

    /** Ridge on the signs of two clusters: V solves lambda V + alpha V/(1 + V) = 1, b = p/(1 + s p) with p = alpha s V/(1 + V). */
    private static List<Row> clusters() {
        double alpha = 2.0;
        double lambda = 0.7;
        double s = 1.3;
        TokenLaw two = new TokenLaw(2, s, 0.0, 1.0, TokenSpectrum.IDENTITY, 1.0);
        Answers found = solved(theory(alpha, SequenceLabel.CLUSTER, two, new Ridge(), lambda, 0.0));
        double half = 0.5 * (1.0 - lambda - alpha) / lambda;
        double v = half + Math.sqrt(half * half + 1.0 / lambda);
        double pull = alpha * s * v / (1.0 + v);
        TokenLaw flat = new TokenLaw(1, 0.0, 0.0, 1.0, TokenSpectrum.POWER_LAW, 0.0);
        TokenLaw none = new TokenLaw(2, 0.0, 0.0, 1.0, TokenSpectrum.IDENTITY, 1.0);
        Quantity loss = SequenceCurves.TRAINING_LOSS;
        double plain = solved(theory(2, SequenceLabel.SIGN, TokenLaw.PLAIN, new Logistic(), 0.5, 0.0))
                .of(loss);
        return List.of(
                row(
                        "clusters.mean",
                        "ridge on two clusters: overlap with their direction",
                        found.of(SequenceCurves.MEAN),
                        pull / (1.0 + s * pull),
                        CLOSED),
                row(
                        "clusters.flat",
                        "power law of exponent 0: training loss",
                        solved(theory(2, SequenceLabel.SIGN, flat, new Logistic(), 0.5, 0.0))
                                .of(loss),
                        plain,
                        "the identity"),
                row(
                        "clusters.none",
                        "two clusters at one place: training loss",
                        solved(theory(2, SequenceLabel.SIGN, none, new Logistic(), 0.5, 0.0))
                                .of(loss),
                        plain,
                        "one cluster"));
    }

    /** A linear unit without decay is the first principal component of a spiked covariance 1 + s^2: b^2 = (1 - 1/(alpha s^4))/(1 + 1/(alpha s^2)) (Paul, Stat. Sin. 17, 1617 (2007)). */
    private static List<Row> encoder() {
        double alpha = 3.0;
        double spike = 1.44;
        TokenLaw two = new TokenLaw(2, Math.sqrt(spike), 0.0, 1.0, TokenSpectrum.IDENTITY, 1.0);
        Answers found =
                solved(theory(alpha, SequenceLabel.TEACHER, two, new AutoEncoder(UnitActivation.LINEAR), 0.0, 0.9));
        return List.of(
                row(
                        "encoder.mean",
                        "linear, alpha = 3: overlap with the direction of two clusters",
                        found.of(SequenceCurves.MEAN),
                        Math.sqrt((1.0 - 1.0 / (alpha * spike * spike)) / (1.0 + 1.0 / (alpha * spike))),
                        CLOSED),
                row(
                        "encoder.loss",
                        "the same: training loss",
                        found.of(SequenceCurves.TRAINING_LOSS),
                        -0.5 * (1.0 + spike) * (1.0 + 1.0 / (alpha * spike)),
                        CLOSED));
    }

    /** A teacher who attends evenly, and one who attends by place alone, teach nothing of themselves. */
    private static List<Row> attention() {
        TokenLaw places = new TokenLaw(1, 0.0, 1.5, 1.0, TokenSpectrum.IDENTITY, 1.0);
        SequenceLaw law = new SequenceLaw(100, 3, 2, 1, 1, SequenceLabel.TEACHER, 0.0);
        Answers found = solved(new SequenceTheory(
                law, places, new SequenceTask(new Attention(1.0, 0.6), 0.3, 0.5, 0.5), Optional.empty()));
        return List.of(row(
                "attention.place",
                "teacher of places: overlap with the teacher",
                found.of(SequenceCurves.TEACHER),
                0.0,
                "symmetry"));
    }

    private static Row row(String id, String text, double value, double reference, String source) {
        return Row.exact("sequence-students." + id, text, value, reference, 1e-7, source);
    }

    private static SequenceTheory theory(
            double alpha, SequenceLabel label, TokenLaw tokens, LossSpec loss, double decay, double lean) {
        return new SequenceTheory(
                new SequenceLaw(100, alpha, 1, 1, 1, label, 0.0),
                tokens,
                new SequenceTask(loss, decay, 0.0, lean),
                Optional.empty());
    }

    /** What a theory writes at time 0, by name. */
    private static Answers solved(TheorySpec theory) {
        Map<String, Double> values = new HashMap<>();
        theory.solve(Schedule.at(0.0), (quantity, _, value, _, _) -> values.put(quantity.name(), value));
        return new Answers(values);
    }

    /** Values by the names of quantities; NaN of what was not written. */
    private record Answers(Map<String, Double> values) {
        double of(Quantity quantity) {
            return values.getOrDefault(quantity.name(), Double.NaN);
        }
    }
}
