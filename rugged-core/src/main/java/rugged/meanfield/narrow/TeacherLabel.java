package rugged.meanfield.narrow;

/** What a teacher of one projection h* = w'.x/sqrt(d) answers. */
public enum TeacherLabel {
    /** sign h*, +1 at 0. */
    SIGN,
    /** h* + noise. */
    LINEAR,
    /** |h*|: the phase is lost. */
    ABS;

    /** The label, for a normal number of the noise. */
    public double of(double h, double noise) {
        return switch (this) {
            case SIGN -> h >= 0.0 ? 1.0 : -1.0;
            case LINEAR -> h + noise;
            case ABS -> Math.abs(h);
        };
    }
}
