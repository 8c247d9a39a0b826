package rugged.analysis.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rugged.analysis.Collected;
import rugged.api.AnalysisSpec;
import rugged.api.AnalysisSpec.Group;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;

/** The whole map of seven Lennard-Jones atoms, as searches find it, beside times, rates and the peak of the heat capacity that another program computed. */
class SevenAtomsTest {
    private static final double[] NOTHING = new double[0];

    /** Energies, determinants, orders and ends of the 4 minima and 12 transition states. */
    static final Atlas SEVEN = new Atlas(
            List.of(
                    minimum(-16.5053841680, 69.947643089, 20),
                    minimum(-15.9350430605, 69.226809175, 6),
                    minimum(-15.5932109382, 67.520270571, 6),
                    minimum(-15.5330600546, 67.481655155, 2)),
            List.of(
                    saddle(-15.4447337998, 65.788808590, 2, 0, 1),
                    saddle(-15.3198644409, 65.051900656, 2, 1, 2),
                    saddle(-15.2834212753, 64.973446906, 1, 1, 3),
                    saddle(-15.0978456440, 65.182558977, 4, 1, 1),
                    saddle(-15.0333843540, 63.366059098, 2, 0, 2),
                    saddle(-15.0264381057, 63.346350185, 1, 0, 3),
                    saddle(-14.8163998038, 64.124065906, 2, 3, 3),
                    saddle(-14.8111296451, 64.192305585, 4, 3, 3),
                    saddle(-14.5969457129, 63.416568599, 1, 0, 3),
                    saddle(-14.5680614375, 63.281190244, 4, 2, 2),
                    saddle(-14.5485729430, 63.296953995, 2, 3, 3),
                    saddle(-12.5489377088, 47.350733107, 12, 2, 2)),
            15,
            true);

    private static Minimum minimum(double energy, double logDeterminant, int order) {
        return new Minimum(energy, logDeterminant, order, 1, NOTHING);
    }

    private static Saddle saddle(double energy, double logDeterminant, int order, int first, int second) {
        return new Saddle(energy, logDeterminant, -1.0, order, 1, first, second, NOTHING);
    }

    private static Collected by(AnalysisSpec spec) {
        return Collected.by(spec, List.of(new Group(Map.of(), List.of(KnownMaps.sample(SEVEN.entries())))));
    }

    private static NetworkKinetics kinetics(int from, int to, double... temperatures) {
        List<Double> all = java.util.Arrays.stream(temperatures).boxed().toList();
        return new NetworkKinetics(List.of(from), List.of(to), List.of(), List.of(), all, 4, 0, 1e7);
    }

    @Test
    void timesToTheGlobalMinimum() {
        Collected found = by(kinetics(1, 0, 0.2));
        double[] times = {4.39228, 4.36347, 4.43509};
        for (int a = 1; a < 4; a++) {
            assertThat(found.named("passage_time_from", 0.2, a).value()).isCloseTo(times[a - 1], within(1e-4));
        }
        double exact = found.named("passage_time", 0.2).value();
        assertThat(found.named("passage_time_lu", 0.2).value()).isCloseTo(exact, within(1e-12 * exact));
    }

    @Test
    void timesFromTheGlobalToTheHighestMinimum() {
        Collected found = by(kinetics(0, 3, 0.1, 0.15, 0.2));
        assertThat(found.named("passage_time", 0.1).value()).isCloseTo(6598.99, within(6.6));
        assertThat(found.named("passage_time", 0.15).value()).isCloseTo(100.788, within(0.1));
        assertThat(found.named("passage_time", 0.2).value()).isCloseTo(12.0724, within(0.012));
    }

    @Test
    void slowestRelaxation() {
        assertThat(by(kinetics(1, 0, 0.2)).named("slowest_rate", 0.2).value()).isCloseTo(0.376565, within(1e-4));
    }

    @Test
    void peakOfTheHeatCapacity() {
        Collected found = by(new WellSuperposition(List.of(0.02, 2.0), 4));
        assertThat(found.named("peak_T").value()).isCloseTo(0.186, within(1e-3));
        assertThat(found.named("peak_C").value()).isCloseTo(19.226, within(1e-3));
    }

    /** Half of the transition states join two copies of one minimum; they are no edges of the tree, and two join the same two minima. */
    @Test
    void countsAndTree() {
        Collected counts = by(new StationaryPoints(20, 1e-7));
        assertThat(counts.named("known_minima").value()).isEqualTo(4.0);
        assertThat(counts.named("known_saddles").value()).isEqualTo(12.0);
        assertThat(counts.named("degenerate_saddles").value()).isEqualTo(6.0);
        Collected tree =
                by(new DisconnectivityGraph(40, Optional.empty(), Optional.empty(), 0, false, "", Optional.empty(), 1));
        assertThat(tree.named("leaves").value()).isEqualTo(4.0);
        assertThat(tree.named("trees").value()).isEqualTo(1.0);
        assertThat(tree.named("barrier_from_lowest", 3.0).value())
                .isCloseTo(-15.2834212753 + 16.5053841680, within(1e-9));
    }
}
