package rugged.meanfield.sequence;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.special.Erf;
import rugged.meanfield.narrow.Panels;

/**
 * Points z and weights of averages over independent standard normal numbers: of a few by products of Gauss's rule, of more by a lattice of good distances (quasi-Monte Carlo; the additive recurrence of the generalised golden ratio), each
 * point with its negative, and all of them stretched so that second moments are exact. A lattice of 20,000 points is good to about 1e-3 of smooth functions.
 *
 * @param dimension numbers of a point
 * @param points one after the other
 * @param weights whose sum is 1
 */
record GaussNodes(int dimension, double[] points, double[] weights) {
    private static final int MOST_OF_A_PRODUCT = 5;
    private static final int MOST_EACH = 32;
    private static final int FEWEST = 4;
    private static final double MARGIN = 1.5;
    private static final double LEAST = 0.25;

    /** One point, of nothing. */
    static final GaussNodes NOTHING = new GaussNodes(0, new double[0], new double[] {1.0});

    /** About so many points. */
    static GaussNodes about(int dimension, int count) {
        if (dimension == 0) return NOTHING;
        if (dimension > MOST_OF_A_PRODUCT) return lattice(dimension, count / 2);
        // even, since at 0 the answers of losses that know no sign are not smooth
        return power(rule(even(Math.pow(count, 1.0 / dimension))), dimension);
    }

    /**
     * About so many points, the last numbers with fewer each: those of a narrow law, over which what is averaged hardly bends.
     *
     * @param width of their law beside the range over which the others make them vary
     */
    static GaussNodes about(int wide, int narrow, double width, int count) {
        if (narrow == 0 || wide + narrow > MOST_OF_A_PRODUCT) return about(wide + narrow, count);
        double share = Math.clamp(MARGIN * width, LEAST, 1.0);
        double each = Math.pow(count * Math.pow(share, -narrow), 1.0 / (wide + narrow));
        int many = even(each);
        int few = even(share * each);
        return power(rule(many), wide).times(power(rule(few), narrow));
    }

    private static int even(double each) {
        return 2 * (Math.clamp((int) Math.floor(each + 1e-9), FEWEST, MOST_EACH) / 2);
    }

    private static final GaussNodes[] RULES = new GaussNodes[MOST_EACH + 1];

    /** Gauss's rule of so many points, computed once. */
    static GaussNodes rule(int count) {
        synchronized (RULES) {
            if (RULES[count] == null) RULES[count] = computed(count);
            return RULES[count];
        }
    }

    private static GaussNodes computed(int count) {
        GaussIntegrator rule = new GaussIntegratorFactory().hermite(count);
        double[] points = new double[count];
        double[] weights = new double[count];
        for (int k = 0; k < count; k++) {
            points[k] = Math.sqrt(2.0) * rule.getPoint(k);
            weights[k] = rule.getWeight(k) / Math.sqrt(Math.PI);
        }
        return new GaussNodes(1, points, weights);
    }

    /** One number, on panels. */
    static GaussNodes of(Panels panels) {
        return new GaussNodes(1, panels.z, panels.weights);
    }

    static GaussNodes power(GaussNodes one, int dimension) {
        GaussNodes all = NOTHING;
        for (int k = 0; k < dimension; k++) all = all.times(one);
        return all;
    }

    /** All pairs. */
    GaussNodes times(GaussNodes other) {
        int n = weights.length;
        int p = other.weights.length;
        int d = dimension + other.dimension;
        double[] pairs = new double[n * p * d];
        double[] both = new double[n * p];
        for (int a = 0; a < n; a++)
            for (int b = 0; b < p; b++) {
                int at = a * p + b;
                System.arraycopy(points, a * dimension, pairs, at * d, dimension);
                System.arraycopy(other.points, b * other.dimension, pairs, at * d + dimension, other.dimension);
                both[at] = weights[a] * other.weights[b];
            }
        return new GaussNodes(d, pairs, both);
    }

    /** By the generalised golden ratio. */
    static GaussNodes lattice(int dimension, int pairs) {
        double ratio = 2.0;
        for (int k = 0; k < 100; k++) ratio = Math.pow(1.0 + ratio, 1.0 / (dimension + 1.0));
        double[] points = new double[2 * pairs * dimension];
        double[] weights = new double[2 * pairs];
        java.util.Arrays.fill(weights, 0.5 / pairs);
        for (int k = 0; k < pairs; k++)
            for (int j = 0; j < dimension; j++) {
                double u = 0.5 + (k + 1.0) * Math.pow(ratio, -(j + 1.0));
                double z = Math.sqrt(2.0) * Erf.erfInv(2.0 * (u - Math.floor(u)) - 1.0);
                points[2 * k * dimension + j] = z;
                points[(2 * k + 1) * dimension + j] = -z;
            }
        whiten(dimension, points);
        return new GaussNodes(dimension, points, weights);
    }

    /** Makes second moments those of independent standard normal numbers, so that quadratic functions are exact. */
    private static void whiten(int n, double[] points) {
        int count = points.length / n;
        double[] second = new double[n * n];
        for (int p = 0; p < count; p++)
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++) second[i * n + j] += points[p * n + i] * points[p * n + j] / count;
        if (!SmallMatrix.factor(second, n)) return;
        for (int p = 0; p < count; p++)
            for (int i = 0; i < n; i++) {
                double sum = points[p * n + i];
                for (int k = 0; k < i; k++) sum -= second[i * n + k] * points[p * n + k];
                points[p * n + i] = sum / second[i * n + i];
            }
    }
}
