package rugged.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A program that answers every line on its standard input by one line on its standard output. */
final class Peer implements AutoCloseable {
    private final Process process;
    private final PrintWriter in;
    private final BufferedReader out;
    private final String greeting;

    /** Starts it and waits for its first line, which begins with "ok" when it has all that it needs. */
    Peer(String... command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        out = process.inputReader(StandardCharsets.UTF_8);
        greeting = line();
    }

    /** Its first line. */
    String greeting() {
        return greeting;
    }

    /** The answer to a command, word by word. */
    List<String> ask(Object... words) throws IOException {
        in.println(String.join(" ", Arrays.stream(words).map(String::valueOf).toList()));
        return List.of(line().split(" "));
    }

    /** As {@link #ask}, in numbers. */
    double[] numbers(Object... words) throws IOException {
        return ask(words).stream().mapToDouble(Double::parseDouble).toArray();
    }

    private String line() throws IOException {
        String line = out.readLine();
        if (line == null) throw new IOException("the peer ended without an answer");
        return line;
    }

    @Override
    public void close() {
        in.close();
        process.destroy();
    }
}
