package rugged.meanfield.decay;

/**
 * A point where the free energy is lowest among neighbours that treat units alike as it does.
 *
 * @param a A = beta P/N
 * @param overlaps where
 * @param freeEnergy f
 * @param curvature the lowest eigenvalue of the Hessian of f among these, in coordinates relative to |p| + 0.05
 * @param splitting the curvature of f along the direction that sets R and S apart and leaves R + (K - 1) S: below 0 an unspecialised point is no minimum; NaN of one unit
 */
public record StudentState(
        double a, SymmetricOverlaps overlaps, double freeEnergy, double curvature, double splitting) {
    /** Below it R - S is nothing, relative to their size. */
    private static final double NOTHING = 1e-6;

    /** Specialised or not. */
    public Units units() {
        if (overlaps.units() == 1) return Units.UNSPECIALISED;
        double apart = overlaps.apart();
        if (Math.abs(apart) < NOTHING * (1.0 + Math.abs(overlaps.r()) + Math.abs(overlaps.s())))
            return Units.UNSPECIALISED;
        return apart > 0.0 ? Units.SPECIALISED : Units.ANTI_SPECIALISED;
    }

    /** Whether it is a minimum among all site-symmetric students. */
    public boolean stable() {
        return curvature > 0.0 && (!(splitting <= 0.0) || units() != Units.UNSPECIALISED);
    }

    double[] point() {
        return new double[] {overlaps.q(), overlaps.c(), overlaps.r(), overlaps.s()};
    }

    /** The largest difference of coordinates, relative to |p| + 0.05. */
    double distance(StudentState other) {
        double[] here = point();
        double[] there = other.point();
        double most = 0.0;
        for (int i = 0; i < here.length; i++)
            most = Math.max(most, Math.abs(here[i] - there[i]) / (Math.abs(here[i]) + FreeEnergyDescent.FLOOR));
        return most;
    }
}
