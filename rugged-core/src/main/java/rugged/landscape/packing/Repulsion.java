package rugged.landscape.packing;

/** V = delta^a / a of the overlap delta = 1 - r/s of a pair in contact, s the sum of its radii; 0 beyond contact. */
public enum Repulsion {
    /** a = 2. */
    HARMONIC(2.0),
    /** a = 5/2, as of elastic spheres. */
    HERTZIAN(2.5);

    private final double exponent;

    Repulsion(double exponent) {
        this.exponent = exponent;
    }

    /** V(delta), delta not negative. */
    double energy(double delta) {
        return this == HARMONIC ? 0.5 * delta * delta : 0.4 * delta * delta * Math.sqrt(delta);
    }

    /** V'(delta). */
    double slope(double delta) {
        return this == HARMONIC ? delta : delta * Math.sqrt(delta);
    }

    /** V''(delta) of a pair in contact. */
    double curvature(double delta) {
        return this == HARMONIC ? 1.0 : 1.5 * Math.sqrt(delta);
    }

    /** The overlap at which a pair has this energy. */
    double overlap(double energy) {
        return Math.pow(exponent * energy, 1.0 / exponent);
    }
}
