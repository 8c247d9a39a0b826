package rugged.web.shape.run;

import org.jspecify.annotations.Nullable;

/**
 * Something changed. Events carry no curves.
 *
 * @param kind hello, run, changed, finding, warning, machine or bye
 * @param epoch of the server; with hello
 * @param heartbeat seconds between signs of life; with hello
 * @param run the run; null where none is meant
 * @param what series, findings, points or log, with changed; what it is about, with finding and warning
 * @param version of the run, with changed
 * @param id the run, with changed, finding and warning
 * @param finding what is found so far; with finding
 * @param warning a sentence for the reader; with warning
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
        @Nullable FindingItem finding,
        @Nullable String warning,
        @Nullable String why) {
    private static Event of(String kind, @Nullable String what, @Nullable String version, @Nullable String id) {
        return new Event(kind, null, null, null, what, version, id, null, null, null);
    }

    /** The greeting. */
    public static Event hello(String epoch, int heartbeat) {
        return new Event("hello", epoch, heartbeat, null, null, null, null, null, null, null);
    }

    /** How a run stands. */
    public static Event run(RunItem item) {
        return new Event("run", null, null, item, null, item.version(), item.id(), null, null, null);
    }

    /** Something of a run is new. */
    public static Event changed(String id, String what, String version) {
        return of("changed", what, version, id);
    }

    /** A finding of a run at work as it stands now. */
    public static Event finding(String id, FindingItem finding, String version) {
        return new Event("finding", null, null, null, finding.id(), version, id, finding, null, null);
    }

    /** Something that the user should know about a run. */
    public static Event warning(String id, String warning, String version) {
        return new Event("warning", null, null, null, warning, version, id, null, warning, null);
    }

    /** The queue or the machine changed. */
    public static Event machine() {
        return of("machine", null, null, null);
    }

    /** The end of the stream. */
    public static Event bye(String why) {
        return new Event("bye", null, null, null, null, null, null, null, null, why);
    }
}
