package rugged.analysis.atlas;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import rugged.api.AnalysisSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Pathway;
import rugged.api.record.Saddle;
import rugged.index.Named;
import rugged.num.Jackknife;
import rugged.num.Streams;
import rugged.num.graph.MinimaxBarriers;
import rugged.params.Param;

/**
 * How high one has to climb from minima on the way to the global one, beside how far one falls, r = sum_a (E_a^s - E_a) / sum_a (E_a - E_0), with E_a^s the height of the lowest way from a to the global
 * minimum. It is 0 where every minimum is only a step on a slope, and above 1 where barriers are higher than what is gained behind them; minima that no way leads from are left out of both sums. A map that lacks transition states has too high barriers, so r is a bound from above; and it falls with the number of high minima that count: only landscapes of like size are compared by it. Beside it the mean energies
 * of minima and of transition states per coordinate, and the length and cooperativity of the paths between minima.
 *
 * <p>All are ratios of sums over the samples, with errors of the jackknife over samples: a mean of ratios would be dominated by minima that are nearly degenerate with the lowest. One sample has no error.
 */
@Named(
        value = "landscape-shape",
        title = "Barriers and heights",
        doc = "Barriers on the way to the global minimum beside what is gained behind them, and mean energies of minima"
                + " and transition states.",
        source = "Wales, Energy Landscapes (Cambridge University Press, 2003)",
        year = 2003,
        topics = {"energy landscapes"})
public record LandscapeShape(
        @Param(doc = "how many of the lowest minima count for the barriers, 0 for all", def = "0", min = 0)
        int lowest) implements AnalysisSpec {
    /** A spread below this part of the ratio is that of the rounding of converged searches. */
    private static final double ROUNDING = 1e-7;

    /** r. */
    public static final Quantity BARRIER_RATIO = new Quantity(
            "barrier_ratio",
            "r",
            "",
            List.of(),
            "sum of the barriers from minima on the way to the global one, over the sum of their heights above it");

    /** Minima behind r. */
    public static final Quantity WAYS = new Quantity(
            "minima_with_way",
            "n_{way}",
            "",
            List.of(),
            "share of the minima but the lowest from which a known way leads to it");

    /** Mean length. */
    public static final Quantity LENGTH = new Quantity(
            "mean_length",
            "s",
            "",
            List.of(),
            "mean length of the paths over transition states between two minima, as they were walked");

    /** Mean participation. */
    public static final Quantity PARTICIPATION = new Quantity(
            "mean_participation",
            "N_{p}",
            "",
            List.of(),
            "mean number of particles, or coordinates, that move from one end of such a path to the other");

    @Override
    public Set<String> reads() {
        return Set.of();
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(BARRIER_RATIO, WAYS, Quantities.MEAN_MINIMUM, Quantities.MEAN_SADDLE, LENGTH, PARTICIPATION);
    }

    /** Of one sample. */
    private record Sums(double climbed, double fallen, int ways, int others, Atlas atlas) {}

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        for (Group group : groups) {
            if (!group.simulated()) continue;
            Optional<String> wrong = Optional.empty();
            Sums[] all = new Sums[group.samples().size()];
            for (int k = 0; k < all.length && wrong.isEmpty(); k++) {
                RankedAtlas map = RankedAtlas.of(group.samples().get(k));
                wrong = map.noMinima();
                if (wrong.isEmpty()) all[k] = sums(map);
            }
            if (wrong.isPresent()) {
                for (Quantity one : quantities()) out.undefined(group, one, wrong.get());
                out.say(Words.of(group) + "nothing on the shape of the landscape: " + wrong.get() + ".");
                continue;
            }
            put(group, all, out);
        }
    }

    private static void put(Group group, Sums[] all, Conclusions out) {
        String alone = "no known way leads to the lowest minimum from another";
        ratio(group, BARRIER_RATIO, all, Sums::climbed, Sums::fallen, alone, out);
        ratio(group, WAYS, all, Sums::ways, Sums::others, "there is one minimum", out);
        ratio(
                group,
                Quantities.MEAN_MINIMUM,
                all,
                one -> one.atlas.minima().stream().mapToDouble(Minimum::energy).sum(),
                one -> one.atlas.minima().stream()
                        .mapToInt(minimum -> minimum.x().length)
                        .sum(),
                "minima have no coordinates",
                out);
        ratio(
                group,
                Quantities.MEAN_SADDLE,
                all,
                one -> one.atlas.saddles().stream().mapToDouble(Saddle::energy).sum(),
                one -> one.atlas.saddles().stream()
                        .mapToInt(saddle -> saddle.x().length)
                        .sum(),
                "no transition state with coordinates is known",
                out);
        paths(group, all, out);
    }

    private static void paths(Group group, Sums[] all, Conclusions out) {
        String unwalked = "no path between two minima was walked";
        ratio(
                group,
                LENGTH,
                all,
                one -> walked(one).mapToDouble(Pathway::length).sum(),
                one -> walked(one).count(),
                unwalked,
                out);
        ratio(
                group,
                PARTICIPATION,
                all,
                one -> walked(one).mapToDouble(Pathway::participation).sum(),
                one -> walked(one).count(),
                unwalked,
                out);
    }

    /** Paths of degenerate transition states lead to a copy of where they began, and are no part of the network. */
    private static Stream<Pathway> walked(Sums one) {
        return one.atlas.saddles().stream()
                .filter(saddle -> !saddle.degenerate() && saddle.pathway().known())
                .map(Saddle::pathway);
    }

    private Sums sums(RankedAtlas map) {
        List<Minimum> minima = map.atlas().minima();
        MinimaxBarriers barriers = new MinimaxBarriers(map.passes());
        int until = lowest == 0 ? minima.size() : Math.min(lowest, minima.size());
        double climbed = 0.0;
        double fallen = 0.0;
        int ways = 0;
        for (int a = 1; a < until; a++) {
            double height = barriers.between(0, a);
            if (Double.isInfinite(height)) continue;
            climbed += height - minima.get(a).energy();
            fallen += minima.get(a).energy() - minima.getFirst().energy();
            ways++;
        }
        return new Sums(climbed, fallen, ways, until - 1, map.atlas());
    }

    private static void ratio(
            Group group,
            Quantity quantity,
            Sums[] all,
            ToDoubleFunction<Sums> above,
            ToDoubleFunction<Sums> below,
            String otherwise,
            Conclusions out) {
        double[] numerators = Arrays.stream(all).mapToDouble(above).toArray();
        double[] denominators = Arrays.stream(all).mapToDouble(below).toArray();
        Jackknife ratio = Jackknife.ratio(numerators, denominators, all.length);
        if (Double.isNaN(ratio.value())) out.undefined(group, quantity, otherwise);
        else if (ratio.error() <= ROUNDING * Math.abs(ratio.value())) out.put(group, quantity, ratio.value(), 0.0);
        else out.put(group, quantity, ratio.value(), ratio.error());
    }
}
