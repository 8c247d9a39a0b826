package rugged.params;

/**
 * A record of parameters that belong together and that several specs share. A component of a spec that is such a record appears flat: its parameters stand in a
 * study, in the canonical text, on the reference page and in every table as if the spec had declared them in its place. What must hold between them is checked
 * once, by the constructor of the group.
 */
public interface ParameterGroup {}
