package rugged.run.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.params.Catalogue;
import rugged.study.Plan;
import rugged.study.Planner;
import rugged.study.Point;
import rugged.study.cost.Machine;
import rugged.study.read.Request;

/** Points divided among tasks. */
class GroupingTest {
    private static final Machine MACHINE = new Machine(1L << 32, 1L << 34, 2, 1e10, 1e10, 100_000);
    private static final double MIB = 1 << 20;

    private static List<Point> points(String n, int seeds) {
        Plan plan = Planner.check(
                        Request.of(
                                "s.yaml",
                                "study: s\nlandscape: { is: pspin, n: " + n + ", mixture: 3 }\n"
                                        + "dynamics: { is: langevin, temperature: 0.5, dt: 0.02 }\n"
                                        + "protocol: { is: waiting-times, tw: [1], until: 50, per-decade: 4 }\n"
                                        + "observe: [energy]\nseed: 1.." + seeds + "\n"),
                        Catalogue.standard(),
                        MACHINE)
                .plan()
                .orElseThrow();
        return plan.points();
    }

    private static double seconds(List<Point> points) {
        return Grouping.of(points, MACHINE, 1, all -> 1e9, 1).getFirst().seconds();
    }

    @Test
    void everyPointIsInOneGroupAndNeighboursStayTogether() {
        List<Point> points = points("[16, 32]", 20);
        List<Group> groups = Grouping.of(points, MACHINE, 1, all -> seconds(points) / 7, 1000);
        assertThat(groups).hasSize(7);
        assertThat(groups.stream().flatMap(group -> group.points().stream()))
                .containsExactlyElementsOf(points.stream().map(Point::key).toList());
        assertThat(groups.stream().mapToDouble(Group::seconds).sum()).isCloseTo(seconds(points), within(1e-9));
    }

    @Test
    void groupsOfEqualPointsDifferByOneAtMost() {
        List<Point> points = points("16", 23);
        List<Group> groups = Grouping.of(points, MACHINE, 1, all -> seconds(points) / 5, 1000);
        assertThat(groups)
                .hasSize(5)
                .allSatisfy(group -> assertThat(group.points()).hasSizeBetween(4, 5));
    }

    @Test
    void groupsOfUnequalPointsTakeAboutTheSameTime() {
        List<Point> points = points("[16, 64]", 30);
        double longest = points("64", 1).stream()
                .mapToDouble(one -> seconds(List.of(one)))
                .max()
                .orElseThrow();
        double share = seconds(points) / 6;
        assertThat(Grouping.of(points, MACHINE, 1, all -> share, 1000))
                .allSatisfy(group -> assertThat(group.seconds()).isCloseTo(share, within(longest)));
    }

    @Test
    void thereAreNoMoreThanTheEngineTakesNorThanThereArePoints() {
        List<Point> points = points("16", 12);
        assertThat(Grouping.of(points, MACHINE, 1, all -> 1e-9, 1000)).hasSize(12);
        assertThat(Grouping.of(points, MACHINE, 1, all -> 1e-9, 5)).hasSize(5);
        assertThat(Grouping.of(points, MACHINE, 1, all -> 1e9, 1000)).hasSize(1);
    }

    @Test
    void aTaskOfSeveralThreadsGetsAsManyTimesTheWork() {
        List<Point> points = points("16", 12);
        double share = seconds(points) / 12 * 1.001;
        assertThat(Grouping.of(points, MACHINE, 3, all -> share, 1000)).hasSize(4);
    }

    @Test
    void itsHeapHoldsTheLargestPointAndTheStatesOfAllThreads() {
        List<Point> points = points("[16, 400]", 1);
        List<Group> groups = Grouping.of(points, MACHINE, 1, all -> 1e-9, 1000);
        // the couplings of N = 400: N (N + 1) (N + 2) / 6 numbers at the least
        double couplings = 8.0 * 400 * 401 * 402 / 6;
        assertThat(groups.getFirst().heap()).isEqualTo(128 * MIB);
        assertThat(groups.getLast().heap()).isGreaterThan(couplings);
        List<Point> small = points("16", 1);
        assertThat(Grouping.of(small, MACHINE, 64, all -> 1e9, 1).getFirst().heap())
                .isGreaterThan(
                        Grouping.of(small, MACHINE, 1, all -> 1e9, 1).getFirst().heap());
    }

    @Test
    void onSparkTasksAreLongBesideTheirStartAndEndTogetherOnAPowerOfTwoOfCores() {
        for (double all : new double[] {1, 30, 200, 1e4, 1e6, 1e8}) {
            double length = new Spark().taskSeconds(all);
            double tasks = all / length;
            assertThat(Math.log(tasks) / Math.log(2)).isCloseTo(Math.rint(Math.log(tasks) / Math.log(2)), within(1e-9));
            assertThat(length).isBetween(Math.min(all, 5), 1800.0);
        }
        assertThat(200 / new Spark().taskSeconds(200)).isCloseTo(32, within(1e-9));
        assertThat(1e8 / new Spark().taskSeconds(1e8)).isCloseTo(65536, within(1e-9));
    }
}
