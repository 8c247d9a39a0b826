package rugged.store.point;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import rugged.store.file.Damaged;
import rugged.store.file.StoredFile;

/** Reads a log of observations: only whole lines within the given length, so a run may be read while it is written. */
public final class Observations {
    private static final int BLOCK = 1 << 16;
    private static final int LONGEST_LINE = 1 << 16;
    private static final int LEAST_FIELDS = 4;

    private final Reader reader;
    private static final int NAMES = 64;

    private final byte[][] names = new byte[NAMES][];
    private final String[] quantities = new String[NAMES];
    private int known;
    private int latest;
    private double[][] axes = new double[4][];
    private int[] tabs = new int[16];

    private Observations(Reader reader) {
        this.reader = reader;
    }

    /** Takes what was recorded, in the order in which it was. */
    @FunctionalInterface
    public interface Reader {
        /**
         * One value.
         *
         * @param quantity its name
         * @param replica the replica, or {@link rugged.api.Sink#ALL}
         * @param value the value
         * @param error one standard error within the run; NaN when unknown
         * @param axes the values of its axes; the array is used again for the next line
         */
        void take(String quantity, int replica, double value, double error, double[] axes);
    }

    /**
     * Reads a log.
     *
     * @param file the log; a missing one is empty
     * @param length bytes to read at most
     * @param reader what takes the values
     * @return bytes of the whole lines read: where a later call could go on
     */
    public static long read(Path file, long length, Reader reader) {
        return read(file, 0, length, reader);
    }

    /**
     * Reads a part of a log.
     *
     * @param from where to begin: behind a whole line
     */
    public static long read(Path file, long from, long length, Reader reader) {
        try (InputStream in = StoredFile.open(file)) {
            in.skipNBytes(from);
            return new Observations(reader).read(in, length);
        } catch (NoSuchFileException none) {
            return 0;
        } catch (IOException | NumberFormatException e) {
            throw new Damaged(file, "is damaged: " + e.getMessage(), e);
        }
    }

    public long read(InputStream in, long length) throws IOException {
        byte[] buffer = new byte[BLOCK + LONGEST_LINE];
        long whole = 0;
        int filled = 0;
        for (long left = length; ; ) {
            int got = in.read(buffer, filled, (int) Math.min(BLOCK, left));
            if (got <= 0) return whole;
            left -= got;
            int begin = 0;
            int end = filled + got;
            // the tabs of a half-read line are found again with its rest
            int fields = 1;
            for (int i = 0; i < end; i++) {
                byte sign = buffer[i];
                if (sign > '\n') continue;
                if (sign == '\t') {
                    if (fields == tabs.length) tabs = Arrays.copyOf(tabs, 2 * fields);
                    tabs[fields++] = i;
                } else if (sign == '\n') {
                    parse(buffer, begin, i, fields);
                    begin = i + 1;
                    fields = 1;
                }
            }
            whole += begin;
            filled = end - begin;
            if (filled > LONGEST_LINE) throw new IOException("a line is too long");
            System.arraycopy(buffer, begin, buffer, 0, filled);
        }
    }

    private void parse(byte[] line, int from, int to, int fields) throws IOException {
        if (fields < LEAST_FIELDS)
            throw new IOException(
                    "\"" + new String(line, from, to - from, StandardCharsets.UTF_8) + "\" is no observation");
        double[] at = axes(fields - LEAST_FIELDS);
        for (int a = 0; a < at.length; a++) {
            int field = a + LEAST_FIELDS;
            at[a] = Decimal.parse(line, tabs[field] + 1, field + 1 < fields ? tabs[field + 1] : to);
        }
        int replica = (int) Decimal.parse(line, tabs[1] + 1, tabs[2]);
        double value = Decimal.parse(line, tabs[2] + 1, tabs[3]);
        double error = Decimal.parse(line, tabs[3] + 1, fields > LEAST_FIELDS ? tabs[LEAST_FIELDS] : to);
        reader.take(name(line, from, tabs[1]), replica, value, error, at);
    }

    private double[] axes(int dimension) {
        if (dimension >= axes.length) axes = Arrays.copyOf(axes, dimension + 1);
        double[] mine = axes[dimension];
        return mine == null ? axes[dimension] = new double[dimension] : mine;
    }

    /** The names of quantities come again and again, mostly in the same order. */
    private String name(byte[] line, int from, int to) {
        for (int tried = 0; tried < known; tried++) {
            int k = latest + tried < known ? latest + tried : latest + tried - known;
            if (Arrays.equals(names[k], 0, names[k].length, line, from, to)) {
                latest = k;
                return quantities[k];
            }
        }
        String text = new String(line, from, to - from, StandardCharsets.UTF_8);
        if (known == NAMES) return text;
        names[known] = Arrays.copyOfRange(line, from, to);
        quantities[known] = text;
        return quantities[latest = known++];
    }
}
