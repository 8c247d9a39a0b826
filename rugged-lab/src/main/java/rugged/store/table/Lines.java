package rugged.store.table;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rugged.store.file.EnvironmentFailure;
import rugged.store.point.Observations;

/** The lines of a part of a log as columns, so that several parts can be read at a time and still be taken in their order. */
final class Lines {
    private static final long PART = 1 << 22; // bytes

    private String[] quantities = new String[1 << 10];
    private int[] replicas = new int[1 << 10];
    private double[] values = new double[1 << 10];
    private double[] errors = new double[1 << 10];
    private double[] axes = new double[1 << 10];
    private int[] ends = new int[1 << 10]; // where the axes of each line end
    private int size;

    /**
     * Reads a log on; a long piece in parts, several at a time.
     *
     * @param from where to begin: behind a whole line
     * @param length bytes to read at most
     * @param reader takes the lines in their order
     * @return bytes of the whole lines read
     */
    static long read(Path log, long from, long length, Observations.Reader reader) {
        if (length < 2 * PART) return Observations.read(log, from, length, reader);
        long[] begins = begins(log, from, length);
        long[] read = new long[begins.length - 1];
        List<Integer> parts = new ArrayList<>();
        for (int k = 0; k < read.length; k++) parts.add(k);
        List<Lines> all = parts.parallelStream()
                .map(k -> {
                    Lines lines = new Lines();
                    read[k] = Observations.read(log, begins[k], begins[k + 1] - begins[k], lines::take);
                    return lines;
                })
                .toList();
        for (Lines lines : all) lines.give(reader);
        return Arrays.stream(read).sum();
    }

    /** Beginnings of lines, about one part apart, and the end. */
    private static long[] begins(Path log, long from, long length) {
        long[] begins = new long[(int) (length / PART) + 1];
        int count = 1;
        begins[0] = from;
        byte[] piece = new byte[1 << 16];
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            for (int k = 1; k < begins.length - 1; k++) {
                file.seek(from + k * PART);
                int got = file.read(piece);
                int at = 0;
                while (at < got && piece[at] != '\n') at++;
                if (at < got) begins[count++] = from + k * PART + at + 1;
            }
        } catch (IOException e) {
            throw EnvironmentFailure.reading(log, e);
        }
        begins[count] = from + length;
        return Arrays.copyOf(begins, count + 1);
    }

    private void take(String quantity, int replica, double value, double error, double[] at) {
        if (size == values.length) grow();
        int begin = size == 0 ? 0 : ends[size - 1];
        if (begin + at.length > axes.length) axes = Arrays.copyOf(axes, 2 * (begin + at.length));
        System.arraycopy(at, 0, axes, begin, at.length);
        ends[size] = begin + at.length;
        quantities[size] = quantity;
        replicas[size] = replica;
        values[size] = value;
        errors[size++] = error;
    }

    private void grow() {
        quantities = Arrays.copyOf(quantities, 2 * size);
        replicas = Arrays.copyOf(replicas, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
        errors = Arrays.copyOf(errors, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
    }

    private void give(Observations.Reader reader) {
        double[] at = {};
        int begin = 0;
        for (int k = 0; k < size; k++) {
            if (at.length != ends[k] - begin) at = new double[ends[k] - begin];
            System.arraycopy(axes, begin, at, 0, at.length);
            reader.take(quantities[k], replicas[k], values[k], errors[k], at);
            begin = ends[k];
        }
    }
}
