package rugged.web;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Run folders that are damaged, each in another way: file by file and kind by kind, in an order that a seed fixes. */
final class Damage {
    private static final List<String> FILES = List.of(
            "manifest.json",
            "plan.json",
            "summary.json",
            "progress.json",
            "notes.json",
            "quantities.json",
            "study.yaml",
            "lock",
            "points/*/observations.tsv",
            "points/*/checkpoint",
            "points/*/arrays.json",
            "theory/*/solution.json");

    private static final List<String> TEXTS = List.of(
            "",
            "null",
            "[]",
            "{}",
            "\"\"",
            "0",
            "-1e999",
            "true",
            "[null]",
            "{\"\": null}",
            "[[[[]]]]",
            "\u001b]0;owned\u0007\u001b[2J",
            "{\"study\": \"\u001b[31m<script>alert(1)</script>\"}",
            "{\"a\": 1, \"a\": 2}",
            "\ufeff{}",
            "NaN",
            "study: &a [*a]\n",
            "? [a, b]\n: - c\n",
            "!!java.net.URL [http://127.0.0.1:1/]\n");

    /** Values that are put in the place of one field. */
    private static final List<String> VALUES = List.of(
            "null",
            "[]",
            "{}",
            "\"\"",
            "\"\\u001b[2J<img src=x>\"",
            "-1",
            "1e308",
            "99999999999999999999",
            "true",
            "[null]",
            "{\"a\": {}}");

    private static final List<String> NAMES = List.of(
            "\u001b[31mred",
            "<script>alert(1)<" + "\uFF0F" + "script>",
            "a\nb",
            "tab\tname",
            "%2e%2e",
            "..%2f",
            "con.",
            " space ",
            "\u202Ertl",
            "\uD83D\uDE00",
            "quote\"'`",
            "-rf",
            "$(reboot)",
            "a\\b",
            "UPPER");

    private final Path sound;
    private final Path root;
    private final Random random;

    Damage(Path sound, Path root, long seed) {
        this.sound = sound;
        this.root = root;
        this.random = new Random(seed);
    }

    @FunctionalInterface
    private interface Blow {
        void strike(Path file) throws IOException, InterruptedException;
    }

    private record Kind(String name, Blow blow) {}

    /** As many damaged folders; their names. */
    List<String> make(int count) throws IOException, InterruptedException {
        List<Kind> kinds = kinds();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = i % 20 == 7 ? NAMES.get(i / 20 % NAMES.size()) + i : "bad-" + i;
            Path folder = root.resolve(name);
            copy(folder);
            Path file = pick(folder, i);
            // all kinds come, and all files, and every pair sooner or later
            Kind kind = kinds.get((i + i / kinds.size() + i / FILES.size()) % kinds.size());
            kind.blow.strike(file);
            names.add(name);
        }
        return names;
    }

    private void copy(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(sound)) {
            for (Path file : all.toList())
                Files.copy(file, folder.resolve(sound.relativize(file).toString()));
        }
    }

    private Path pick(Path folder, int i) throws IOException {
        String name = FILES.get(i % FILES.size());
        if (!name.contains("*")) return folder.resolve(name);
        Path above = folder.resolve(name.substring(0, name.indexOf('/')));
        if (!Files.isDirectory(above)) return folder.resolve("manifest.json");
        try (Stream<Path> below = Files.list(above)) {
            Path first = below.sorted().findFirst().orElse(folder);
            return first.resolve(name.substring(name.lastIndexOf('/') + 1));
        }
    }

    private List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (String text : TEXTS) kinds.add(new Kind("text", file -> write(file, text)));
        for (String value : VALUES) kinds.add(new Kind("field", file -> field(file, value)));
        kinds.add(new Kind("deep", file -> write(file, "[".repeat(200_000))));
        kinds.add(new Kind("deeper", file -> write(file, "{\"a\":".repeat(100_000))));
        kinds.add(new Kind("long line", file -> write(file, "x".repeat(3 << 20))));
        kinds.add(new Kind("huge", this::huge));
        kinds.add(new Kind("half", this::half));
        kinds.add(new Kind("bits", this::bits));
        kinds.add(new Kind("binary", this::binary));
        kinds.add(new Kind("folder", file -> {
            Files.deleteIfExists(file);
            Files.createDirectories(file.resolve("below"));
        }));
        kinds.add(new Kind("pipe", this::pipe));
        kinds.add(new Kind("link out", file -> link(file, Path.of("/etc/passwd"))));
        kinds.add(new Kind("link to a device", file -> link(file, Path.of("/dev/zero"))));
        kinds.add(new Kind("link to itself", file -> link(file, file.getFileName())));
        kinds.add(new Kind("link to nothing", file -> link(file, Path.of("nothing"))));
        kinds.add(new Kind("unreadable", file -> {
            if (Files.exists(file)) Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        }));
        kinds.add(new Kind("gone", Files::deleteIfExists));
        return kinds;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Another value in the place of one that is there. */
    private void field(Path file, String value) throws IOException {
        if (!Files.exists(file)) {
            write(file, value);
            return;
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        List<Integer> colons = new ArrayList<>();
        for (int at = text.indexOf(": "); at >= 0; at = text.indexOf(": ", at + 1)) colons.add(at);
        if (colons.isEmpty()) {
            write(file, value);
            return;
        }
        int from = colons.get(random.nextInt(colons.size())) + 2;
        int to = from;
        while (to < text.length() && ",\n".indexOf(text.charAt(to)) < 0) to++;
        write(file, text.substring(0, from) + value + text.substring(to));
    }

    /** 40 GB of which the disk holds nothing. */
    private void huge(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (RandomAccessFile all = new RandomAccessFile(file.toFile(), "rw")) {
            all.setLength(40L << 30);
        }
    }

    private void half(Path file) throws IOException {
        byte[] all = Files.exists(file) ? Files.readAllBytes(file) : new byte[] {'{'};
        Files.write(file, java.util.Arrays.copyOf(all, all.length / 2));
    }

    private void bits(Path file) throws IOException {
        byte[] all = Files.exists(file) ? Files.readAllBytes(file) : new byte[16];
        for (int k = 0; k < 8 && all.length > 0; k++)
            all[random.nextInt(all.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, all);
    }

    private void binary(Path file) throws IOException {
        byte[] all = new byte[5000];
        random.nextBytes(all);
        Files.write(file, all);
    }

    private void pipe(Path file) throws IOException, InterruptedException {
        Files.deleteIfExists(file);
        if (!new ProcessBuilder("mkfifo", file.toString()).start().waitFor(10, TimeUnit.SECONDS))
            throw new IOException("mkfifo hangs");
    }

    private static void link(Path file, Path target) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) Files.delete(file);
        Files.createSymbolicLink(file, target);
    }
}
