package rugged.meanfield.narrow;

/** What stands beside an input x: mostly an answer of a teacher of one projection h* = w'.x/sqrt(d). */
public enum TeacherLabel {
    /** sign h*, +1 at 0. */
    SIGN,
    /** h* + noise. */
    LINEAR,
    /** |h*|: the phase is lost. */
    ABS,
    /** +1 or -1, a fair coin: there is nothing to be learnt. */
    RANDOM,
    /** +1 or -1, a fair coin, which says about which of two centres x lies, x = y snr w'/sqrt(d) + z. */
    MIXTURE;

    /** The label; the law's noise is the spread of linear labels, and a normal number decides. */
    public double of(double h, double noise, double normal) {
        return switch (this) {
            case SIGN -> h >= 0.0 ? 1.0 : -1.0;
            case LINEAR -> h + noise * normal;
            case ABS -> Math.abs(h);
            case RANDOM, MIXTURE -> normal >= 0.0 ? 1.0 : -1.0;
        };
    }

    /** Whether labels are +1 and -1. */
    public boolean classes() {
        return this == SIGN || this == RANDOM || this == MIXTURE;
    }

    /** Whether it is the teacher who answers. */
    public boolean taught() {
        return this == SIGN || this == LINEAR || this == ABS;
    }
}
