package rugged.geometry;

import java.util.Locale;

/** The sphere |x|^2 = n, n the number of its coordinates. Its constraint is c = (|x|^2 - n)/2, so that mu = -x.g/|x|^2 and the Hessian is P (H + mu) P. */
record Sphere() implements Factor {
    @Override
    public void tangent(double[] x, double[] v, int from, int to) {
        double overlap = dot(x, v, from, to) / (to - from);
        for (int i = from; i < to; i++) v[i] -= overlap * x[i];
    }

    @Override
    public void retract(double[] x, int from, int to) {
        double factor = Math.sqrt((to - from) / dot(x, x, from, to));
        for (int i = from; i < to; i++) x[i] *= factor;
    }

    @Override
    public double violation(double[] x, int from, int to) {
        return Math.abs(dot(x, x, from, to) / (to - from) - 1.0);
    }

    @Override
    public String place(double[] x, int from, int to) {
        return String.format(Locale.ROOT, "|x|^2/N = %.8g", dot(x, x, from, to) / (to - from));
    }

    @Override
    public int constraints() {
        return 1;
    }

    @Override
    public void normal(double[] x, int k, double[] n, int from, int to) {
        System.arraycopy(x, from, n, from, to - from);
    }

    @Override
    public void multipliers(double[] x, double[] g, double[] mu, int first, int from, int to) {
        int n = to - from;
        mu[first] = -(dot(x, g, from, to) / n) / (dot(x, x, from, to) / n);
    }

    @Override
    public void bend(double[] x, double[] mu, int first, double[] v, double[] hv, int from, int to) {
        double factor = mu[first];
        for (int i = from; i < to; i++) hv[i] += factor * v[i];
    }

    @Override
    public void bendDiagonal(double[] x, double[] mu, int first, double[] d, int from, int to) {
        for (int i = from; i < to; i++) d[i] += mu[first];
    }

    /** The velocity is the projection of d, shortened as the retraction shortens. */
    @Override
    public double slope(double[] before, double[] y, double[] g, double[] d, int from, int to) {
        return dot(g, d, from, to) / (Math.sqrt(dot(before, before, from, to)) / Math.sqrt(to - from));
    }

    /** R^2 angle^2, the angle from the chord c: 2 asin(c/(2R)), which keeps the digits of points close together. */
    @Override
    public double squaredDistance(double[] a, double[] b, int from, int to) {
        int n = to - from;
        double half = Math.min(1.0, 0.5 * Math.sqrt(squaredDifference(0.0, a, b, from, to) / n));
        double angle = 2.0 * Math.asin(half);
        return n * angle * angle;
    }

    /** v - (y.v)/(n + x.y) (x + y). Undefined, and not finite, between opposite points. */
    @Override
    public void transport(double[] x, double[] y, double[] v, int from, int to) {
        double factor = dot(y, v, from, to) / (to - from + dot(x, y, from, to));
        for (int i = from; i < to; i++) v[i] -= factor * (x[i] + y[i]);
    }

    /** A great circle: x cos(wt) + (p/w) sin(wt), w = |p|/|x|. The projections at the end remove rounding only. */
    @Override
    public void geodesic(double[] x, double[] p, double t, int from, int to) {
        double rate = Math.sqrt(dot(p, p, from, to) / dot(x, x, from, to));
        double cos = Math.cos(rate * t);
        double sin = Math.sin(rate * t);
        double forward = rate == 0.0 ? t : sin / rate;
        for (int i = from; i < to; i++) {
            double at = x[i];
            x[i] = cos * at + forward * p[i];
            p[i] = cos * p[i] - rate * sin * at;
        }
        retract(x, from, to);
        tangent(x, p, from, to);
    }

    private static double dot(double[] a, double[] b, int from, int to) {
        double sum = 0.0;
        for (int i = from; i < to; i++) sum += a[i] * b[i];
        return sum;
    }
}
