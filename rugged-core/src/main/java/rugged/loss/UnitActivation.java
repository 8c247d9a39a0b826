package rugged.loss;

import rugged.meanfield.rules.ErfMoments;

/** What a unit makes of its output. */
public enum UnitActivation {
    /** erf(h/sqrt(2)). */
    ERF,
    /** tanh h. */
    TANH,
    /** h. */
    LINEAR;

    private static final double ROOT = Math.sqrt(2.0 / Math.PI);

    double at(double h) {
        return switch (this) {
            case ERF -> ErfMoments.g(h);
            case TANH -> Math.tanh(h);
            case LINEAR -> h;
        };
    }

    double slope(double h) {
        return switch (this) {
            case ERF -> ROOT * Math.exp(-0.5 * h * h);
            case TANH -> {
                double e = Math.exp(-2.0 * Math.abs(h));
                yield 4.0 * e / ((1.0 + e) * (1.0 + e));
            }
            case LINEAR -> 1.0;
        };
    }

    double curvature(double h) {
        return switch (this) {
            case ERF -> -h * ROOT * Math.exp(-0.5 * h * h);
            case TANH -> -2.0 * Math.tanh(h) * slope(h);
            case LINEAR -> 0.0;
        };
    }
}
