package rugged.protocol;

/** When a protocol that leads a landscape to a threshold lets the observables look on the way. */
public enum Watch {
    /** At every state at rest that counts, at its number as time, from 0 on. */
    STEPS
}
