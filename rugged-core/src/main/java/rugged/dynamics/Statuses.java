package rugged.dynamics;

import rugged.api.motion.Status;
import rugged.num.Packed;

/** How a status is written into a saved state. */
public final class Statuses {
    private Statuses() {}

    public static void save(Status status, Packed.Writer out) {
        switch (status) {
            case Status.Running _ -> out.put(0);
            case Status.Converged converged ->
                out.put(1).put(converged.criterion()).put(converged.value());
            case Status.Failed failed -> out.put(2).put(failed.reason()).put(failed.value());
        }
    }

    public static Status load(Packed.Reader in) {
        return switch (in.readInt()) {
            case 0 -> Status.RUNNING;
            case 1 -> new Status.Converged(in.readString(), in.readDouble());
            case 2 -> new Status.Failed(in.readString(), in.readDouble());
            default -> throw new IllegalStateException("a saved status of an unknown kind");
        };
    }
}
