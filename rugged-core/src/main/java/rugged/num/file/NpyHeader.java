package rugged.num.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a NumPy array: a dictionary as Python writes it, in the spelling of any version of Python and NumPy ({@code 40L}, {@code np.int64(40)}).
 *
 * @param type how an entry is stored
 * @param fortran whether the first index runs fastest
 * @param shape its lengths
 * @param length bytes up to the first entry
 */
record NpyHeader(NpyType type, boolean fortran, int[] shape, int length) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("['\"]descr['\"]\\s*:\\s*(?:['\"]([^'\"]*)['\"]|(\\[|\\())");
    private static final Pattern ORDER = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE =
            Pattern.compile("['\"]shape['\"]\\s*:\\s*\\((.*?)\\)\\s*(?:,\\s*)?(?:\\}|['\"])");
    private static final Pattern EXTENT = Pattern.compile("(?:[A-Za-z_][\\w.]*\\(\\s*)?(\\d+)\\s*[Ll]?\\s*\\)?");

    /** No dictionary of an array is longer; those with many fields, which are refused, may be. */
    private static final int LONGEST = 1 << 20;

    /** Reads it and stops before the first entry. */
    static NpyHeader read(InputStream in) throws IOException {
        byte[] begin = in.readNBytes(8);
        if (begin.length < 8 || !Arrays.equals(begin, 0, MAGIC.length, MAGIC, 0, MAGIC.length))
            throw new IOException("is not a .npy file");
        int version = begin[6] & 0xff;
        if (version < 1 || version > 3)
            throw new IOException("is of version " + version + " of the .npy format, known are 1 to 3");
        int digits = version == 1 ? 2 : 4;
        byte[] size = in.readNBytes(digits);
        long length = 0;
        for (int k = size.length - 1; k >= 0; k--) length = length << 8 | size[k] & 0xff;
        if (size.length < digits) throw new IOException("ends within its header");
        if (length > LONGEST) throw new IOException("says that its header has " + length + " bytes");
        byte[] text = in.readNBytes((int) length);
        if (text.length < length) throw new IOException("ends within its header");
        var charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return parse(new String(text, charset), begin.length + digits + (int) length);
    }

    private static NpyHeader parse(String header, int length) throws IOException {
        Matcher type = found(TYPE, header, "descr");
        if (type.group(1) == null)
            throw new IOException("is an array of records with named fields, not of numbers; save each field alone");
        return new NpyHeader(
                NpyType.of(type.group(1)),
                found(ORDER, header, "fortran_order").group(1).equals("True"),
                extents(found(SHAPE, header, "shape").group(1)),
                length);
    }

    private static Matcher found(Pattern pattern, String header, String key) throws IOException {
        return Optional.of(pattern.matcher(header))
                .filter(Matcher::find)
                .orElseThrow(() -> new IOException("has a header without a readable '" + key + "'"));
    }

    private static int[] extents(String text) throws IOException {
        String[] parts = text.isBlank() ? new String[0] : text.split(",");
        int[] extents = new int[parts.length];
        for (int k = 0; k < parts.length; k++) {
            Matcher extent = EXTENT.matcher(parts[k].strip());
            if (!extent.matches()) throw new IOException("has the shape (" + text + "), which cannot be read");
            try {
                extents[k] = Integer.parseInt(extent.group(1));
            } catch (NumberFormatException tooLong) {
                throw new IOException("has an extent of " + extent.group(1) + ", more than fits into memory");
            }
        }
        return extents;
    }

    /** The number of entries. */
    int count() throws IOException {
        long count = 1;
        for (int extent : shape) {
            count *= extent;
            if (count > Integer.MAX_VALUE - 8)
                throw new IOException("has the shape " + Arrays.toString(shape) + ": more than 2^31 numbers");
        }
        return (int) count;
    }

    /** Says so when the entries do not fill what follows the header. */
    void checkSize(long there) throws IOException {
        long wanted = (long) count() * type.width();
        if (wanted != there) throw new IOException("holds " + there + " bytes where its shape says " + wanted);
    }
}
