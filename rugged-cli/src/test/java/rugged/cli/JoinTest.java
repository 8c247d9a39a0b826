package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.store.Manifest;
import rugged.store.Origins;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.file.Folders;

/** {@code merge} and {@code extend}: whichever way points came together, the results are those of one run of all. */
class JoinTest {
    private static final List<String> STUDY = List.of(
            "study: tiny",
            "landscape: { is: pspin, n: [16], mixture: 3 }",
            "dynamics: { is: langevin, temperature: [0.5, 0.7], dt: 0.05 }",
            "protocol: { is: waiting-times, tw: [0.5, 1], until: 4, per-decade: 4 }",
            "observe: [energy, { is: correlation }]",
            "theory: [annealed-energy]",
            "seed: 1..4",
            "figures: [{ name: C, y: C, x: t - tw, x-scale: log, curves: tw, panels: temperature }]",
            "findings: [{ id: tiny.e, text: energy, quantity: e, at: { t: 4 }, where: { temperature: 0.7 }, theory:"
                    + " annealed-energy, bias: 1, effect: 4 }]");

    @TempDir
    Path directory;

    private int exit;

    private String rugged(String... words) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        exit = Main.execute(writer, writer, words);
        return said.toString();
    }

    private String at(String name) {
        return directory.resolve(name).toString();
    }

    private void run(String to, String... settings) throws IOException {
        Path file = Files.write(directory.resolve("tiny.yaml"), STUDY);
        List<String> words = new ArrayList<>(List.of("run", file.toString(), "--out", at(to), "--quiet"));
        for (String setting : settings) words.addAll(List.of("--set", setting));
        String said = rugged(words.toArray(String[]::new));
        assertThat(exit).as(said).isZero();
    }

    /** What counts of a run: its points, what was made of them, and its study; without seconds. */
    private Map<String, String> bits(String run) throws IOException {
        Path root = directory.resolve(run);
        Map<String, String> bits = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (name.matches("(points|theory)/.*/(observations.tsv|.*npy|arrays.json|origin.json|solution.json)"
                        + "|figures/.*|plan.json|quantities.json|study.yaml|tables/(averages|theory).*"))
                    bits.put(name, HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        String summary = Files.readString(root.resolve("summary.json"), StandardCharsets.UTF_8);
        bits.put("summary", summary.replaceAll("\"seconds\" : [0-9.]+", ""));
        return bits;
    }

    @Test
    void joinedAndExtendedRunsAreThoseOfAllFromTheStart() throws IOException {
        run("all");
        run("a", "seed=1..2");
        run("b", "seed=2..4");
        assertThat(rugged("merge", at("a"), at("b"), "--out", at("joined")))
                .contains("joined: 8 points of 2 runs; 2 were there twice", "complete");
        assertThat(exit).isZero();
        assertThat(bits("joined")).isEqualTo(bits("all"));
        assertThat(rugged("verify", at("joined"))).contains("whole");
        assertThat(rugged("extend", at("a"), "--seed", "3..4"))
                .contains("a: 4 points more", "4 of 8 points are there already");
        assertThat(exit).isZero();
        assertThat(bits("a")).isEqualTo(bits("all"));
        assertThat(rugged("verify", at("a"))).contains("whole");
        assertThat(rugged("extend", at("a"), "--seed", "2..3")).contains("nothing to add");
    }

    @Test
    void valuesComeToThoseThatAreThere() throws IOException {
        run("all", "seed=1..2", "dynamics.temperature=0.5,0.6,0.7", "landscape.n=16,24");
        run("a", "seed=1..2");
        assertThat(rugged("extend", at("a"), "--set", "landscape.n=24", "--set", "dynamics.temperature=0.6", "--quiet"))
                .contains("complete");
        assertThat(bits("a")).isEqualTo(bits("all"));
        assertThat(rugged("extend", at("a"), "--set", "observe=[energy, correlation, multiplier]"))
                .contains("12 of its 12 points would have to be computed anew", "run the study into a new folder");
        assertThat(exit).isEqualTo(2);
        assertThat(rugged("extend", at("a"))).contains("by what? --seed 9..32, or --set path=values");
        assertThat(rugged("extend", at("a"), "--set", "landscape.n=many")).contains("landscape.n");
        assertThat(exit).isEqualTo(2);
        assertThat(rugged("extend", at("none"), "--seed", "9")).contains("none: no such folder");
    }

    @Test
    void whatIsMissingInTheProductIsSaidAndComputedLater() throws IOException {
        run("all", "seed=1..2", "landscape.n=16,24");
        run("a", "seed=1..2");
        run("b", "seed=2", "landscape.n=24");
        assertThat(rugged("merge", at("a"), at("b"), "--out", at("joined")))
                .contains("2 of 8 points are not there", "rugged resume " + at("joined"), "interrupted");
        assertThat(exit).isZero();
        assertThat(rugged("verify", at("joined"))).contains("whole");
        assertThat(rugged("resume", at("joined"), "--quiet")).contains("complete");
        assertThat(bits("joined")).isEqualTo(bits("all"));
    }

    @Test
    void whatDoesNotBelongIsLeftOutWithTheReason() throws IOException {
        run("a", "seed=1..2");
        run("dt", "seed=3", "dynamics.dt=0.02");
        run("other", "seed=4");
        RunFolder other = RunFolder.at(directory.resolve("other"));
        // as another build would have left it
        Manifest manifest = other.manifest().orElseThrow();
        other.manifest(manifest.withCommit("c0ffee"));
        for (var point : other.agenda().orElseThrow().points())
            Files.deleteIfExists(other.point(point.key()).resolve(Origins.FILE));
        assertThat(rugged("merge", at("a"), at("dt"), "--out", at("m")))
                .contains(
                        "dt: 2 points (",
                        "left out: not the study of " + at("a")
                                + ": dynamics.dt: 0.02, not 0.05, and nobody sweeps it");
        assertThat(exit).isEqualTo(1);
        assertThat(RunFolder.at(directory.resolve("m")).status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(rugged("merge", at("a"), at("dt"), "--sweep", "dynamics.dt", "--out", at("n")))
                .contains("n: 6 points of 2 runs", "6 of 12 points are not there");
        assertThat(rugged("merge", at("a"), at("nowhere"), at("tiny.yaml"), "--out", at("o")))
                .contains("nowhere: no such folder", "tiny.yaml: is a file; a run folder, or 'rugged merge-maps'");
        assertThat(exit).isEqualTo(2);
        assertThat(rugged("merge", at("a"), "--out", at("m"))).contains("--out: " + at("m") + ": is there already");
        assertThat(directory.resolve("o")).doesNotExist();
    }

    @Test
    void pointsThatFailedOrAreDamagedAreNamed() throws IOException {
        run("a", "seed=1..2");
        RunFolder folder = RunFolder.at(directory.resolve("a"));
        String damaged = folder.agenda().orElseThrow().points().getFirst().key();
        String missing = folder.agenda().orElseThrow().points().getLast().key();
        Files.writeString(folder.point(damaged).resolve("observations.tsv"), "no numbers");
        Folders.remove(folder.point(missing));
        assertThat(rugged("merge", at("a"), "--out", at("m")))
                .contains(
                        "point " + damaged + " left out: it is damaged; 'rugged resume " + at("a") + "'",
                        "2 points of 1 run; 1 have not ended");
        assertThat(exit).isEqualTo(1);
    }
}
