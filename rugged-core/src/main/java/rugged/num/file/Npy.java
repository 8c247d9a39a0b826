package rugged.num.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A NumPy array of numbers: integers, floating-point numbers and truth values of every width and byte order, in C or Fortran order. Format: numpy.lib.format,
 * versions 1 to 3. Integers beyond 2^53 are rounded.
 *
 * @param shape its lengths
 * @param values all entries, last index fastest
 */
public record Npy(int[] shape, double[] values) {
    /** Reads a file. Throws with a sentence that says what is wrong with it. */
    public static Npy read(Path path) throws IOException {
        try (InputStream in = open(path)) {
            return read(in, Files.size(path));
        }
    }

    /**
     * Reads an array from a stream.
     *
     * @param size bytes of the stream, header included; negative where that is not known
     */
    static Npy read(InputStream in, long size) throws IOException {
        NpyHeader header = NpyHeader.read(in);
        if (size >= 0) header.checkSize(size - header.length());
        int count = header.count();
        double[] values = new double[count];
        byte[] block =
                new byte[Math.max(1, Math.min(count, 1 << 13)) * header.type().width()];
        for (int at = 0; at < count; ) {
            int wanted = Math.min(block.length, (count - at) * header.type().width());
            int got = in.readNBytes(block, 0, wanted);
            if (got < wanted) throw new EOFException("holds fewer bytes than its shape says");
            at = header.type().decode(block, got, values, at);
        }
        if (in.read() >= 0) throw new IOException("holds more bytes than its shape says");
        int[] shape = header.shape();
        return new Npy(shape, header.fortran() ? lastFastest(values, shape) : values);
    }

    /** The shape of a file, from its header alone. */
    public static int[] shape(Path path) throws IOException {
        try (InputStream in = open(path)) {
            NpyHeader header = NpyHeader.read(in);
            header.checkSize(Files.size(path) - header.length());
            return header.shape();
        }
    }

    private static InputStream open(Path path) throws IOException {
        try {
            return Files.newInputStream(path);
        } catch (NoSuchFileException _) {
            throw new IOException("there is no such file");
        }
    }

    /** Entries stored with the first index fastest, with the last index fastest. */
    private static double[] lastFastest(double[] stored, int[] shape) {
        double[] values = new double[stored.length];
        int[] index = new int[shape.length];
        for (double value : stored) {
            int at = 0;
            for (int axis = 0; axis < shape.length; axis++) at = at * shape[axis] + index[axis];
            values[at] = value;
            for (int axis = 0; axis < shape.length && ++index[axis] == shape[axis]; axis++) index[axis] = 0;
        }
        return values;
    }

    /** The shape as NumPy writes it. */
    public String shapeText() {
        String inside = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return "(" + inside + (shape.length == 1 ? ",)" : ")");
    }
}
