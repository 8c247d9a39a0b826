package rugged.compose.search;

import java.util.Arrays;
import rugged.num.Vectors;

/**
 * The lowest eigenvalue of the Hessian where a search stands, by minimising its Rayleigh quotient from the mode before: in each turn over the span of the mode, its residual and the last direction (locally optimal conjugate
 * gradients), one product each. Scratch of its own: one thread.
 *
 * <p>Source: Knyazev, SIAM J. Sci. Comput. 23, 517 (2001).
 */
final class SoftestMode {
    private static final double INDEPENDENT = 1e-8;

    private final double[] y;
    private final double[] hy;
    private final double[] r;
    private final double[] hr;
    private final double[] p;
    private final double[] hp;
    private final SmallSpectrum small = new SmallSpectrum();
    private double value;
    private double residual;

    SoftestMode(int n) {
        y = new double[n];
        hy = new double[n];
        r = new double[n];
        hr = new double[n];
        p = new double[n];
        hp = new double[n];
    }

    /** The mode, of length 1; not to be changed. */
    double[] mode() {
        return y;
    }

    /** Its Rayleigh quotient. */
    double value() {
        return value;
    }

    /** |H y - value y|. */
    double residual() {
        return residual;
    }

    /** Begins with a direction, which is copied. */
    void begin(double[] direction) {
        System.arraycopy(direction, 0, y, 0, y.length);
        Arrays.fill(p, 0.0);
    }

    /**
     * Turns until the residual is below a part of the value.
     *
     * @param most turns
     */
    void improve(FreeSpace space, int most, double precision) {
        space.project(y);
        double length = Vectors.norm(y);
        if (!(length > 0.0)) {
            value = 0.0;
            residual = 0.0;
            return;
        }
        Vectors.scale(y, 1.0 / length);
        space.product(y, hy);
        Arrays.fill(p, 0.0);
        for (int turn = 0; ; turn++) {
            value = Vectors.dot(y, hy);
            System.arraycopy(hy, 0, r, 0, r.length);
            Vectors.add(r, -value, y);
            residual = Vectors.norm(r);
            if (turn >= most || !(residual > precision * Math.abs(value))) return;
            turn(space);
        }
    }

    private void turn(FreeSpace space) {
        Vectors.scale(r, 1.0 / residual);
        Vectors.add(r, -Vectors.dot(y, r), y);
        double size = Vectors.norm(r);
        if (!(size > INDEPENDENT)) return;
        Vectors.scale(r, 1.0 / size);
        space.product(r, hr);
        boolean third = orthogonal();
        double[] c = lowest(third);
        combine(c[0], y, hy, c[1], third ? c[2] : 0.0);
    }

    /** Makes p orthogonal to y and r, with its product; false where nothing is left. */
    private boolean orthogonal() {
        double before = Vectors.norm(p);
        if (!(before > 0.0)) return false;
        double a = Vectors.dot(y, p);
        Vectors.add(p, -a, y);
        Vectors.add(hp, -a, hy);
        double b = Vectors.dot(r, p);
        Vectors.add(p, -b, r);
        Vectors.add(hp, -b, hr);
        double after = Vectors.norm(p);
        if (!(after > INDEPENDENT * before)) return false;
        Vectors.scale(p, 1.0 / after);
        Vectors.scale(hp, 1.0 / after);
        return true;
    }

    /** The lowest eigenvector of the Hessian in the span. */
    private double[] lowest(boolean third) {
        double[][] a = small.matrix();
        a[0][0] = Vectors.dot(y, hy);
        a[0][1] = a[1][0] = Vectors.dot(y, hr);
        a[1][1] = Vectors.dot(r, hr);
        if (third) {
            a[0][2] = a[2][0] = Vectors.dot(y, hp);
            a[1][2] = a[2][1] = Vectors.dot(r, hp);
            a[2][2] = Vectors.dot(p, hp);
        }
        return small.lowest(third ? 3 : 2);
    }

    /** y becomes a y + b r + c p, the new direction b r + c p, with their products. */
    private void combine(double a, double[] was, double[] image, double b, double c) {
        for (int i = 0; i < was.length; i++) {
            double direction = b * r[i] + c * p[i];
            double moved = b * hr[i] + c * hp[i];
            p[i] = direction;
            hp[i] = moved;
            was[i] = a * was[i] + direction;
            image[i] = a * image[i] + moved;
        }
        double length = Vectors.norm(y);
        Vectors.scale(y, 1.0 / length);
        Vectors.scale(hy, 1.0 / length);
    }
}
