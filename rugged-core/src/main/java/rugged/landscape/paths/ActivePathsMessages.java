package rugged.landscape.paths;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.FactorGraph;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The paths of {@code active-paths} as a factor graph at a temperature: a variable for each kept weight, a factor exp(J_a w_{a,1} ... w_{a,p}/T) for each active path. Exact on trees; networks are trees locally, with errors of order 1/n; but for p = 3 some (alpha p)^2 n rho^4 pairs of paths have two weights in common and so fix the product of their other two, which messages do not see: decimation, which has to be right about every weight, fails on them. Without fields all messages 0 are a fixed point, the
 * paramagnet, with log Z = N log 2 + sum_a log cosh(J_a/T), at every temperature and for three or more layers always a stable one: a glass shows in other fixed points, from starts that are far from it, and in rounds that do not come to an end.
 *
 * <p>A state holds the message of each path to each of its weights, [p M], as fields. A random start draws them as normal numbers of standard deviation {@code start}; the planted one gives means (1 - 1e-4)^{1/2} along the hidden weights.
 *
 * <p>Cost of an update: p M exponentials and logarithms. Memory: 40 p M bytes and a state of 8 p M.
 *
 * <p>Source: Mezard and Montanari, Information, Physics, and Computation (2009), chapters 14 and 18; Huang and Goudarzi, Phys. Rev. E 98, 042311 (2018).
 */
@Named(
        value = "active-paths-messages",
        title = "Random active paths as a factor graph",
        doc = "Marginals of the weights of a diluted layered network from messages along its paths.",
        source = "Mezard and Montanari, Information, Physics, and Computation (2009)",
        year = 2009,
        topics = {"spin glasses", "constraint satisfaction", "learning", "inference"})
public record ActivePathsMessages(
        PathLaw law,

        @Param(doc = "temperature", symbol = "T", unit = "J", def = "1", min = 0.01, max = 1e6)
        double temperature,

        @Param(
                doc = "standard deviation of the fields that a random start draws",
                def = "1e-3",
                min = 0.0,
                max = 20,
                reason = "near to the paramagnet; 2.6 is means of 0.99")
        double start)
        implements LandscapeSpec {
    /** Checks what the binder cannot. */
    public ActivePathsMessages {
        if (!(temperature > 0.0))
            throw new BadParameter(
                    "temperature", temperature, "is none that messages can have", "above 0; for T = 0 see parity-core");
    }

    @Override
    public FactorGraph build() {
        return new PathMessages(PathNetwork.of(law), 1.0 / temperature, start);
    }

    @Override
    public Set<Need> provides() {
        return law.couplings().hides()
                ? EnumSet.of(Need.MESSAGES, Need.SIGNS, Need.PLANTED)
                : EnumSet.of(Need.MESSAGES, Need.SIGNS);
    }

    @Override
    public double knownDimension() {
        return (double) law.layers() * PathNetwork.of(law).paths().length;
    }

    /** N is the number of kept weights; a state is longer. */
    @Override
    public Map<String, Double> sizes() {
        return Map.of("N", (double) PathNetwork.kept(law));
    }

    @Override
    public Cost cost() {
        double ends = law.expectedEnds();
        return new Cost(40.0 * ends, 24.0 * ends, 100.0 * ends);
    }
}
