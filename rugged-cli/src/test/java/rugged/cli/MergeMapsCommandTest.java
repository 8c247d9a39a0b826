package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps of runs and of other programs as one, and back into the formats of others. */
class MergeMapsCommandTest {
    @TempDir
    Path directory;

    private static final String STUDY = """
        study: six
        landscape: { is: lennard-jones, atoms: [6] }
        dynamics: { is: l-bfgs, memory: 4, search: controlled, longest-step: 0.4, tolerance: 1e-6 }
        protocol: { is: refine, starts: 30, repeats: 2 }
        observe: [energy]
        seed: 1..2
        """;

    private int exit;

    private String said(String... words) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        exit = Main.execute(writer, writer, words);
        return said.toString();
    }

    private String at(String name) {
        return directory.resolve(name).toString();
    }

    private void run(String study, String to) throws IOException {
        Path file = Files.writeString(directory.resolve(to + ".yaml"), study);
        String said = said("run", file.toString(), "--out", at(to), "--threads", "2");
        assertThat(exit).as(said).isZero();
    }

    @Test
    void theSeedsOfARunBecomeOneMapAndGoThroughEveryFormat() throws IOException {
        run(STUDY, "run");
        assertThat(said("merge-maps", at("run"), "--out", at("one.sqlite")))
                .contains(
                        "2 maps, 4 minima, 6 transition states",
                        "one.sqlite: 2 minima, 3 transition states; 2 minima, 3 transition states were there twice");
        assertThat(said("export", at("run"), "--format", "cambridge,topsearch,pele"))
                .contains("maps/cambridge/", "min.data", "maps/topsearch/", "min.coords", "maps/pele/", ".sqlite");
        for (String format : new String[] {"cambridge", "topsearch", "pele"}) {
            said("merge-maps", at("one.sqlite"), "--format", format, "--out", at(format));
            assertThat(exit).isZero();
        }
        assertThat(said(
                        "merge-maps",
                        at("cambridge"),
                        at("topsearch"),
                        at("pele"),
                        at("run/library.db"),
                        "--out",
                        at("all")))
                .contains("all: 2 minima, 3 transition states");
        assertThat(said("merge-maps", at("topsearch"), "--out", at("bare"))).contains("2 minima have no normal modes");
        assertThat(said("merge-maps", at("bare"), "--format", "cambridge", "--out", at("never")))
                .contains("--format: cambridge: 2 minima and 3 transition states have no normal modes");
        assertThat(exit).isEqualTo(2);
        assertThat(directory.resolve("never")).doesNotExist();
    }

    @Test
    void pointsOfTwoLandscapesAreRefusedAndChosenFrom() throws IOException {
        run(STUDY.replace("atoms: [6]", "atoms: [5, 6]").replace("1..2", "1"), "two");
        assertThat(said("merge-maps", at("two"), "--out", at("m"))).contains("the maps are of 2 landscapes", "--where");
        assertThat(exit).isEqualTo(2);
        assertThat(said("merge-maps", at("two"), "--where", "landscape.atoms=5", "--out", at("five")))
                .contains("five: 1 minimum, 2 transition states");
        assertThat(said("merge-maps", at("two"), "--where", "landscape.atoms=7", "--out", at("seven")))
                .contains("no map of a point with [landscape.atoms=7]", "landscape.atoms=5|6");
        assertThat(said("merge-maps", at("two"), "--where", "five", "--out", at("m")))
                .contains("is not KEY=VALUE");
    }

    @Test
    void everyMistakeIsSaidAtOnce() throws IOException {
        Files.writeString(directory.resolve("text"), "no map");
        assertThat(said("merge-maps", at("none"), at("text"), "--out", at("m")))
                .contains("none is missing", "text is no SQLite database");
        assertThat(exit).isEqualTo(2);
        assertThat(said("merge-maps", at("text"), "--out", at("text"))).contains("is there already");
        assertThat(said("merge-maps", at("text"), "--format", "gmin", "--out", at("m")))
                .contains("--format: gmin: unknown; one of library, cambridge, topsearch, pele");
        assertThat(said("merge-maps", at("text"), "--same-energy", "NaN", "--out", at("m")))
                .contains("--same-energy: NaN: must be a number >= 0");
        assertThat(said("merge-maps", at("text"))).contains("--out");
        assertThat(exit).isEqualTo(2);
    }
}
