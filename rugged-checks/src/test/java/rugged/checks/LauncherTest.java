package rugged.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher says of a machine that lacks something: one sentence and exit code 3. Maven and Node are played by scripts of a line. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path PROJECT = project();
    private static final List<String> TOOLS = List.of(
            "sh",
            "cat",
            "date",
            "dirname",
            "basename",
            "env",
            "find",
            "grep",
            "head",
            "ls",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "tail",
            "tee",
            "kill");

    @TempDir
    Path folder;

    private Path home = Path.of("");
    private Path tools = Path.of("");

    private record Said(int code, String text) {}

    private static Path project() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(here.resolve("rugged"))) here = here.getParent();
        return here;
    }

    /** A source tree that holds nothing but the launcher, and a PATH with no Maven and no Node on it. */
    @BeforeEach
    void tree() throws IOException {
        home = Files.createDirectories(folder.resolve("tree"));
        tools = Files.createDirectories(folder.resolve("bin"));
        Files.copy(PROJECT.resolve("rugged"), home.resolve("rugged"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.createDirectories(home.resolve(".mvn"));
        Files.copy(PROJECT.resolve(".mvn/tools.sh"), home.resolve(".mvn/tools.sh"));
        for (String tool : TOOLS) {
            for (String at : List.of("/bin", "/usr/bin")) {
                Path there = Path.of(at, tool);
                if (Files.isExecutable(there) && Files.notExists(tools.resolve(tool)))
                    tool(tool, "exec " + there + " \"$@\"");
            }
        }
    }

    private void tool(String name, String script) throws IOException {
        Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Said launched(String jdk) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(
                        tools.resolve("sh").toString(), home.resolve("rugged").toString(), "list")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("RUGGED_JAVA_HOME", jdk);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }

    private Said launched() throws IOException, InterruptedException {
        return launched(System.getProperty("java.home"));
    }

    private static void oneLine(Said said, String... words) {
        assertThat(said.code()).as(said.text()).isEqualTo(3);
        assertThat(said.text()).startsWith("rugged: ").contains(words);
        assertThat(said.text()
                        .lines()
                        .filter(line -> !line.contains("building"))
                        .toList())
                .hasSize(1);
    }

    @Test
    void anOldJdkIsNamedWithItsVersion() throws Exception {
        Path old = Files.createDirectories(folder.resolve("jdk/bin")).getParent();
        Files.writeString(old.resolve("bin/java"), "#!/bin/sh\n");
        assertThat(old.resolve("bin/java").toFile().setExecutable(true)).isTrue();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"21.0.4\"\n");
        oneLine(launched(old.toString()), "Java 21.0.4", "JDK >= 25.0.3");
    }

    @Test
    void aMissingMavenIsNamed() throws Exception {
        oneLine(launched(), "no mvn on the PATH", "3.8.7");
    }

    @Test
    void aMissingNodeIsNamedBeforeTheBuild() throws Exception {
        tool("mvn", "echo built >" + home.resolve("built"));
        oneLine(launched(), "there is no node on the PATH", "20.19");
        assertThat(home.resolve("built")).doesNotExist();
    }

    @Test
    void anOldNodeIsNamedWithItsVersion() throws Exception {
        tool("mvn", "exit 1");
        tool("npm", "exit 0");
        tool("node", "echo v20.18.3");
        oneLine(launched(), "node on the PATH is v20.18.3", "20.19");
    }

    @Test
    void aMissingNpmIsNamed() throws Exception {
        tool("mvn", "exit 1");
        tool("node", "echo v24.1.0");
        oneLine(launched(), "there is no npm on the PATH");
    }

    @Test
    void nodeIsNotWantedForWhatItHasBuilt() throws Exception {
        for (Path built : Stream.of("rugged-figure/target/npm/built", "rugged-web/target/page/built-unchecked")
                .map(home::resolve)
                .toList()) {
            Files.createDirectories(built.getParent());
            Files.createFile(built);
        }
        tool("mvn", "echo '[ERROR] a class does not compile'; exit 1");
        Said said = launched();
        assertThat(said.text()).contains("a class does not compile").contains("the build failed; its log is");
        assertThat(said.code()).isEqualTo(3);
    }

    @Test
    void noNetworkIsSaidInOneSentence() throws Exception {
        tool("node", "echo v22.0.0");
        tool("npm", "exit 0");
        tool(
                "mvn",
                "echo '[ERROR] Plugin x:1 or one of its dependencies could not be resolved: Could not transfer artifact"
                        + " x:pom:1 from/to central (https://repo.maven.apache.org/maven2): Unknown host'; exit 1");
        oneLine(launched(), "needs the network", "https://repo.maven.apache.org cannot be reached");
    }

    @Test
    void anOldMavenIsNamedWithItsVersion() throws Exception {
        tool("node", "echo v22.0.0");
        tool("npm", "exit 0");
        tool(
                "mvn",
                "echo '[ERROR] Rule 0: RequireMavenVersion failed with message: Detected Maven Version: 3.6.3 is not"
                        + " in the allowed range [3.8.7,).'; exit 1");
        oneLine(launched(), "too old", "it is 3.6.3", "3.8.7");
    }

    /** The build folder cannot be made: here because a file has its name, elsewhere because the tree is read-only. */
    @Test
    void aTreeThatCannotBeWrittenIsNamedAndNotWaitedFor() throws Exception {
        tool("mvn", "exit 1");
        Files.createFile(home.resolve("target"));
        oneLine(launched(), "cannot write to " + home.toRealPath());
    }
}
