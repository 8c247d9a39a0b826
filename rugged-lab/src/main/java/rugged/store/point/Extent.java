package rugged.store.point;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The beginning of a file as a checkpoint vouches for it.
 *
 * @param length bytes
 * @param sum CRC-32C of these bytes (RFC 3720, appendix B.4); {@link #NONE} where an earlier version left none
 */
public record Extent(long length, long sum) {
    /** No sum was kept. */
    public static final long NONE = -1;

    private static final int BLOCK = 1 << 18;

    /** Nothing, which has the sum of nothing. */
    static final Extent EMPTY = new Extent(0, 0);

    /** A whole content. */
    public static Extent of(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content, 0, content.length);
        return new Extent(content.length, crc.getValue());
    }

    /** Whether there is something to compare with. */
    boolean known() {
        return sum != NONE;
    }

    /**
     * Compares a file with what is vouched for: reads these bytes once, at gigabytes a second.
     *
     * @param whole whether the file may hold nothing more
     * @return what is wrong; empty when nothing is
     */
    public Optional<String> differs(Path file, boolean whole) throws IOException {
        if (!Files.exists(file)) return length == 0 && !whole ? Optional.empty() : Optional.of("is missing");
        if (!Files.isRegularFile(file)) return Optional.of("is no file");
        long size = Files.size(file);
        if (size < length) return Optional.of("is cut: " + size + " bytes of " + length);
        if (known()) {
            CRC32C crc = new CRC32C();
            if (add(crc, file, 0, length) < length || crc.getValue() != sum)
                return Optional.of("is damaged: its checksum differs");
        }
        if (whole && size > length) return Optional.of("is damaged: " + (size - length) + " bytes too many");
        return Optional.empty();
    }

    /**
     * Adds a part of a file to a sum.
     *
     * @return bytes added: fewer than asked for where the file ends
     */
    static long add(CRC32C crc, Path file, long from, long length) throws IOException {
        if (length <= 0) return 0;
        ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, length));
        long done = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (done < length) {
                block.clear().limit((int) Math.min(block.capacity(), length - done));
                int got = channel.read(block, from + done);
                if (got <= 0) return done;
                crc.update(block.array(), 0, got);
                done += got;
            }
        }
        return done;
    }
}
