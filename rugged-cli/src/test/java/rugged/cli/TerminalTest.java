package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.cli.text.Exit;
import rugged.cli.text.TerminalWriter;
import rugged.params.BadParameter;
import rugged.params.Plain;

/** What reaches a terminal: text from others' files is shown, never obeyed. */
class TerminalTest {
    private static final String EVIL = "\u001b]0;title\u0007\u001b[2J\u009b31m\u202eback\r";

    @TempDir
    Path directory;

    private record Said(int code, String out, String err) {}

    private static Said rugged(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Said(code, out.toString(), err.toString());
    }

    private static void harmless(String text) {
        assertThat(text.chars().filter(c -> Plain.steers((char) c)).toArray())
                .as(text)
                .isEmpty();
    }

    @Test
    void everyCharacterIsShownOrNamed() {
        StringWriter shown = new StringWriter();
        PrintWriter out = TerminalWriter.over(new PrintWriter(shown));
        out.println(EVIL);
        out.print('\u001b');
        out.write(new char[] {'a', '\u0000', 'b'}, 0, 3);
        out.printf("%s %s%n", "\u03c3\tE", "\ud835\udc38");
        out.flush();
        harmless(shown.toString());
        assertThat(shown.toString())
                .startsWith("\\u001b]0;title\\u0007\\u001b[2J\\u009b31m\\u202eback\\u000d\n")
                .contains("\\u001ba\\u0000b", "\u03c3\tE \ud835\udc38");
        assertThat(TerminalWriter.over(out)).isSameAs(out);
    }

    @Test
    void noCommandPassesForeignNamesOn() throws Exception {
        Path file = Files.writeString(
                directory.resolve("study\u001b[31m.yaml"),
                "study: \"a\\e[2Jb\"\nlandscape: { is: pspin, \"n\\e[1m\": 3 }\n");
        for (List<String> words : List.of(
                List.of("run", EVIL),
                List.of("run", file.toString()),
                List.of("check", file.toString()),
                List.of("check", "aging-pspin", "--set", EVIL + "=1"),
                List.of("describe", EVIL),
                List.of("theory", EVIL),
                List.of("resume", EVIL),
                List.of("show", EVIL),
                List.of("figure", EVIL),
                List.of("export", EVIL, "--format", EVIL),
                List.of("run", "aging-pspin", "--" + EVIL))) {
            Said said = rugged(words.toArray(String[]::new));
            harmless(said.out());
            harmless(said.err());
            assertThat(said.out() + said.err()).as(words.toString()).contains("\\u001b");
        }
    }

    @Test
    void errorsOfTheMachineEndWithThree() {
        for (Throwable failure : List.of(
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError(),
                new NoClassDefFoundError("somewhere/Missing"),
                new IllegalStateException("wrapped", new OutOfMemoryError("GC overhead limit exceeded")))) {
            StringWriter err = new StringWriter();
            assertThat(Exit.of(failure, new PrintWriter(err, true), false)).isEqualTo(Exit.ENVIRONMENT);
            assertThat(err.toString()).startsWith("rugged: ").hasLineCount(1).doesNotContain("java.lang");
        }
    }

    @Test
    void reasonsNameNoClasses() {
        assertThat(Plain.reason(new NullPointerException(
                        "Cannot invoke \"rugged.api.model.Model.dimension()\" because \"this.model\" is null")))
                .isEqualTo("an error of the program itself: a value is missing");
        assertThat(Plain.reason(new IllegalStateException("class rugged.study.Plan is closed")))
                .doesNotContain("rugged.study")
                .contains("is closed");
        assertThat(Plain.reason(new ArithmeticException("Underflow")))
                .isEqualTo("a number that cannot be computed: Underflow");
        assertThat(Plain.reason(new BadParameter("n", 0, "must be > 0", ""))).contains("must be > 0");
    }

    @Test
    void damagedJsonIsNamedByItsEntries() throws Exception {
        Path run = Files.createDirectories(directory.resolve("run"));
        for (String content : List.of("[1]", "{\"threads\": \"many\"}", "{\"study\": {}}", "{")) {
            Files.writeString(run.resolve("manifest.json"), content, StandardCharsets.UTF_8);
            Files.writeString(run.resolve("plan.json"), content, StandardCharsets.UTF_8);
            Said said = rugged("show", run.toString());
            assertThat(said.code()).as(said.err() + said.out()).isNotZero();
            assertThat(said.err()).doesNotContain("rugged.store", "java.", "`");
        }
    }
}
