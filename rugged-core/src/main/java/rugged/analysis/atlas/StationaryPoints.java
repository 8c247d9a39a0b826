package rugged.analysis.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import rugged.api.AnalysisSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.graph.UnionFind;
import rugged.num.kinetics.Completeness;
import rugged.params.Param;

/**
 * What a collected map of a landscape holds: how many minima and transition states, into how many pieces it falls, its lowest stationary points, and how complete it is. Numbers are from 0 on, by energy.
 *
 * <p>Completeness is estimated from how often searches ended at each: the share of searches that would end at a known one is 1 - f_1/n, f_1 of n having been met once; with those met twice, f_2, there are at least S + (n - 1)/n
 * f_1^2/(2 f_2) (Chao). A bound from below: what has a small basin leaves no trace. Means are over samples, which say whether all of them hold the same.
 */
@Named(
        value = "stationary-points",
        title = "Counts of stationary points",
        doc = "Numbers of minima and transition states of a collected map, the lowest of them, and an estimate of how"
                + " complete it is.",
        source = "Chao, Biometrics 43, 783 (1987)",
        year = 1987,
        topics = {"energy landscapes"})
public record StationaryPoints(
        @Param(doc = "how many minima, and how many transition states, are listed one by one", def = "20", min = 0)
        int lowest,

        @Param(
                doc = "energies that differ by less are those of the same stationary point in two samples",
                unit = "energy",
                def = "1e-7",
                min = 0)
        double tolerance)
        implements AnalysisSpec {
    private static final List<String> NONE = List.of();
    private static final List<String> RANK = List.of("rank");

    /** Of which so many join a minimum to itself. */
    public static final Quantity DEGENERATE = new Quantity(
            "degenerate_saddles",
            "degenerate transition states",
            "",
            NONE,
            "number of transition states between two copies of one minimum");

    /** Pieces. */
    public static final Quantity PIECES =
            new Quantity("pieces", "pieces", "", NONE, "number of sets of minima that transition states connect");

    /** Coverage. */
    public static final Quantity COVERAGE = new Quantity(
            "coverage", "coverage", "", NONE, "share of searches for minima that end at one known already, 1 - f_1/n");

    /** Chao's bound. */
    public static final Quantity AT_LEAST = new Quantity(
            "minima_at_least",
            "minima, at least",
            "",
            NONE,
            "lower bound of the number of minima, those not found too");

    /** Coverage of saddles. */
    public static final Quantity SADDLE_COVERAGE = new Quantity(
            "saddle_coverage",
            "coverage",
            "",
            NONE,
            "share of searches for transition states that end at one known already");

    /** Chao's bound for saddles. */
    public static final Quantity SADDLES_AT_LEAST = new Quantity(
            "saddles_at_least",
            "transition states, at least",
            "",
            NONE,
            "lower bound of the number of transition states");

    /** E_a. */
    public static final Quantity ENERGY =
            new Quantity("minimum_energy", "E", "energy", RANK, "energy of a minimum, numbered by energy from 0 on");

    /** o_a. */
    public static final Quantity ORDER = new Quantity(
            "minimum_order", "o", "", RANK, "order of the point group of a minimum, numbered by energy from 0 on");

    /** ln det_a. */
    public static final Quantity LOG_DETERMINANT = new Quantity(
            "minimum_log_det", "ln det", "", RANK, "ln of the product of the positive eigenvalues at a minimum");

    /** How often. */
    public static final Quantity FOUND =
            new Quantity("minimum_found", "found", "", RANK, "how often searches ended at a minimum");

    /** E_s. */
    public static final Quantity SADDLE_ENERGY = new Quantity(
            "saddle_energy", "E", "energy", RANK, "energy of a transition state, numbered by energy from 0 on");

    /** o_s. */
    public static final Quantity SADDLE_ORDER =
            new Quantity("saddle_order", "o", "", RANK, "order of the point group of a transition state");

    /** The lower end. */
    public static final Quantity LOWER =
            new Quantity("saddle_lower", "lower end", "", RANK, "number of the lower minimum of a transition state");

    /** The higher end. */
    public static final Quantity HIGHER =
            new Quantity("saddle_higher", "higher end", "", RANK, "number of the higher minimum of a transition state");

    /** Length of the way over it. */
    public static final Quantity LENGTH = new Quantity(
            "saddle_length",
            "s",
            "",
            RANK,
            "length of the path over a transition state, from minimum to minimum, as it was walked");

    /** Distance of its ends. */
    public static final Quantity DISTANCE = new Quantity(
            "saddle_distance",
            "D",
            "",
            RANK,
            "distance of the two minima to which the ways from a transition state lead");

    /** How many take part. */
    public static final Quantity PARTICIPATION = new Quantity(
            "saddle_participation",
            "N_{p}",
            "",
            RANK,
            "particles, or coordinates where there are none, that move from one end of a path to the other:"
                    + " (sum d^{2})^{2}/sum d^{4}");

    @Override
    public Set<String> reads() {
        return Set.of();
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantities.KNOWN_MINIMA,
                Quantities.KNOWN_SADDLES,
                DEGENERATE,
                PIECES,
                COVERAGE,
                AT_LEAST,
                SADDLE_COVERAGE,
                SADDLES_AT_LEAST,
                ENERGY,
                ORDER,
                LOG_DETERMINANT,
                FOUND,
                SADDLE_ENERGY,
                SADDLE_ORDER,
                LOWER,
                HIGHER,
                LENGTH,
                DISTANCE,
                PARTICIPATION);
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        for (Group group : groups) {
            if (!group.simulated()) continue;
            SampleMeans means = new SampleMeans();
            List<Atlas> all = new ArrayList<>();
            for (Sample sample : group.samples()) {
                RankedAtlas map = RankedAtlas.of(sample);
                all.add(map.atlas());
                if (map.damaged().isEmpty()) {
                    counts(map.atlas(), means);
                    list(map.atlas(), means);
                } else means.undefined(Quantities.KNOWN_MINIMA, map.damaged());
            }
            means.put(group, out);
            out.say(sentence(group, all));
            for (String why : means.reasons()) out.say(Words.of(group) + why + ".");
        }
    }

    private static void counts(Atlas atlas, SampleMeans means) {
        int n = atlas.minima().size();
        UnionFind sets = new UnionFind(n);
        for (Saddle saddle : atlas.saddles()) sets.join(saddle.first(), saddle.second());
        means.add(Quantities.KNOWN_MINIMA, n);
        means.add(Quantities.KNOWN_SADDLES, atlas.saddles().size());
        means.add(
                DEGENERATE, atlas.saddles().stream().filter(Saddle::degenerate).count());
        means.add(PIECES, sets.sets());
        estimate(
                n,
                Completeness.of(atlas.minima().stream().mapToInt(Minimum::found).toArray()),
                COVERAGE,
                AT_LEAST,
                means);
        estimate(
                atlas.saddles().size(),
                Completeness.of(atlas.saddles().stream().mapToInt(Saddle::found).toArray()),
                SADDLE_COVERAGE,
                SADDLES_AT_LEAST,
                means);
    }

    private static void estimate(
            int known, Completeness sample, Quantity coverage, Quantity atLeast, SampleMeans means) {
        if (sample.searches() == 0) {
            String why = known == 0
                    ? "no " + (coverage == COVERAGE ? "minimum" : "transition state") + " was found"
                    : "nothing says how often searches ended there";
            means.undefined(coverage, why);
            means.undefined(atLeast, why);
            return;
        }
        means.add(coverage, sample.coverage());
        // some are known by other ways than searches of their own
        if (known > sample.atLeast()) means.add(atLeast, known);
        else means.addWithError(atLeast, sample.atLeast(), sample.error());
    }

    private void list(Atlas atlas, SampleMeans means) {
        for (int k = 0; k < Math.min(lowest, atlas.minima().size()); k++) {
            Minimum one = atlas.minima().get(k);
            means.add(ENERGY, one.energy(), k);
            means.add(ORDER, one.order(), k);
            if (!Double.isNaN(one.logDeterminant())) means.add(LOG_DETERMINANT, one.logDeterminant(), k);
            means.add(FOUND, one.found(), k);
        }
        for (int k = 0; k < Math.min(lowest, atlas.saddles().size()); k++) {
            Saddle one = atlas.saddles().get(k);
            means.add(SADDLE_ENERGY, one.energy(), k);
            means.add(SADDLE_ORDER, one.order(), k);
            means.add(LOWER, Math.min(one.first(), one.second()), k);
            means.add(HIGHER, Math.max(one.first(), one.second()), k);
            if (!one.pathway().known()) continue;
            means.add(LENGTH, one.pathway().length(), k);
            means.add(DISTANCE, one.pathway().distance(), k);
            if (!Double.isNaN(one.pathway().participation()))
                means.add(PARTICIPATION, one.pathway().participation(), k);
        }
    }

    private String sentence(Group group, List<Atlas> all) {
        String where = Words.of(group);
        if (all.stream().allMatch(atlas -> atlas.minima().isEmpty()))
            return where + "no minimum was found; a protocol such as quenches or basin-hopping finds some.";
        Atlas first = all.getFirst();
        String held = Words.many(first.minima().size(), "minimum", "minima") + " and "
                + Words.many(first.saddles().size(), "transition state", "transition states")
                + first.minima().stream()
                        .findFirst()
                        .map(one -> String.format(Locale.ROOT, ", the lowest at %.8g", one.energy()))
                        .orElse("");
        if (all.size() == 1) return where + held + ".";
        boolean same = all.stream().allMatch(other -> same(first, other));
        if (same)
            return where + "all " + all.size() + " samples hold the same " + held + ", energies within "
                    + String.format(Locale.ROOT, "%.2g", tolerance) + ".";
        int least = all.stream().mapToInt(atlas -> atlas.minima().size()).min().orElse(0);
        int most = all.stream().mapToInt(atlas -> atlas.minima().size()).max().orElse(0);
        int fewest =
                all.stream().mapToInt(atlas -> atlas.saddles().size()).min().orElse(0);
        int highest =
                all.stream().mapToInt(atlas -> atlas.saddles().size()).max().orElse(0);
        return where + "the " + all.size() + " samples differ: " + least + " to " + most + " minima and " + fewest
                + " to " + highest + " transition states.";
    }

    private boolean same(Atlas one, Atlas other) {
        if (one.minima().size() != other.minima().size()
                || one.saddles().size() != other.saddles().size()) return false;
        for (int k = 0; k < one.minima().size(); k++)
            if (!(Math.abs(one.minima().get(k).energy() - other.minima().get(k).energy()) <= tolerance)) return false;
        for (int k = 0; k < one.saddles().size(); k++)
            if (!(Math.abs(one.saddles().get(k).energy()
                            - other.saddles().get(k).energy())
                    <= tolerance)) return false;
        return true;
    }
}
