package rugged.num;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** One pass over a row of two triangular arrays that does four sums at once, so that each element is read from memory once. */
public final class TriangleSums {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final boolean VECTOR = Kernels.best() instanceof VectorKernels;

    private TriangleSums() {}

    /**
     * For j below count: upC[j] += byC c[at + j] and upR[j] += byR r[at + j]; and the dot products of both with weights.
     *
     * @param dots overwritten: sum_j weightC[j] c[at + j], sum_j weightR[j] r[at + j]
     */
    public static void row(
            double[] c,
            double[] r,
            int at,
            int count,
            double byC,
            double byR,
            double[] upC,
            double[] upR,
            double[] weightC,
            double[] weightR,
            double[] dots) {
        int j = VECTOR ? vectors(c, r, at, count, byC, byR, upC, upR, weightC, weightR, dots) : clear(dots);
        double dotC = dots[0];
        double dotR = dots[1];
        for (; j < count; j++) {
            double correlation = c[at + j];
            double response = r[at + j];
            upC[j] = Math.fma(byC, correlation, upC[j]);
            upR[j] = Math.fma(byR, response, upR[j]);
            dotC = Math.fma(weightC[j], correlation, dotC);
            dotR = Math.fma(weightR[j], response, dotR);
        }
        dots[0] = dotC;
        dots[1] = dotR;
    }

    private static int clear(double[] dots) {
        dots[0] = 0;
        dots[1] = 0;
        return 0;
    }

    private static int vectors(
            double[] c,
            double[] r,
            int at,
            int count,
            double byC,
            double byR,
            double[] upC,
            double[] upR,
            double[] weightC,
            double[] weightR,
            double[] dots) {
        DoubleVector sumC = DoubleVector.zero(SPECIES);
        DoubleVector sumR = DoubleVector.zero(SPECIES);
        DoubleVector factorC = DoubleVector.broadcast(SPECIES, byC);
        DoubleVector factorR = DoubleVector.broadcast(SPECIES, byR);
        int end = count - count % LANES;
        for (int j = 0; j < end; j += LANES) {
            DoubleVector correlation = DoubleVector.fromArray(SPECIES, c, at + j);
            DoubleVector response = DoubleVector.fromArray(SPECIES, r, at + j);
            factorC.fma(correlation, DoubleVector.fromArray(SPECIES, upC, j)).intoArray(upC, j);
            factorR.fma(response, DoubleVector.fromArray(SPECIES, upR, j)).intoArray(upR, j);
            sumC = correlation.fma(DoubleVector.fromArray(SPECIES, weightC, j), sumC);
            sumR = response.fma(DoubleVector.fromArray(SPECIES, weightR, j), sumR);
        }
        dots[0] = Lanes.sum(sumC);
        dots[1] = Lanes.sum(sumR);
        return end;
    }
}
