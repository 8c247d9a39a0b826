package rugged.api;

/** Data that a spec names are not to be had here: not a mistake in the study, but of the place it runs at. The message says what was tried and what helps. */
public final class DataMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one line: what is missing, where it was looked for, what to do */
    public DataMissing(String message) {
        super(message);
    }
}
