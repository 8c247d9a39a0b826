package rugged.theory.narrow;

import java.util.List;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.narrow.BayesEvolution;
import rugged.meanfield.narrow.CommitteeEvolution;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.meanfield.narrow.UnitOverlaps;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * What a posterior knows of its teacher, for d and n = alpha d to infinity: the fixed point of state evolution that is reached from little knowledge or from much ({@link BayesEvolution}, {@link CommitteeEvolution}), as numbers without times. q is the overlap of the mean of the posterior with the
 * teacher, and of one student of the posterior with it; of a committee those of its units. eps_Bayes is the least error that anybody can have on a new example, eps_Gibbs that of one student: arccos(sqrt q)/pi and arccos(q)/pi for signs, 1 - q and 2 (1 - q), mean squares, for phases.
 *
 * <p>Overlaps to 1e-9, of phases to 1e-7; rates of errors of a committee to 2e-5. Milliseconds, seconds for phases and committees.
 *
 * <p>Source: Barbier, Krzakala, Macris, Miolane and Zdeborova, PNAS 116, 5451 (2019); Aubin, Maillard, Barbier, Krzakala, Macris and Zdeborova, NeurIPS 31, 3223 (2018).
 */
@Named(
        value = "bayes-optimal",
        title = "Bayes-optimal students in high dimension",
        doc = "Overlaps and errors of the posterior of a perceptron, of phases and of a committee of two.",
        source = "Barbier, Krzakala, Macris, Miolane and Zdeborova, PNAS 116, 5451 (2019)",
        year = 2019,
        topics = {"learning", "inference", "mean-field"})
public record BayesOptimal(
        @Param(doc = "perceptron (signs), phase-retrieval (absolute values) or committee (of two)", def = "perceptron")
        TaughtModel model,

        @Param(doc = "examples for each weight of a unit", symbol = "\u03b1", def = "2", min = 0.0, above = true)
        double alpha,

        @Param(doc = "what messages know first: uninformed or informed", def = "uninformed")
        PosteriorStart start)
        implements TheorySpec {
    /** Overlap of a start that knows little, and what one that knows much lacks. */
    private static final double LITTLE = 1e-3;

    private static final double OF_RATES = 2e-5;
    /** Difference of a unit's overlaps that is none. */
    private static final double SAME = 1e-5;

    private static final Quantity OVERLAP = number("q", "q", "overlap with the teacher, of one unit");
    private static final Quantity OWN = number("q11", "q_{11}", "overlap of a committee's unit with the teacher's own");
    private static final Quantity CROSS = number("q12", "q_{12}", "and with its other one");
    private static final Quantity BAYES =
            number("eps_Bayes", "\u03b5_{B}", "least error on new examples; of phases a mean square");
    private static final Quantity GIBBS =
            number("eps_Gibbs", "\u03b5_{G}", "error of one student of the posterior on new examples");

    /** Checks the density. */
    public BayesOptimal {
        if (!(alpha > 0.0) || Double.isInfinite(alpha))
            throw new BadParameter("alpha", alpha, "is no density of examples", "a finite number above 0");
    }

    private static Quantity number(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of(), definition);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(OVERLAP, OWN, CROSS, BAYES, GIBBS);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        return switch (model) {
            case PERCEPTRON -> {
                double q = overlap(TeacherLabel.SIGN);
                yield one(q, Math.acos(Math.sqrt(q)) / Math.PI, Math.acos(q) / Math.PI, out);
            }
            case PHASE_RETRIEVAL -> {
                double q = overlap(TeacherLabel.ABS);
                yield one(q, 1.0 - q, 2.0 * (1.0 - q), out);
            }
            case COMMITTEE -> committee(out);
        };
    }

    private double overlap(TeacherLabel label) {
        double from = start == PosteriorStart.INFORMED ? 1.0 - LITTLE : LITTLE;
        return Math.clamp(new BayesEvolution(alpha, label).from(from), 0.0, 1.0);
    }

    private Solution one(double q, double bayes, double gibbs, Sink out) {
        out.put(OVERLAP, Sink.ALL, q, 0.0);
        out.put(BAYES, Sink.ALL, bayes, 0.0);
        out.put(GIBBS, Sink.ALL, gibbs, 0.0);
        return Solution.closedForm(q == 1.0 ? "the teacher" : "fixed point of state evolution");
    }

    private Solution committee(Sink out) {
        CommitteeEvolution evolution = new CommitteeEvolution(alpha);
        // units that differ by as much as is known of them specialise where they can
        UnitOverlaps begin = UnitOverlaps.alike(start == PosteriorStart.INFORMED ? 1.0 - LITTLE : LITTLE, 0.0);
        UnitOverlaps found = evolution.from(begin);
        double[] errors = CommitteeCase.errors(found);
        out.put(OWN, Sink.ALL, found.own(), 0.0);
        out.put(CROSS, Sink.ALL, found.q12(), 0.0);
        out.put(BAYES, Sink.ALL, errors[0], OF_RATES);
        out.put(GIBBS, Sink.ALL, errors[1], OF_RATES);
        return Solution.closedForm(
                Math.abs(found.specialisation()) < SAME ? "units are alike" : "units have specialised");
    }
}
