package rugged.dynamics.minimise;

import rugged.num.Packed;

/** How a minimiser takes one step: what tells one from another. See {@link Minimisation}. */
interface Method {
    /** One step from where {@code here} stands, energy and gradient known; it stays where no step is good, and stalls where none can be. */
    void step(Ground here);

    /** Moves off a stationary point that is no minimum; false, and nothing done, where it is one or where the method does not look. */
    default boolean escapes(Ground here) {
        return false;
    }

    /** Everything the method remembers. */
    void save(Packed.Writer out);

    /** The inverse of {@link #save}. */
    void load(Packed.Reader in);
}
