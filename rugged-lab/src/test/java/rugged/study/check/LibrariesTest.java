package rugged.study.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.Bench;
import rugged.api.ProtocolSpec;
import rugged.api.Schedule;
import rugged.api.record.Library.Entry;
import rugged.index.Named;
import rugged.params.Catalogue;
import rugged.params.Param;
import rugged.params.Problem;
import rugged.params.Problems;
import rugged.store.library.LibraryFile;
import rugged.study.Checked;
import rugged.study.Planner;
import rugged.study.cost.Machine;
import rugged.study.read.Request;

/** A file that a protocol takes up as a library is read while planning. */
class LibrariesTest {
    private static final Machine MACHINE = new Machine(1L << 30, 16L << 30, 2, 1e10, 4e9, 100_000);

    @TempDir
    Path directory;

    /** Takes up a library. */
    @Named(value = "desk-growing", title = "Grows a library")
    record Growing(
            @Param(doc = "the library of an earlier run", file = true, library = true, def = "''")
            String earlier) implements ProtocolSpec {
        @Override
        public void run(Bench bench) {
            throw new AssertionError("planning runs nothing");
        }

        @Override
        public Schedule schedule() {
            return Schedule.at(1.0);
        }
    }

    private Checked check(Path library) {
        Catalogue catalogue = Catalogue.standard()
                .with(List.of(new Catalogue.Entry("protocol", "desk-growing", Growing.class, "", "")), new Problems());
        String yaml = "study: s\n"
                + "landscape: { is: quadratic, n: 4 }\n"
                + "dynamics: gradient-flow\n"
                + "protocol: { is: desk-growing, earlier: "
                + library + " }\nobserve: [energy]\n";
        return Planner.check(Request.of("s.yaml", yaml), catalogue, MACHINE);
    }

    private List<String> said(Path library) {
        return check(library).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void whatIsNoLibraryIsRefused() throws Exception {
        Path junk = Files.writeString(directory.resolve("junk.sqlite"), "energy,x");
        assertThat(said(junk))
                .singleElement()
                .asString()
                .contains(
                        "protocol.earlier: ",
                        "junk.sqlite is no library",
                        "the library.sqlite of a point of an earlier run")
                .startsWith("s.yaml:4:");
        Path cut = directory.resolve("cut.sqlite");
        byte[] whole = LibraryFile.of(List.of(new Entry("minimum", "1", Map.of("energy", 1.0))));
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 3));
        assertThat(said(cut)).singleElement().asString().contains("cut.sqlite is no library");
        assertThat(said(directory.resolve("none.sqlite")))
                .singleElement()
                .asString()
                .contains("none.sqlite");
    }

    /** What it holds is in memory while the point is under way. */
    @Test
    void aLibraryIsTakenUpAndCounted() throws Exception {
        Path small = directory.resolve("small.sqlite");
        Files.write(small, LibraryFile.of(List.of(new Entry("minimum", "1", Map.of("energy", 1.0)))));
        Path large = directory.resolve("large.sqlite");
        java.util.ArrayList<Entry> many = new java.util.ArrayList<>();
        for (int k = 0; k < 20_000; k++) many.add(new Entry("minimum", "" + k, Map.of("energy", 1.0 * k)));
        Files.write(large, LibraryFile.of(many));
        assertThat(said(small)).isEmpty();
        double least = check(small).plan().orElseThrow().estimate().memoryPerThread();
        double most = check(large).plan().orElseThrow().estimate().memoryPerThread();
        assertThat(most - least).isGreaterThan(2.0 * Files.size(large));
    }
}
