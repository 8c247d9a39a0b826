package rugged.analysis.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static rugged.analysis.atlas.KnownMaps.by;
import static rugged.analysis.atlas.KnownMaps.group;
import static rugged.analysis.atlas.KnownMaps.minimum;
import static rugged.analysis.atlas.KnownMaps.saddle;
import static rugged.analysis.atlas.KnownMaps.sample;
import static rugged.analysis.atlas.KnownMaps.seven;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rugged.analysis.Collected;
import rugged.api.AnalysisSpec;
import rugged.api.AnalysisSpec.Group;
import rugged.api.Quantity;
import rugged.api.record.Atlas;
import rugged.api.record.Library;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;
import rugged.num.Streams;
import rugged.params.BadParameter;

/** Analyses of maps that are known: two wells, the cluster of seven atoms, and maps that lack something. */
class AtlasAnalysesTest {
    private static final NetworkKinetics KINETICS =
            new NetworkKinetics(List.of(1), List.of(0), List.of(), List.of(), List.of(0.2, 0.4), 4, 4000, 1e7);

    private static final DisconnectivityGraph GRAPH =
            new DisconnectivityGraph(10, Optional.empty(), Optional.empty(), 0, false, "", Optional.empty(), 1);

    @Test
    void countsOfSeven() {
        Collected found = by(new StationaryPoints(10, 1e-7), seven());
        assertThat(found.named("known_minima").value()).isEqualTo(4.0);
        assertThat(found.named("known_saddles").value()).isEqualTo(4.0);
        assertThat(found.named("degenerate_saddles").value()).isEqualTo(1.0);
        assertThat(found.named("pieces").value()).isEqualTo(1.0);
        assertThat(found.named("minimum_energy", 1.0).value()).isEqualTo(-15.93504306);
        assertThat(found.named("minimum_order", 0.0).value()).isEqualTo(20.0);
        assertThat(found.named("saddle_lower", 2.0).value()).isEqualTo(1.0);
        assertThat(found.named("saddle_higher", 2.0).value()).isEqualTo(3.0);
        assertThat(found.named("coverage").value()).isEqualTo(1.0 - 2.0 / 162.0);
        assertThat(found.named("minima_at_least").value()).isCloseTo(4.0 + 161.0 / 162.0, within(1e-12));
        assertThat(found.said).containsExactly("4 minima and 4 transition states, the lowest at -16.505384.");
    }

    @Test
    void samplesThatHoldTheSameSaySo() {
        Collected same = by(new StationaryPoints(10, 1e-7), seven(), seven(), seven());
        assertThat(same.said.getFirst()).startsWith("all 3 samples hold the same 4 minima and 4 transition states");
        assertThat(same.named("known_minima").error()).isEqualTo(0.0);
        Atlas fewer = new Atlas(seven().minima(), List.of(), 15, true);
        Collected other = by(new StationaryPoints(10, 1e-7), seven(), fewer);
        assertThat(other.said.getFirst())
                .isEqualTo("the 2 samples differ: 4 to 4 minima and 0 to 4 transition states.");
        assertThat(other.named("known_saddles").value()).isEqualTo(2.0);
        assertThat(other.named("known_saddles").error()).isEqualTo(2.0);
    }

    /** Ratios of sums: a second sample with one saddle fewer weighs by what it has. */
    @Test
    void barriersAreSetAgainstWhatIsGained() {
        double climbed = -15.444734 + 15.93504306 - 15.319864 + 15.59321094 - 15.283421 + 15.53306005;
        double fallen = 3 * 16.50538417 - 15.93504306 - 15.59321094 - 15.53306005;
        Collected one = by(new LandscapeShape(0), seven());
        assertThat(one.named("barrier_ratio").value()).isCloseTo(climbed / fallen, within(1e-12));
        assertThat(one.named("barrier_ratio").error()).isNaN();
        assertThat(one.named("minima_with_way").value()).isEqualTo(1.0);
        Collected lowest = by(new LandscapeShape(2), seven());
        assertThat(lowest.named("barrier_ratio").value())
                .isCloseTo((-15.444734 + 15.93504306) / (16.50538417 - 15.93504306), within(1e-12));
        Atlas cut = new Atlas(seven().minima(), seven().saddles().subList(0, 1), 15, true);
        Collected both = by(new LandscapeShape(0), seven(), cut);
        double least = 15.93504306 - 15.444734;
        double below = 16.50538417 - 15.93504306;
        assertThat(both.named("barrier_ratio").value()).isCloseTo((climbed + least) / (fallen + below), within(1e-12));
        // leaving out one of two leaves the ratio of the other
        assertThat(both.named("barrier_ratio").error())
                .isCloseTo(0.5 * Math.abs(climbed / fallen - least / below), within(1e-12));
        assertThat(both.named("minima_with_way").value()).isCloseTo(4.0 / 6.0, within(1e-12));
    }

    @Test
    void aShapeThatIsNotThereSaysWhy() {
        Atlas alone = new Atlas(List.of(new Minimum(-3.0, 1.0, 1, 1, new double[] {1, 2})), List.of(), 2, false);
        Collected one = by(new LandscapeShape(0), alone);
        assertThat(one.reason("minima_with_way")).isEqualTo("there is one minimum");
        assertThat(one.reason("barrier_ratio")).isEqualTo("no known way leads to the lowest minimum from another");
        assertThat(one.named("mean_minimum").value()).isEqualTo(-1.5);
        assertThat(one.reason("mean_saddle")).isEqualTo("no transition state with coordinates is known");
        assertThat(by(new LandscapeShape(0), seven()).reason("mean_minimum")).isEqualTo("minima have no coordinates");
        Collected none = by(new LandscapeShape(0), new Atlas(List.of(), List.of(), 0, false));
        assertThat(none.reason("barrier_ratio")).startsWith("the database holds no minimum");
        assertThat(none.said).singleElement().asString().contains("nothing on the shape of the landscape");
    }

    /** A map in any order is numbered by energy. */
    @Test
    void ranksAreByEnergy() {
        Atlas seven = seven();
        List<Minimum> minima = new ArrayList<>(seven.minima()).reversed();
        List<Saddle> saddles = seven.saddles().stream()
                .map(one -> saddle(one.energy(), one.logDeterminant(), one.order(), 3 - one.first(), 3 - one.second()))
                .toList()
                .reversed();
        Atlas turned = new Atlas(minima, saddles, 15, true, Map.of("auc", new double[] {4, 3, 2, 1}));
        Collected one = by(KINETICS, seven);
        Collected other = by(KINETICS, turned);
        for (int k = 0; k < one.found.size(); k++) {
            assertThat(other.found.get(k).name()).isEqualTo(one.found.get(k).name());
            assertThat(other.found.get(k).value()).isEqualTo(one.found.get(k).value());
        }
        assertThat(RankedAtlas.ranked(turned).numbers().get("auc")).containsExactly(1, 2, 3, 4);
    }

    @Test
    void thermodynamicsOfSeven() {
        List<Double> temperatures = List.of(0.05, 0.2, 1.0);
        Collected found = by(new WellSuperposition(temperatures, 4), seven());
        double[] occupation = {0.60284, 0.16639, 0.07070, 0.16007};
        for (int a = 0; a < 4; a++)
            assertThat(found.named("occupation", 0.2, a).value()).isCloseTo(occupation[a], within(1e-4));
        assertThat(found.named("peak_T").value()).isCloseTo(0.186, within(1e-3));
        assertThat(found.named("peak_C").value()).isCloseTo(19.226, within(1e-3));
        double parts = 0.0;
        for (int a = 0; a < 4; a++) parts += found.named("peak_part", a).value();
        assertThat(parts).isCloseTo(found.named("peak_C").value() - 15.0, within(1e-9));
        assertThat(found.named("peak_flow", 0.0).value()).isNegative();
        assertThat(found.said.getFirst()).contains("peaks at T = 0.18").contains("from minimum 0 to minimum");
        Atlas weights = new Atlas(seven().minima(), List.of(), 15, false);
        assertThat(by(new WellSuperposition(temperatures, 4), weights)
                        .named("peak_C")
                        .value())
                .isCloseTo(found.named("peak_C").value() - 7.5, within(1e-9));
    }

    @Test
    void kineticsOfSevenByFourRoutes() {
        Collected found = by(KINETICS, seven());
        for (double temperature : new double[] {0.2, 0.4}) {
            double exact = found.named("passage_time", temperature).value();
            assertThat(found.named("passage_time_lu", temperature).value()).isCloseTo(exact, within(1e-12 * exact));
            assertThat(found.named("passage_time_from", temperature, 1.0).value())
                    .isEqualTo(exact);
            Collected.Found walked = found.named("passage_time_walks", temperature);
            assertThat(walked.value()).isCloseTo(exact, within(3.0 * walked.error()));
            // 2 and 3 hang on 1 alone: the way out of 1 that ends is the one to 0, and times on the way are ratios of
            // occupations
            double t = temperature;
            double[] p = new double[4];
            for (int a = 0; a < 4; a++) {
                Minimum one = seven().minima().get(a);
                p[a] = Math.exp(-(one.energy() + 16.5) / t - 0.5 * one.logDeterminant()) / one.order();
            }
            double k10 =
                    6.0 / 2.0 / (2.0 * Math.PI) * Math.exp(0.5 * (69.226809 - 65.0) - (-15.444734 + 15.93504306) / t);
            assertThat(exact).isCloseTo((p[1] + p[2] + p[3]) / (p[1] * k10), within(1e-12 * exact));
            assertThat(found.named("return_time", t).value())
                    .isCloseTo(1.0 / (p[1] * k10 / p[0]), within(1e-12 / (p[1] * k10 / p[0])));
            assertThat(found.named("committor", t, 0.0).value()).isEqualTo(1.0);
            assertThat(found.named("committor", t, 1.0).value()).isEqualTo(0.0);
            assertThat(found.named("slowest_rate", t).value()).isPositive();
        }
        assertThat(found.named("barrier").value()).isCloseTo(-15.444734 + 15.93504306, within(1e-12));
        assertThat(found.named("barrier_back").value()).isCloseTo(-15.444734 + 16.50538417, within(1e-12));
        assertThat(found.named("path_edges", 0.2).value()).isEqualTo(1.0);
    }

    @Test
    void theFastestPathNamesItsSaddles() {
        NetworkKinetics far =
                new NetworkKinetics(List.of(3), List.of(0), List.of(), List.of(), List.of(0.2), 0, 0, 1e7);
        // a second saddle between 1 and 3 carries nearly all
        List<Saddle> saddles = new ArrayList<>(seven().saddles());
        saddles.add(saddle(-15.2, 50.0, 1, 1, 3));
        Collected found = by(far, new Atlas(seven().minima(), saddles, 15, true));
        assertThat(found.named("path_edges", 0.2).value()).isEqualTo(2.0);
        assertThat(found.named("path_minimum", 0.2, 1.0).value()).isEqualTo(1.0);
        assertThat(found.named("path_saddle", 0.2, 1.0).value()).isEqualTo(3.0);
        assertThat(found.named("path_energy", 0.2, 0.5).value()).isEqualTo(-15.2);
        assertThat(found.named("path_energy", 0.2, 2.0).value()).isEqualTo(-16.50538417);
        double alone = by(far, seven()).named("return_time", 0.2).value();
        assertThat(found.named("return_time", 0.2).value()).isLessThan(alone);
    }

    @Test
    void linesOfTheGraph() {
        Collected found = by(GRAPH, seven());
        assertThat(found.named("leaves").value()).isEqualTo(4.0);
        assertThat(found.named("trees").value()).isEqualTo(1.0);
        List<double[]> first = found.found.stream()
                .filter(one -> one.name().equals("branch") && one.axes()[0] == 0.0)
                .map(one -> new double[] {one.axes()[2], one.value()})
                .toList();
        assertThat(first.getFirst()[1]).isEqualTo(-16.50538417);
        assertThat(first.getLast()[1]).isGreaterThanOrEqualTo(-15.444734);
        assertThat(found.named("barrier_from_lowest", 3.0).value()).isCloseTo(-15.283421 + 16.50538417, within(1e-12));
        assertThat(found.named("barrier_to_lowest", 2.0).value()).isCloseTo(-15.319864 + 15.59321094, within(1e-12));
        assertThat(found.said.getFirst()).startsWith("the disconnectivity graph shows 4 of 4 minima in 1 tree");
    }

    @Test
    void whatIsMissingIsNamed() {
        Atlas empty = new Atlas(List.of(), List.of(), 0, true);
        Atlas bare = new Atlas(
                List.of(minimum(-2, Double.NaN, 1, 1), minimum(-1, 1.0, 1, 1)),
                List.of(saddle(0, Double.NaN, 1, 0, 1)),
                3,
                true);
        Atlas apart = new Atlas(List.of(minimum(-2, 1, 1, 1), minimum(-1, 1, 1, 1)), List.of(), 3, true);
        Atlas pairs = new Atlas(
                List.of(minimum(-4, 1, 1, 1), minimum(-3, 1, 1, 1), minimum(-2, 1, 1, 1), minimum(-1, 1, 1, 1)),
                List.of(saddle(0, 1, 1, 0, 2), saddle(0, 1, 1, 1, 3)),
                3,
                true);
        WellSuperposition wells = new WellSuperposition(List.of(0.1, 1.0), 3);
        for (AnalysisSpec spec : List.of(GRAPH, wells, KINETICS)) {
            Collected found = by(spec, empty);
            assertThat(found.said).hasSize(1);
            assertThat(found.said.getFirst()).contains("the database holds no minimum");
            assertThat(found.found).isNotEmpty().allMatch(one -> Double.isNaN(one.value()));
            assertThat(by(spec).found).allMatch(one -> Double.isNaN(one.value()));
        }
        assertThat(by(new StationaryPoints(3, 1e-7), empty).said.getFirst()).contains("no minimum was found");
        assertThat(by(wells, bare).said).containsExactly("1 of 2 minima have no normal modes: run normal modes first.");
        assertThat(by(KINETICS, bare).said.getFirst()).contains("run normal modes first");
        assertThat(by(KINETICS, apart).said.getFirst()).contains("no transition state between two minima");
        assertThat(by(KINETICS, pairs).said).containsExactly("no path between A and B in the database.");
        assertThat(by(GRAPH, apart).said.getFirst()).contains("no transition state below the top joins two minima");
        assertThat(by(GRAPH, pairs).named("trees").value()).isEqualTo(2.0);
        NetworkKinetics overlap =
                new NetworkKinetics(List.of(), List.of(0), List.of(-5.0, 0.0), List.of(), List.of(0.2), 0, 0, 1e7);
        assertThat(by(overlap, pairs).said.getFirst()).contains("A and B overlap");
        NetworkKinetics beyond =
                new NetworkKinetics(List.of(9), List.of(0), List.of(), List.of(), List.of(0.2), 0, 0, 1e7);
        assertThat(by(beyond, pairs).said.getFirst()).contains("A has minimum 9, and the database only 0 to 3");
        Atlas alone = new Atlas(List.of(minimum(-2, 1, 1, 1)), List.of(), 3, true);
        assertThat(by(GRAPH, alone).named("leaves").value()).isEqualTo(1.0);
        assertThat(by(wells, alone).named("heat_capacity", 0.1).value()).isEqualTo(3.0);
    }

    @Test
    void aSaddleWithoutAnEndIsNamed() {
        List<Library.Entry> entries = new ArrayList<>(seven().entries());
        entries.removeIf(one -> one.kind().equals(Atlas.MINIMUM) && one.key().equals("4"));
        Group group = new Group(Map.of(), List.of(sample(entries)));
        for (AnalysisSpec spec :
                List.of(GRAPH, new WellSuperposition(List.of(0.2), 3), KINETICS, new StationaryPoints(3, 0)))
            assertThat(Collected.by(spec, List.of(group)).said.toString())
                    .contains("both ends of a transition state are needed");
    }

    @Test
    void wrongParametersAreRefused() {
        assertThatThrownBy(() -> new WellSuperposition(List.of(0.0), 1)).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new WellSuperposition(List.of(), 1)).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new DisconnectivityGraph(
                        10, Optional.of(0.0), Optional.empty(), 0, false, "", Optional.empty(), 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("dE above 0");
        assertThatThrownBy(() ->
                        new NetworkKinetics(List.of(0), List.of(0), List.of(), List.of(), List.of(0.2), 0, 0, 1e7))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("in B too");
        assertThatThrownBy(
                        () -> new NetworkKinetics(List.of(), List.of(0), List.of(), List.of(), List.of(0.2), 0, 0, 1e7))
                .isInstanceOf(BadParameter.class);
    }

    /** Reasons travel with undefined numbers. */
    @Test
    void reasonsGoWithNumbers() {
        List<String> reasons = new ArrayList<>();
        AnalysisSpec.Conclusions out = new AnalysisSpec.Conclusions() {
            @Override
            public void put(Group group, Quantity quantity, double value, double error, double... axes) {}

            @Override
            public void undefined(Group group, Quantity quantity, String why, double... axes) {
                reasons.add(quantity.name() + ": " + why);
            }

            @Override
            public void say(String sentence) {}
        };
        new WellSuperposition(List.of(0.3, 1.0), 1).analyse(List.of(group(seven())), Streams.of(1), out);
        assertThat(reasons).contains("peak_T: the heat capacity has no peak between T = 0.3 and 1.0");
    }
}
