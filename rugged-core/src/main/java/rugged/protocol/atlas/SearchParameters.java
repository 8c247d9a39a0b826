package rugged.protocol.atlas;

import java.util.Optional;
import rugged.compose.search.Searcher;
import rugged.compose.search.Survey;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * What counts as a stationary point, what as the same one, and where a search begins.
 *
 * @param tolerance slope of a stationary point
 * @param longestStep longest step of mode following
 * @param push how far from a transition state a way down begins
 * @param longest longest time of a quench
 * @param sameEnergy largest difference of energies
 * @param sameDeterminant largest difference of ln det
 * @param sameDistance largest distance of aligned states
 * @param earlier a map to begin with
 * @param observed how many minima the observables look at
 */
public record SearchParameters(
        @Param(
                doc = "|g|/sqrt(N) of a stationary point",
                def = "1e-9",
                min = 0.0,
                above = true,
                max = 1e-3,
                reason = "determinants and zero modes are polluted from 1e-8 on")
        double tolerance,

        @Param(
                doc = "longest step of mode following, |dx|",
                def = "0.1",
                min = 0.0,
                above = true,
                reason = "a tenth of the diameter of an atom: ways down then stay in their basin")
        double longestStep,

        @Param(
                doc = "how far from a transition state, along its negative mode, a way down begins",
                def = "0.03",
                min = 0.0,
                above = true)
        double push,

        @Param(doc = "longest time of a quench, in the time of the minimiser", def = "1e5", min = 1)
        double longest,

        @Param(doc = "largest difference of the energies of two copies of a stationary point", def = "1e-6", min = 0.0)
        double sameEnergy,

        @Param(doc = "largest difference of ln det of two copies of a stationary point", def = "1e-3", min = 0.0)
        double sameDeterminant,

        @Param(
                doc = "largest distance of two copies of a stationary point, when a move of the symmetry has brought"
                        + " one upon the other; energy and determinant decide alone if left out",
                min = 0.0,
                above = true)
        Optional<Double> sameDistance,

        @Param(
                doc = "a map to begin with: library.sqlite of an earlier point, what 'rugged merge-maps' writes, or a"
                        + " database of pele; a point of it that is not stationary here is where a search begins",
                file = true,
                library = true)
        Optional<String> earlier,

        @Param(
                doc = "how many of the lowest minima the observables look at, their ranks from 0 as times",
                def = "1",
                min = 1,
                max = 100000)
        int observed)
        implements ParameterGroup {
    Searcher.Settings settings() {
        return new Searcher.Settings(tolerance, longestStep, push, longest);
    }

    Survey.Identity identity() {
        return new Survey.Identity(sameEnergy, sameDeterminant, sameDistance.orElse(Double.POSITIVE_INFINITY));
    }
}
