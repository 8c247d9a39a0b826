package rugged.dynamics.sampling;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.Need;
import rugged.api.model.DiscreteBlocks;
import rugged.api.model.Model;
import rugged.api.model.SpinLandscape;
import rugged.api.model.VectorBlocks;
import rugged.api.motion.Sampler;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Heat-bath dynamics (Gibbs sampling) of whole blocks: all units of a block, which do not interact with one another, are drawn at once from their equilibrium law given
 * the other blocks; block after block, in the model's order. A sweep draws every unit once, and time counts sweeps; k_B = 1. At T = 0 a unit takes the value of
 * lowest energy, any of them with the same probability where there are several.
 *
 * <p>Samples exp(-E/T) exactly, as the heat bath of single units does: only the order of the updates differs, the law is the same. One uniform number a discrete unit; a
 * vector unit is drawn by rejection.
 *
 * <p>Source: Geman and Geman, IEEE Trans. PAMI 6, 721 (1984).
 */
@Named(
        value = "block-heat-bath",
        title = "Heat bath of blocks (block Gibbs)",
        doc = "Each update draws all units of a block, which do not interact with one another, at once from their"
                + " equilibrium law given the other blocks. Time in sweeps.",
        source = "Geman and Geman, IEEE Trans. PAMI 6, 721 (1984)",
        year = 1984,
        topics = {"thermal", "Monte Carlo"})
public record BlockHeatBath(
        @Param(doc = "temperature of the bath", symbol = "T", unit = "J", def = "0.5", min = 0.0)
        double temperature) implements SweepSpec {
    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.BLOCKS, Need.LOCAL_LAW);
    }

    @Override
    public Sampler start(Model model, double[] x, Streams random) {
        Sweep sweep = switch (model) {
            case SpinLandscape.InBlocks spins -> SpinSweeps.blocks(spins, x);
            case DiscreteBlocks units -> new BlockSweeps(units, x);
            case VectorBlocks vectors -> VectorSweeps.blocks(vectors, x);
            default ->
                throw new BadParameter(
                        "dynamics",
                        "block-heat-bath",
                        "needs blocks of units that do not interact with one another",
                        "heat-bath draws one unit after the other");
        };
        return new Sweeps(sweep, temperature, random.stream("noise", 0));
    }

    @Override
    public BlockHeatBath atTemperature(double other) {
        return new BlockHeatBath(other);
    }
}
