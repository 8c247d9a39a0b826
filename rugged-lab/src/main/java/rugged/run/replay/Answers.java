package rugged.run.replay;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import rugged.api.motion.Status;
import rugged.num.Packed;

/**
 * What a protocol was told about its ensembles, in the order in which it asked. When the protocol is run again after an interruption, the same questions
 * get the same answers from the record, without anything being computed.
 */
public final class Answers {
    private final Packed.Reader recorded;
    private final Consumer<byte[]> log;
    private int left;

    /**
     * @param recorded all answers up to the checkpoint, as they were logged
     * @param log takes the bytes of every new answer
     */
    public Answers(byte[] recorded, Consumer<byte[]> log) {
        this.recorded = new Packed.Reader(recorded);
        this.left = recorded.length;
        this.log = log;
    }

    /** Whether answers still come from the record. */
    public boolean replaying() {
        return left > 0;
    }

    /** The state of a replica, copied into x. */
    public void state(double[] x, Consumer<double[]> live) {
        if (replaying()) {
            recorded.read(x);
            left -= Integer.BYTES + Double.BYTES * x.length;
        } else {
            live.accept(x);
            log.accept(new Packed.Writer().put(x).bytes());
        }
    }

    /** A number. */
    public double number(DoubleSupplier live) {
        if (replaying()) {
            left -= Double.BYTES;
            return recorded.readDouble();
        }
        double value = live.getAsDouble();
        log.accept(new Packed.Writer().put(value).bytes());
        return value;
    }

    /** The status of a replica. */
    public Status status(Supplier<Status> live) {
        if (!replaying()) {
            Status status = live.get();
            log.accept(bytes(status));
            return status;
        }
        int kind = recorded.readInt();
        String words = recorded.readString();
        double value = recorded.readDouble();
        Status status = switch (kind) {
            case 0 -> Status.RUNNING;
            case 1 -> new Status.Converged(words, value);
            default -> new Status.Failed(words, value);
        };
        left -= bytes(status).length;
        return status;
    }

    private static byte[] bytes(Status status) {
        Packed.Writer out = new Packed.Writer();
        switch (status) {
            case Status.Running running -> out.put(0).put("").put(0.0);
            case Status.Converged(String criterion, double value) ->
                out.put(1).put(criterion).put(value);
            case Status.Failed(String reason, double value) ->
                out.put(2).put(reason).put(value);
        }
        return out.bytes();
    }
}
