package rugged.params;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** SHA-256 of the content of files. A file that has not changed since ({@link FileStamp}) is not read again by this process. About 2 ms for 1 MB. */
public final class ContentDigest {
    private static final int BLOCK = 1 << 16;
    private static final int SHORT = 12;
    private static final Map<Path, Known> KNOWN = new ConcurrentHashMap<>();

    private ContentDigest() {}

    private record Known(FileStamp stamp, String digest) {}

    /**
     * 64 hex digits.
     *
     * @throws UncheckedIOException when the file cannot be read
     */
    public static String of(Path path) {
        try {
            Path file = path.toAbsolutePath();
            FileStamp stamp = FileStamp.of(file);
            Known known = KNOWN.get(file);
            if (known != null && known.stamp.equals(stamp)) return known.digest;
            String digest = read(file);
            if (stamp.settled() && stamp.equals(FileStamp.of(file))) KNOWN.put(file, new Known(stamp, digest));
            return digest;
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Enough of a digest to tell two files apart by eye. */
    public static String brief(String digest) {
        return digest.substring(0, Math.min(SHORT, digest.length()));
    }

    private static String read(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) digest.update(block, 0, count);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
