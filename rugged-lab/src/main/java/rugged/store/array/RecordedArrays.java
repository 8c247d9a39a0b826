package rugged.store.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import rugged.store.file.Damaged;
import rugged.store.file.Npy;
import rugged.store.file.StoredFile;

/**
 * The arrays of one quantity once a point has ended: {@code NAME.npy} with the values, and {@code NAME.frames.npy}, a matrix with a line for each array: replica,
 * first extent, axes. Arrays of one shape are stacked, {@code NAME.npy} is [arrays, shape...]; arrays that differ in their first extent stand one behind the other
 * along it.
 */
public final class RecordedArrays {
    /** How the names of the second files end. */
    public static final String FRAMES = ".frames";

    /** Numbers of a line before its axes. */
    private static final int BEFORE = 2;

    private static final int BLOCK = 1 << 13;

    private RecordedArrays() {}

    /** Takes the bytes of a file, part by part. */
    @FunctionalInterface
    public interface Bytes {
        /** The next bytes[0..length). */
        void write(byte[] bytes, int length) throws IOException;
    }

    /**
     * What a log holds, found by reading it once.
     *
     * @param lines one an array: replica, first extent, axes
     * @param row extents behind the first
     * @param equal whether all have one shape
     */
    public record Outline(List<double[]> lines, List<Integer> row, boolean equal) {
        /** Reads a log. */
        public static Outline of(Path log, long length) throws IOException {
            List<double[]> lines = new ArrayList<>();
            List<List<Integer>> rows = new ArrayList<>();
            ArrayLog.read(log, length, frame -> {
                double[] line = new double[BEFORE + frame.axes().length];
                line[0] = frame.replica();
                line[1] = frame.rows();
                System.arraycopy(frame.axes(), 0, line, BEFORE, frame.axes().length);
                lines.add(line);
                if (rows.isEmpty()) rows.add(frame.row());
            });
            boolean equal = lines.stream().allMatch(line -> line[1] == lines.getFirst()[1]);
            return new Outline(lines, rows.isEmpty() ? List.of() : rows.getFirst(), equal);
        }

        /** Extents of {@code NAME.npy}. */
        public List<Integer> shape() {
            List<Integer> shape = new ArrayList<>();
            if (equal) shape.addAll(List.of(lines.size(), (int) lines.getFirst()[1]));
            else shape.add((int) lines.stream().mapToDouble(line -> line[1]).sum());
            shape.addAll(row);
            return List.copyOf(shape);
        }

        /** Extents of {@code NAME.frames.npy}. */
        public List<Integer> frames() {
            return List.of(lines.size(), lines.getFirst().length);
        }

        /** The file {@code NAME.frames.npy}. */
        public byte[] table() {
            double[] flat = lines.stream().flatMapToDouble(Arrays::stream).toArray();
            return Npy.of(flat, lines.size(), lines.getFirst().length);
        }
    }

    /** Writes {@code NAME.npy} from a log, an array at a time. */
    public static void write(Path log, long length, Outline outline, Bytes out) throws IOException {
        String extents = outline.shape().stream().map(n -> n + ",").collect(Collectors.joining(" "));
        byte[] head = Npy.header("'<f8'", extents);
        out.write(head, head.length);
        ByteBuffer block = ByteBuffer.allocate(BLOCK * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        ArrayLog.read(log, length, frame -> {
            for (int from = 0; from < frame.values().length; from += BLOCK) {
                int count = Math.min(BLOCK, frame.values().length - from);
                block.asDoubleBuffer().put(frame.values(), from, count);
                out.write(block.array(), count * Double.BYTES);
            }
        });
    }

    /**
     * Reads the two files, an array at a time.
     *
     * @throws Damaged where they do not fit together
     */
    public static void read(Path values, Path frames, ArrayLog.Reader reader) throws IOException {
        read(values, frames, k -> true, reader);
    }

    /**
     * The same, where few are wanted: all others come without their values, which are not read.
     *
     * @param wanted whether the k-th array is wanted with its values
     * @throws Damaged where they do not fit together
     */
    public static void read(Path values, Path frames, IntPredicate wanted, ArrayLog.Reader reader) throws IOException {
        Npy.Contents table = Npy.read(frames);
        int width = table.shape()[1];
        try (FileChannel channel = StoredFile.channel(values)) {
            Npy.Header header = Npy.header(channel);
            int[] shape = header.shape();
            boolean stacked = stacked(table);
            List<Integer> row = new ArrayList<>();
            for (int k = stacked ? 2 : 1; k < shape.length; k++) row.add(shape[k]);
            int size = row.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
            long place = header.length();
            for (int k = 0; k < table.shape()[0]; k++) {
                double[] line = Arrays.copyOfRange(table.values(), k * width, (k + 1) * width);
                int count = Math.multiplyExact((int) line[1], size);
                if (count < 0 || (long) Double.BYTES * count > channel.size() - place)
                    throw new Damaged(values, "is cut");
                double[] numbers = new double[wanted.test(k) ? count : 0];
                fill(values, channel, place, numbers);
                place += (long) Double.BYTES * count;
                List<Integer> whole = new ArrayList<>(List.of((int) line[1]));
                whole.addAll(row);
                reader.take(new ArrayLog.Frame(
                        (int) line[0], Arrays.copyOfRange(line, BEFORE, width), List.copyOf(whole), numbers));
            }
        }
    }

    private static boolean stacked(Npy.Contents table) {
        int width = table.shape()[1];
        for (int k = 1; k < table.shape()[0]; k++) if (table.values()[k * width + 1] != table.values()[1]) return false;
        return true;
    }

    private static void fill(Path file, FileChannel channel, long from, double[] numbers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(numbers.length, Double.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        long place = from;
        while (bytes.hasRemaining()) {
            int got = channel.read(bytes, place);
            if (got <= 0) throw new Damaged(file, "is cut");
            place += got;
        }
        bytes.flip().asDoubleBuffer().get(numbers);
    }
}
