package rugged.landscape.packing;

import rugged.api.model.Landscape;

/**
 * What a gradient of ellipses takes.
 *
 * @param listed pairs of the list
 * @param near of these, pairs whose surrounding discs overlap
 * @param iterated of these, pairs that are not apart at first sight
 * @param touching of these, pairs that overlap
 * @param steps Newton steps of all that are iterated
 */
public record EllipseCount(int listed, int near, int iterated, int touching, long steps) {
    /** At a state x[3 N] of a packing of ellipses. */
    public static EllipseCount of(Landscape ellipses, double[] x) {
        return ((Ellipses) ellipses).count(x);
    }
}
