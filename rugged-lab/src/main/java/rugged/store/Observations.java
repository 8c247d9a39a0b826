package rugged.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a log of observations: only whole lines within the given length, so a run may be read while it is written. */
public final class Observations {
    private static final int LONGEST_LINE = 1 << 16;

    private Observations() {}

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
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), LONGEST_LINE)) {
            byte[] line = new byte[LONGEST_LINE];
            int filled = 0;
            long whole = 0;
            for (long position = 1; position <= length; position++) {
                int next = in.read();
                if (next < 0) break;
                if (next != '\n') {
                    if (filled == LONGEST_LINE) throw new IOException("a line is too long");
                    line[filled++] = (byte) next;
                    continue;
                }
                parse(new String(line, 0, filled, StandardCharsets.UTF_8), reader);
                filled = 0;
                whole = position;
            }
            return whole;
        } catch (IOException | NumberFormatException e) {
            throw new EnvironmentFailure(file + " is damaged: " + e.getMessage(), e);
        }
    }

    private static void parse(String line, Reader reader) throws IOException {
        String[] fields = line.split("\t", -1);
        if (fields.length < 4) throw new IOException("\"" + line + "\" is no observation");
        double[] axes = new double[fields.length - 4];
        for (int a = 0; a < axes.length; a++) axes[a] = Double.parseDouble(fields[a + 4]);
        reader.take(
                fields[0],
                Integer.parseInt(fields[1]),
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                axes);
    }
}
