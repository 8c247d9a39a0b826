package rugged.landscape.cluster;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import rugged.num.kernel.KernelChoice;

/** The product of the Hessian of a Lennard-Jones cluster with a vector, in the order of {@link LennardJonesSweep}: the same bits for every length of vectors, and in plain Java. Its own scratch: one thread. */
final class LennardJonesProduct {
    private static final boolean VECTOR = KernelChoice.best().name().startsWith("vector");
    private static final int BLOCK = 8;
    private static final double NOWHERE = 1e3;

    /** Not where all fit into one block: vectors are objects until their loops are compiled. */
    private final boolean wide;

    private final int atoms;
    private final int padded;

    /** x, y and z of all atoms, and those of the vector, one after the other. */
    private final double[] places;

    /** Products over 24, one coordinate after the other. */
    private final double[] sums;

    LennardJonesProduct(int atoms) {
        this.atoms = atoms;
        wide = VECTOR && atoms > BLOCK;
        padded = (atoms + BLOCK - 1) / BLOCK * BLOCK;
        places = new double[6 * padded];
        sums = new double[3 * padded];
        Arrays.fill(places, NOWHERE);
    }

    /** Overwrites hv[3 n] with the product at x[3 n] with v[3 n]. */
    void of(double[] x, double[] v, double[] hv) {
        for (int i = 0, k = 0; i < atoms; i++)
            for (int axis = 0; axis < 3; axis++, k++) {
                places[axis * padded + i] = x[k];
                places[(3 + axis) * padded + i] = v[k];
            }
        Arrays.fill(sums, 0.0);
        if (wide) for (int i = 0; i < padded; i += Wide.LANES) Wide.add(places, sums, padded, i, atoms);
        else plain(places, sums, padded, atoms);
        for (int i = 0, k = 0; i < atoms; i++)
            for (int axis = 0; axis < 3; axis++, k++) hv[k] = 24.0 * sums[axis * padded + i];
    }

    /** A pair adds a w + b d (d.w) with w = v_i - v_j, a/24 = u s (1 - 2 s), b/24 = 4 u^2 s (7 s - 2) where u = 1/r^2 and s = u^3. */
    static void plain(double[] p, double[] sums, int m, int atoms) {
        for (int i = 0; i < atoms; i++)
            for (int j = 0; j < atoms; j++) {
                double dx = p[i] - p[j];
                double dy = p[m + i] - p[m + j];
                double dz = p[2 * m + i] - p[2 * m + j];
                double wx = p[3 * m + i] - p[3 * m + j];
                double wy = p[4 * m + i] - p[4 * m + j];
                double wz = p[5 * m + i] - p[5 * m + j];
                double u = j == i ? 0.0 : 1.0 / Math.fma(dx, dx, Math.fma(dy, dy, dz * dz));
                double s = u * u * u;
                double us = u * s;
                double a = us * Math.fma(s, -2.0, 1.0);
                double b = us * u * Math.fma(s, 28.0, -8.0) * Math.fma(dx, wx, Math.fma(dy, wy, dz * wz));
                sums[i] = Math.fma(a, wx, Math.fma(b, dx, sums[i]));
                sums[m + i] = Math.fma(a, wy, Math.fma(b, dy, sums[m + i]));
                sums[2 * m + i] = Math.fma(a, wz, Math.fma(b, dz, sums[2 * m + i]));
            }
    }

    /** The loop in vectors; a class of its own, so that it is not loaded where there are none. */
    private static final class Wide {
        private static final VectorSpecies<Double> SPECIES = VectorSpecies.of(
                double.class, VectorShape.forBitSize(Math.min(512, DoubleVector.SPECIES_PREFERRED.vectorBitSize())));
        static final int LANES = SPECIES.length();
        private static final DoubleVector ONE = DoubleVector.broadcast(SPECIES, 1.0);
        private static final DoubleVector MINUS_TWO = DoubleVector.broadcast(SPECIES, -2.0);
        private static final DoubleVector STEEP = DoubleVector.broadcast(SPECIES, 28.0);
        private static final DoubleVector SHALLOW = DoubleVector.broadcast(SPECIES, -8.0);

        private Wide() {}

        static void add(double[] p, double[] sums, int m, int i, int atoms) {
            DoubleVector fx = DoubleVector.fromArray(SPECIES, sums, i);
            DoubleVector fy = DoubleVector.fromArray(SPECIES, sums, m + i);
            DoubleVector fz = DoubleVector.fromArray(SPECIES, sums, 2 * m + i);
            for (int j = 0; j < atoms; j++) {
                DoubleVector dx = DoubleVector.fromArray(SPECIES, p, i).sub(p[j]);
                DoubleVector dy = DoubleVector.fromArray(SPECIES, p, m + i).sub(p[m + j]);
                DoubleVector dz = DoubleVector.fromArray(SPECIES, p, 2 * m + i).sub(p[2 * m + j]);
                DoubleVector wx = DoubleVector.fromArray(SPECIES, p, 3 * m + i).sub(p[3 * m + j]);
                DoubleVector wy = DoubleVector.fromArray(SPECIES, p, 4 * m + i).sub(p[4 * m + j]);
                DoubleVector wz = DoubleVector.fromArray(SPECIES, p, 5 * m + i).sub(p[5 * m + j]);
                DoubleVector u = ONE.div(dx.fma(dx, dy.fma(dy, dz.mul(dz))));
                int own = j - i;
                if (own >= 0 && own < LANES) u = u.withLane(own, 0.0);
                DoubleVector s = u.mul(u).mul(u);
                DoubleVector us = u.mul(s);
                DoubleVector a = us.mul(s.fma(MINUS_TWO, ONE));
                DoubleVector along = dx.fma(wx, dy.fma(wy, dz.mul(wz)));
                DoubleVector b = us.mul(u).mul(s.fma(STEEP, SHALLOW)).mul(along);
                fx = a.fma(wx, b.fma(dx, fx));
                fy = a.fma(wy, b.fma(dy, fy));
                fz = a.fma(wz, b.fma(dz, fz));
            }
            fx.intoArray(sums, i);
            fy.intoArray(sums, m + i);
            fz.intoArray(sums, 2 * m + i);
        }
    }
}
