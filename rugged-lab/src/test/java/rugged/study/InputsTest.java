package rugged.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.DataMissing;
import rugged.params.Catalogue;
import rugged.params.ContentDigest;
import rugged.params.InputFile;
import rugged.run.Execution;
import rugged.run.Session;
import rugged.run.Watcher;
import rugged.run.Work;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.file.Npy;
import rugged.study.read.Request;

/** Results are known by the content of the files that they were made of. */
class InputsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        write("x.npy", Npy.of(new double[] {1, 2, 3, 4, 5, 6}, 3, 2));
        write("y.npy", Npy.of(new double[] {0, 1, 0}, 3));
        write("w.npy", Npy.of(new double[] {1, 1}, 2));
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }

    private static String text(String start, String inputs, String targets, String weights) {
        return "study: own\n" + (start.isEmpty() ? "" : "folder: " + start + "\n")
                + "landscape: { is: network, layers: [], bias: none, data: { is: file, inputs: " + inputs
                + ", targets: "
                + targets + ", labels: values, test: 0 } }\n"
                + "dynamics: { is: gradient-descent, learning-rate: 0.05, clock: steps }\n"
                + "protocol: spectrum-at\nstart: { is: file, file: " + weights + " }\nobserve: [losses]\n"
                + "seed: 1..2\n";
    }

    private String text() {
        return text(folder.toString(), "x.npy", "y.npy", "w.npy");
    }

    private static Checked check(Request request) {
        return Planner.check(request, Catalogue.standard(), Desk.MACHINE);
    }

    private static Plan plan(Request request) {
        Checked checked = check(request);
        return checked.plan().orElseThrow(() -> new AssertionError(checked.said()));
    }

    private static Plan plan(String text) {
        return plan(Request.of("own.yaml", text));
    }

    private static List<String> keys(Plan plan) {
        return plan.points().stream().map(Point::key).toList();
    }

    @Test
    void otherContentIsAnotherPlanAndTheOldContentTheOldOne() throws IOException {
        Plan before = plan(text());
        assertThat(before.inputs())
                .extracting(InputFile::path)
                .containsExactly(folder.resolve("x.npy"), folder.resolve("y.npy"), folder.resolve("w.npy"));
        for (String name : List.of("x.npy", "y.npy", "w.npy")) {
            byte[] old = Files.readAllBytes(folder.resolve(name));
            byte[] changed = old.clone();
            changed[changed.length - 1] ^= 1;
            write(name, changed);
            Plan after = plan(text());
            assertThat(after.hash()).as(name).isNotEqualTo(before.hash());
            assertThat(keys(after)).as(name).doesNotContainAnyElementsOf(keys(before));
            write(name, old);
            Files.setLastModifiedTime(
                    folder.resolve(name), FileTime.from(Instant.now().plusSeconds(5)));
            assertThat(plan(text()).hash()).as(name).isEqualTo(before.hash());
            assertThat(keys(plan(text()))).as(name).isEqualTo(keys(before));
        }
    }

    @Test
    void anotherNameOfTheSameContentIsTheSamePointOfAnotherStudy() throws IOException {
        Files.copy(folder.resolve("x.npy"), folder.resolve("copy.npy"));
        Plan one = plan(text());
        Plan other = plan(text(folder.toString(), "copy.npy", "y.npy", "w.npy"));
        assertThat(keys(other)).isEqualTo(keys(one));
        assertThat(other.hash()).isNotEqualTo(one.hash());
        Plan both = plan(text(folder.toString(), "[x.npy, copy.npy]", "y.npy", "w.npy"));
        assertThat(both.points()).hasSize(2);
        assertThat(both.warnings())
                .contains("landscape.data.inputs: copy.npy computes the same as x.npy and is left out");
    }

    @Test
    void theResolvedStudyFindsItsFilesFromAnywhere() {
        Path here = Path.of("").toAbsolutePath();
        Path way = here.relativize(folder.toAbsolutePath());
        Plan typed = plan(text("", way + "/x.npy", way + "/y.npy", way + "/w.npy"));
        assertThat(typed.yaml()).contains("folder: " + here + "\n");
        Plan resolved = plan(typed.yaml());
        assertThat(resolved.hash()).isEqualTo(typed.hash());
        assertThat(keys(resolved)).isEqualTo(keys(typed));
        assertThat(resolved.inputs()).isEqualTo(typed.inputs());
        assertThat(resolved.yaml()).isEqualTo(typed.yaml());
        assertThat(plan(Desk.on("{ is: pspin, n: 16, mixture: 3 }")).yaml()).doesNotContain("folder");
    }

    @Test
    void aFolderOpensNothingToAStudyFromElsewhere() {
        Request request = Request.of("own.yaml", text());
        assertThat(check(request.untrusted(List.of(folder))).plan()).isPresent();
        assertThat(check(request.untrusted(List.of(folder.resolve("inside")))).said())
                .contains("\"x.npy\" is outside the folders that may be read from here");
    }

    @Test
    void noPointIsComputedFromAFileThatHasChangedSinceItWasPlanned() throws IOException {
        Work work = Work.of(plan(text()));
        write("x.npy", Npy.of(new double[] {2, 4, 6, 8, 10, 12}, 3, 2));
        RunFolder run = RunFolder.at(folder.resolve("run"));
        Execution execution = Execution.of(1, Provenance.here("test", "", "scalar"));
        Session session = new Session(work, run, execution, Watcher.NONE, Session.Closing.NONE);
        assertThatThrownBy(() -> session.run(false))
                .isInstanceOf(DataMissing.class)
                .hasMessageContaining(folder.resolve("x.npy") + ": has changed since the run was begun: SHA-256 "
                        + ContentDigest.brief(ContentDigest.of(folder.resolve("x.npy"))));
        assertThat(run.manifest().orElseThrow().changes()).hasSize(1);
    }

    @Test
    void aRunThatWasBegunByNamesGoesOnByNamesAndSaysSo() {
        Plan old = plan(Request.of("own.yaml", text()).byNames());
        assertThat(old.inputs()).isEmpty();
        assertThat(old.warnings()).hasSize(3).allMatch(warning -> warning.contains(".npy cannot be verified"));
        assertThat(old.hash()).isNotEqualTo(plan(text()).hash());
        RunFolder run = RunFolder.at(folder.resolve("run"));
        Execution execution = Execution.of(1, Provenance.here("test", "", "scalar"));
        Session session = new Session(Work.of(old), run, execution, Watcher.NONE, Session.Closing.NONE);
        session.stop();
        session.run(false);
        Plan again = plan(run.request().orElseThrow());
        assertThat(again.hash()).isEqualTo(old.hash());
        assertThat(keys(again)).isEqualTo(keys(old));
    }

    @Test
    void theStateOfARunCountsByItsContent() throws IOException {
        Path point = Files.createDirectories(folder.resolve("earlier/points/00aa"));
        Files.copy(folder.resolve("w.npy"), point.resolve("final.npy"));
        String text = text(folder.toString(), "x.npy", "y.npy", "earlier");
        Plan before = plan(text);
        // the same state from a file of its own
        assertThat(keys(before)).isEqualTo(keys(plan(text())));
        Files.write(point.resolve("final.npy"), Npy.of(new double[] {1, 2}, 2));
        assertThat(keys(plan(text))).doesNotContainAnyElementsOf(keys(before));
    }

    @Test
    void codeOfTheUsersOwnCountsWhereverItStandsInASpec() throws IOException {
        String source = """
            import java.util.List;
            import rugged.api.*;
            import rugged.index.Named;
            import rugged.params.Param;
            @Named(value = "own-points", title = "Points")
            public record OwnPoints(@Param(doc = "P", def = "4", min = 2) int patterns) implements DataSpec {
                @Override public Outline outline() { return new Outline(patterns, 0, 1, Examples.Labels.VALUES, 0); }
                @Override public Examples load() {
                    return new Examples(Examples.Labels.VALUES, 0, List.of(1), new double[patterns], new double[patterns],
                            new double[0], new double[0]);
                }
            }
            """;
        String text = "study: own\nwith: [OwnPoints.java]\n"
                + "landscape: { is: network, layers: [], data: own-points }\ndynamics: gradient-descent\n"
                + "protocol: { is: quench, until: 1 }\nobserve: [losses]\n";
        Path file = Files.writeString(folder.resolve("own.yaml"), text);
        Files.writeString(folder.resolve("OwnPoints.java"), source);
        Plan before = plan(Request.of(file));
        Files.writeString(folder.resolve("OwnPoints.java"), source.replace("def = \"4\"", "def = \"4\", max = 9"));
        Plan after = plan(Request.of(file));
        assertThat(keys(after)).doesNotContainAnyElementsOf(keys(before));
        assertThat(after.inputs()).extracting(InputFile::parameter).containsExactly("with");
        // code may be edited while a run that has read it computes; it may not be another when the run goes on later
        RunFolder run = RunFolder.at(folder.resolve("run"));
        Execution execution = Execution.of(1, Provenance.here("test", "", "scalar"));
        Files.writeString(folder.resolve("OwnPoints.java"), source);
        Session session = new Session(Work.of(after), run, execution, Watcher.NONE, Session.Closing.NONE);
        assertThat(session.run(false).left()).isZero();
        assertThat(run.manifest().orElseThrow().changes())
                .singleElement()
                .asString()
                .contains("OwnPoints.java: has changed");
    }

    /** What a run would fail of is found before it starts, and said once, where it stands. */
    @Test
    void whatIsWrongInAFileIsSaidWhilePlanning() throws IOException {
        Files.writeString(folder.resolve("late.csv"), "1,2\n3,4\nnan,6\n");
        Path late = folder.resolve("late.csv");
        assertThat(check(Request.of("own.yaml", text("", late.toString(), folder + "/y.npy", folder + "/w.npy")))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .matches("own.yaml:2:\\d+: landscape.data.inputs: .*late.csv: row 3 \\(line 3\\), column 1 is"
                                + " NaN; finite numbers"));
        write("w.npy", Npy.of(new double[] {1, 1, 1}, 3));
        assertThat(check(Request.of("own.yaml", text())).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("start.file: ", "has shape (3,); shape (2,) or (R, 2) for a landscape of N = 2"));
        write("w.npy", Npy.of(new double[] {1, Double.NaN}, 2));
        assertThat(check(Request.of("own.yaml", text())).said()).contains("row 1, coordinate 2 is NaN");
    }

    @Test
    void oneOfSeveralArraysIsFoundWhereverTheStudyLies() throws IOException {
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(folder.resolve("all.npz")))) {
            for (String name : List.of("x", "y")) {
                zip.putNextEntry(new java.util.zip.ZipEntry(name + ".npy"));
                zip.write(Files.readAllBytes(folder.resolve(name + ".npy")));
            }
        }
        Plan plan = plan(text(folder.toString(), "'all.npz:x'", "'all.npz:y'", "w.npy"));
        assertThat(plan.inputs()).hasSize(2);
        assertThat(plan.points().getFirst().landscape().knownDimension()).isEqualTo(2);
    }
}
