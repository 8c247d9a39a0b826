package rugged.dynamics.minimise;

import rugged.num.Vectors;

/**
 * Line search for the strong Wolfe conditions E(a) at most E + c1 a s and |s(a)| at most c2 |s|, with s(a) the slope along the (retracted) line. A bracket is
 * widened until it holds a good step, then narrowed by cubic interpolation with safeguards. Where energies differ by less than their rounding, slopes
 * alone decide, and the cubic becomes their secant (Hager and Zhang, SIAM J. Optim. 16, 170 (2005), eq. 4.1).
 *
 * <p>Source: Nocedal and Wright, Numerical Optimization (2006), section 3.5. Cost: one gradient a trial.
 */
final class WolfeSearch {
    private static final int MOST_TRIALS = 20;
    private static final double DECREASE = 1e-4;
    private static final double WIDEN = 4.0;

    private final double curvature;
    private final double longest;
    private double low;
    private double lowEnergy;
    private double lowSlope;
    private double high;
    private double highEnergy;
    private double highSlope;
    private double blur;

    /**
     * @param curvature c2
     * @param longest how far a coordinate may move in one step
     */
    WolfeSearch(double curvature, double longest) {
        this.curvature = curvature;
        this.longest = longest;
    }

    /**
     * Moves {@code here} along d[N], a tangent vector.
     *
     * @param slope g.d, negative
     * @param first the step tried first
     * @return the step taken; 0 when none is good
     */
    double along(Ground here, double[] d, double slope, double first) {
        double limit = longest / Vectors.largest(d);
        low = 0.0;
        lowEnergy = here.energy();
        lowSlope = slope;
        blur = here.energyBlur();
        high = Double.POSITIVE_INFINITY;
        double step = Math.min(first, limit);
        for (int k = 0; k < MOST_TRIALS; k++) {
            here.propose(step, d);
            double there = here.trialSlope(d);
            if (!here.finite()) {
                narrow(step, Double.POSITIVE_INFINITY, Double.NaN);
            } else if (!decreases(here, step, slope, there) || there > -curvature * slope) {
                narrow(step, here.trialEnergy(), there);
            } else if (there >= curvature * slope || step >= limit) {
                here.accept();
                return step;
            } else {
                low = step;
                lowEnergy = here.trialEnergy();
                lowSlope = there;
            }
            step = Math.min(next(), limit);
        }
        return fallback(here, d, slope);
    }

    private static boolean decreases(Ground here, double step, double slope, double there) {
        double energy = here.trialEnergy();
        if (energy <= here.energy() + DECREASE * step * slope) return true;
        return energy <= here.energy() + here.energyBlur() && there <= (2.0 * DECREASE - 1.0) * slope;
    }

    private void narrow(double step, double energy, double slope) {
        high = step;
        highEnergy = energy;
        highSlope = slope;
    }

    private double next() {
        if (Double.isInfinite(high)) return WIDEN * low;
        double width = high - low;
        boolean level = Math.abs(highEnergy - lowEnergy) <= blur && highSlope > lowSlope;
        double cubic = level ? width * lowSlope / (lowSlope - highSlope) : minimum(width);
        if (!(cubic >= 0.1 * width)) cubic = Double.isNaN(cubic) ? 0.5 * width : 0.1 * width;
        return low + Math.min(cubic, 0.9 * width);
    }

    /** Where, from the low end, the cubic through energies and slopes at both ends has its minimum; NaN when there is none. */
    private double minimum(double width) {
        double secant = (highEnergy - lowEnergy) / width;
        double theta = lowSlope + highSlope - 3.0 * secant;
        double radicand = theta * theta - lowSlope * highSlope;
        if (!(radicand >= 0.0)) return Double.NaN;
        double gamma = Math.sqrt(radicand);
        return width * (1.0 - (highSlope + gamma - theta) / (highSlope - lowSlope + 2.0 * gamma));
    }

    /** The best point so far that lowers the energy, or within its rounding the slope, though that is still steep. */
    private double fallback(Ground here, double[] d, double slope) {
        boolean flatter = lowEnergy <= here.energy() + blur && lowSlope > 0.9 * slope;
        if (low == 0.0 || !(lowEnergy < here.energy() || flatter)) return 0.0;
        here.propose(low, d);
        if (!here.finite()) return 0.0;
        here.accept();
        return low;
    }
}
