import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plays a complete run once more: writes another folder as a run at work would, holding its lock, with all points growing at once and the progress replaced
 * after each step. {@code java Replay.java FROM TO BEGUN SECONDS STEPS_A_SECOND} writes the part BEGUN at once and waits for a byte of standard input before it
 * goes on; prints the time of each step in milliseconds of the epoch. The source file is the program.
 */
final class Replay {
    private final Path from;
    private final Path to;
    private final List<Log> logs = new ArrayList<>();

    private Replay(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        new Replay(Path.of(words[0]), Path.of(words[1]))
                .play(Double.parseDouble(words[2]), Double.parseDouble(words[3]), Double.parseDouble(words[4]));
    }

    private void play(double first, double seconds, double rate) throws IOException, InterruptedException {
        Files.createDirectories(to);
        try (FileChannel lock = FileChannel.open(
                to.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            lock.lock();
            lock.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            begin();
            step(first, seconds);
            System.in.read();
            long steps = Math.max(1, Math.round(seconds * rate));
            long begun = System.nanoTime();
            for (long step = 1; step <= steps; step++) {
                step(first + (1 - first) * step / steps, (steps - step) / rate);
                long due = begun + (long) (step * 1e9 / rate);
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            }
            for (Log log : logs) log.close();
            copy(from, to, file -> !file.endsWith("lock") && !Files.exists(to.resolve(from.relativize(file))));
            replace("progress.json", Files.readString(from.resolve("progress.json")));
            replace("manifest.json", Files.readString(from.resolve("manifest.json")));
        }
    }

    private void step(double part, double left) throws IOException {
        for (Log log : logs) log.reach(part);
        progress(part, left);
        System.out.println(System.currentTimeMillis());
    }

    /** What a run writes before it computes anything; theories are solved already. */
    private void begin() throws IOException {
        for (String name : List.of("study.yaml", "plan.json", "quantities.json"))
            Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        if (Files.isDirectory(from.resolve("theory"))) copy(from.resolve("theory"), to.resolve("theory"), file -> true);
        try (Stream<Path> points = Files.list(from.resolve("points"))) {
            for (Path point : points.sorted().toList()) logs.add(new Log(point, to.resolve("points")));
        }
        String manifest = Files.readString(from.resolve("manifest.json"))
                // the checksum of another text
                .replaceAll("\"format\"\\s*:\\s*\\d+,", "")
                .replaceAll(",\\s*\"sum\"\\s*:\\s*\"[0-9a-f]+\"", "")
                .replaceAll("(\"status\"\\s*:\\s*)\"[a-z]+\"", "$1\"running\"")
                .replaceAll("(\"start\"\\s*:\\s*)\"[^\"]+\"", "$1\"" + Instant.now() + "\"");
        replace("manifest.json", manifest);
    }

    private void progress(double part, double left) throws IOException {
        int total = logs.size();
        replace(
                "progress.json",
                "{\"done\": " + 1e6 * part + ", \"of\": 1e6, \"unit\": \"gradients\", \"rate\": 1000.0, \"left\": "
                        + left
                        + ", \"points\": " + (part < 1 ? 0 : total) + ", \"failed\": 0, \"total\": " + total
                        + ", \"changed\": \"" + Instant.now() + "\"}");
    }

    private void replace(String name, String text) throws IOException {
        Path temporary = to.resolve(name + ".new");
        Files.writeString(temporary, text);
        Files.move(temporary, to.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private interface Wanted {
        boolean test(Path file);
    }

    private static void copy(Path from, Path to, Wanted wanted) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path there = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) Files.createDirectories(there);
                else if (wanted.test(file)) Files.copy(file, there, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** The observations of one point, line by line. */
    private static final class Log {
        private final byte[] text;
        private final OutputStream out;
        private int written;

        Log(Path point, Path points) throws IOException {
            text = Files.readAllBytes(point.resolve("observations.tsv"));
            Path folder = Files.createDirectories(points.resolve(point.getFileName()));
            out = Files.newOutputStream(folder.resolve("observations.tsv"));
        }

        /** Appends whole lines up to a part of the log. */
        void reach(double part) throws IOException {
            int end = part >= 1 ? text.length : (int) (part * text.length);
            while (end > written && end < text.length && text[end - 1] != '\n') end--;
            if (end <= written) return;
            out.write(text, written, end - written);
            out.flush();
            written = end;
        }

        void close() throws IOException {
            out.close();
        }
    }
}
