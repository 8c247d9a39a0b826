package rugged.theory.narrow;

import java.util.List;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.api.lessons.StudentCurves;
import rugged.index.Named;
import rugged.meanfield.narrow.MaxMargin;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The student of largest margin on a teacher's signs, for d and n = alpha d to infinity: its generalisation error, at every time alike, its cosine R with the teacher and its margin kappa. It is where the hinge and the logistic risk go without decay. To 1e-10.
 *
 * <p>Source: Aubin, Krzakala, Lu and Zdeborova, NeurIPS 33, 12199 (2020), arXiv:2006.06560.
 */
@Named(
        value = "max-margin",
        title = "Largest margin",
        doc = "Generalisation error, cosine with the teacher and margin of the student of largest margin.",
        source = "Aubin, Krzakala, Lu and Zdeborova, NeurIPS 33, 12199 (2020)",
        year = 2020,
        topics = {"learning", "mean-field"})
public record LargestMargin(
        @Param(doc = "examples for each weight", symbol = "\u03b1", def = "2", min = 0.0, above = true)
        double alpha) implements TheorySpec {
    private static final Quantity COSINE =
            new Quantity("cosine", "R", "", List.of(), "cosine of the angle between student and teacher");
    private static final Quantity MARGIN =
            new Quantity("margin", "\u03ba", "", List.of(), "least stability y w \u00b7 x/|w| of an example");

    private static final Quantity OVERLAP = new Quantity("R", "R", "", List.of(), "the same as cosine");
    private static final Quantity ERROR =
            new Quantity("eps_g", "\u03b5_{g}", "", List.of(), "arccos(R)/\u03c0, rate of errors on new examples");

    /** Checks the parameter. */
    public LargestMargin {
        if (!(alpha > 0.0) || Double.isInfinite(alpha))
            throw new BadParameter("alpha", alpha, "is no density of examples", "a finite number above 0");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(StudentCurves.GENERALISATION_ERROR, COSINE, MARGIN, OVERLAP, ERROR);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        MaxMargin found = MaxMargin.at(alpha);
        for (int k = 0; k < grid.size(); k++)
            if (grid.single(k)) out.put(StudentCurves.GENERALISATION_ERROR, Sink.ALL, found.error(), 0.0, grid.time(k));
        out.put(COSINE, Sink.ALL, found.cosine(), 0.0);
        out.put(MARGIN, Sink.ALL, found.margin(), 0.0);
        out.put(OVERLAP, Sink.ALL, found.cosine(), 0.0);
        out.put(ERROR, Sink.ALL, found.error(), 0.0);
        return Solution.closedForm("the student of largest margin");
    }
}
