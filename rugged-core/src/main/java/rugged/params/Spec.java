package rugged.params;

/**
 * A description: an immutable record whose components carry {@link Param}. Specs are compared by value, travel to other machines, are written into
 * the resolved study and form the key of a stored result. What runs is built from them.
 */
public interface Spec {}
