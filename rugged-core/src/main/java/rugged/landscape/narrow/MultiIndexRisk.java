package rugged.landscape.narrow;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.index.Named;
import rugged.meanfield.narrow.MarginLoss;
import rugged.params.Param;

/**
 * The regularised empirical risk of a student who sees its inputs through one projection,
 *
 * <pre>E(w) = sum_mu l(y_mu, h_mu) + (lambda/2) |w|^2,   h_mu = w.x_mu/sqrt(d)</pre>
 *
 * <p>on n = alpha d examples of a teacher of one projection, inputs independent standard normal numbers. Convex: one minimum, which state evolution knows for d to infinity. The energy is extensive and reported for
 * each weight; that of one example is n l(y, h) + (lambda/2) |w|^2, so that E is their mean. Training loss is the mean of l alone. The Hessian is (1/d) X^T diag(l'') X + lambda; of the hinge loss, whose kinks carry it, lambda.
 *
 * <p>Source: Aubin, Krzakala, Lu and Zdeborova, NeurIPS 33, 12199 (2020), arXiv:2006.06560; Cui, arXiv:2409.13904. Cost: two reads of the inputs a gradient, 4 n d bytes each, sums in double precision; memory 4 n d bytes, shared
 * between forks.
 */
@Named(
        value = "multi-index",
        title = "Risk of a narrow student",
        doc = "Loss of a student vector on the examples of a teacher, with weight decay: ridge, logistic, hinge.",
        source = "Aubin, Krzakala, Lu and Zdeborova, NeurIPS 33, 12199 (2020)",
        year = 2020,
        topics = {"learning", "inference"})
public record MultiIndexRisk(
        @Param(doc = "number of weights", symbol = "d", def = "500", min = 1, max = 100000)
        int d,

        ExampleLaw law,

        @Param(doc = "loss of an example: ridge, logistic, hinge or squared-hinge", def = "logistic")
        MarginLoss loss,

        @Param(doc = "weight decay", symbol = "\u03bb", def = "1", min = 0.0)
        double decay)
        implements LandscapeSpec {
    /** Checks the parameters together. */
    public MultiIndexRisk {
        law.require(d);
        require(law, loss, decay);
    }

    /** Refuses labels that a loss does not know, and risks without a minimum. */
    static void require(ExampleLaw law, MarginLoss loss, double decay) {
        loss.require(
                law.label(),
                decay,
                "sign, or linear with the ridge loss; estimate: bayes of multi-index-mixing retrieves phases");
    }

    @Override
    public NarrowRisk build() {
        return new NarrowRisk(new TeacherExamples(d, law), loss, decay);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR, Need.PATTERNS, Need.TEACHER);
    }

    @Override
    public double knownDimension() {
        return d;
    }

    @Override
    public double knownPatterns() {
        return law.count(d);
    }

    @Override
    public Map<String, Double> sizes() {
        return Map.of("d", (double) d, "n", (double) law.count(d));
    }

    @Override
    public Cost cost() {
        double entries = (double) law.count(d) * d;
        return new Cost(Float.BYTES * entries, 2.0 * Float.BYTES * entries, 4.0 * entries);
    }
}
