package rugged.web.shape;

import org.jspecify.annotations.Nullable;

/**
 * Something changed. Events carry no curves.
 *
 * @param kind hello, run, changed, machine or bye
 * @param epoch of the server; with hello
 * @param heartbeat seconds between signs of life; with hello
 * @param run the run; null where none is meant
 * @param what series, findings, points or log; with changed
 * @param version of the run, with changed
 * @param id the run, with changed
 * @param why the reason; with bye
 */
public record Event(
        String kind,
        @Nullable String epoch,
        @Nullable Integer heartbeat,
        @Nullable RunItem run,
        @Nullable String what,
        @Nullable String version,
        @Nullable String id,
        @Nullable String why) {
    /** The greeting. */
    public static Event hello(String epoch, int heartbeat) {
        return new Event("hello", epoch, heartbeat, null, null, null, null, null);
    }

    /** How a run stands. */
    public static Event run(RunItem item) {
        return new Event("run", null, null, item, null, item.version(), item.id(), null);
    }

    /** Something of a run is new. */
    public static Event changed(String id, String what, String version) {
        return new Event("changed", null, null, null, what, version, id, null);
    }

    /** The queue or the machine changed. */
    public static Event machine() {
        return new Event("machine", null, null, null, null, null, null, null);
    }

    /** The end of the stream. */
    public static Event bye(String why) {
        return new Event("bye", null, null, null, null, null, null, why);
    }
}
