package rugged.num.kernel;

/** The reference: one normal pair at a time. */
final class ScalarNormals implements CounterNormals {
    /** The multipliers and key increments of Philox 4x32 (Salmon et al. 2011, section 4.3; the increments are the golden ratio and sqrt(3) - 1). */
    static final long M0 = 0xD2511F53L;

    static final long M1 = 0xCD9E8D57L;
    static final int W0 = 0x9E3779B9;
    static final int W1 = 0xBB67AE85;
    static final int ROUNDS = 10;
    static final long LOW = 0xFFFFFFFFL;

    /** Bits of 1.0, of sqrt(1/2), of 2^52, and of the mantissa. */
    static final long ONE = 0x3FF0000000000000L;

    static final long ROOT_HALF = 0x3FE6A09E667F3BCDL;
    static final long TWO_52 = 0x4330000000000000L;
    static final long MANTISSA = 0x000FFFFFFFFFFFFFL;

    /** 2^52 + 1023: takes an exponent, read as an integer, back to its value. */
    static final double EXPONENT_BIAS = 0x1.0p52 + 1023.0;

    static final double LN2 = 0.6931471805599453;
    static final double HALF_PI = 1.5707963267948966;

    @Override
    public void fill(long key, long domain, long first, int blocks, double[] out) {
        for (int block = 0; block < blocks; block++) {
            int base = block * BLOCK;
            for (int lane = 0; lane < 8; lane++) pair(key, domain, (first + block) * 8 + lane, out, base + lane);
        }
    }

    static double at(long key, long domain, long index, double[] scratch) {
        pair(key, domain, (index >> 4) * 8 + (index & 7), scratch, 0);
        return scratch[(int) (index & 8)];
    }

    /** The normals of one counter, to out[at] and out[at + 8]. */
    private static void pair(long key, long domain, long counter, double[] out, int at) {
        long c0 = counter & LOW;
        long c1 = counter >>> 32;
        long c2 = domain & LOW;
        long c3 = domain >>> 32;
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = M0 * c0;
            long p1 = M1 * c2;
            c0 = (p1 >>> 32) ^ c1 ^ (k0 & LOW);
            c2 = (p0 >>> 32) ^ c3 ^ (k1 & LOW);
            c1 = p1 & LOW;
            c3 = p0 & LOW;
            k0 += W0;
            k1 += W1;
        }
        long a = c0 | (c1 << 32);
        long b = c2 | (c3 << 32);
        double radius = Math.sqrt(minusLog(2.0 - Double.longBitsToDouble((a >>> 12) | ONE)));
        double angle = (Double.longBitsToDouble((b >>> 12) | ONE) - 1.5) * HALF_PI;
        double square = angle * angle;
        double sine = sine(angle, square);
        double cosine = cosine(square);
        out[at] = signed(radius * (cosine - sine), a);
        out[at + 8] = signed(radius * (cosine + sine), b);
    }

    /** z with its sign turned when the lowest bit, which no uniform uses, is set. */
    private static double signed(double z, long bits) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(z) ^ (bits << 63));
    }

    /** -ln u for u = 2^e m in [2^-52, 1]: ln m = 2 (s + s^3/3 + s^5/5 + ...), s = (m - 1)/(m + 1), |s| below 0.172 for m in [sqrt(1/2), sqrt 2). */
    private static double minusLog(double u) {
        long bits = Double.doubleToRawLongBits(u) + (ONE - ROOT_HALF);
        double exponent = Double.longBitsToDouble((bits >>> 52) | TWO_52) - EXPONENT_BIAS;
        double m = Double.longBitsToDouble((bits & MANTISSA) + ROOT_HALF);
        double s = (m - 1.0) / (m + 1.0);
        double square = s * s;
        double sum = 1.0 / 21.0;
        sum = Math.fma(sum, square, 1.0 / 19.0);
        sum = Math.fma(sum, square, 1.0 / 17.0);
        sum = Math.fma(sum, square, 1.0 / 15.0);
        sum = Math.fma(sum, square, 1.0 / 13.0);
        sum = Math.fma(sum, square, 1.0 / 11.0);
        sum = Math.fma(sum, square, 1.0 / 9.0);
        sum = Math.fma(sum, square, 1.0 / 7.0);
        sum = Math.fma(sum, square, 1.0 / 5.0);
        sum = Math.fma(sum, square, 1.0 / 3.0);
        sum = Math.fma(sum, square, 1.0);
        return Math.fma(exponent, -LN2, (s + s) * -sum);
    }

    /** sin t for |t| up to pi/4, to t^15. */
    private static double sine(double t, double square) {
        double sum = -1.0 / 1307674368000.0;
        sum = Math.fma(sum, square, 1.0 / 6227020800.0);
        sum = Math.fma(sum, square, -1.0 / 39916800.0);
        sum = Math.fma(sum, square, 1.0 / 362880.0);
        sum = Math.fma(sum, square, -1.0 / 5040.0);
        sum = Math.fma(sum, square, 1.0 / 120.0);
        sum = Math.fma(sum, square, -1.0 / 6.0);
        return Math.fma(sum * square, t, t);
    }

    /** cos t for |t| up to pi/4, to t^16. */
    private static double cosine(double square) {
        double sum = 1.0 / 20922789888000.0;
        sum = Math.fma(sum, square, -1.0 / 87178291200.0);
        sum = Math.fma(sum, square, 1.0 / 479001600.0);
        sum = Math.fma(sum, square, -1.0 / 3628800.0);
        sum = Math.fma(sum, square, 1.0 / 40320.0);
        sum = Math.fma(sum, square, -1.0 / 720.0);
        sum = Math.fma(sum, square, 1.0 / 24.0);
        sum = Math.fma(sum, square, -0.5);
        return Math.fma(sum, square, 1.0);
    }
}
