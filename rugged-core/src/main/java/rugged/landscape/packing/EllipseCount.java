package rugged.landscape.packing;

/**
 * What a gradient of ellipses takes.
 *
 * @param listed pairs of the list
 * @param near of these, pairs whose surrounding discs overlap
 * @param iterated of these, pairs that are not apart at first sight
 * @param touching of these, pairs that overlap
 * @param steps Newton steps of all that are iterated
 */
public record EllipseCount(int listed, int near, int iterated, int touching, long steps) {}
