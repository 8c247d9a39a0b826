package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.store.FaultyDisk;
import rugged.store.RunFolder;
import rugged.store.point.Observations;
import rugged.store.point.PointRecord;
import rugged.study.Point;

/** What a bench promises to protocols and observables. */
class BenchTest {
    @TempDir
    Path directory;

    private record Seen(String quantity, int replica, double value, double t, double tw) {}

    private List<Seen> seen(
            LandscapeSpec landscape, DynamicsSpec dynamics, ProtocolSpec protocol, ObservableSpec... observables) {
        Point point = Toys.point(landscape, dynamics, protocol, 3, Map.of(), observables);
        RunFolder folder = new RunFolder(directory.resolve(point.key()), FaultyDisk.sound());
        Outcome outcome = new Session(
                        Toys.work(List.of(point)), folder, SessionTest.quick(1), Watcher.NONE, Session.Closing.NONE)
                .run(false);
        assertThat(outcome.failures()).isEmpty();
        List<Seen> all = new ArrayList<>();
        Observations.read(
                folder.point(point.key()).resolve(PointRecord.OBSERVATIONS),
                Long.MAX_VALUE,
                (quantity, replica, value, error, axes) ->
                        all.add(new Seen(quantity, replica, value, axes[0], axes.length > 1 ? axes[1] : Double.NaN)));
        return all;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCopyInNoFieldHasTheReplicasNoiseAndStaysOnIt(boolean continuous) {
        LandscapeSpec landscape = continuous ? new ToyLandscapes.Wells(8, 1) : new ToyLandscapes.Chain(8, 1);
        DynamicsSpec dynamics = continuous ? new ToyDynamics.Walk(0.4, 0.01) : new ToyDynamics.Flips(0.7);
        // a response is divided by the field's square, so the weakest field that can be told apart stands for none
        List<Seen> chi = seen(landscape, dynamics, new Toys.TwoLegs(16), new ToyObservables.TwoTimes(1e-150)).stream()
                .filter(one -> one.quantity().equals("chi"))
                .toList();
        assertThat(chi)
                .hasSizeGreaterThan(20)
                .allSatisfy(one -> assertThat(one.value()).isZero());
    }

    @Test
    void aCopyInAFieldLeansIntoIt() {
        List<Seen> all = seen(
                new ToyLandscapes.Wells(200, 1),
                new ToyDynamics.Walk(0.4, 0.01),
                new Toys.TwoLegs(4),
                new ToyObservables.TwoTimes(0.01));
        // after a short lag every coordinate has moved by about h times the lag
        List<Seen> later = all.stream()
                .filter(one -> one.quantity().equals("chi") && one.t() - one.tw() > 0.05 && one.t() - one.tw() < 0.3)
                .toList();
        assertThat(later).isNotEmpty().allSatisfy(one -> {
            double lag = one.t() - one.tw();
            assertThat(one.value()).isBetween(0.4 * lag, 1.6 * lag);
        });
        assertThat(all)
                .filteredOn(one -> one.t() == one.tw())
                .allSatisfy(
                        one -> assertThat(one.value()).isEqualTo(one.quantity().equals("chi") ? 0.0 : one.value()));
    }

    @Test
    void aLaterLegPairsWithAnAgeOfAnEarlierOne() {
        List<Seen> all = seen(
                new ToyLandscapes.Wells(8, 1),
                new ToyDynamics.Walk(0.4, 0.01),
                new Toys.TwoLegs(8),
                new ToyObservables.TwoTimes(0.1));
        // the second leg begins at 4 and is under another dynamics; the age 0 was born in the first
        assertThat(all).anyMatch(one -> one.quantity().equals("C") && one.t() == 4.0 && one.tw() == 0.0);
        assertThat(all).anyMatch(one -> one.quantity().equals("C") && one.t() == 8.0 && one.tw() == 4.0);
    }

    @Test
    void replicasAreDifferentAndRunsAreRepeatable() {
        LandscapeSpec landscape = new ToyLandscapes.Wells(8, 1);
        DynamicsSpec dynamics = new ToyDynamics.Walk(0.4, 0.01);
        List<Seen> first = seen(landscape, dynamics, new Toys.OneLeg(2), new ToyObservables.Energy());
        assertThat(first.stream()
                        .filter(one -> one.quantity().equals("e") && one.t() == 2.0)
                        .map(Seen::value)
                        .distinct())
                .hasSize(3);
        directory = directory.resolve("again");
        assertThat(seen(landscape, dynamics, new Toys.OneLeg(2), new ToyObservables.Energy()))
                .isEqualTo(first);
    }
}
