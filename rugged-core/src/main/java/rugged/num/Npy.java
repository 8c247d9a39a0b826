package rugged.num;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A NumPy array of numbers, in C order. Format: numpy.lib.format, versions 1 to 3.
 *
 * @param shape its lengths
 * @param values all entries, last index fastest
 */
public record Npy(int[] shape, double[] values) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern HEADER = Pattern.compile(
            "'descr'\\s*:\\s*'([^']*)'|'fortran_order'\\s*:\\s*(True|False)|'shape'\\s*:\\s*\\(([^)]*)\\)");

    /** Longest beginning of a file that is searched for its header. */
    private static final int LONGEST_HEADER = 1 << 16;

    /** Reads a file of floating-point numbers. Throws with a sentence that says what is wrong with it. */
    public static Npy read(Path path) throws IOException {
        return read(path, false, true);
    }

    /** Reads a file of floating-point or whole numbers. Throws with a sentence that says what is wrong with it. */
    public static Npy numbers(Path path) throws IOException {
        return read(path, true, true);
    }

    /** The shape of a file of floating-point or whole numbers, from its header alone. */
    public static int[] shape(Path path) throws IOException {
        return read(path, true, false).shape();
    }

    private static Npy read(Path path, boolean whole, boolean values) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = values ? in.readAllBytes() : in.readNBytes(LONGEST_HEADER);
        } catch (NoSuchFileException _) {
            throw new IOException("there is no such file");
        }
        if (bytes.length < 12 || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length))
            throw new IOException("is not a .npy file");
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean first = bytes[6] == 1;
        int begin = first ? 10 : 12;
        int length = first ? Short.toUnsignedInt(buffer.getShort(8)) : buffer.getInt(8);
        if (length < 0 || begin + length > bytes.length) throw new IOException("ends within its header");
        String header = new String(bytes, begin, length, StandardCharsets.ISO_8859_1);
        return parse(header, buffer.position(begin + length), whole, values ? -1 : Files.size(path) - begin - length);
    }

    /** @param size bytes behind the header where they were not read, else negative */
    private static Npy parse(String header, ByteBuffer data, boolean whole, long size) throws IOException {
        String type = "";
        String order = "";
        String lengths = "";
        Matcher matcher = HEADER.matcher(header);
        while (matcher.find()) {
            if (matcher.group(1) != null) type = matcher.group(1);
            if (matcher.group(2) != null) order = matcher.group(2);
            if (matcher.group(3) != null) lengths = matcher.group(3);
        }
        boolean known = type.equals("<f8") || type.equals("<f4") || whole && type.matches("<i[248]|\\|[iub]1");
        if (!known) throw new IOException("holds numbers of type " + type + ", not float64");
        if (!order.equals("False")) throw new IOException("is in Fortran order");
        int[] shape = Arrays.stream(lengths.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        long count = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
        int width = type.charAt(2) - '0';
        long there = size < 0 ? data.remaining() : size;
        if (count * width != there)
            throw new IOException("holds " + there + " bytes where its shape says " + count * width);
        if (size >= 0) return new Npy(shape, new double[0]);
        double[] values = new double[Math.toIntExact(count)];
        for (int k = 0; k < values.length; k++) values[k] = next(type, data);
        return new Npy(shape, values);
    }

    private static double next(String type, ByteBuffer data) {
        return switch (type) {
            case "<f8" -> data.getDouble();
            case "<f4" -> data.getFloat();
            case "<i8" -> data.getLong();
            case "<i4" -> data.getInt();
            case "<i2" -> data.getShort();
            case "|i1" -> data.get();
            default -> data.get() & 0xff;
        };
    }

    /** The shape as NumPy writes it. */
    public String shapeText() {
        String inside = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return "(" + inside + (shape.length == 1 ? ",)" : ")");
    }
}
