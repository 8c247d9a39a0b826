package rugged.theory.learning;

import rugged.meanfield.learning.SmoothLoss;

/** A loss of the effective process, by its name. */
public enum StepLoss {
    /** (h - y)^2/2. */
    SQUARE,
    /** ln(1 + e^(-y h)). */
    LOGISTIC,
    /** max(0, kappa - y h)^2/2. */
    QUADRATIC_HINGE;

    SmoothLoss at(double margin) {
        return switch (this) {
            case SQUARE -> new SmoothLoss.Square();
            case LOGISTIC -> new SmoothLoss.Logistic();
            case QUADRATIC_HINGE -> new SmoothLoss.QuadraticHinge(margin);
        };
    }
}
