package rugged.num.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/**
 * How NumPy stores a number.
 *
 * @param kind f, i, u or b: floating-point, whole, whole and not negative, true or false
 * @param width bytes
 * @param order byte order
 */
record NpyType(char kind, int width, ByteOrder order) {
    private static final Map<Character, String> OTHERS = Map.of(
            'c', "complex numbers",
            'O', "Python objects",
            'U', "text",
            'S', "text",
            'a', "text",
            'M', "dates",
            'm', "time spans",
            'V', "raw bytes");

    /** From the text of a header, such as {@code <f8}. */
    static NpyType of(String text) throws IOException {
        if (text.matches("[<>=|]?(f[248]|[iu][1248]|b1)")) {
            int at = "<>=|".indexOf(text.charAt(0)) < 0 ? 0 : 1;
            ByteOrder order = switch (text.charAt(0)) {
                case '>' -> ByteOrder.BIG_ENDIAN;
                case '<' -> ByteOrder.LITTLE_ENDIAN;
                default -> ByteOrder.nativeOrder();
            };
            return new NpyType(text.charAt(at), text.charAt(at + 1) - '0', order);
        }
        String bare = text.replaceFirst("^[<>=|]", "");
        String what = bare.isEmpty() ? "" : OTHERS.getOrDefault(bare.charAt(0), "");
        if (bare.startsWith("f")) what = "floating-point numbers of " + bare.substring(1) + " bytes";
        throw new IOException("holds " + (what.isEmpty() ? "entries" : what) + " (type " + text
                + "); save whole numbers, or floating-point ones of 8 bytes at most");
    }

    /** Decodes the first bytes of a block into values[at ...]; returns the index behind the last. */
    int decode(byte[] block, int bytes, double[] values, int at) {
        ByteBuffer data = ByteBuffer.wrap(block, 0, bytes).order(order);
        int next = at;
        while (data.hasRemaining()) values[next++] = one(data);
        return next;
    }

    private double one(ByteBuffer data) {
        return switch (kind) {
            case 'f' ->
                switch (width) {
                    case 2 -> Float.float16ToFloat(data.getShort());
                    case 4 -> data.getFloat();
                    default -> data.getDouble();
                };
            case 'i' ->
                switch (width) {
                    case 1 -> data.get();
                    case 2 -> data.getShort();
                    case 4 -> data.getInt();
                    default -> data.getLong();
                };
            case 'b' -> data.get() == 0 ? 0.0 : 1.0;
            default ->
                switch (width) {
                    case 1 -> Byte.toUnsignedInt(data.get());
                    case 2 -> Short.toUnsignedInt(data.getShort());
                    case 4 -> Integer.toUnsignedLong(data.getInt());
                    default -> unsigned(data.getLong());
                };
        };
    }

    /** Half of it, the last bit kept by rounding to odd, is a positive long. */
    private static double unsigned(long bits) {
        return bits >= 0 ? bits : 2.0 * (bits >>> 1 | bits & 1);
    }
}
