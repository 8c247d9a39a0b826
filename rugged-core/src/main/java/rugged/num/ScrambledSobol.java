package rugged.num;

import org.hipparchus.random.SobolSequenceGenerator;

/**
 * The first 2^m points of Sobol's sequence in s dimensions, scrambled at random (Owen's nested scrambling): digit b of a coordinate in base 2 is flipped or not, by a choice of its own for each value of the digits before it. Each point by itself is then uniform on the cube,
 * and together they stay what they were, a (t, m, s)-net: every interval of 2^(t - m) in volume that halvings of single coordinates make holds 2^t of them. So an average over them has no bias, averages over independent scramblings say its error, and for smooth functions that error falls
 * nearly as n^(-3/2) where that of independent points falls as n^(-1/2). About s m 2^m steps of mixing.
 *
 * <p>Source: Sobol, USSR Comput. Math. Math. Phys. 7, 86 (1967); Owen, Ann. Statist. 25, 1541 (1997); direction numbers of Joe and Kuo, SIAM J. Sci. Comput. 30, 2635 (2008), as Hipparchus has them, up to 21201 dimensions.
 */
public final class ScrambledSobol {
    private static final int BITS = 32;
    private static final double UNIT = 0x1p-32;
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final int dimension;
    private final int digits;

    /**
     * @param dimension s
     * @param digits m, at most 30
     */
    public ScrambledSobol(int dimension, int digits) {
        if (dimension < 1 || digits < 0 || digits > 30)
            throw new IllegalArgumentException("dimension " + dimension + ", 2^" + digits + " points");
        this.dimension = dimension;
        this.digits = digits;
    }

    /** The points themselves [2^m s], the first at the origin. */
    public double[] plain() {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimension);
        int count = 1 << digits;
        double[] points = new double[count * dimension];
        for (int p = 0; p < count; p++) System.arraycopy(sequence.nextVector(), 0, points, p * dimension, dimension);
        return points;
    }

    /** The points scrambled [2^m s], all inside of the cube; those of different indices are independent. */
    public double[] scrambled(Streams random, long index) {
        double[] points = plain();
        RandomStream keys = random.stream("scrambling", index);
        long[] key = new long[dimension];
        for (int j = 0; j < dimension; j++) key[j] = keys.nextLong();
        for (int k = 0; k < points.length; k++) points[k] = scrambled((long) (points[k] / UNIT), key[k % dimension]);
        return points;
    }

    /** Digits from the first down, each flipped by what those before it are; those beyond the m-th, by which no two points differ, all at once. */
    private double scrambled(long digitsOf, long key) {
        long flipped = 0L;
        for (int b = 1; b <= digits; b++) {
            long before = digitsOf >>> (BITS - b + 1);
            // a leading 1 tells the beginnings 0 and 00 apart
            long coin = Streams.mix(key + ODD * ((1L << (b - 1)) | before)) >>> 63;
            flipped = flipped << 1 | (digitsOf >>> (BITS - b) & 1L) ^ coin;
        }
        int rest = BITS - digits;
        long whole = digitsOf >>> rest;
        long below = Streams.mix(key + ODD * ((1L << digits) | whole)) >>> (64 - rest);
        return UNIT * ((flipped << rest | below) + 0.5);
    }
}
