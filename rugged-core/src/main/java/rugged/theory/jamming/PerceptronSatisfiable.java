package rugged.theory.jamming;

import java.util.List;
import java.util.Locale;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.statics.PerceptronJamming;
import rugged.meanfield.statics.PerceptronOverlap;
import rugged.params.BadParameter;

/**
 * Solutions of the spherical perceptron where all patterns can be satisfied, replica symmetric: the overlap of two solutions drawn at random from all of the same patterns, and
 * the replicon, which is below 1 where replica symmetry is stable. Exact for a margin of 0 or more, and for a negative one up to alpha_AT of {@code perceptron-jamming}.
 *
 * <p>Source: Gardner, J. Phys. A 21, 257 (1988); Franz, Parisi, Sevelev, Urbani and Zamponi, SciPost Phys. 2, 019 (2017).
 */
@Named(
        value = "perceptron-satisfiable",
        title = "Solutions of the spherical perceptron",
        doc = "Overlap of two solutions of the same patterns, and stability; replica symmetric.",
        source = "Franz, Parisi, Sevelev, Urbani and Zamponi, SciPost Phys. 2, 019 (2017)",
        year = 2017,
        topics = {"jamming", "mean-field", "constraint satisfaction"})
public record PerceptronSatisfiable(
        @PerceptronParameters.FewPatterns double alpha,
        @PerceptronParameters.Margin double margin) implements TheorySpec {
    private static final Quantity REPLICON = new Quantity(
            "replicon",
            "r",
            "",
            List.of(),
            "alpha int Dt [G(G - u)]^2: replica symmetry is stable where it is below 1");

    public PerceptronSatisfiable {
        PerceptronParameters.require(alpha, margin);
        double line = PerceptronJamming.density(margin);
        if (!(alpha < line))
            throw new BadParameter(
                    "alpha",
                    alpha,
                    String.format(
                            Locale.ROOT,
                            "point is in the UNSAT phase (alpha >= alpha_J = %.6g at margin %s): no solution to"
                                    + " overlap",
                            line,
                            margin),
                    "fewer patterns, or a smaller margin");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.REPLICA_OVERLAP, REPLICON);
    }

    @Override
    public Validity validity() {
        return Validity.REPLICA_SYMMETRIC;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        PerceptronOverlap found = PerceptronOverlap.at(margin, alpha)
                .orElseThrow(() -> new BadParameter(
                        "alpha", alpha, "is so close to jamming that q is within 1e-6 of 1", "fewer patterns"));
        for (int k = 0; k < grid.size(); k++)
            if (grid.single(k)) out.put(Quantities.REPLICA_OVERLAP, Sink.ALL, found.q(), 0.0, grid.time(k));
        out.put(REPLICON, Sink.ALL, found.replicon(), 0.0);
        return Solution.closedForm(
                found.replicon() < 1.0 ? "replica symmetric, stable" : "replica symmetric: unstable, an estimate");
    }
}
