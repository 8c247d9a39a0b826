package rugged.analysis.atlas;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.num.graph.LowestPath;
import rugged.num.graph.MinimaxBarriers;
import rugged.num.graph.Passes;
import rugged.num.kinetics.Superposition;

/** The map of one sample, its minima numbered by energy from 0 on, for whoever asks of it one thing after the other: what is costly is found once. Any number of threads may ask. */
public final class LandscapeMap {
    private static final Set<String> OWN = Set.of("energy", "order", "found", "log_det");

    private final RankedAtlas ranked;
    private final Optional<String> noMinima;
    private final Passes passes;
    private @Nullable Ways ways;
    private @Nullable Superposition superposition;

    private record Ways(MinimaxBarriers barriers, LowestPath paths) {}

    private LandscapeMap(RankedAtlas ranked) {
        this.ranked = ranked;
        noMinima = ranked.noMinima();
        passes =
                noMinima.isEmpty() ? ranked.passes() : new Passes(new double[0], new double[0], new int[0], new int[0]);
    }

    /**
     * Of a map.
     *
     * @throws IllegalArgumentException where a transition state lacks an end or its energy
     */
    public static LandscapeMap of(Atlas atlas) {
        return new LandscapeMap(new RankedAtlas(RankedAtlas.ranked(atlas), ""));
    }

    /** The map, by energy. */
    public Atlas atlas() {
        return ranked.atlas();
    }

    /** Why there is no graph; empty when there is one. */
    public Optional<String> noMinima() {
        return noMinima;
    }

    /** Why there is no thermodynamics; empty when there is some. */
    public Optional<String> noWells() {
        return ranked.noWells();
    }

    /** Minima and transition states as a graph; empty where there is none. */
    public Passes passes() {
        return passes;
    }

    /** How high one climbs between any two. */
    public MinimaxBarriers barriers() {
        return ways().barriers;
    }

    /** The lowest path between any two. */
    public LowestPath paths() {
        return ways().paths;
    }

    private synchronized Ways ways() {
        if (ways == null) {
            MinimaxBarriers barriers = new MinimaxBarriers(passes);
            ways = new Ways(barriers, new LowestPath(passes, barriers));
        }
        return ways;
    }

    /** The superposition of its wells. Ask {@link #noWells} first. */
    public synchronized Superposition superposition() {
        if (superposition == null)
            superposition = new Superposition(ranked.wells(), atlas().vibrations(), atlas().kinetic());
        return superposition;
    }

    /** Names of the numbers that minima have. */
    public List<String> names() {
        Set<String> names = new TreeSet<>(OWN);
        names.addAll(atlas().numbers().keySet());
        return List.copyOf(names);
    }

    /** A number of all minima; empty where they have none of this name. */
    public Optional<double[]> numbers(String name) {
        return numbers(atlas(), name);
    }

    static Optional<double[]> numbers(Atlas atlas, String name) {
        List<Minimum> all = atlas.minima();
        return switch (name) {
            case "", "energy" ->
                Optional.of(all.stream().mapToDouble(Minimum::energy).toArray());
            case "order" -> Optional.of(all.stream().mapToDouble(Minimum::order).toArray());
            case "found" -> Optional.of(all.stream().mapToDouble(Minimum::found).toArray());
            case "log_det" ->
                Optional.of(all.stream().mapToDouble(Minimum::logDeterminant).toArray());
            default -> Optional.ofNullable(atlas.numbers().get(name));
        };
    }
}
