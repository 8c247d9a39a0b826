package rugged.store.array;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import rugged.api.record.NamedArray;
import rugged.store.file.Damaged;
import rugged.store.file.StoredFile;

/**
 * The log of one array quantity of a point under way. A frame is, little-endian: int32 bytes that follow; int32 replica; int32 number of axes, each a float64;
 * int32 number of extents, each an int32; the values, float64, last index fastest.
 */
public final class ArrayLog {
    /** How the names of these logs end: only a point under way needs them. */
    public static final String SUFFIX = ".array.bin";

    private static final int MOST = 1 << 30; // bytes of a frame

    private ArrayLog() {}

    /**
     * One recorded array.
     *
     * @param replica the replica, or {@link rugged.api.Sink#ALL}
     * @param axes where
     * @param shape extents
     * @param values last index fastest; none where they were not wanted
     */
    public record Frame(int replica, double[] axes, List<Integer> shape, double[] values) {
        /** Its first extent. */
        public int rows() {
            return shape.getFirst();
        }

        /** All extents but the first. */
        public List<Integer> row() {
            return shape.subList(1, shape.size());
        }
    }

    /** Takes frames in the order in which they were recorded. */
    @FunctionalInterface
    public interface Reader {
        /** The next one. */
        void take(Frame frame) throws IOException;
    }

    /** A frame's bytes. */
    public static byte[] frame(int replica, double[] axes, NamedArray array) {
        long body = Integer.BYTES * (3L + array.shape().size())
                + Double.BYTES * ((long) axes.length + array.values().length);
        if (body > MOST) throw new IllegalArgumentException("an array of " + body + " bytes; at most " + MOST);
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + (int) body).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt((int) body).putInt(replica).putInt(axes.length);
        for (double axis : axes) out.putDouble(axis);
        out.putInt(array.shape().size());
        for (int extent : array.shape()) out.putInt(extent);
        out.asDoubleBuffer().put(array.values());
        return out.array();
    }

    /**
     * Reads a log.
     *
     * @param length bytes to read at most; a frame that does not end within them is left out
     * @throws Damaged where it is no such log
     */
    public static void read(Path file, long length, Reader reader) throws IOException {
        read(file, length, Long.MAX_VALUE, k -> true, reader);
    }

    /**
     * The same, where few are wanted: all others come without their values.
     *
     * @param wanted whether the k-th frame is wanted with its values
     */
    public static void read(Path file, long length, IntPredicate wanted, Reader reader) throws IOException {
        read(file, length, Long.MAX_VALUE, wanted, reader);
    }

    /** Reads the first frame alone. */
    public static void first(Path file, long length, Reader reader) throws IOException {
        read(file, length, 1, k -> true, reader);
    }

    private static void read(Path file, long length, long most, IntPredicate wanted, Reader reader) throws IOException {
        try (InputStream open = StoredFile.open(file);
                DataInputStream in = new DataInputStream(open)) {
            byte[] head = new byte[Integer.BYTES];
            long left = length;
            for (int k = 0; k < most && left >= head.length; k++) {
                in.readFully(head);
                int body = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
                if (body < 3 * Integer.BYTES || body > MOST) throw new Damaged(file, "holds no array here");
                left -= head.length + (long) body;
                if (left < 0) return;
                byte[] bytes = new byte[body];
                in.readFully(bytes);
                reader.take(parsed(file, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), wanted.test(k)));
            }
        } catch (NoSuchFileException none) {
            // nothing recorded yet
        } catch (EOFException cut) {
            throw new Damaged(file, "is cut");
        }
    }

    private static Frame parsed(Path file, ByteBuffer in, boolean whole) {
        int replica = in.getInt();
        int dimension = in.getInt();
        if (dimension < 0 || dimension > in.remaining() / Double.BYTES) throw new Damaged(file, "holds no array here");
        double[] axes = new double[dimension];
        for (int a = 0; a < axes.length; a++) axes[a] = in.getDouble();
        int extents = in.getInt();
        long product = 1;
        List<Integer> shape = new ArrayList<>();
        for (int k = 0; k < extents; k++) {
            shape.add(in.getInt());
            product *= shape.getLast();
        }
        if (extents < 1 || product * Double.BYTES != in.remaining()) throw new Damaged(file, "holds no array here");
        double[] values = new double[whole ? (int) product : 0];
        in.asDoubleBuffer().get(values);
        return new Frame(replica, axes, List.copyOf(shape), values);
    }
}
