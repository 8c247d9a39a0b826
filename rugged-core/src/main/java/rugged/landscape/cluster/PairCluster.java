package rugged.landscape.cluster;

import java.util.Arrays;

/** A cluster whose energy is a sum over pairs, E = sum_{i<j} V_ij(r): from V and its two derivatives follow gradient, product and Hessian. */
abstract class PairCluster extends OpenCluster {
    /** Of the pair last asked for: V, a = V'/r and b = (V'' - V'/r)/r^2. */
    final double[] pair = new double[3];

    PairCluster(int[] species) {
        super(species);
    }

    /** Overwrites {@link #pair} for the atoms i and j at the squared distance r^2. */
    abstract void pair(int i, int j, double square);

    @Override
    public double energy(double[] x) {
        double sum = 0.0;
        for (int i = 0; i < x.length; i += 3)
            for (int j = 0; j < i; j += 3) {
                pair(i / 3, j / 3, square(x, i, j));
                sum += pair[0];
            }
        return sum;
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
        Arrays.fill(g, 0.0);
        double sum = 0.0;
        for (int i = 0; i < x.length; i += 3)
            for (int j = 0; j < i; j += 3) {
                double dx = x[i] - x[j];
                double dy = x[i + 1] - x[j + 1];
                double dz = x[i + 2] - x[j + 2];
                pair(i / 3, j / 3, dx * dx + dy * dy + dz * dz);
                sum += pair[0];
                double pull = pair[1];
                g[i] += pull * dx;
                g[i + 1] += pull * dy;
                g[i + 2] += pull * dz;
                g[j] -= pull * dx;
                g[j + 1] -= pull * dy;
                g[j + 2] -= pull * dz;
            }
        return sum;
    }

    /** A pair adds a w + b d (d.w) with w = v_i - v_j. */
    @Override
    public void hessianVector(double[] x, double[] v, double[] hv) {
        Arrays.fill(hv, 0.0);
        for (int i = 0; i < x.length; i += 3)
            for (int j = 0; j < i; j += 3) {
                double dx = x[i] - x[j];
                double dy = x[i + 1] - x[j + 1];
                double dz = x[i + 2] - x[j + 2];
                pair(i / 3, j / 3, dx * dx + dy * dy + dz * dz);
                double a = pair[1];
                double wx = v[i] - v[j];
                double wy = v[i + 1] - v[j + 1];
                double wz = v[i + 2] - v[j + 2];
                double along = pair[2] * (dx * wx + dy * wy + dz * wz);
                double fx = a * wx + along * dx;
                double fy = a * wy + along * dy;
                double fz = a * wz + along * dz;
                hv[i] += fx;
                hv[i + 1] += fy;
                hv[i + 2] += fz;
                hv[j] -= fx;
                hv[j + 1] -= fy;
                hv[j + 2] -= fz;
            }
    }

    /** Blocks H_ij = -(a 1 + b d d^T), H_ii = -sum_{j != i} H_ij: a pair is asked for once. */
    @Override
    public final void hessian(double[] x, double[] h, double[][] scratch) {
        int n = x.length;
        Arrays.fill(h, 0, n * n, 0.0);
        for (int i = 0; i < n; i += 3)
            for (int j = 0; j < i; j += 3) {
                double dx = x[i] - x[j];
                double dy = x[i + 1] - x[j + 1];
                double dz = x[i + 2] - x[j + 2];
                pair(i / 3, j / 3, dx * dx + dy * dy + dz * dz);
                double bx = pair[2] * dx;
                double by = pair[2] * dy;
                double xx = pair[1] + bx * dx;
                double xy = bx * dy;
                double xz = bx * dz;
                double yy = pair[1] + by * dy;
                double yz = by * dz;
                double zz = pair[1] + pair[2] * dz * dz;
                add(h, i * n + i, n, xx, xy, xz, yy, yz, zz);
                add(h, j * n + j, n, xx, xy, xz, yy, yz, zz);
                add(h, i * n + j, n, -xx, -xy, -xz, -yy, -yz, -zz);
                add(h, j * n + i, n, -xx, -xy, -xz, -yy, -yz, -zz);
            }
    }

    private static void add(
            double[] h, int at, int n, double xx, double xy, double xz, double yy, double yz, double zz) {
        h[at] += xx;
        h[at + 1] += xy;
        h[at + 2] += xz;
        h[at + n] += xy;
        h[at + n + 1] += yy;
        h[at + n + 2] += yz;
        h[at + 2 * n] += xz;
        h[at + 2 * n + 1] += yz;
        h[at + 2 * n + 2] += zz;
    }
}
