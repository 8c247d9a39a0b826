package rugged.landscape.boltzmann;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.DataSpec;
import rugged.api.DataSpec.Outline;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.contrast.BoltzmannMachine;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.num.boltzmann.BitMachine;
import rugged.num.boltzmann.MachineSum;
import rugged.num.boltzmann.UnitValues;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The weights of a restricted Boltzmann machine as a landscape. A state is W[Nv Nh] row by row, a[Nv], b[Nh] of
 *
 * <pre>p(v, h) = exp(v W h + a v + b h)/Z,   units 0 and 1 (bits) or -1 and +1 (spins),</pre>
 *
 * <p>and the examples are configurations v: an input of the data is 1, or +1, where it is above the threshold. The energy is, in nats per example,
 *
 * <pre>pseudo-likelihood   E = -(1/P) sum_mu sum_i ln p(v_i | all other v),   a sum over all Nv units
 * likelihood          E = -(1/P) sum_mu ln p(v),   Z by a sum over the smaller layer, of at most 20 units.</pre>
 *
 * <p>Either has an exact gradient, so that every descent runs on it. {@code contrastive-divergence} follows the likelihood by chains whatever the energy is. The energy is a mean over examples, hence intensive.
 *
 * <p>Weights start as normals of standard deviation sigma, hidden biases at 0, visible ones at 0 or where independent units have the means of the examples.
 *
 * <p>Cost: an example takes some 4 Nv Nh operations (its gradient 12) for the pseudo-likelihood, 2 Nv Nh (4) for the likelihood, and Z takes 2^min(Nv, Nh) Nv Nh. Energies are in double precision.
 *
 * <p>Source: Hinton, Neural Comput. 14, 1771 (2002); Besag, The Statistician 24, 179 (1975).
 */
@Named(
        value = "rbm-learning",
        title = "Learning of a restricted Boltzmann machine",
        doc = "Weights and biases of a machine of two layers, whose energy is minus the likelihood or the"
                + " pseudo-likelihood of examples.",
        source = "Hinton, Neural Comput. 14, 1771 (2002)",
        year = 2002,
        topics = {"Boltzmann machines", "unsupervised learning", "rugged landscapes"})
public record BoltzmannLearning(
        @Param(doc = "what it learns; labels play no role", def = "strokes", reason = "drawn by seed, nothing to fetch")
        DataSpec data,

        @Param(doc = "hidden units", symbol = "N_{h}", def = "64", min = 1, max = 65536)
        int hidden,

        @Param(doc = "bits (0 and 1) or spins (-1 and +1)", def = "bits")
        UnitValues units,

        @Param(
                doc = "energy: pseudo-likelihood, or likelihood where a layer has at most 20 units",
                def = "pseudo-likelihood")
        Objective objective,

        @Param(
                doc = "an input above it is 1, or +1",
                def = "0.5",
                reason = "half of white, where grey levels are from 0 to 1")
        double threshold,

        @Param(
                doc = "standard deviation of the weights at the start",
                symbol = "\u03c3",
                def = "0.01",
                min = 0,
                max = 100,
                reason = "small against what is learnt, and not 0, where all hidden units would stay alike")
        double scale,

        @Param(doc = "visible biases at the start: zero, or data (the means of the examples)", def = "data")
        VisibleStart visibleStart,

        @Param(
                doc = "precision of the chains of contrastive divergence",
                def = "float32",
                reason = "rounding moves a chance by 1e-7")
        Precision precision)
        implements LandscapeSpec {
    /** Where visible biases start. */
    public enum VisibleStart {
        /** At 0. */
        ZERO,
        /** Where units without weights have the means of the examples. */
        DATA
    }

    private static final double OPERATIONS = 12.0;
    private static final double OPERATIONS_LIKELIHOOD = 4.0;

    public BoltzmannLearning {
        if (!Double.isFinite(threshold))
            throw new BadParameter("threshold", threshold, "is no grey level", "a finite number");
    }

    private BitMachine machine(Outline outline) {
        BitMachine machine = new BitMachine(outline.width(), hidden);
        int few = Math.min(outline.width(), hidden);
        if (objective == Objective.LIKELIHOOD && few > MachineSum.MOST)
            throw new BadParameter(
                    "objective",
                    "likelihood",
                    String.format(
                            java.util.Locale.ROOT,
                            "the smaller layer has %d units, 2^%d configurations, some %.0e operations in all",
                            few,
                            few,
                            Math.pow(2.0, few) * outline.width() * hidden),
                    "at most " + MachineSum.MOST + " hidden units, or objective: pseudo-likelihood");
        return machine;
    }

    @Override
    public BoltzmannMachine build() {
        machine(data.outline());
        LearningSetting setting = new LearningSetting(
                hidden, units, objective, scale, visibleStart == VisibleStart.DATA, precision == Precision.FLOAT32);
        return new LearningMachine(setting, BitExamples.of(data.load(), threshold));
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.PATTERNS, Need.CONTRAST, Need.MACHINE);
    }

    /** Weights may grow for ever. */
    @Override
    public boolean isolated() {
        return false;
    }

    @Override
    public String remark() {
        return data.remark();
    }

    @Override
    public Cost cost() {
        Outline outline = data.outline();
        double size = machine(outline).size();
        double inputs = (double) outline.width() * (outline.patterns() + outline.tests());
        double few = Math.min(outline.width(), hidden);
        boolean exact = objective == Objective.LIKELIHOOD;
        double operations = exact
                ? (OPERATIONS_LIKELIHOOD * outline.patterns() + 2.0 * Math.pow(2.0, few)) * size
                : OPERATIONS * outline.patterns() * size;
        return new Cost(
                inputs * (Byte.BYTES + Double.BYTES) + 5.0 * Double.BYTES * size, Double.BYTES * size, operations);
    }

    @Override
    public double knownDimension() {
        return machine(data.outline()).size();
    }

    @Override
    public double knownPatterns() {
        return data.outline().patterns();
    }

    /** M weights and biases, P patterns of Nv numbers, Nh hidden units. */
    @Override
    public Map<String, Double> sizes() {
        Outline outline = data.outline();
        double all = machine(outline).size();
        return Map.of(
                "M", all, "N", all, "P", (double) outline.patterns(), "Nv", (double) outline.width(), "Nh", (double)
                        hidden);
    }
}
