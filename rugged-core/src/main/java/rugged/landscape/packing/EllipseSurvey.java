package rugged.landscape.packing;

import rugged.api.model.Landscape;

/** Counts what a gradient of ellipses takes, beside the loops that matter. */
public final class EllipseSurvey {
    private EllipseSurvey() {}

    /** At a state x[3 N] of a packing of ellipses. */
    public static EllipseCount of(Landscape ellipses, double[] x) {
        return ((Ellipses) ellipses).count(x);
    }
}
