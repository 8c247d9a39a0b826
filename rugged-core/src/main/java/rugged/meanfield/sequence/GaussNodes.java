package rugged.meanfield.sequence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.special.Erf;
import rugged.meanfield.narrow.Panels;
import rugged.num.ScrambledSobol;
import rugged.num.Streams;

/**
 * Points z and weights of averages over independent standard normal numbers: of a few by products of Gauss's rule, of more by Sobol's points, scrambled at random ({@link ScrambledSobol}), each
 * point with its negative, and all of them stretched so that second moments are exact. How far averages differ between scramblings is their error: 16,384 points of six to twelve numbers are good to 3e-4 ... 6e-4 of exp(0.8 z), z along their diagonal. What stretching adds to the mean over scramblings is of the order of that error squared.
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
    private static final int MOST_KEPT = 8;

    /** Of integration alone: the same whatever the seed of a study. */
    private static final Streams SCRAMBLINGS = Streams.of(0).family("integration", 0);

    /** One point, of nothing. */
    static final GaussNodes NOTHING = new GaussNodes(0, new double[0], new double[] {1.0});

    /** Whether averages over so many numbers depend on a scrambling. */
    static boolean scrambled(int dimension) {
        return dimension > MOST_OF_A_PRODUCT;
    }

    /** About so many points, of the first scrambling where there are several. */
    static GaussNodes about(int dimension, int count) {
        return about(dimension, count, 0);
    }

    /** The same of any scrambling. */
    static GaussNodes about(int dimension, int count, int scrambling) {
        if (dimension == 0) return NOTHING;
        if (scrambled(dimension)) return kept(new Scrambled(dimension, digits(count / 2), scrambling));
        // even, since at 0 the answers of losses that know no sign are not smooth
        return power(rule(even(Math.pow(count, 1.0 / dimension))), dimension);
    }

    /**
     * About so many points, the last numbers with fewer each: those of a narrow law, over which what is averaged hardly bends.
     *
     * @param width of their law beside the range over which the others make them vary
     */
    static GaussNodes about(int wide, int narrow, double width, int count, int scrambling) {
        if (narrow == 0 || scrambled(wide + narrow)) return about(wide + narrow, count, scrambling);
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

    /** Which points. */
    private record Scrambled(int dimension, int digits, int scrambling) {}

    /** Those used last: iterations ask for the same again and again. */
    private static final Map<Scrambled, GaussNodes> KEPT = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Scrambled, GaussNodes> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private static GaussNodes kept(Scrambled which) {
        synchronized (KEPT) {
            GaussNodes there = KEPT.get(which);
            if (there != null) return there;
        }
        GaussNodes made = sobol(which.dimension, which.digits, which.scrambling);
        synchronized (KEPT) {
            KEPT.put(which, made);
        }
        return made;
    }

    /** The power of two next to a number, by ratio. */
    private static int digits(int count) {
        return Math.max(0, (int) Math.round(Math.log(count) / Math.log(2.0)));
    }

    /** 2^digits scrambled points of Sobol and their negatives. */
    static GaussNodes sobol(int dimension, int digits, int scrambling) {
        double[] u = new ScrambledSobol(dimension, digits).scrambled(SCRAMBLINGS, scrambling);
        int pairs = 1 << digits;
        double[] points = new double[2 * u.length];
        double[] weights = new double[2 * pairs];
        java.util.Arrays.fill(weights, 0.5 / pairs);
        for (int k = 0; k < pairs; k++)
            for (int j = 0; j < dimension; j++) {
                double z = Math.sqrt(2.0) * Erf.erfInv(2.0 * u[k * dimension + j] - 1.0);
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
