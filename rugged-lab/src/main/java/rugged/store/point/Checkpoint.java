package rugged.store.point;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import rugged.num.Packed;

/**
 * How far a point is: where its computation stands, how long each of its logs was at that moment, and the checksum of everything that it has stored up to
 * there. What the logs hold beyond was written after the checkpoint and will be written again.
 *
 * @param key the folder that it belongs to; empty where an earlier version wrote it
 * @param standing whether it goes on
 * @param reason why it failed; empty otherwise
 * @param seconds time spent on it so far, over all sessions
 * @param evaluations gradients evaluated so far
 * @param logs what each log held
 * @param files files that are replaced as a whole: arrays, their index
 * @param state what the computation continues from; empty once it has ended
 */
public record Checkpoint(
        String key,
        Standing standing,
        String reason,
        double seconds,
        long evaluations,
        Map<String, Extent> logs,
        Map<String, Extent> files,
        byte[] state) {
    private static final String FIRST = "rugged checkpoint 1";
    private static final String MAGIC = "rugged checkpoint 2";

    /** How a point stands. */
    public enum Standing {
        /** Under way. */
        RUNNING,
        /** Ended as it should. */
        DONE,
        /** The physics ended it: a state that is not finite, an instability, no convergence. Final; its last good state is kept. */
        FAILED,
        /** Something else ended it: an input that could not be read, an error of the program. The next session tries again. */
        BROKEN
    }

    /** Copies the maps. */
    public Checkpoint {
        logs = Map.copyOf(logs);
        files = Map.copyOf(files);
    }

    /** Whether the point has ended, well or not. */
    public boolean ended() {
        return standing != Standing.RUNNING;
    }

    /** Whether it ended without a result. */
    public boolean failed() {
        return standing == Standing.FAILED || standing == Standing.BROKEN;
    }

    /** Whether it says what its files have to hold. */
    public boolean vouches() {
        return !key.isEmpty();
    }

    /** Bytes of a log; 0 when there is none. */
    public long length(String log) {
        return logs.getOrDefault(log, Extent.EMPTY).length();
    }

    /** The file's content: fields, then CRC-32C of all bytes before it. */
    byte[] bytes() {
        Packed.Writer out = new Packed.Writer()
                .put(MAGIC)
                .put(key)
                .put(standing.ordinal())
                .put(reason)
                .put(seconds)
                .put(evaluations);
        put(out, logs);
        put(out, files);
        byte[] body = out.put(state).bytes();
        int sum = sum(body, body.length);
        byte[] all = Arrays.copyOf(body, body.length + Integer.BYTES);
        for (int i = 0; i < Integer.BYTES; i++) all[body.length + i] = (byte) (sum >>> 8 * (Integer.BYTES - 1 - i));
        return all;
    }

    private static void put(Packed.Writer out, Map<String, Extent> extents) {
        out.put(extents.size());
        new TreeMap<>(extents)
                .forEach((name, extent) -> out.put(name).put(extent.length()).put(extent.sum()));
    }

    /** Reads a checkpoint back; empty when its sum is wrong or it is of another format. */
    static Optional<Checkpoint> read(byte[] all) {
        int body = all.length - Integer.BYTES;
        if (body < 0) return Optional.empty();
        int stored = 0;
        for (int i = body; i < all.length; i++) stored = stored << 8 | all[i] & 0xFF;
        if (stored != sum(all, body)) return Optional.empty();
        Packed.Reader in = new Packed.Reader(all);
        String magic = in.readString();
        if (!magic.equals(MAGIC) && !magic.equals(FIRST)) return Optional.empty();
        boolean first = magic.equals(FIRST);
        String key = first ? "" : in.readString();
        Standing standing = Standing.values()[in.readInt()];
        String reason = in.readString();
        double seconds = in.readDouble();
        long evaluations = in.readLong();
        Map<String, Extent> logs = extents(in, first);
        Map<String, Extent> files = first ? Map.of() : extents(in, false);
        if (first && standing == Standing.FAILED && !physics(reason)) standing = Standing.BROKEN;
        return Optional.of(new Checkpoint(key, standing, reason, seconds, evaluations, logs, files, in.readBytes()));
    }

    private static Map<String, Extent> extents(Packed.Reader in, boolean first) {
        Map<String, Extent> extents = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readString();
            long length = in.readLong();
            extents.put(name, new Extent(length, first ? Extent.NONE : in.readLong()));
        }
        return extents;
    }

    /** The first format knew one kind of failure; those of trajectories and theories are told by their words. */
    private static boolean physics(String reason) {
        return reason.startsWith("replica ")
                || reason.startsWith("the copy in a field of ")
                || reason.startsWith("did not converge")
                || reason.startsWith("no value: ");
    }

    private static int sum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
