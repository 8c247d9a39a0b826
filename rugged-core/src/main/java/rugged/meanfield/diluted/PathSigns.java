package rugged.meanfield.diluted;

/** Where the sign of a path comes from. */
public enum PathSigns {
    /** A fair coin for each. */
    IID,
    /** The unit of the input layer that it begins at. */
    INPUT,
    /** A standard normal number for each. */
    GAUSS,
    /** The product of hidden weights along it, turned around with the probability that a path is violated with at the temperature of planting. */
    PLANTED;

    /** Whether a configuration is known that is one of equilibrium, or of lowest energy. */
    public boolean hides() {
        return this == INPUT || this == PLANTED;
    }
}
