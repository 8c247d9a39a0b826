package rugged.meanfield.decay;

import java.util.Arrays;
import rugged.params.BadParameter;

/**
 * Free energy beta F/N of soft committees, but for a constant, in the limit beta to 0 of examples P = A N/beta, in which training and generalisation error agree:
 *
 * <pre>f(Q, C, R, S) = A eps_g + (gamma/2) K Q - s,</pre>
 *
 * <p>{@link SymmetricOverlaps} has eps_g and s. Equilibrium is its lowest minimum. With gamma = 0 there is none: f falls without end as Q grows. Normalised students have Q = 1 and no decay. Derivatives are exact; f is infinite where there are no students. Source: Ahr, Biehl and Schloesser, J. Phys. A 32, 5003 (1999); Biehl, Schloesser and Ahr, Europhys. Lett. 44, 261 (1998).
 *
 * @param units K
 * @param decay gamma, in units in which a Gaussian prior has |J_k|^2 = 1/gamma; not used of normalised students
 * @param normalised whether Q = 1
 */
public record FreeEnergy(int units, double decay, boolean normalised) {
    /** Of (Q, C, R, S). */
    public static final int SIZE = 4;

    public FreeEnergy {
        if (units < 1) throw new BadParameter("units", units, "is no number of hidden units", "1 or more");
        if (!normalised && !(decay >= 0.0 && Double.isFinite(decay)))
            throw new BadParameter(
                    "decay", decay, "negative decay: the free energy is unbounded", "a finite number above 0");
        if (!normalised && decay == 0.0)
            throw new BadParameter(
                    "decay", decay, "no equilibrium without weight decay, the student's length diverges", "above 0");
    }

    /** Of students with decay. */
    public FreeEnergy(int units, double decay) {
        this(units, decay, false);
    }

    /** Overlaps as a state. */
    public SymmetricOverlaps overlaps(double[] p) {
        return new SymmetricOverlaps(units, p[0], p[1], p[2], p[3]);
    }

    /** f at p = (Q, C, R, S); infinite outside of the domain. */
    public double value(double a, double[] p) {
        SymmetricOverlaps at = overlaps(p);
        if (!at.possible()) return Double.POSITIVE_INFINITY;
        return a * at.error() + (normalised ? 0.0 : 0.5 * decay * units * p[0]) - at.entropy();
    }

    /** Overwrites g[4] with the gradient at a point of the domain. */
    public void gradient(double a, double[] p, double[] g) {
        double others = units - 1.0;
        double u = 1.0 + p[0];
        double rc = Math.sqrt(u * u - p[1] * p[1]);
        double rr = Math.sqrt(2.0 * u - p[2] * p[2]);
        double rs = Math.sqrt(2.0 * u - p[3] * p[3]);
        double scale = a / Math.PI;
        g[0] = scale * (1.0 / Math.sqrt(1.0 + 2.0 * p[0]) - others * p[1] / rc + p[2] / rr + others * p[3] / rs) / u;
        g[1] = scale * others / rc;
        g[2] = -2.0 * scale / rr;
        g[3] = -2.0 * scale * others / rs;
        double m = p[2] + others * p[3];
        double d = p[2] - p[3];
        double one = 0.5 / (p[0] + others * p[1] - m * m);
        double two = units == 1 ? 0.0 : 0.5 * others / (p[0] - p[1] - d * d);
        g[0] += (normalised ? 0.0 : 0.5 * decay * units) - one - two;
        g[1] -= others * one - two;
        g[2] += 2.0 * (m * one + d * two);
        g[3] += 2.0 * (others * m * one - d * two);
    }

    /** Overwrites h[4 4] with the Hessian. */
    public void hessian(double a, double[] p, double[] h) {
        Arrays.fill(h, 0.0);
        double others = units - 1.0;
        errorCurvature(a / Math.PI, p, h);
        double m = p[2] + others * p[3];
        double d = p[2] - p[3];
        mode(p[0] + others * p[1] - m * m, 0.5, others, m, others, h);
        if (units > 1) mode(p[0] - p[1] - d * d, 0.5 * others, -1.0, d, -1.0, h);
        for (int i = 0; i < SIZE; i++) for (int j = 0; j < i; j++) h[j * SIZE + i] = h[i * SIZE + j];
    }

    /** Of eps_g, lower triangle. */
    private void errorCurvature(double scale, double[] p, double[] h) {
        double others = units - 1.0;
        double u = 1.0 + p[0];
        double length = 1.0 + 2.0 * p[0];
        double rc = Math.sqrt(u * u - p[1] * p[1]);
        double cube = rc * rc * rc;
        double within = -1.0 / (u * u * Math.sqrt(length)) - 1.0 / (u * length * Math.sqrt(length));
        h[0] = scale * (within + others * p[1] * (1.0 / (u * u * rc) + 1.0 / cube));
        h[SIZE] = -scale * others * u / cube;
        h[SIZE + 1] = scale * others * p[1] / cube;
        teacher(scale, p[2], u, 2, h);
        teacher(scale * others, p[3], u, 3, h);
    }

    /** Of -2 asin(r/sqrt(2u)) in u and its own coordinate. */
    private static void teacher(double scale, double r, double u, int row, double[] h) {
        double root = Math.sqrt(2.0 * u - r * r);
        double cube = root * root * root;
        h[0] -= 2.0 * scale * r * (1.0 / (2.0 * u * u * root) + 1.0 / (2.0 * u * cube));
        h[row * SIZE] += 2.0 * scale / cube;
        h[row * SIZE + row] -= 2.0 * scale * r / cube;
    }

    /** Of -weight ln l, l = Q + c C - m^2, m = R + t S, lower triangle. */
    private static void mode(double l, double weight, double c, double m, double t, double[] h) {
        double square = weight / (l * l);
        double[] g = {1.0, c, -2.0 * m, -2.0 * m * t};
        for (int i = 0; i < SIZE; i++) for (int j = 0; j <= i; j++) h[i * SIZE + j] += square * g[i] * g[j];
        h[2 * SIZE + 2] += 2.0 * weight / l;
        h[3 * SIZE + 2] += 2.0 * weight * t / l;
        h[3 * SIZE + 3] += 2.0 * weight * t * t / l;
    }
}
