package rugged.landscape.paths;

/** Where the sign of a path comes from. */
public enum PathSigns {
    /** A fair coin for each. */
    IID,
    /** The unit of the input layer that it begins at. */
    INPUT,
    /** A standard normal number for each. */
    GAUSS
}
