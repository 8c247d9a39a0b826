package rugged.landscape.narrow;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.index.Named;
import rugged.meanfield.narrow.Estimate;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The examples of {@code multi-index} as a mixing h = F w, F = x/sqrt(d), for message passing ({@code amp}): by the proximal map of a loss, whose fixed point is the minimum of the risk exactly, or Bayes-optimal for standard normal weights and the
 * teacher's labels, whose means are those of the posterior for d to infinity.
 *
 * <pre>
 *   risk:   g = (prox - omega)/V,             w = b/(lambda + Lambda)
 *   bayes:  g = (E[h | y, omega, V] - omega)/V,   w = b/(1 + Lambda)
 * </pre>
 *
 * <p>V, the variance of an output, and Lambda are one number for all outputs and weights, which for inputs of variance 1 differ from those of each by O(d^-1/2). The free energy is the risk of the means, or -log Z of Bethe. A state begins with means 0.01 times normal numbers, or with a
 * hint: means of overlap q with the teacher and with one another, V = 1 - q. Absolute values need one, since means 0 are a fixed point.
 *
 * <p>Source: Rangan, Proc. IEEE ISIT, 2168 (2011); Barbier, Krzakala, Macris, Miolane and Zdeborova, PNAS 116, 5451 (2019); Aubin, Krzakala, Lu and Zdeborova, arXiv:2006.06560. Cost of a round: two reads of the inputs; memory 4 n d bytes.
 */
@Named(
        value = "multi-index-mixing",
        title = "Narrow student as a mixing",
        doc = "Weights of a student vector, mixed by inputs and seen through the labels of a teacher.",
        source = "Barbier, Krzakala, Macris, Miolane and Zdeborova, PNAS 116, 5451 (2019)",
        year = 2019,
        topics = {"learning", "inference"})
public record MultiIndexMixing(
        @Param(doc = "number of weights", symbol = "d", def = "2000", min = 1, max = 100000)
        int d,

        ExampleLaw law,

        @Param(doc = "what is found: risk, its minimum; bayes, the mean of the posterior", def = "risk")
        Estimate estimate,

        @Param(doc = "loss of an example of the risk: ridge, logistic, hinge or squared-hinge", def = "logistic")
        MarginLoss loss,

        @Param(doc = "weight decay of the risk", symbol = "\u03bb", def = "1", min = 0.0)
        double decay,

        @Param(
                doc = "overlap of the start with the teacher; 0: none but by chance",
                symbol = "q_{0}",
                def = "0",
                min = 0.0,
                max = 0.999999)
        double hint)
        implements LandscapeSpec {
    /** Checks the parameters together. */
    public MultiIndexMixing {
        law.require(d);
        if (law.label() == TeacherLabel.MIXTURE || (estimate == Estimate.BAYES && law.label() == TeacherLabel.RANDOM))
            throw new BadParameter(
                    "label",
                    law.label() == TeacherLabel.MIXTURE ? "mixture" : "random",
                    law.label() == TeacherLabel.MIXTURE
                            ? "gives the mixing a mean, which its messages do not know"
                            : "has no teacher to be found",
                    "sign, linear or abs; landscape sequence-risk has messages for clusters");
        if (estimate == Estimate.RISK) MultiIndexRisk.require(law, loss, decay);
        else if (law.label() == TeacherLabel.LINEAR)
            throw new BadParameter(
                    "label",
                    "linear",
                    "has a posterior that is the ridge minimum itself",
                    "estimate: risk with the ridge loss and decay = noise^2; or label: sign or abs");
    }

    @Override
    public NarrowMixing build() {
        return new NarrowMixing(new TeacherExamples(d, law), estimate == Estimate.BAYES, loss, decay, hint);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.MIXING, Need.TEACHER);
    }

    @Override
    public double knownDimension() {
        return 2.0 * d + law.count(d);
    }

    /** d and n as for the risk; a state is longer. */
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
