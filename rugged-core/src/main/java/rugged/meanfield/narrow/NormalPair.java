package rugged.meanfield.narrow;

/**
 * Averages over two correlated normal numbers omega ~ N(0, q), q a covariance that may have an eigenvalue 0, of functions of even parity: a grid of equal steps along the eigenvectors, half of it for the parity. For functions that are analytic over the scale of a step errors fall exponentially with it.
 */
final class NormalPair {
    private static final double REACH = 8.0;
    private static final double ROOT_HALF = Math.sqrt(0.5);

    /** What is averaged. */
    @FunctionalInterface
    interface Summand {
        /**
         * A point.
         *
         * @param z1 along the first eigenvector, a standard normal number
         * @param z2 along the second
         * @param weight its share of the average
         */
        void at(double z1, double z2, double omega1, double omega2, double weight);
    }

    /** Eigenvalues of q. */
    final double large;

    final double small;
    /** The eigenvector of the larger one is (cosine, sine), the other (-sine, cosine). */
    final double cosine;

    final double sine;

    NormalPair(double q11, double q22, double q12) {
        double middle = 0.5 * (q11 + q22);
        double half = 0.5 * (q11 - q22);
        double radius = Math.hypot(half, q12);
        large = middle + radius;
        small = Math.max(0.0, large > 0.0 ? (q11 * q22 - q12 * q12) / large : 0.0);
        if (q11 == q22) {
            cosine = ROOT_HALF;
            sine = q12 < 0.0 ? -ROOT_HALF : ROOT_HALF;
        } else {
            double angle = 0.5 * Math.atan2(q12, half);
            cosine = Math.cos(angle);
            sine = Math.sin(angle);
        }
    }

    /**
     * Visits the points of a grid.
     *
     * @param step1 along the first eigenvector, in units of the standard deviation
     * @param step2 along the second
     */
    void visit(double step1, double step2, Summand summand) {
        int first = (int) Math.ceil(REACH / step1);
        int second = (int) Math.ceil(REACH / step2);
        double root1 = Math.sqrt(large);
        double root2 = Math.sqrt(small);
        double share = step1 * step2 / Math.PI;
        for (int i = 0; i < first; i++) {
            double z1 = (i + 0.5) * step1;
            for (int k = -second; k < second; k++) {
                double z2 = (k + 0.5) * step2;
                if (z1 * z1 + z2 * z2 > REACH * REACH) continue;
                double weight = share * Math.exp(-0.5 * (z1 * z1 + z2 * z2));
                double u = root1 * z1;
                double v = root2 * z2;
                summand.at(z1, z2, cosine * u - sine * v, sine * u + cosine * v, weight);
            }
        }
    }
}
