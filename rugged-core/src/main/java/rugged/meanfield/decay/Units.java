package rugged.meanfield.decay;

/** How units of a student treat those of the teacher. */
public enum Units {
    /** All alike: R = S. */
    UNSPECIALISED,
    /** Each has found its own: R above S. */
    SPECIALISED,
    /** Each avoids its own: R below S. Of two units, it is the same as specialised with the other matching. */
    ANTI_SPECIALISED;

    /** In words. */
    public String words() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
