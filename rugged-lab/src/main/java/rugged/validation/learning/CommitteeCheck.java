package rugged.validation.learning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rugged.api.CheckSpec;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Schedule;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.dynamics.inference.ApproximateMessagePassing;
import rugged.dynamics.inference.GeneralisedMessagePassing;
import rugged.dynamics.inference.PassingParameters;
import rugged.index.Named;
import rugged.landscape.narrow.CommitteeMixing;
import rugged.landscape.narrow.CommitteePosterior;
import rugged.landscape.narrow.ExampleLaw;
import rugged.landscape.narrow.MultiIndexMixing;
import rugged.landscape.narrow.MultiIndexRisk;
import rugged.meanfield.narrow.CommitteeEvolution;
import rugged.meanfield.narrow.Estimate;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.num.RunningMean;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.theory.narrow.CommitteeBranch;
import rugged.theory.narrow.CommitteeCase;
import rugged.theory.narrow.CommitteeTheory;

/** A committee of two by state evolution, and message passing in matrix form beside its scalar form, the risk that it minimises and Nishimori's identity. */
@Named(
        value = "committee",
        title = "Committees and message passing in matrix form",
        doc = "The theory committee beside an independent program; gamp beside amp, the gradient of the risk, and"
                + " overlaps that have to agree.",
        source = "Aubin, Maillard, Barbier, Krzakala, Macris and Zdeborova, NeurIPS 31, 3223 (2018)",
        year = 2018,
        topics = {"learning", "inference"})
public record CommitteeCheck() implements CheckSpec {
    private static final String OTHER = "an independent program";
    private static final PassingParameters FINE = new PassingParameters(0.0, 1e-24);

    @Override
    public List<Group> compares() {
        return List.of(
                new Group(
                        "committee.theory",
                        "overlaps of a committee of two, and where its units specialise",
                        "without"),
                new Group("committee.scalar", "gamp on one unit beside amp", "without"),
                new Group("committee.risk", "gradient of a risk where gamp stands still", "without"),
                new Group("committee.nishimori", "overlap with the teacher less that with itself", "without"));
    }

    @Override
    public List<Row> rows() {
        return Stream.of(theory(), scalar(), risk(), List.of(nishimori()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> theory() {
        Map<String, Double> two = solved(2.0);
        Map<String, Double> three = solved(3.0);
        return List.of(
                row("alike.own", "alpha = 2: q_11", at(two, "unit_norm"), 0.35176),
                row("alike.cross", "alpha = 2: q_12", at(two, "unit_cross"), 0.35176),
                row("apart.own", "alpha = 3: q_11", at(three, "unit_norm"), 0.65292),
                row("apart.cross", "alpha = 3: q_12", at(three, "unit_cross"), 0.16146),
                Row.exact("committee.theory.splits", "alpha where units specialise", splits(), 2.057, 0.01, OTHER));
    }

    private static Row row(String id, String text, double value, double reference) {
        return Row.exact("committee.theory." + id, text, value, reference, 1e-4, OTHER);
    }

    private static double at(Map<String, Double> solved, String quantity) {
        return solved.getOrDefault(quantity, Double.NaN);
    }

    private static Map<String, Double> solved(double alpha) {
        Map<String, Double> values = new HashMap<>();
        new CommitteeTheory(new CommitteeCase(2, alpha, 0.0), CommitteeBranch.REACHED)
                .solve(Schedule.at(0.0), (quantity, replica, value, error, axes) -> values.put(quantity.name(), value));
        return values;
    }

    /** Where a round multiplies a small difference of units by 1: on a straight line between two densities, which bends by 1e-4. */
    private static double splits() {
        double low = 2.0;
        double high = 2.1;
        double before = new CommitteeEvolution(low).splitting() - 1.0;
        double after = new CommitteeEvolution(high).splitting() - 1.0;
        return low + (high - low) * before / (before - after);
    }

    private static double[] passed(LandscapeSpec spec, DynamicsSpec dynamics, double rounds) {
        Model model = spec.build();
        double[] x = new double[model.dimension()];
        model.randomise(x, Streams.of(3).stream("start", 0));
        Stepper stepper = dynamics.start(model, x, Streams.of(1));
        stepper.advance(rounds);
        stepper.state(x);
        return x;
    }

    private static ExampleLaw law(long seed) {
        return new ExampleLaw(2.0, TeacherLabel.SIGN, 0.0, seed);
    }

    private static List<Row> scalar() {
        int d = 200;
        MultiIndexMixing one = new MultiIndexMixing(d, law(4), Estimate.BAYES, MarginLoss.LOGISTIC, 1.0, 0.2);
        double[] scalar = passed(one, new ApproximateMessagePassing(FINE), 30);
        double[] matrix = passed(new CommitteeMixing(d, 1, 2.0, 0.2, 4), new GeneralisedMessagePassing(FINE, 0), 30);
        double[] same = passed(one, new GeneralisedMessagePassing(FINE, 0), 30);
        return List.of(
                Row.exact(
                        "committee.scalar.matrix",
                        "largest difference of means, matrix form of one unit",
                        largest(matrix, scalar, d),
                        0.0,
                        1e-10,
                        "the same algorithm"),
                Row.exact(
                        "committee.scalar.same",
                        "largest difference of means, scalar form",
                        largest(same, scalar, d),
                        0.0,
                        0.0,
                        "the same algorithm"));
    }

    private static double largest(double[] a, double[] b, int count) {
        double largest = 0.0;
        for (int i = 0; i < count; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
        return largest;
    }

    private static List<Row> risk() {
        int d = 200;
        MarginLoss loss = MarginLoss.LOGISTIC;
        double[] x = passed(
                new MultiIndexMixing(d, law(4), Estimate.RISK, loss, 1.0, 0.0),
                new GeneralisedMessagePassing(FINE, 3),
                200);
        double[] g = new double[d];
        new MultiIndexRisk(d, law(4), loss, 1.0, 1, false).build().energyAndGradient(Arrays.copyOf(x, d), g);
        return List.of(Row.exact(
                "committee.risk.gradient",
                "logistic risk: largest component of the gradient",
                largest(g, new double[d], d),
                0.0,
                1e-10,
                "fixed points are stationary points"));
    }

    /** Over eight committees; the trace of m less that of q, which differ by O(d^-1/2) from one to another. */
    private static Row nishimori() {
        int d = 400;
        RunningMean mean = new RunningMean();
        for (int seed = 1; seed <= 8; seed++) {
            CommitteeMixing spec = new CommitteeMixing(d, 2, 4.0, 0.5, seed);
            double[] x = passed(spec, new GeneralisedMessagePassing(new PassingParameters(0.3, 1e-12), 3), 100);
            CommitteePosterior model = spec.build();
            double[][] w = new double[2][d];
            model.student(x, w);
            double difference = 0.0;
            for (int a = 0; a < 2; a++)
                difference += (Vectors.dot(w[a], model.teacher()[a]) - Vectors.dot(w[a], w[a])) / (2.0 * d);
            mean.add(difference);
        }
        return new Row(
                "committee.nishimori.trace",
                "alpha = 4, eight committees of 400 weights: m_11 - q_11",
                mean.mean(),
                mean.error(),
                0.0,
                0.0,
                4.0,
                true,
                "Nishimori's identity");
    }
}
