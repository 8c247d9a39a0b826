package rugged.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program in C of the source tree, compiled for this machine into a folder of its own, that says at the end of its one line how many seconds it took. */
final class CompiledPeer implements AutoCloseable {
    private static final List<String> OPTIONS = List.of("-O3", "-march=native");
    private static final int LONGEST_MINUTES = 5;

    private final Path folder;
    private final Path program;

    private CompiledPeer(Path folder, Path program) {
        this.folder = folder;
        this.program = program;
    }

    /** Empty without the source, as in a released archive, or without a compiler. */
    static Optional<CompiledPeer> of(String source) {
        Path file = Path.of(System.getProperty("rugged.home", "."), "rugged-bench", "src", "main", "c", source);
        if (!Files.exists(file)) return Optional.empty();
        try {
            Path folder = Files.createTempDirectory("rugged-peer");
            CompiledPeer peer = new CompiledPeer(folder, folder.resolve("peer"));
            List<String> command = new ArrayList<>(List.of("cc"));
            command.addAll(OPTIONS);
            command.addAll(List.of(file.toString(), "-o", peer.program.toString(), "-lm"));
            if (output(command).isPresent()) return Optional.of(peer);
            peer.close();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The compiler's name and options. */
    static String compiler() {
        return "C, cc " + String.join(" ", OPTIONS);
    }

    /** Processor seconds of one run, by its own clock; NaN when it fails. */
    double seconds(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        String[] words = output(command).orElse("").strip().split(" ");
        if (words.length < 2 || !words[words.length - 1].equals("s")) return Double.NaN;
        try {
            return Double.parseDouble(words[words.length - 2]);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** What a command printed, when it succeeded. */
    private static Optional<String> output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                return process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
            }
            process.destroyForcibly();
        } catch (IOException e) {
            return Optional.empty(); // there is no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(program);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
