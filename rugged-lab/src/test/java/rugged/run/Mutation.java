package rugged.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Damage done to a folder of files, drawn at random. */
record Mutation(String kind, List<Path> files) {
    private static final Set<String> SPARED = Set.of("lock", ".lock");
    private static final List<String> KINDS = List.of(
            "digit",
            "bit",
            "byte",
            "double line",
            "delete line",
            "swap lines",
            "cut",
            "extend",
            "empty",
            "delete",
            "swap",
            "directory");

    /** Does one. */
    static Mutation of(Path folder, Random random) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.filter(Files::isRegularFile)
                    .filter(file -> !SPARED.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
        while (true) {
            Path file = all.get(random.nextInt(all.size()));
            Path other = all.get(random.nextInt(all.size()));
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            byte[] before = Files.readAllBytes(file);
            if (kind.equals("delete")) {
                Files.delete(file);
                return new Mutation(kind, List.of(file));
            }
            if (kind.equals("directory")) {
                Files.delete(file);
                Files.createDirectory(file);
                return new Mutation(kind, List.of(file));
            }
            if (kind.equals("swap")) {
                byte[] there = Files.readAllBytes(other);
                if (Arrays.equals(before, there)) continue;
                Files.write(file, there);
                Files.write(other, before);
                return new Mutation(kind, List.of(file, other));
            }
            byte[] after = changed(kind, before, random);
            if (Arrays.equals(before, after)) continue;
            Files.write(file, after);
            return new Mutation(kind, List.of(file));
        }
    }

    private static byte[] changed(String kind, byte[] before, Random random) {
        byte[] after = before.clone();
        int at = before.length == 0 ? 0 : random.nextInt(before.length);
        switch (kind) {
            case "cut" -> after = Arrays.copyOf(before, at);
            case "empty" -> after = new byte[0];
            case "extend" -> after = Arrays.copyOf(before, before.length + 1 + random.nextInt(40));
            case "bit" -> {
                if (after.length > 0) after[at] ^= (byte) (1 << random.nextInt(8));
            }
            case "byte" -> {
                if (after.length > 0) after[at] = (byte) random.nextInt(256);
            }
            case "digit" -> {
                for (int k = 0; k < after.length; k++) {
                    int i = (at + k) % after.length;
                    if (after[i] < '0' || after[i] > '9') continue;
                    after[i] = (byte) ('0' + (after[i] - '0' + 1 + random.nextInt(9)) % 10);
                    break;
                }
            }
            default -> after = lines(kind, before, random);
        }
        return after;
    }

    private static byte[] lines(String kind, byte[] before, Random random) {
        List<String> lines = new ArrayList<>(List.of(new String(before, StandardCharsets.ISO_8859_1).split("(?<=\n)")));
        int at = random.nextInt(lines.size());
        switch (kind) {
            case "double line" -> lines.add(at, lines.get(at));
            case "delete line" -> lines.remove(at);
            default -> {
                int other = random.nextInt(lines.size());
                String line = lines.set(at, lines.get(other));
                lines.set(other, line);
            }
        }
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether a message names one of the files. */
    boolean isNamedIn(String message) {
        return files.stream().anyMatch(file -> message.contains(file.toString()));
    }
}
