package rugged.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the files of a run have to hold: {@code checksums.json}, which carries a sum of its own. Points stand in it by their checkpoints, which vouch for the rest
 * of their folders. A file that is made of the results counts only when it stands here: while it is being made anew it does not.
 *
 * @param files by name relative to the run, with slashes
 */
public record Checksums(SortedMap<String, Entry> files) {
    /** The file's name. */
    public static final String FILE = "checksums.json";

    /** Of run folders that carry checksums. */
    public static final int FORMAT = 2;

    private static final int BLOCK = 1 << 18;

    public Checksums {
        files = new TreeMap<>(files);
    }

    /** No file. */
    public static final Checksums NONE = new Checksums(new TreeMap<>());

    /**
     * One file.
     *
     * @param bytes its length
     * @param sha256 SHA-256 of its content, hexadecimal
     */
    public record Entry(long bytes, String sha256) {
        public static Entry of(byte[] content) {
            return new Entry(content.length, HexFormat.of().formatHex(hash().digest(content)));
        }

        /** Reads a file to its end. */
        public static Entry of(Path file) throws IOException {
            MessageDigest hash = hash();
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            long bytes = 0;
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                while (channel.read(block.clear()) > 0) {
                    hash.update(block.flip());
                    bytes += block.limit();
                }
            }
            return new Entry(bytes, HexFormat.of().formatHex(hash.digest()));
        }

        /** What is wrong with a content; empty when nothing is. */
        public Optional<String> differs(byte[] content) {
            if (content.length < bytes) return Optional.of("is cut: " + content.length + " bytes of " + bytes);
            if (content.length > bytes)
                return Optional.of("is damaged: " + (content.length - bytes) + " bytes too many");
            return of(content).equals(this) ? Optional.empty() : Optional.of("is damaged: its checksum differs");
        }

        /** What is wrong with a file; empty when nothing is. */
        public Optional<String> differs(Path file) {
            if (!Files.exists(file)) return Optional.of("is missing");
            if (!Files.isRegularFile(file)) return Optional.of("is no file");
            try {
                long size = Files.size(file);
                if (size < bytes) return Optional.of("is cut: " + size + " bytes of " + bytes);
                if (size > bytes) return Optional.of("is damaged: " + (size - bytes) + " bytes too many");
                return of(file).equals(this) ? Optional.empty() : Optional.of("is damaged: its checksum differs");
            } catch (IOException e) {
                throw EnvironmentFailure.reading(file, e);
            }
        }
    }

    /** As the file has it. */
    private record Stored(int format, List<Line> files) {}

    /** As the file has one entry. */
    private record Line(String file, long bytes, String sha256) {}

    /**
     * Those of a folder.
     *
     * @return empty where there are none
     * @throws Damaged when they are damaged themselves
     */
    public static Optional<Checksums> of(Path directory) {
        return Json.readSealed(directory.resolve(FILE), Stored.class).map(stored -> {
            SortedMap<String, Entry> files = new TreeMap<>();
            for (Line line : stored.files()) files.put(line.file(), new Entry(line.bytes(), line.sha256()));
            return new Checksums(files);
        });
    }

    public byte[] content() {
        List<Line> lines = new ArrayList<>();
        files.forEach((name, entry) -> lines.add(new Line(name, entry.bytes(), entry.sha256())));
        return Json.sealed(new Stored(FORMAT, lines));
    }

    /** The entry of a file. */
    public Optional<Entry> of(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The same without the files that are named so. */
    public Checksums without(Predicate<String> names) {
        SortedMap<String, Entry> fewer = new TreeMap<>(files);
        fewer.keySet().removeIf(names);
        return new Checksums(fewer);
    }

    /** The same with more files. */
    public Checksums with(Map<String, Entry> more) {
        SortedMap<String, Entry> all = new TreeMap<>(files);
        all.putAll(more);
        return new Checksums(all);
    }

    private static MessageDigest hash() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
