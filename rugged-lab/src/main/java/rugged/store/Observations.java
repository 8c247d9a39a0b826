package rugged.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a log of observations: only whole lines within the given length, so a run may be read while it is written. */
public final class Observations {
    private static final int BLOCK = 1 << 16;
    private static final int LONGEST_LINE = 1 << 16;
    private static final int LEAST_FIELDS = 4;

    private final Reader reader;
    private byte[] name = {};
    private String quantity = "";
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
         * @param axes the values of its axes
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
        if (!Files.exists(file)) return 0;
        try (InputStream in = Files.newInputStream(file)) {
            return new Observations(reader).read(in, length);
        } catch (IOException | NumberFormatException e) {
            throw new EnvironmentFailure(file + " is damaged: " + e.getMessage(), e);
        }
    }

    private long read(InputStream in, long length) throws IOException {
        byte[] buffer = new byte[BLOCK + LONGEST_LINE];
        long whole = 0;
        int filled = 0;
        for (long left = length; ; ) {
            int got = in.read(buffer, filled, (int) Math.min(BLOCK, left));
            if (got <= 0) return whole;
            left -= got;
            int begin = 0;
            int end = filled + got;
            for (int i = filled; i < end; i++) {
                if (buffer[i] != '\n') continue;
                parse(buffer, begin, i);
                begin = i + 1;
            }
            whole += begin;
            filled = end - begin;
            if (filled > LONGEST_LINE) throw new IOException("a line is too long");
            System.arraycopy(buffer, begin, buffer, 0, filled);
        }
    }

    private void parse(byte[] line, int from, int to) throws IOException {
        int fields = 1;
        for (int i = from; i < to; i++) {
            if (line[i] != '\t') continue;
            if (fields == tabs.length) tabs = Arrays.copyOf(tabs, 2 * fields);
            tabs[fields++] = i;
        }
        if (fields < LEAST_FIELDS)
            throw new IOException(
                    "\"" + new String(line, from, to - from, StandardCharsets.UTF_8) + "\" is no observation");
        double[] axes = new double[fields - LEAST_FIELDS];
        for (int a = 0; a < axes.length; a++) {
            int field = a + LEAST_FIELDS;
            axes[a] = Decimal.parse(line, tabs[field] + 1, field + 1 < fields ? tabs[field + 1] : to);
        }
        int replica = (int) Decimal.parse(line, tabs[1] + 1, tabs[2]);
        double value = Decimal.parse(line, tabs[2] + 1, tabs[3]);
        double error = Decimal.parse(line, tabs[3] + 1, fields > LEAST_FIELDS ? tabs[LEAST_FIELDS] : to);
        reader.take(name(line, from, tabs[1]), replica, value, error, axes);
    }

    /** Mostly the name of the line before. */
    private String name(byte[] line, int from, int to) {
        if (!Arrays.equals(name, 0, name.length, line, from, to)) {
            name = Arrays.copyOfRange(line, from, to);
            quantity = new String(name, StandardCharsets.UTF_8);
        }
        return quantity;
    }
}
