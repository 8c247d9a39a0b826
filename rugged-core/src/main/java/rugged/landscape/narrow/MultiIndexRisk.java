package rugged.landscape.narrow;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.index.Named;
import rugged.meanfield.narrow.MarginLoss;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The regularised empirical risk of a student who sees its inputs through one projection,
 *
 * <pre>E(w) = sum_mu l(y_mu, h_mu) + (lambda/2) |w|^2,   h_mu = w.x_mu/sqrt(d)</pre>
 *
 * <p>on n = alpha d examples of a teacher of one projection, inputs independent standard normal numbers; or of coins, or of two clouds about y snr w'/sqrt(d). Convex, with one minimum for a decay above 0, which state evolution knows for d to infinity; on the sphere |w|^2 = d it need not be. The energy is extensive and reported for
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
        double decay,

        @Param(doc = "margin of the squared hinge, max(0, margin - y h)^2/2", symbol = "\u03ba", def = "1")
        double margin,

        @Param(doc = "whether |w|^2 = d is kept, in place of weight decay", def = "false")
        boolean sphere)
        implements LandscapeSpec {
    /** Checks the parameters together. */
    public MultiIndexRisk {
        law.require(d);
        if (!Double.isFinite(margin) || (margin != 1.0 && loss != MarginLoss.SQUARED_HINGE))
            throw new BadParameter(
                    "margin", margin, "is that of the squared hinge", "1, or loss: squared-hinge and a finite number");
        if (sphere && decay != 0.0)
            throw new BadParameter("decay", decay, "does nothing on the sphere", "0 with sphere: true");
        require(law, loss, sphere ? 1.0 : decay);
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
        return new NarrowRisk(new TeacherExamples(d, law), loss, 1.0 - margin, decay, sphere);
    }

    @Override
    public Set<Need> provides() {
        Set<Need> needs = EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR, Need.PATTERNS, Need.TEACHER);
        if (sphere) needs.add(Need.CONSTRAINT);
        return needs;
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
