package rugged.landscape.narrow;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.DataSpec;
import rugged.api.Examples.Labels;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.lessons.SequenceTask;
import rugged.index.Named;
import rugged.meanfield.sequence.SequenceLaw;
import rugged.meanfield.sequence.TokenLaw;
import rugged.meanfield.sequence.UnitLoss;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.Schema;

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

        SequenceTask task,

        @Param(doc = "seed of tokens, teacher, direction and noise", def = "1")
        long seed,

        @Param(
                doc = "examples to learn from in place of drawn ones, the tokens of a sequence one after the other"
                        + " in an input; d and alpha follow from them, and no theory knows their law")
        Optional<DataSpec> data)
        implements LandscapeSpec {
    private static final double LARGEST = 1L << 30;

    /** Checks the parameters together. */
    public SequenceRisk {
        task.require(law, tokenLaw);
        if (data.isPresent()) requireData(data.get(), law, task);
        else requireSize(law);
    }

    private static void requireSize(SequenceLaw law) {
        double d = law.d();
        if (Math.rint(law.alpha() * d) < 1.0)
            throw new BadParameter("alpha", law.alpha(), "leaves no example for d = " + law.d(), "at least " + 1.0 / d);
        if (Math.rint(law.alpha() * d) * d * law.tokens() > LARGEST)
            throw new BadParameter(
                    "alpha",
                    law.alpha(),
                    "n L d = " + law.alpha() * d * d * law.tokens() + " inputs do not fit an array",
                    "at most " + LARGEST);
    }

    private static void requireData(DataSpec data, SequenceLaw law, SequenceTask task) {
        UnitLoss built = task.built(law);
        DataSpec.Outline outline = data.outline();
        if (outline.width() % law.tokens() != 0)
            throw new BadParameter(
                    "tokens",
                    law.tokens(),
                    "does not divide the " + outline.width() + " numbers of an input",
                    "a divisor");
        if (built.labels() > 1)
            throw new BadParameter(
                    "data", Schema.of(data).name(), "have no labels for this loss", "a loss of one label");
        if (built.labels() == 1 && outline.labels() == Labels.CLASSES)
            throw new BadParameter(
                    "data",
                    Schema.of(data).name(),
                    "have classes, and this loss one number",
                    "labels: parity, or values");
        if (built.classifies() && outline.labels() != Labels.SIGNS)
            throw new BadParameter(
                    "loss", "of classes", "needs labels +1 and -1, and the data have numbers", "ridge or committee");
        if (task.hint() > 0.0 || task.lean() > 0.0)
            throw new BadParameter(
                    "hint", task.hint(), "and lean know of a teacher, and data have none", "0, both of them");
    }

    /** d. */
    int length() {
        return data.map(found -> found.outline().width() / law.tokens()).orElse(law.d());
    }

    private int count() {
        return data.map(found -> found.outline().patterns()).orElse(law.count());
    }

    UnitLoss built() {
        return task.built(law);
    }

    @Override
    public SequenceLandscape build() {
        SequenceExamples examples = data.map(found -> SequenceExamples.of(found.load(), law.tokens(), built()))
                .orElseGet(() -> SequenceExamples.drawn(law, tokenLaw, built(), seed));
        return new SequenceLandscape(new SequenceStudent(law, tokenLaw, task, length()), examples);
    }

    @Override
    public Set<Need> provides() {
        EnumSet<Need> provides = EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR, Need.PATTERNS);
        // messages need the covariance of tokens
        if (data.isEmpty()) provides.addAll(EnumSet.of(Need.SEQUENCE_STUDENT, Need.PROJECTIONS));
        return provides;
    }

    @Override
    public double knownDimension() {
        return (double) law.student() * length();
    }

    @Override
    public double knownPatterns() {
        return count();
    }

    @Override
    public Map<String, Double> sizes() {
        return Map.of("d", (double) length(), "n", (double) count());
    }

    @Override
    public Cost cost() {
        double entries = (double) count() * length() * law.tokens();
        return new Cost(Float.BYTES * entries, Float.BYTES * entries, 4.0 * entries * law.student());
    }
}
