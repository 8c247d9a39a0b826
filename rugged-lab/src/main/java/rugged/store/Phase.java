package rugged.store;

/**
 * What a run is busy with beside or after its points.
 *
 * @param name theory, findings, drawing, report or tables
 * @param done how many of its parts have ended
 * @param of all its parts
 */
public record Phase(String name, int done, int of) {
    /** In words: {@code drawing 2 of 5}; a phase of one part is its name alone. */
    public String words() {
        return of > 1 ? name + " " + Math.min(done + 1, of) + " of " + of : name;
    }
}
