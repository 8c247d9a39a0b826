package rugged.analysis.atlas;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.Quantity;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.num.graph.DisconnectivityTree;
import rugged.num.kinetics.Superposition;

/**
 * The number of each minimum that colours its branch.
 *
 * @param name what it is called
 * @param values by rank; NaN for a minimum that has none
 * @param wrong why no minimum has one; empty when some have
 */
record BranchColours(String name, double[] values, String wrong) {
    /** What every map has. */
    private static final Set<String> OWN = Set.of("energy", "order", "found", "log_det");

    private static final String OCCUPATION = "occupation";

    /** The quantity that has to be recorded for this colour; none for what the map itself has. */
    static Set<String> reads(String colour) {
        boolean own = colour.isEmpty() || OWN.contains(colour) || colour.equals(OCCUPATION);
        return own ? Set.of() : Set.of(colour);
    }

    /** What is wrong with this colour, as far as it can be known while planning. */
    static Optional<String> objection(String colour, Optional<Double> at, Map<String, Quantity> recorded) {
        if (colour.equals(OCCUPATION))
            return at.filter(temperature -> temperature > 0.0).isPresent()
                    ? Optional.empty()
                    : Optional.of("colours by the occupation at a temperature: colour-at must be a T above 0");
        Quantity quantity = recorded.get(colour);
        if (reads(colour).isEmpty() || quantity == null)
            return at.isEmpty() || quantity != null
                    ? Optional.empty()
                    : Optional.of("colours by a number that has no second axis: leave colour-at out");
        List<String> axes = quantity.axes();
        if (axes.isEmpty() || !Set.of("t", "rank").contains(axes.getFirst()) || axes.size() > 2)
            return Optional.of("colours by \"" + colour + "\", which is no number of a minimum: its axes are "
                    + (axes.isEmpty() ? "none" : String.join(", ", axes)) + ", not t or rank");
        if (axes.size() == 2 && at.isEmpty())
            return Optional.of("colours by \"" + colour + "\", which has an axis " + axes.getLast()
                    + " as well: colour-at must say where along it");
        if (axes.size() == 1 && at.isPresent())
            return Optional.of("colours by \"" + colour + "\", which has no second axis: leave colour-at out");
        return Optional.empty();
    }

    /** Reads it. */
    static BranchColours of(String colour, Optional<Double> at, RankedAtlas map, Sample sample) {
        Atlas atlas = map.atlas();
        return switch (colour) {
            case "", "energy" -> own(colour, atlas, Minimum::energy);
            case "order" -> own(colour, atlas, Minimum::order);
            case "found" -> own(colour, atlas, Minimum::found);
            case "log_det" -> own(colour, atlas, Minimum::logDeterminant);
            case OCCUPATION -> occupations(at.orElse(Double.NaN), map);
            default -> recorded(colour, at, atlas, sample.readings(colour));
        };
    }

    private static BranchColours own(String colour, Atlas atlas, ToDoubleFunction<Minimum> number) {
        return new BranchColours(
                colour, atlas.minima().stream().mapToDouble(number).toArray(), "");
    }

    private static BranchColours occupations(double temperature, RankedAtlas map) {
        Optional<String> why = map.noWells();
        if (why.isPresent()) return new BranchColours(OCCUPATION, new double[0], why.get());
        if (!(temperature > 0.0))
            return new BranchColours(
                    OCCUPATION, new double[0], "an occupation is one at a temperature: colour-at is not above 0");
        Superposition wells = new Superposition(
                map.wells(), map.atlas().vibrations(), map.atlas().kinetic());
        return new BranchColours(OCCUPATION, wells.at(temperature).occupation(), "");
    }

    /** What observables saw at each minimum, their ranks as times, or what the protocol wrote beside the minima. */
    private static BranchColours recorded(String colour, Optional<Double> at, Atlas atlas, List<Reading> readings) {
        double[] beside = atlas.numbers().get(colour);
        if (beside != null) return new BranchColours(colour, beside, "");
        double[] values = new double[atlas.minima().size()];
        Arrays.fill(values, Double.NaN);
        boolean any = false;
        for (Reading reading : readings) {
            double[] axes = reading.axes();
            boolean here = axes.length == 1 || axes.length == 2 && at.isPresent() && axes[1] == at.get();
            if (!here || axes[0] < 0.0 || axes[0] >= values.length || axes[0] != Math.rint(axes[0])) continue;
            values[(int) axes[0]] = reading.value();
            any = true;
        }
        return new BranchColours(colour, values, any ? "" : none(colour, at, atlas));
    }

    private static String none(String colour, Optional<Double> at, Atlas atlas) {
        Set<String> known = new TreeSet<>(OWN);
        known.add(OCCUPATION);
        known.addAll(atlas.numbers().keySet());
        String where = at.map(place -> " at " + place).orElse("");
        return "minima have no number \"" + colour + "\"" + where + ": they have " + String.join(", ", known)
                + " and what is observed at them";
    }

    /** Why a tree cannot be coloured: a minimum that it shows has no number. */
    Optional<String> missing(DisconnectivityTree tree) {
        int without = -1;
        int most = -1;
        for (int leaf = 0; leaf < tree.leafCount(); leaf++) {
            int rank = tree.minimum(leaf);
            most = Math.max(most, rank);
            if (Double.isNaN(values[rank]) && (without < 0 || rank < without)) without = rank;
        }
        if (without < 0) return Optional.empty();
        return Optional.of("minimum " + without + " has no number \"" + name
                + "\": observables look at as many of the lowest minima as observed says, " + (most + 1)
                + " are shown, and lowest shows fewer");
    }
}
