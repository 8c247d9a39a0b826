package rugged.landscape.narrow;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.LossSpec;
import rugged.api.Need;
import rugged.index.Named;
import rugged.meanfield.sequence.SequenceLaw;
import rugged.meanfield.sequence.TokenLaw;
import rugged.meanfield.sequence.UnitLoss;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The regularised empirical risk of a student who sees sequences of L tokens through r projections,
 *
 * <pre>E(w) = sum_mu l(y_mu, h_mu, w^T w/d) + (lambda/2) |w|^2,   h_mu = x_mu w/sqrt(d),   w[d r], x[L d]</pre>
 *
 * <p>on n = alpha d examples. Tokens have clusters, places and a covariance; labels come from t orthogonal projections of length sqrt(d) and the same form as the student, or name the cluster. The gradient is sum_mu x^T dl/dh/sqrt(d) + lambda w + (2/d) w dl/dQ,
 * the last where a loss sees Q = w^T w/d. Convex with the losses of one output ridge, logistic and hinge: one minimum, which state evolution knows for d to infinity. With the others there may be several minima, and where a run ends depends on its start: hint and
 * lean say what it knows. The energy is extensive; that of one example is n l + (lambda/2) |w|^2, so that E is their mean.
 *
 * <p>With one token, one unit, tokens of covariance 1 and one cluster it is {@code multi-index}, other examples apart. Source: Cui, arXiv:2409.13904. Cost: one read of the tokens a gradient, 4 n L d bytes, and 4 n L d r multiply-adds; memory 4 n L d bytes, shared between forks.
 */
@Named(
        value = "sequence-risk",
        title = "Risk of a student of sequences",
        doc = "Loss of a few projections of sequences of tokens on the examples of a teacher, with weight decay:"
                + " committees, attention, auto-encoders, phases, clusters.",
        source = "Cui, arXiv:2409.13904",
        year = 2024,
        topics = {"learning", "inference"})
public record SequenceRisk(
        SequenceLaw law,

        TokenLaw tokenLaw,

        @Param(
                doc = "loss of an example: ridge, logistic, hinge, squared-hinge, phase, committee, attention or"
                        + " auto-encoder",
                def = "ridge")
        LossSpec loss,

        @Param(doc = "weight decay", symbol = "\u03bb", def = "1", min = 0.0, max = 1e6)
        double decay,

        @Param(doc = "part of the teacher in the weights of a start", def = "0", min = 0.0, max = 1.0)
        double hint,

        @Param(
                doc = "part of the direction of clusters and places in the weights of a start",
                def = "0",
                min = 0.0,
                max = 1.0)
        double lean,

        @Param(doc = "seed of tokens, teacher, direction and noise", def = "1")
        long seed)
        implements LandscapeSpec {
    private static final double LARGEST = 1L << 30;

    /** Checks the parameters together. */
    public SequenceRisk {
        UnitLoss built = loss.build(law.tokens(), law.student(), law.teacher());
        law.require(built, decay, tokenLaw);
        double d = law.d();
        if (Math.rint(law.alpha() * d) < 1.0)
            throw new BadParameter("alpha", law.alpha(), "leaves no example for d = " + law.d(), "at least " + 1.0 / d);
        if (Math.rint(law.alpha() * d) * d * law.tokens() > LARGEST)
            throw new BadParameter(
                    "alpha",
                    law.alpha(),
                    "n L d = " + law.alpha() * d * d * law.tokens() + " inputs do not fit an array",
                    "at most " + LARGEST);
        if (hint * hint + lean * lean > 1.0)
            throw new BadParameter("lean", lean, "and hint are parts of one length", "hint^2 + lean^2 at most 1");
    }

    UnitLoss built() {
        return loss.build(law.tokens(), law.student(), law.teacher());
    }

    @Override
    public SequenceLandscape build() {
        return new SequenceLandscape(this, SequenceExamples.drawn(law, tokenLaw, built(), seed));
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR, Need.PATTERNS, Need.TAUGHT_UNITS);
    }

    @Override
    public double knownDimension() {
        return (double) law.student() * law.d();
    }

    @Override
    public double knownPatterns() {
        return law.count();
    }

    @Override
    public Map<String, Double> sizes() {
        return Map.of("d", (double) law.d(), "n", (double) law.count());
    }

    @Override
    public Cost cost() {
        double entries = (double) law.count() * law.d() * law.tokens();
        return new Cost(Float.BYTES * entries, Float.BYTES * entries, 4.0 * entries * law.student());
    }
}
