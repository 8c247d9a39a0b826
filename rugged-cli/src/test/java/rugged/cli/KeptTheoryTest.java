package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run solves is kept for the next, whatever its folder. */
class KeptTheoryTest {
    @TempDir
    Path directory;

    private static final String STUDY = """
        study: kept
        landscape: { is: pspin, n: 12, mixture: 0.9*3 }
        dynamics: { is: gradient-flow, method: heun, dt: 0.1 }
        protocol: { is: quench, until: 2 }
        observe: [energy]
        theory: [{ is: chsck, certify: false, method: METHOD }]
        """;

    private static List<Path> kept() throws IOException {
        Path folder = Path.of(System.getProperty("rugged.cache"), "theory");
        if (!Files.exists(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private String run(String method, String out, String... more) throws IOException {
        Path study = Files.writeString(directory.resolve(method + ".yaml"), STUDY.replace("METHOD", method));
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        Path run = directory.resolve(out);
        String[] words = Stream.concat(
                        Stream.of("run", study.toString(), "--out", run.toString(), "--quiet"), Stream.of(more))
                .toArray(String[]::new);
        assertThat(Main.execute(writer, writer, words)).as(said.toString()).isZero();
        try (Stream<Path> files = Files.walk(run.resolve("theory"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.getFileName().toString().startsWith("checkpoint")) continue; // has seconds
                all.append(java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
            return all.toString();
        }
    }

    @Test
    void aSecondRunFindsWhatTheFirstSolved() throws IOException {
        for (String method : List.of("long-time", "uniform")) {
            for (Path file : kept()) Files.delete(file);
            String anew = run(method, method + "-1");
            assertThat(anew).isNotEmpty();
            assertThat(kept()).hasSize(1);
            byte[] content = Files.readAllBytes(kept().getFirst());
            assertThat(run(method, method + "-2")).isEqualTo(anew);
            assertThat(kept()).hasSize(1);
            // damage is no harm, and anew is anew
            Files.write(kept().getFirst(), new byte[100]);
            assertThat(run(method, method + "-2", "--force")).isEqualTo(anew);
            assertThat(kept()).hasSize(1);
            if (method.equals("uniform"))
                assertThat(Files.readAllBytes(kept().getFirst())).isEqualTo(content);
        }
    }
}
