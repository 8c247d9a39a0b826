package rugged.meanfield.narrow;

/**
 * Overlaps q = w^T w'/d of the two units of a student committee with those of its teacher, which for the mean of a posterior are those of two students: symmetric.
 *
 * @param q11 of the first units
 * @param q22 of the second units
 * @param q12 of the first with the second
 */
public record UnitOverlaps(double q11, double q22, double q12) {
    /** Units alike, which may differ from what they are in common. */
    public static UnitOverlaps alike(double own, double cross) {
        return new UnitOverlaps(own, own, cross);
    }

    /** q_11 = q_22 = mean of both. */
    public double own() {
        return 0.5 * (q11 + q22);
    }

    /** q_d = q_11 - q_12, which is 0 where each unit knows as much of one of the teacher's as of the other. */
    public double specialisation() {
        return own() - q12;
    }

    /** The same without what tells units apart. */
    UnitOverlaps alike() {
        double mean = 0.5 * (own() + q12);
        return alike(mean, mean);
    }

    /** q_a + t (q_b - q_a). */
    UnitOverlaps towards(UnitOverlaps b, double t) {
        return new UnitOverlaps(q11 + t * (b.q11 - q11), q22 + t * (b.q22 - q22), q12 + t * (b.q12 - q12));
    }

    double distance(UnitOverlaps b) {
        return Math.abs(q11 - b.q11) + Math.abs(q22 - b.q22) + Math.abs(q12 - b.q12);
    }

    /** Whether q and I - q are covariances. */
    boolean possible() {
        return q11 >= 0.0
                && q22 >= 0.0
                && q11 * q22 >= q12 * q12
                && q11 <= 1.0
                && q22 <= 1.0
                && (1.0 - q11) * (1.0 - q22) >= q12 * q12;
    }
}
