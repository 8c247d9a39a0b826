package rugged.store;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import rugged.num.Packed;

/**
 * How far a point is: where its computation stands and how long each of its logs was at that moment. Everything in the logs beyond these lengths was
 * written after the checkpoint and will be written again.
 *
 * @param standing whether it goes on
 * @param reason why it failed; empty otherwise
 * @param seconds time spent on it so far, over all sessions
 * @param evaluations gradients evaluated so far
 * @param lengths bytes of each log
 * @param state what the computation continues from; empty once it has ended
 */
public record Checkpoint(
        Standing standing, String reason, double seconds, long evaluations, Map<String, Long> lengths, byte[] state) {
    private static final String MAGIC = "rugged checkpoint 1";

    /** How a point stands. */
    public enum Standing {
        /** Under way. */
        RUNNING,
        /** Ended as it should. */
        DONE,
        /** Ended with a reason; its last good state is kept. */
        FAILED
    }

    /** Copies the lengths. */
    public Checkpoint {
        lengths = Map.copyOf(lengths);
    }

    /** Whether the point has ended, well or not. */
    public boolean ended() {
        return standing != Standing.RUNNING;
    }

    /** The file's content: fields, then CRC-32C of all bytes before it. */
    byte[] bytes() {
        Packed.Writer out = new Packed.Writer()
                .put(MAGIC)
                .put(standing.ordinal())
                .put(reason)
                .put(seconds)
                .put(evaluations)
                .put(lengths.size());
        new TreeMap<>(lengths).forEach((log, length) -> out.put(log).put(length));
        byte[] body = out.put(state).bytes();
        int sum = sum(body, body.length);
        byte[] all = Arrays.copyOf(body, body.length + Integer.BYTES);
        for (int i = 0; i < Integer.BYTES; i++) all[body.length + i] = (byte) (sum >>> 8 * (Integer.BYTES - 1 - i));
        return all;
    }

    /** Reads a checkpoint back; empty when its sum is wrong or it is of another format. */
    static Optional<Checkpoint> read(byte[] all) {
        int body = all.length - Integer.BYTES;
        if (body < 0) return Optional.empty();
        int stored = 0;
        for (int i = body; i < all.length; i++) stored = stored << 8 | all[i] & 0xFF;
        if (stored != sum(all, body)) return Optional.empty();
        Packed.Reader in = new Packed.Reader(all);
        if (!in.readString().equals(MAGIC)) return Optional.empty();
        Standing standing = Standing.values()[in.readInt()];
        String reason = in.readString();
        double seconds = in.readDouble();
        long evaluations = in.readLong();
        Map<String, Long> lengths = new TreeMap<>();
        for (int logs = in.readInt(); logs > 0; logs--) lengths.put(in.readString(), in.readLong());
        return Optional.of(new Checkpoint(standing, reason, seconds, evaluations, lengths, in.readBytes()));
    }

    private static int sum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
