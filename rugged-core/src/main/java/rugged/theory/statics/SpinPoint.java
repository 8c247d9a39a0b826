package rugged.theory.statics;

import java.util.List;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.meanfield.statics.FullBreaking;
import rugged.meanfield.statics.SymmetricSpins;
import rugged.params.BadParameter;

/**
 * Two groups of spins at one temperature by either scheme ({@link SymmetricSpins}, {@link FullBreaking}): numbers alone, for those who ask for one point. The overlaps of the full scheme are means int_0^1 q(x) dx, their largest q(1), and where replica symmetry is stable they are those of replica symmetry; stability and the line of de Almeida and Thouless are those of
 * replica symmetry in both schemes. Errors of the full scheme are changes from half as many levels.
 *
 * @param first q1
 * @param second q2
 * @param freeEnergy f
 * @param energy u
 * @param firstMost the largest q1
 * @param secondMost the largest q2
 * @param instability as {@link SymmetricSpins} has it
 * @param line h_AT
 * @param how which solution it is
 */
record SpinPoint(
        Value first,
        Value second,
        Value freeEnergy,
        Value energy,
        Value firstMost,
        Value secondMost,
        double instability,
        double line,
        Solution how) {
    /** A number with its error. */
    record Value(double value, double error) {
        private static Value between(double fine, double coarse) {
            return new Value(fine, Math.abs(fine - coarse));
        }
    }

    private static final int LEAST_LEVELS = 2;
    /** The part of a grid of fields beyond which there should be no mass. */
    private static final double INSIDE = 0.8;

    static SpinPoint of(double temperature, SymmetricSpins.Groups groups, SpinScheme scheme, int layers) {
        SymmetricSpins alike = SymmetricSpins.at(temperature, groups);
        double line = SymmetricSpins.line(temperature, groups);
        // where replicas may be alike nothing breaks, and the closed equations have no grid
        if (scheme == SpinScheme.FULL && alike.instability() > 1.0)
            return broken(temperature, groups, layers, alike.instability(), line);
        Value first = new Value(alike.first(), 0.0);
        Value second = new Value(alike.second(), 0.0);
        return new SpinPoint(
                first,
                second,
                new Value(alike.freeEnergy(), 0.0),
                new Value(alike.energy(), 0.0),
                first,
                second,
                alike.instability(),
                line,
                SpinTheories.symmetric(alike.instability() > 1.0 ? List.of(temperature) : List.of()));
    }

    private static SpinPoint broken(
            double temperature, SymmetricSpins.Groups groups, int layers, double instability, double line) {
        double field = Math.max(Math.abs(groups.field1()), Math.abs(groups.field2()));
        double window = FullBreaking.WINDOW + field / (INSIDE * groups.coupling());
        FullBreaking fine = FullBreaking.at(temperature, groups, layers, window);
        FullBreaking coarse = FullBreaking.at(temperature, groups, Math.max(LEAST_LEVELS, layers / 2), window);
        int last = fine.x().length;
        int middle = coarse.x().length;
        String words = fine.converged()
                ? "full replica symmetry breaking, " + layers + " levels"
                : "the overlaps did not settle at T = " + temperature;
        return new SpinPoint(
                Value.between(fine.mean((a, b) -> a), coarse.mean((a, b) -> a)),
                Value.between(fine.mean((a, b) -> b), coarse.mean((a, b) -> b)),
                Value.between(fine.freeEnergy(), coarse.freeEnergy()),
                Value.between(fine.energy(), coarse.energy()),
                Value.between(fine.first()[last], coarse.first()[middle]),
                Value.between(fine.second()[last], coarse.second()[middle]),
                instability,
                line,
                new Solution(fine.converged(), fine.sweeps(), fine.residual(), words));
    }

    static void put(Sink out, Quantity quantity, Value of) {
        out.put(quantity, Sink.ALL, of.value(), of.error());
    }

    /** Refuses temperatures at which a scheme has no numbers. */
    static void require(double temperature, double coupling, SpinScheme scheme) {
        double coldest = (scheme == SpinScheme.RS ? SpinTheories.COLDEST : FullBreaking.COLDEST) * coupling;
        if (!(temperature > coldest) || Double.isInfinite(temperature))
            throw new BadParameter(
                    "temperature", temperature, "is no temperature of this theory", "above " + coldest + " J");
    }

    static Quantity number(String name, String symbol, String unit, String definition) {
        return new Quantity(name, symbol, unit, List.of(), definition);
    }
}
