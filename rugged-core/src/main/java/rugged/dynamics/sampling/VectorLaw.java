package rugged.dynamics.sampling;

import rugged.api.motion.Status;
import rugged.num.RandomStream;

/**
 * The equilibrium law of one vector unit x, |x|^2 = m, in a local field h: the density is proportional to exp(beta h.x), that of von Mises and Fisher with
 * concentration kappa = beta sqrt(m) |h|. Exact, by rejection; more than half of the trials are accepted.
 *
 * <p>Source: Wood, Commun. Stat. Simul. Comput. 23, 157 (1994). With Z of the law Beta((m-1)/2, (m-1)/2), which is that of (1 + t)/2 for the component t of a uniform
 * unit vector, the cosine is W = (1 - (1 + b) Z)/(1 - (1 - b) Z), accepted with the ratio of the densities; differences of numbers near 1 are written without cancellation, so
 * that low temperatures keep their digits.
 */
final class VectorLaw {
    /** What a sampler says where a field is not a number. */
    static final Status.Failed FAILED = new Status.Failed("the local field of a unit is not a number", Double.NaN);

    private final int m;
    private final double[] normals;

    VectorLaw(int m) {
        this.m = m;
        normals = new double[m];
    }

    /**
     * Overwrites x[at ... at + m) with a draw in the field h[from ... from + m).
     *
     * @return whether the field was finite
     */
    boolean draw(double[] h, int from, double beta, double[] x, int at, RandomStream random) {
        double square = 0.0;
        for (int a = 0; a < m; a++) square += h[from + a] * h[from + a];
        if (!Double.isFinite(square)) return false;
        double radius = Math.sqrt(m);
        double length = Math.sqrt(square);
        double kappa = length == 0.0 ? 0.0 : beta * radius * length;
        if (kappa == Double.POSITIVE_INFINITY) {
            for (int a = 0; a < m; a++) x[at + a] = radius * h[from + a] / length;
            return true;
        }
        double size = fill(random);
        if (kappa == 0.0) {
            for (int a = 0; a < m; a++) x[at + a] = radius * normals[a] / size;
            return true;
        }
        double b = (m - 1.0) / (2.0 * kappa + Math.sqrt(4.0 * kappa * kappa + (m - 1.0) * (m - 1.0)));
        while (true) {
            double along = 0.0;
            for (int a = 0; a < m; a++) along += normals[a] * h[from + a] / length;
            double t = Math.clamp(along / size, -1.0, 1.0);
            double z = 0.5 * (1.0 + t);
            double d = 0.5 * (1.0 - t) + b * z;
            double gain = kappa * 2.0 * b * (1.0 / (1.0 + b) - z / d) + (m - 1.0) * Math.log((1.0 + b) / (2.0 * d));
            if (gain >= Math.log(random.nextDouble())) {
                double across = size * Math.sqrt(Math.max(0.0, 1.0 - t * t));
                double cos = 1.0 - 2.0 * b * z / d;
                double sin = Math.sqrt(b * Math.max(0.0, 1.0 - t * t)) / d;
                for (int a = 0; a < m; a++) {
                    double axis = h[from + a] / length;
                    double side = across == 0.0 ? 0.0 : (normals[a] - along * axis) / across;
                    x[at + a] = radius * (cos * axis + sin * side);
                }
                return true;
            }
            size = fill(random);
        }
    }

    /** Draws a direction; returns the length of the normals, not 0. */
    private double fill(RandomStream random) {
        while (true) {
            double sum = 0.0;
            for (int a = 0; a < m; a++) {
                normals[a] = random.nextGaussian();
                sum += normals[a] * normals[a];
            }
            if (sum > 0.0) return Math.sqrt(sum);
        }
    }
}
