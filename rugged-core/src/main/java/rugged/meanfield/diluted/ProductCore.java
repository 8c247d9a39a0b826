package rugged.meanfield.diluted;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * The 2-core of random constraints on products of p of N spins, gamma N of them, for N to infinity. The probability x that a spin, seen from a constraint, is frozen in the core is the largest root of x = 1 - exp(-p gamma x^(p-1)); with L = p gamma x^(p-1) the core has 1 - e^-L (1 + L) of the
 * spins and gamma x^p constraints for each spin of all.
 *
 * <p>For p of at least 3 the core appears at once, with x_d at gamma_d, the least of -ln(1-x)/(p x^(p-1)); at gamma_s it has as many constraints as spins, and from there on not all can be satisfied. For p = 2 both are 1/2, and the core grows from 0.
 *
 * <p>Source: Mezard, Ricci-Tersenghi and Zecchina, J. Stat. Phys. 111, 505 (2003).
 *
 * @param p spins of a constraint
 * @param gamma constraints for each spin
 * @param frozen x
 */
public record ProductCore(int p, double gamma, double frozen) {
    private static final int TURNS = 1_000_000;

    /** At a density of constraints. */
    public static ProductCore at(int p, double gamma) {
        if (p < 2 || !(gamma >= 0.0))
            throw new IllegalArgumentException("no constraints: p = " + p + ", gamma = " + gamma);
        double x = gamma < clustering(p) ? 0.0 : 1.0;
        // from above, so that the largest root is found; slow only at the threshold itself
        for (int turn = 0; turn < TURNS && x > 0.0; turn++) {
            double next = -Math.expm1(-p * gamma * Math.pow(x, p - 1));
            if (Math.abs(next - x) <= 1e-15 * x) break;
            x = next;
        }
        return new ProductCore(p, gamma, x);
    }

    private double load() {
        return p * gamma * Math.pow(frozen, p - 1);
    }

    /** Spins of the core for each spin. */
    public double spins() {
        double l = load();
        return 1.0 - Math.exp(-l) * (1.0 + l);
    }

    /** Constraints of the core for each spin. */
    public double constraints() {
        return gamma * Math.pow(frozen, p);
    }

    /** ln of the number of clusters of solutions for each spin; negative where there are none. */
    public double complexity() {
        return Math.log(2.0) * (spins() - constraints());
    }

    /** gamma_d. */
    public static double clustering(int p) {
        return p == 2 ? 0.5 : density(p, atClustering(p));
    }

    /** x_d. */
    public static double atClustering(int p) {
        if (p == 2) return 0.0;
        return root(x -> x / (1.0 - x) + (p - 1) * Math.log1p(-x));
    }

    /** gamma_s. */
    public static double satisfiability(int p) {
        if (p == 2) return 0.5;
        double least = atClustering(p);
        double x = new BracketingNthOrderBrentSolver(1e-15, 1e-15, 1e-300, 5)
                .solve(500, y -> y + (1.0 - y) * Math.log1p(-y) + y * Math.log1p(-y) / p, least, 1.0 - 1e-12);
        return density(p, x);
    }

    /** The density of constraints at which x solves its equation. */
    private static double density(int p, double x) {
        return -Math.log1p(-x) / (p * Math.pow(x, p - 1));
    }

    private static double root(UnivariateFunction function) {
        // below the minimum of the density for all p of 3 and more
        return new BracketingNthOrderBrentSolver(1e-15, 1e-15, 1e-300, 5).solve(500, function, 0.3, 1.0 - 1e-12);
    }
}
