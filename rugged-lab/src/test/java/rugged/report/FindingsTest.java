package rugged.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.store.Agenda;
import rugged.store.FaultyDisk;
import rugged.store.RunFolder;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointFolder;
import rugged.store.table.Analyses;
import rugged.study.FindingSection;
import rugged.study.Position;

/** Findings on what analyses found, for sets of parameters and for several taken together. */
class FindingsTest {
    private static final Quantity PROFILE = new Quantity("profile", "", "", List.of("level", "factor"), "a share");

    @TempDir
    Path directory;

    private RunFolder folder;

    @BeforeEach
    void twoMethodsAtTwoSizes() {
        folder = new RunFolder(directory, FaultyDisk.sound());
        folder.create();
        List<Agenda.Entry> points = new java.util.ArrayList<>();
        for (String method : List.of("cg", "fire"))
            for (String n : List.of("32", "64"))
                points.add(new Agenda.Entry(
                        method + n, "simulation", Map.of("dynamics", method, "landscape.n", n, "seed", "1")));
        folder.agenda(new Agenda("toy", "quick", 1, "plan", points, List.of()));
        folder.quantities(List.of(PROFILE));
    }

    private Finding finding(Map<String, String> where, double factor, Analyses.Value... values) {
        FindingSection section = new FindingSection(
                "toy.profile",
                "share",
                "profile",
                new TreeMap<>(Map.of("level", Position.at(1e-6), "factor", Position.at(factor))),
                where,
                Optional.empty(),
                Optional.empty(),
                FindingSection.Average.MEAN,
                Optional.of(new FindingSection.Reference(0.5, 0.0, "by hand")),
                "",
                Optional.empty(),
                0.0,
                0.0,
                2.5,
                1e-3);
        return Findings.of(folder, List.of(section), new Analyses(List.of(), List.of(values)))
                .getFirst();
    }

    private static Analyses.Value value(Map<String, String> group, double factor, double value) {
        return new Analyses.Value(group, "profile", List.of(1e-6, factor), value, 0.1, 12);
    }

    @Test
    void groupsThatAnAnalysisTookTogetherAreNamedByWhatTheyShare() {
        Analyses.Value[] merged = {
            value(Map.of("dynamics", "cg"), 1.0, 0.25),
            value(Map.of("dynamics", "cg"), 3.1622776, 0.75),
            value(Map.of("dynamics", "fire"), 3.1622776, 0.55)
        };
        Finding found = finding(Map.of("dynamics", "fire"), 3.16, merged);
        assertThat(found.value()).isEqualTo(0.55);
        assertThat(found.agrees()).isTrue();
        assertThat(finding(Map.of("dynamics", "cg"), 1.0, merged).value()).isEqualTo(0.25);
        assertThat(finding(Map.of("dynamics", "cg"), 3.16, merged).value()).isEqualTo(0.75);
        assertThat(finding(Map.of(), 3.16, merged).text()).contains("2 sets of parameters match");
        assertThat(finding(Map.of("dynamics", "adam"), 3.16, merged).text())
                .contains("no parameters of this run match");
    }

    @Test
    void groupsMayHaveNamesOfTheirOwn() {
        Analyses.Value named = value(Map.of("dynamics", "cg, curvature 0.1"), 1.0, 0.5);
        Analyses.Value other = value(Map.of("dynamics", "cg, curvature 0.3"), 1.0, 0.7);
        assertThat(finding(Map.of("dynamics", "cg, curvature 0.1"), 1.0, named, other)
                        .value())
                .isEqualTo(0.5);
    }

    @Test
    void ofAGroupAndOneItIsPartOfTheGroupItselfIsMeant() {
        Map<String, String> group = new LinkedHashMap<>(Map.of("dynamics", "cg", "landscape.n", "64"));
        Analyses.Value own = value(group, 1.0, 0.4);
        Analyses.Value merged = value(Map.of("dynamics", "cg"), 1.0, 0.6);
        assertThat(finding(group, 1.0, own, merged).value()).isEqualTo(0.4);
        assertThat(finding(Map.of("dynamics", "cg"), 1.0, own, merged).text()).contains("2 sets of parameters match");
    }

    /** 1.0(0.3) beside 2.0(0.4) is two errors away, not more. */
    @Test
    void aTheoryThatKnowsItsOwnErrorIsBesideUsWithIt() {
        Map<String, String> group = Map.of("dynamics", "cg", "landscape.n", "32");
        folder.agenda(new Agenda(
                "toy",
                "quick",
                1,
                "plan",
                List.of(
                        new Agenda.Entry("a", "simulation", with(group, "seed", "1")),
                        new Agenda.Entry("b", "simulation", with(group, "seed", "2"))),
                List.of(new Agenda.Entry("theory", "samples-of-theory", group))));
        record(folder.openPoint("a", warning -> {}), 0.7, Double.NaN);
        record(folder.openPoint("b", warning -> {}), 1.3, Double.NaN);
        record(folder.openTheory("theory", warning -> {}), 2.0, 0.4);
        FindingSection section = new FindingSection(
                "toy.profile",
                "share",
                "profile",
                new TreeMap<>(Map.of("level", Position.at(1e-6), "factor", Position.at(1.0))),
                group,
                Optional.empty(),
                Optional.empty(),
                FindingSection.Average.MEAN,
                Optional.empty(),
                "samples-of-theory",
                Optional.empty(),
                0.0,
                20.0,
                2.5,
                1e-3);
        Finding found = Findings.of(folder, List.of(section), new Analyses(List.of(), List.of()))
                .getFirst();
        assertThat(found.distance()).isCloseTo(2.0, within(1e-12));
        assertThat(found.agrees()).isTrue();
        Finding above = Findings.of(
                        folder,
                        List.of(section.withEffect(0.0).withApproximate(Optional.of(true))),
                        new Analyses(List.of(), List.of()))
                .getFirst();
        assertThat(above.value()).isCloseTo(-1.0, within(1e-12));
        assertThat(above.error()).isCloseTo(0.5, within(1e-12));
        assertThat(above.reference()).isNull();
        assertThat(above.verdict()).isNull();
        assertThat(above.text()).contains("less samples-of-theory, which is approximate");
    }

    /** A difference is beside the same difference of the theory, not beside its first value: 0.3 beside 0.25. */
    @Test
    void theTheoryIsSubtractedAsTheSamplesAre() {
        Map<String, String> group = Map.of("dynamics", "cg", "landscape.n", "32");
        folder.agenda(new Agenda(
                "toy",
                "quick",
                1,
                "plan",
                List.of(
                        new Agenda.Entry("a", "simulation", with(group, "seed", "1")),
                        new Agenda.Entry("b", "simulation", with(group, "seed", "2"))),
                List.of(new Agenda.Entry("theory", "equations", group))));
        record(folder.openPoint("a", warning -> {}), Map.of(1.0, 0.9, 10.0, 0.7));
        record(folder.openPoint("b", warning -> {}), Map.of(1.0, 1.1, 10.0, 0.7));
        record(folder.openTheory("theory", warning -> {}), Map.of(1.0, 0.95, 10.0, 0.7));
        FindingSection section = new FindingSection(
                "toy.profile",
                "share",
                "profile",
                new TreeMap<>(Map.of("level", Position.at(1e-6), "factor", Position.at(1.0))),
                group,
                Optional.of(new FindingSection.Minus(Map.of("factor", Position.at(10.0)), Map.of())),
                Optional.empty(),
                FindingSection.Average.MEAN,
                Optional.empty(),
                "equations",
                Optional.empty(),
                0.0,
                20.0,
                2.5,
                1e-3);
        Finding found = Findings.of(folder, List.of(section), new Analyses(List.of(), List.of()))
                .getFirst();
        assertThat(found.value()).isCloseTo(0.3, within(1e-12));
        Finding.Reference reference = java.util.Objects.requireNonNull(found.reference());
        assertThat(reference.value()).isCloseTo(0.25, within(1e-12));
        // errors of one theory are no scatter: 0.01 and 0.01
        assertThat(reference.error()).isCloseTo(0.02, within(1e-12));
        assertThat(reference.source()).startsWith("equations");
    }

    private static void record(PointFolder at, Map<Double, Double> values) {
        try (at) {
            values.forEach((factor, value) -> at.put(PROFILE, Sink.ALL, value, 0.01, 1e-6, factor));
            at.checkpoint(Checkpoint.Standing.DONE, "", 1.0, 1L, new byte[0]);
        }
    }

    private static Map<String, String> with(Map<String, String> group, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(group);
        more.put(key, value);
        return more;
    }

    private static void record(PointFolder at, double value, double error) {
        try (at) {
            at.put(PROFILE, Sink.ALL, value, error, 1e-6, 1.0);
            at.checkpoint(Checkpoint.Standing.DONE, "", 1.0, 1L, new byte[0]);
        }
    }
}
