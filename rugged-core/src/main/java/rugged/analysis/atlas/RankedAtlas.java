package rugged.analysis.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;
import rugged.num.graph.Passes;
import rugged.num.kinetics.HarmonicRates;
import rugged.num.kinetics.Wells;

/**
 * The map that one sample collected, with minima and saddles numbered by energy from 0 on.
 *
 * @param atlas the map
 * @param damaged why it cannot be read; empty when it can
 */
record RankedAtlas(Atlas atlas, String damaged) {
    private static final Atlas NOTHING = new Atlas(List.of(), List.of(), 0, false);

    /** Of what a sample collected. */
    static RankedAtlas of(Sample sample) {
        try {
            return new RankedAtlas(ranked(Atlas.of(sample::collected)), "");
        } catch (IllegalArgumentException e) {
            return new RankedAtlas(NOTHING, String.valueOf(e.getMessage()));
        }
    }

    /** The same, by energy; what has equal energies stays in its order. */
    static Atlas ranked(Atlas atlas) {
        int n = atlas.minima().size();
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(k -> atlas.minima().get(k).energy()));
        int[] rank = new int[n];
        List<Minimum> minima = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            rank[order[k]] = k;
            minima.add(atlas.minima().get(order[k]));
        }
        List<Saddle> saddles = new ArrayList<>();
        for (Saddle one : atlas.saddles()) saddles.add(one.joining(rank[one.first()], rank[one.second()]));
        saddles.sort(Comparator.comparingDouble(Saddle::energy));
        Map<String, double[]> numbers = new HashMap<>();
        atlas.numbers()
                .forEach((name, column) -> numbers.put(
                        name, Arrays.stream(order).mapToDouble(k -> column[k]).toArray()));
        return new Atlas(minima, saddles, atlas.vibrations(), atlas.kinetic(), numbers);
    }

    /** Why there is no graph: nothing is there, or it is damaged. */
    Optional<String> noMinima() {
        if (!damaged.isEmpty()) return Optional.of(damaged);
        if (atlas.minima().isEmpty())
            return Optional.of(
                    "the database holds no minimum: a protocol such as quenches or basin-hopping finds some");
        long undefined = atlas.minima().stream()
                .filter(one -> !Double.isFinite(one.energy()))
                .count();
        if (undefined > 0) return Optional.of(undefined + " minima have no energy");
        return Optional.empty();
    }

    /** Why there is no thermodynamics. */
    Optional<String> noWells() {
        Optional<String> none = noMinima();
        if (none.isPresent()) return none;
        long without = atlas.minima().stream()
                .filter(one -> Double.isNaN(one.logDeterminant()))
                .count();
        if (without > 0)
            return Optional.of(
                    without + " of " + atlas.minima().size() + " minima have no normal modes: run normal modes first");
        long disorder = atlas.minima().stream().filter(one -> one.order() < 1).count();
        if (disorder > 0) return Optional.of(disorder + " minima have no point-group order");
        return Optional.empty();
    }

    /** Why there are no rates. */
    Optional<String> noRates() {
        Optional<String> none = noWells();
        if (none.isPresent()) return none;
        if (atlas.saddles().stream().allMatch(Saddle::degenerate))
            return Optional.of("the database holds no transition state between two minima: a protocol such as refine or"
                    + " connect finds some");
        long without = atlas.saddles().stream()
                .filter(one -> Double.isNaN(one.logDeterminant()) || !Double.isFinite(one.energy()) || one.order() < 1)
                .count();
        if (without > 0)
            return Optional.of(without + " of " + atlas.saddles().size()
                    + " transition states have no normal modes: run normal modes first");
        return Optional.empty();
    }

    Wells wells() {
        List<Minimum> all = atlas.minima();
        return new Wells(
                all.stream().mapToDouble(Minimum::energy).toArray(),
                all.stream().mapToDouble(Minimum::logDeterminant).toArray(),
                all.stream().mapToDouble(Minimum::order).toArray());
    }

    HarmonicRates rates() {
        List<Saddle> all = atlas.saddles();
        return new HarmonicRates(
                all.stream().mapToDouble(Saddle::energy).toArray(),
                all.stream().mapToDouble(Saddle::logDeterminant).toArray(),
                all.stream().mapToDouble(Saddle::order).toArray(),
                all.stream().mapToInt(Saddle::first).toArray(),
                all.stream().mapToInt(Saddle::second).toArray());
    }

    Passes passes() {
        List<Saddle> all = atlas.saddles();
        return new Passes(
                atlas.minima().stream().mapToDouble(Minimum::energy).toArray(),
                all.stream().mapToDouble(Saddle::energy).toArray(),
                all.stream().mapToInt(Saddle::first).toArray(),
                all.stream().mapToInt(Saddle::second).toArray());
    }
}
