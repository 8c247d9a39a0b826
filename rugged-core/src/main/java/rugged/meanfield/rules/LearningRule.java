package rugged.meanfield.rules;

/**
 * A rule by which a perceptron of field x learns an example of label s: the student moves along xi by eta G(x, s). All three are gradients, G = -dv/dx: of v = -s x (Hebb), v = |x| and v = x^2/2 where
 * s x is below 0 (perceptron and AdaTron), else 0. An example of field exactly 0 counts as half wrong.
 */
public enum LearningRule {
    /** G = s. */
    HEBB,
    /** G = s where the answer is wrong. */
    PERCEPTRON,
    /** G = |x| s where the answer is wrong. */
    ADATRON;

    /** G. */
    public double strength(double x, int label) {
        return label * ahead(label * x);
    }

    /** Whether G depends on x. */
    public boolean looks() {
        return this != HEBB;
    }

    /** v. */
    public double potential(double x, int label) {
        double u = label * x;
        return switch (this) {
            case HEBB -> -u;
            case PERCEPTRON -> Math.max(0.0, -u);
            case ADATRON -> u < 0.0 ? 0.5 * u * u : 0.0;
        };
    }

    /** G of label 1. */
    public double ahead(double u) {
        return switch (this) {
            case HEBB -> 1.0;
            case PERCEPTRON -> u < 0.0 ? 1.0 : u > 0.0 ? 0.0 : 0.5;
            case ADATRON -> u < 0.0 ? -u : 0.0;
        };
    }

    /** d^2 v/dx^2, where there is one. */
    public double curvature(double x, int label) {
        return this == ADATRON && label * x < 0.0 ? 1.0 : 0.0;
    }
}
