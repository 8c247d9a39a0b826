package rugged.geometry;

/**
 * The contact function of two ellipses with shape matrices A and B (semi-axes squared, turned) and a way r from the first to the second:
 *
 * <pre>F = max over l in [0, 1] of l (1 - l) r.C^{-1} r, C = (1 - l) A + l B.</pre>
 *
 * <p>They overlap where F is below 1, and touch when both are scaled by sqrt F. With z = C^{-1} r the derivative by l is f = (1 - l)^2 z.Az - l^2 z.Bz; F is concave, and f
 * falls. Derivatives by r and the angles hold l fixed (it is stationary); second derivatives follow it, dl = -(df)_l / (df/dl), which is the term -F_ql F_lq/F_ll.
 *
 * <p>Fixed at the l of discs, the function is that of Gay and Berne: never above F.
 *
 * <p>Source: Perram and Wertheim, J. Comp. Phys. 58, 409 (1985). Cost: 3 Newton steps a pair.
 */
public final class EllipsePair {
    /** A step of l whose square, times the curvature of g, is below rounding. */
    private static final double LAST = 1e-9;

    private static final int MOST_STEPS = 80;

    private final boolean exact;
    private double a11;
    private double a12;
    private double a22;
    private double b11;
    private double b12;
    private double b22;
    private double l;
    private double zx;
    private double zy;
    private double inverse11;
    private double inverse12;
    private double inverse22;
    private double zaz;
    private double zbz;
    private double wx;
    private double wy;

    private double value;
    private double slopeX;
    private double slopeY;
    private double slopeFirst;
    private double slopeSecond;
    private double bendX;
    private double bendY;
    private double bendFirst;
    private double bendSecond;

    /** @param exact whether l is sought, else it stays where it is looked for first */
    public EllipsePair(boolean exact) {
        this.exact = exact;
    }

    /** Writes the shape of an ellipse, entries 11, 12, 22 of R(theta) diag(longer, shorter) R(theta)^T, longer and shorter the squares of its semi-axes. */
    public static void shape(double longer, double shorter, double theta, double[] into, int at) {
        double cos = Math.cos(theta);
        double sin = Math.sin(theta);
        into[at] = longer * cos * cos + shorter * sin * sin;
        into[at + 1] = (longer - shorter) * cos * sin;
        into[at + 2] = longer * sin * sin + shorter * cos * cos;
    }

    /** The shapes: entries 11, 12, 22 of A at shapes[i ...] and of B at shapes[j ...]. */
    public void shapes(double[] shapes, int i, int j) {
        a11 = shapes[i];
        a12 = shapes[i + 1];
        a22 = shapes[i + 2];
        b11 = shapes[j];
        b12 = shapes[j + 1];
        b22 = shapes[j + 2];
    }

    /**
     * Sets {@link #value} and its first derivatives.
     *
     * @param start where to look for l first: R_A/(R_A + R_B), exact for discs
     */
    public void evaluate(double rx, double ry, double start) {
        l = start;
        if (exact) maximise(rx, ry);
        at(rx, ry);
        double both = l * (1.0 - l);
        value = both * (rx * zx + ry * zy);
        slopeX = 2.0 * both * zx;
        slopeY = 2.0 * both * zy;
        slopeFirst = -both * (1.0 - l) * turned(a11, a12, a22, zx, zy);
        slopeSecond = -both * l * turned(b11, b12, b22, zx, zy);
    }

    /** Newton steps of {@link #evaluate}; 0 where nothing is maximised. */
    public int steps(double rx, double ry, double from) {
        l = from;
        return exact ? maximise(rx, ry) : 0;
    }

    /** Whether already the function at the start, which is not above its maximum, says that they do not overlap. */
    public boolean apart(double rx, double ry, double start) {
        double k = 1.0 - start;
        double c11 = k * a11 + start * b11;
        double c12 = k * a12 + start * b12;
        double c22 = k * a22 + start * b22;
        return k * start * (rx * (c22 * rx - c12 * ry) + ry * (c11 * ry - c12 * rx)) >= c11 * c22 - c12 * c12;
    }

    /**
     * Sets l, from where it is: Newton's method on g = (1 - l) sqrt(z.Az) - l sqrt(z.Bz), which has the sign and the root of f and is nearly straight; for discs it is. The length
     * of z does not matter, so that z = det(C) C^{-1} r serves, a line in l. A step below {@link #LAST} is the last: its square is rounding.
     *
     * @return steps
     */
    private int maximise(double rx, double ry) {
        double px = a22 * rx - a12 * ry;
        double py = a11 * ry - a12 * rx;
        double qx = b22 * rx - b12 * ry - px;
        double qy = b11 * ry - b12 * rx - py;
        double low = 0.0;
        double high = 1.0;
        double at = l;
        int steps = 0;
        while (steps++ < MOST_STEPS) {
            double k = 1.0 - at;
            double x = px + at * qx;
            double y = py + at * qy;
            double ax = a11 * x + a12 * y;
            double ay = a12 * x + a22 * y;
            double bx = b11 * x + b12 * y;
            double by = b12 * x + b22 * y;
            double first = Math.sqrt(x * ax + y * ay);
            double second = Math.sqrt(x * bx + y * by);
            double g = k * first - at * second;
            if (g > 0.0) low = at;
            else high = at;
            // g' = -first - second + (1 - l) q.Az/first - l q.Bz/second, times both
            double slope =
                    second * (k * (qx * ax + qy * ay) - first * (first + second)) - at * first * (qx * bx + qy * by);
            double next = at - g * first * second / slope;
            if (!(next > low && next < high)) {
                if (next == at) break;
                next = 0.5 * (low + high);
            }
            double moved = Math.abs(next - at);
            at = next;
            if (moved <= LAST) break;
        }
        l = at;
        return steps;
    }

    /** z = C^{-1} r, and what follows from it. */
    private void at(double rx, double ry) {
        double c11 = (1.0 - l) * a11 + l * b11;
        double c12 = (1.0 - l) * a12 + l * b12;
        double c22 = (1.0 - l) * a22 + l * b22;
        double reciprocal = 1.0 / (c11 * c22 - c12 * c12);
        inverse11 = c22 * reciprocal;
        inverse12 = -c12 * reciprocal;
        inverse22 = c11 * reciprocal;
        zx = inverse11 * rx + inverse12 * ry;
        zy = inverse12 * rx + inverse22 * ry;
        zaz = form(a11, a12, a22, zx, zy, zx, zy);
        zbz = form(b11, b12, b22, zx, zy, zx, zy);
    }

    /** df/dl, with w = C^{-1} (B - A) z, by which z falls. */
    private double slopeOfL() {
        double qx = (b11 - a11) * zx + (b12 - a12) * zy;
        double qy = (b12 - a12) * zx + (b22 - a22) * zy;
        wx = inverse11 * qx + inverse12 * qy;
        wy = inverse12 * qx + inverse22 * qy;
        double k = 1.0 - l;
        return -2.0 * k * zaz
                - 2.0 * l * zbz
                - 2.0 * k * k * form(a11, a12, a22, zx, zy, wx, wy)
                + 2.0 * l * l * form(b11, b12, b22, zx, zy, wx, wy);
    }

    /** Sets the changes of the first derivatives along (dr, dthetaA, dthetaB), where {@link #evaluate} has been. */
    public void along(double dx, double dy, double first, double second) {
        double k = 1.0 - l;
        // the change of C z at fixed l
        double qx = k * first * turnX(a11, a12, a22) + l * second * turnX(b11, b12, b22);
        double qy = k * first * turnY(a11, a12, a22) + l * second * turnY(b11, b12, b22);
        double vx = inverse11 * (dx - qx) + inverse12 * (dy - qy);
        double vy = inverse12 * (dx - qx) + inverse22 * (dy - qy);
        double turnedA = turned(a11, a12, a22, zx, zy);
        double turnedB = turned(b11, b12, b22, zx, zy);
        double shift = 0.0;
        if (exact) {
            double push = k * k * (2.0 * form(a11, a12, a22, zx, zy, vx, vy) + first * turnedA)
                    - l * l * (2.0 * form(b11, b12, b22, zx, zy, vx, vy) + second * turnedB);
            shift = -push / slopeOfL();
            vx -= shift * wx;
            vy -= shift * wy;
        }
        double both = l * k;
        bendX = 2.0 * ((1.0 - 2.0 * l) * shift * zx + both * vx);
        bendY = 2.0 * ((1.0 - 2.0 * l) * shift * zy + both * vy);
        bendFirst = -k * (k - 2.0 * l) * shift * turnedA
                - both
                        * k
                        * (2.0 * (turnX(a11, a12, a22) * vx + turnY(a11, a12, a22) * vy)
                                + first * turnedTwice(a11, a12, a22));
        bendSecond = -l * (2.0 * k - l) * shift * turnedB
                - both
                        * l
                        * (2.0 * (turnX(b11, b12, b22) * vx + turnY(b11, b12, b22) * vy)
                                + second * turnedTwice(b11, b12, b22));
    }

    /** l. */
    public double place() {
        return l;
    }

    /** F. */
    public double value() {
        return value;
    }

    /** dF/dx. */
    public double slopeX() {
        return slopeX;
    }

    /** dF/dy. */
    public double slopeY() {
        return slopeY;
    }

    /** dF/dtheta of the first. */
    public double slopeFirst() {
        return slopeFirst;
    }

    /** dF/dtheta of the second. */
    public double slopeSecond() {
        return slopeSecond;
    }

    /** Change of {@link #slopeX} along the last direction. */
    public double bendX() {
        return bendX;
    }

    /** Change of {@link #slopeY} along it. */
    public double bendY() {
        return bendY;
    }

    /** Change of {@link #slopeFirst} along it. */
    public double bendFirst() {
        return bendFirst;
    }

    /** Change of {@link #slopeSecond} along it. */
    public double bendSecond() {
        return bendSecond;
    }

    /** u.Mv. */
    private static double form(double m11, double m12, double m22, double ux, double uy, double vx, double vy) {
        return m11 * ux * vx + m12 * (ux * vy + uy * vx) + m22 * uy * vy;
    }

    /** u.M'u with M' = dM/dtheta. */
    private static double turned(double m11, double m12, double m22, double ux, double uy) {
        return 2.0 * (m12 * (uy * uy - ux * ux) + (m11 - m22) * ux * uy);
    }

    /** (M'z)_x. */
    private double turnX(double m11, double m12, double m22) {
        return -2.0 * m12 * zx + (m11 - m22) * zy;
    }

    /** (M'z)_y. */
    private double turnY(double m11, double m12, double m22) {
        return (m11 - m22) * zx + 2.0 * m12 * zy;
    }

    /** z.M''z. */
    private double turnedTwice(double m11, double m12, double m22) {
        return 2.0 * (m11 - m22) * (zy * zy - zx * zx) - 8.0 * m12 * zx * zy;
    }
}
