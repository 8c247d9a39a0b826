package rugged.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** NumPy's array file, format version 1.0 (NumPy Enhancement Proposal 1): a text header, then little-endian values in C order. */
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final long MOST = 1L << 31; // bytes
    private static final Pattern SHAPE = Pattern.compile("'shape': \\(([^)]*)\\)");

    private Npy() {}

    /** The file of a float64 array; {@code values} are its entries in C order, one product of {@code shape} long. */
    public static byte[] of(double[] values, int... shape) {
        String extents = Arrays.stream(shape).mapToObj(n -> n + ",").collect(Collectors.joining(" "));
        byte[] head = header("'<f8'", extents);
        ByteBuffer file =
                ByteBuffer.allocate(head.length + Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(head).asDoubleBuffer().put(values);
        return file.array();
    }

    /** Magic, length and text of the header: padded with spaces so that the values begin at a multiple of 64 bytes. */
    public static byte[] header(String dtype, String extents) {
        String text = "{'descr': " + dtype + ", 'fortran_order': False, 'shape': (" + extents + "), }";
        int bare = MAGIC.length + Short.BYTES + text.length() + 1;
        int length = (bare + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        String padded = text + " ".repeat(length - bare) + "\n";
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) padded.length())
                .put(padded.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    /** Reads a float64 array written by {@link #of}. */
    public static Contents read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(
                        StoredFile.bytes(file, MOST).orElseThrow(() -> new NoSuchFileException(file.toString())))
                .order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < MAGIC.length + Short.BYTES) throw new IOException(file + " is not an array file");
        byte[] text = new byte[bytes.getShort(MAGIC.length)];
        bytes.position(MAGIC.length + Short.BYTES).get(text);
        String header = new String(text, StandardCharsets.US_ASCII);
        Matcher shape = SHAPE.matcher(header);
        if (!header.contains("'<f8'") || !shape.find()) throw new IOException(file + " does not hold float64 values");
        int[] extents = extents(shape);
        double[] values = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(values);
        return new Contents(extents, values);
    }

    /**
     * Where an array's values are.
     *
     * @param shape extents
     * @param width bytes of a value: 8 for float64, 4 for float32
     * @param length bytes before the first value
     */
    public record Header(int[] shape, int width, int length) {}

    /** Reads the header of an open file of real numbers. */
    public static Header header(FileChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(MAGIC.length + Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        channel.read(start, 0);
        int length = Short.toUnsignedInt(start.getShort(MAGIC.length));
        ByteBuffer text = ByteBuffer.allocate(length);
        channel.read(text, start.capacity());
        String header = new String(text.array(), StandardCharsets.US_ASCII);
        Matcher shape = SHAPE.matcher(header);
        boolean wide = header.contains("'<f8'");
        if (!(wide || header.contains("'<f4'")) || !shape.find()) throw new IOException("no array of real numbers");
        return new Header(extents(shape), wide ? Double.BYTES : Float.BYTES, start.capacity() + length);
    }

    private static int[] extents(Matcher shape) {
        return Arrays.stream(shape.group(1).split(","))
                .map(String::strip)
                .filter(extent -> !extent.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /**
     * An array.
     *
     * @param shape extents
     * @param values entries in C order
     */
    public record Contents(int[] shape, double[] values) {}
}
