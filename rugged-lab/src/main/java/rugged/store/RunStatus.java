package rugged.store;

import java.util.Locale;

/** How a run stands. */
public enum RunStatus {
    /** A process is writing it. */
    RUNNING,
    /** All points and theories have ended as they should. */
    COMPLETE,
    /** Something failed; the rest is kept. */
    FAILED,
    /** It can be resumed. */
    INTERRUPTED;

    /** The word in files and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a word; an unknown one is {@link #INTERRUPTED}. */
    static RunStatus of(String word) {
        for (RunStatus status : values()) if (status.word().equals(word)) return status;
        return INTERRUPTED;
    }
}
