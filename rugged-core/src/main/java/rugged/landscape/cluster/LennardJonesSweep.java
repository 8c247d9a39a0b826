package rugged.landscape.cluster;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import rugged.num.kernel.KernelChoice;

/**
 * Energy and gradient of a Lennard-Jones cluster: every atom of a vector feels every other, one after the other, so that each sum is taken by one lane alone, in the order of the atoms, whatever
 * the length of vectors: the same bits on every machine, and in plain Java. Two pairs share a division, which is what such sums wait for: 1/a = b/(a b). Its own scratch: one thread.
 */
final class LennardJonesSweep {
    private static final boolean VECTOR = KernelChoice.best().name().startsWith("vector");

    /** Atoms are taken in blocks of as many as fit into the longest vectors. */
    private static final int BLOCK = 8;

    /** Where atoms that are not there stand: their sums are not read. */
    private static final double NOWHERE = 1e3;

    /** Not where all fit into one block: vectors are objects until their loops are compiled. */
    private final boolean wide;

    private final int atoms;
    private final int padded;

    /** x, y and z of all atoms, one after the other. */
    private final double[] places;

    /** Sums over the others: of dE/dx/24, dE/dy/24, dE/dz/24, and of V/4, one after the other. */
    private final double[] sums;

    LennardJonesSweep(int atoms) {
        this.atoms = atoms;
        wide = VECTOR && atoms > BLOCK;
        padded = (atoms + BLOCK - 1) / BLOCK * BLOCK;
        places = new double[3 * padded];
        sums = new double[4 * padded];
        Arrays.fill(places, NOWHERE);
    }

    /** Overwrites g[3 n] with dE/dx and returns E. */
    double energyAndGradient(double[] x, double[] g) {
        double energy = energy(x);
        for (int i = 0, k = 0; i < atoms; i++, k += 3) {
            g[k] = 24.0 * sums[i];
            g[k + 1] = 24.0 * sums[padded + i];
            g[k + 2] = 24.0 * sums[2 * padded + i];
        }
        return energy;
    }

    /** E, and the sums of every atom. */
    double energy(double[] x) {
        for (int i = 0, k = 0; i < atoms; i++, k += 3) {
            places[i] = x[k];
            places[padded + i] = x[k + 1];
            places[2 * padded + i] = x[k + 2];
        }
        Arrays.fill(sums, 0.0);
        for (int i = 0; i < padded; i += BLOCK) {
            int end = Math.min(i + BLOCK, atoms);
            if (wide) vectors(i, end);
            else LennardJonesPairs.block(places, sums, padded, atoms, i, end);
        }
        return 2.0 * total();
    }

    private void vectors(int block, int end) {
        for (int i = block; i < block + BLOCK; i += Wide.LANES) {
            Wide.away(places, sums, padded, i, 0, block);
            Wide.near(places, sums, padded, i, block, end);
            Wide.away(places, sums, padded, i, end, atoms);
        }
    }

    /** The sum of the energies of atoms, in four chains. */
    private double total() {
        int at = 3 * padded;
        double one = 0.0;
        double two = 0.0;
        double three = 0.0;
        double four = 0.0;
        int i = 0;
        for (; i + 4 <= atoms; i += 4) {
            one += sums[at + i];
            two += sums[at + i + 1];
            three += sums[at + i + 2];
            four += sums[at + i + 3];
        }
        for (; i < atoms; i++) one += sums[at + i];
        return (one + two) + (three + four);
    }

    /** The loops in vectors; a class of its own, so that it is not loaded where there are none. */
    private static final class Wide {
        private static final VectorSpecies<Double> SPECIES = VectorSpecies.of(
                double.class, VectorShape.forBitSize(Math.min(512, DoubleVector.SPECIES_PREFERRED.vectorBitSize())));
        static final int LANES = SPECIES.length();
        private static final DoubleVector ONE = DoubleVector.broadcast(SPECIES, 1.0);
        private static final DoubleVector MINUS_TWO = DoubleVector.broadcast(SPECIES, -2.0);

        private Wide() {}

        /** What atoms from {@code from} on up to {@code to}, none of which is in the vector, add to the sums of the vector of atoms at i. The last of an odd number is taken with itself, and counted once. */
        static void away(double[] p, double[] sums, int m, int i, int from, int to) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, p, i);
            DoubleVector y = DoubleVector.fromArray(SPECIES, p, m + i);
            DoubleVector z = DoubleVector.fromArray(SPECIES, p, 2 * m + i);
            DoubleVector gx = DoubleVector.fromArray(SPECIES, sums, i);
            DoubleVector gy = DoubleVector.fromArray(SPECIES, sums, m + i);
            DoubleVector gz = DoubleVector.fromArray(SPECIES, sums, 2 * m + i);
            DoubleVector e = DoubleVector.fromArray(SPECIES, sums, 3 * m + i);
            for (int j = from; j < to; j += 2) {
                int k = Math.min(j + 1, to - 1);
                DoubleVector ax = x.sub(p[j]);
                DoubleVector ay = y.sub(p[m + j]);
                DoubleVector az = z.sub(p[2 * m + j]);
                DoubleVector a = ax.fma(ax, ay.fma(ay, az.mul(az)));
                DoubleVector bx = x.sub(p[k]);
                DoubleVector by = y.sub(p[m + k]);
                DoubleVector bz = z.sub(p[2 * m + k]);
                DoubleVector b = bx.fma(bx, by.fma(by, bz.mul(bz)));
                DoubleVector both = ONE.div(a.mul(b));
                DoubleVector u = both.mul(b);
                DoubleVector s = u.mul(u).mul(u);
                e = s.fma(s.sub(ONE), e);
                DoubleVector pull = s.mul(u).mul(s.fma(MINUS_TWO, ONE));
                gx = pull.fma(ax, gx);
                gy = pull.fma(ay, gy);
                gz = pull.fma(az, gz);
                if (k == j) break;
                u = both.mul(a);
                s = u.mul(u).mul(u);
                e = s.fma(s.sub(ONE), e);
                pull = s.mul(u).mul(s.fma(MINUS_TWO, ONE));
                gx = pull.fma(bx, gx);
                gy = pull.fma(by, gy);
                gz = pull.fma(bz, gz);
            }
            gx.intoArray(sums, i);
            gy.intoArray(sums, m + i);
            gz.intoArray(sums, 2 * m + i);
            e.intoArray(sums, 3 * m + i);
        }

        /** The same of atoms that may be in the vector, which feel nothing of themselves; a division each. */
        static void near(double[] p, double[] sums, int m, int i, int from, int to) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, p, i);
            DoubleVector y = DoubleVector.fromArray(SPECIES, p, m + i);
            DoubleVector z = DoubleVector.fromArray(SPECIES, p, 2 * m + i);
            DoubleVector gx = DoubleVector.fromArray(SPECIES, sums, i);
            DoubleVector gy = DoubleVector.fromArray(SPECIES, sums, m + i);
            DoubleVector gz = DoubleVector.fromArray(SPECIES, sums, 2 * m + i);
            DoubleVector e = DoubleVector.fromArray(SPECIES, sums, 3 * m + i);
            for (int j = from; j < to; j++) {
                DoubleVector dx = x.sub(p[j]);
                DoubleVector dy = y.sub(p[m + j]);
                DoubleVector dz = z.sub(p[2 * m + j]);
                DoubleVector u = ONE.div(dx.fma(dx, dy.fma(dy, dz.mul(dz))));
                int own = j - i;
                if (own >= 0 && own < LANES) u = u.withLane(own, 0.0);
                DoubleVector s = u.mul(u).mul(u);
                e = s.fma(s.sub(ONE), e);
                DoubleVector pull = s.mul(u).mul(s.fma(MINUS_TWO, ONE));
                gx = pull.fma(dx, gx);
                gy = pull.fma(dy, gy);
                gz = pull.fma(dz, gz);
            }
            gx.intoArray(sums, i);
            gy.intoArray(sums, m + i);
            gz.intoArray(sums, 2 * m + i);
            e.intoArray(sums, 3 * m + i);
        }
    }
}
