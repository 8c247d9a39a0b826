package rugged.api.model;

/**
 * The constraints that a state violates, as counted at jamming: contacts between particles, unsatisfied patterns.
 *
 * @param bodies what bears load: particles that are no rattlers, or all degrees of freedom where nothing can rattle
 * @param rattlers what bears none
 * @param bucklers bodies with the fewest contacts that can hold them, d + 1, which give way with little force; 0 where there is nothing of the kind
 * @param isostatic contacts at which all bodies are held and one state of self stress is left; 0 where there is no body
 * @param coordination contacts of a body: 2 contacts/bodies between particles; NaN where there is no body
 * @param pressure of the landscape's own definition; NaN where there is none
 * @param forces of each contact between bodies, positive
 * @param extended those of them that act on no buckler: all where there is none
 * @param localised those that do
 */
public record Contacts(
        int bodies,
        int rattlers,
        int bucklers,
        int isostatic,
        double coordination,
        double pressure,
        double[] forces,
        double[] extended,
        double[] localised) {
    /** Number of contacts between bodies. */
    public int count() {
        return forces.length;
    }

    /** Contacts beyond the isostatic number. */
    public int excess() {
        return count() - isostatic;
    }
}
