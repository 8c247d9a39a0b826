package rugged.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import rugged.params.BadParameter;

/**
 * A file of unsigned bytes in the IDX format: 0, 0, 8, number of extents, then the extents as big-endian 32-bit integers, then the bytes, last extent fastest.
 * Packed by gzip or not, whatever its name says. Source of the format: LeCun, Cortes and Burges, the MNIST database.
 *
 * @param path where it lies
 * @param extents its extents
 * @param bytes its bytes; empty where only the header was read
 */
record IdxFile(Path path, int[] extents, byte[] bytes) {
    private static final int UNSIGNED_BYTES = 0x0800;
    private static final int GZIP = 0x1f8b;

    /** The header alone. */
    static IdxFile header(Path path, int dimensions) {
        return open(path, dimensions, false);
    }

    /** Header and contents. */
    static IdxFile read(Path path, int dimensions) {
        return open(path, dimensions, true);
    }

    /** What the first extent counts. */
    int count() {
        return extents[0];
    }

    /** Bytes of one item. */
    int size() {
        return Arrays.stream(extents).skip(1).reduce(1, (a, b) -> a * b);
    }

    private static IdxFile open(Path path, int dimensions, boolean whole) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(unpacked(path), 1 << 16))) {
            int[] extents = extents(path, in, dimensions);
            if (!whole) checkSize(path, extents);
            return new IdxFile(path, extents, whole ? contents(path, in, extents) : new byte[0]);
        } catch (ZipException | EOFException _) {
            throw damaged(path);
        } catch (IOException e) {
            throw bad(path, "cannot be read: " + e.getMessage(), "a readable file");
        }
    }

    private static boolean packed(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] begin = in.readNBytes(2);
            return begin.length == 2 && ((begin[0] & 0xff) << 8 | begin[1] & 0xff) == GZIP;
        }
    }

    private static InputStream unpacked(Path path) throws IOException {
        boolean packed = packed(path);
        InputStream in = Files.newInputStream(path);
        if (!packed) return in;
        try {
            return new GZIPInputStream(in, 1 << 16);
        } catch (IOException e) {
            in.close();
            throw e instanceof EOFException ? new ZipException("ends within its gzip header") : e;
        }
    }

    private static int[] extents(Path path, DataInputStream in, int dimensions) throws IOException {
        int expected = UNSIGNED_BYTES | dimensions;
        int[] words = new int[1 + dimensions];
        for (int k = 0; k < words.length; k++) {
            byte[] word = in.readNBytes(4);
            if (word.length < 4) {
                String wrong = "holds " + (4 * k + word.length) + " bytes, its header alone takes " + 4 * words.length;
                throw bad(path, wrong, "a whole IDX file");
            }
            words[k] = (word[0] & 0xff) << 24 | (word[1] & 0xff) << 16 | (word[2] & 0xff) << 8 | word[3] & 0xff;
            if (k == 0 && words[0] != expected) {
                String wrong = String.format("starts with 0x%08x, not with 0x%08x", words[0], expected);
                throw bad(path, wrong, "an IDX file of unsigned bytes with " + dimensions + " extents");
            }
            if (k > 0 && words[k] < 0) throw bad(path, "has the extent " + words[k], "extents that are counts");
        }
        int[] extents = Arrays.copyOfRange(words, 1, words.length);
        double all = 1.0;
        for (int extent : extents) all *= extent;
        if (all > Integer.MAX_VALUE - 8)
            throw bad(path, "has the extents " + Arrays.toString(extents), "at most 2^31 bytes");
        return extents;
    }

    /** What can be said of the size without reading: that of a packed file is not known. */
    private static void checkSize(Path path, int[] extents) throws IOException {
        long expected = 1;
        for (int extent : extents) expected *= extent;
        long actual = Files.size(path) - Integer.BYTES * (1L + extents.length);
        if (actual != expected && !packed(path)) throw wrongSize(path, actual, expected);
    }

    private static byte[] contents(Path path, DataInputStream in, int[] extents) throws IOException {
        long expected = 1;
        for (int extent : extents) expected *= extent;
        byte[] bytes = in.readNBytes((int) expected);
        long actual = bytes.length;
        if (bytes.length == expected) actual += in.transferTo(OutputStream.nullOutputStream());
        if (actual != expected) throw wrongSize(path, actual, expected);
        return bytes;
    }

    private static BadParameter wrongSize(Path path, long actual, long expected) {
        String wrong = "holds " + actual + " bytes behind its header, which says " + expected;
        return bad(path, wrong, "a whole IDX file");
    }

    private static BadParameter damaged(Path path) {
        return bad(path, "is a damaged gzip file", "the file as it was published, or unpacked");
    }

    private static BadParameter bad(Path path, String wrong, String allowed) {
        return new BadParameter("directory", path, wrong, allowed);
    }
}
