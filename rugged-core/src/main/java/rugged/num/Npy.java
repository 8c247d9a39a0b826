package rugged.num;

import java.io.IOException;
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
 * A NumPy array of floating-point numbers, in C order. Format: numpy.lib.format, versions 1 to 3.
 *
 * @param shape its lengths
 * @param values all entries, last index fastest
 */
public record Npy(int[] shape, double[] values) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern HEADER = Pattern.compile(
            "'descr'\\s*:\\s*'([^']*)'|'fortran_order'\\s*:\\s*(True|False)|'shape'\\s*:\\s*\\(([^)]*)\\)");

    /** Reads a file. Throws with a sentence that says what is wrong with it. */
    public static Npy read(Path path) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
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
        return parse(new String(bytes, begin, length, StandardCharsets.ISO_8859_1), buffer.position(begin + length));
    }

    private static Npy parse(String header, ByteBuffer data) throws IOException {
        String type = "";
        String order = "";
        String lengths = "";
        Matcher matcher = HEADER.matcher(header);
        while (matcher.find()) {
            if (matcher.group(1) != null) type = matcher.group(1);
            if (matcher.group(2) != null) order = matcher.group(2);
            if (matcher.group(3) != null) lengths = matcher.group(3);
        }
        if (!type.equals("<f8") && !type.equals("<f4"))
            throw new IOException("holds numbers of type " + type + ", not float64");
        if (!order.equals("False")) throw new IOException("is in Fortran order");
        int[] shape = Arrays.stream(lengths.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        long count = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
        int width = type.equals("<f8") ? 8 : 4;
        if (count * width != data.remaining())
            throw new IOException("holds " + data.remaining() + " bytes where its shape says " + count * width);
        double[] values = new double[(int) count];
        for (int k = 0; k < values.length; k++) values[k] = width == 8 ? data.getDouble() : data.getFloat();
        return new Npy(shape, values);
    }

    /** The shape as NumPy writes it. */
    public String shapeText() {
        String inside = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return "(" + inside + (shape.length == 1 ? ",)" : ")");
    }
}
