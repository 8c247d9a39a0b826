package rugged.meanfield.rules;

import rugged.meanfield.binary.GaussianTail;

/**
 * Hebb's rule on a restricted training set, solved exactly: with m = 1 - 2 lambda, what is left of the labels,
 *
 * <pre>R = R0 + eta t m sqrt(2/pi),   Q = Q0 + 2 eta t R0 m sqrt(2/pi) + eta^2 t^2 (2 m^2/pi + 1/alpha) [+ eta^2 t on-line],
 * x | y = R y + eta n s + sqrt(Q' - R^2) N(0,1),</pre>
 *
 * <p>s the stored label, n the number of times that the example was seen: Poisson of mean t/alpha on-line, t/alpha as a batch. The Gaussian part is what all other examples contribute. A sum over n is
 * cut ten standard deviations beyond its mean. Source: Rae, Sollich and Coolen, J. Phys. A 32, 3321 (1999).
 *
 * @param task the rule is Hebb's, without decay
 * @param flips lambda
 */
public record HebbSolution(LessonTask task, double flips) {
    private static final double MEAN = Math.sqrt(2.0 / Math.PI);
    private static final double WIDTHS = 10.0;

    private double kept() {
        return 1.0 - 2.0 * flips;
    }

    /** R. */
    public double overlap(double t) {
        return task.overlap() + task.rate() * t * kept() * MEAN;
    }

    /** Q. */
    public double length(double t) {
        double step = task.rate() * t;
        double square = kept() * MEAN * kept() * MEAN + 1.0 / task.alpha();
        double noise = task.batch() ? 0.0 : task.rate() * step;
        return task.length() + 2.0 * step * task.overlap() * kept() * MEAN + step * step * square + noise;
    }

    /** E_g at late times. */
    public double late() {
        double square = kept() * MEAN * kept() * MEAN;
        return Math.acos(Math.sqrt(square / (square + 1.0 / task.alpha()))) / Math.PI;
    }

    /** The standard deviation of x around R y + eta n s. */
    double scatter(double t) {
        double r = overlap(t);
        return Math.sqrt(Math.max(0.0, length(t) - r * r));
    }

    /** How often an example was seen: chances of 0, 1, 2 ..., of a batch one entry. */
    double[] visits(double t) {
        double mean = t / task.alpha();
        if (task.batch()) return new double[] {1.0};
        int most = (int) Math.ceil(mean + WIDTHS * Math.sqrt(mean) + WIDTHS);
        double[] chance = new double[most + 1];
        double log = -mean;
        for (int n = 0; n <= most; n++) {
            if (n > 0) log += Math.log(mean) - Math.log(n);
            chance[n] = n > 0 && mean == 0.0 ? 0.0 : Math.exp(log);
        }
        return chance;
    }

    /** By how much an example that was seen so often was moved. */
    double moved(int entry, double t) {
        return task.rate() * (task.batch() ? t / task.alpha() : entry);
    }

    /** E_t, by stored labels. */
    public double trainingError(double t) {
        double[] visits = visits(t);
        double width = scatter(t);
        double r = overlap(t);
        return HalfLine.mean(y -> {
            double sum = 0.0;
            for (int n = 0; n < visits.length; n++) {
                double right = GaussianTail.above((r * y + moved(n, t)) / width);
                sum += visits[n] * (1.0 - flips) * right;
                if (flips > 0.0) sum += visits[n] * flips * GaussianTail.above((moved(n, t) - r * y) / width);
            }
            return sum;
        });
    }

    /** The chance that x sgn(y) lies between two numbers. */
    public double chance(double t, double from, double to) {
        double[] visits = visits(t);
        double width = scatter(t);
        double r = overlap(t);
        return HalfLine.mean(y -> {
            double sum = 0.0;
            for (int n = 0; n < visits.length; n++)
                for (int side = -1; side <= 1; side += 2) {
                    double centre = r * y + side * moved(n, t);
                    double weight = visits[n] * (side > 0 ? 1.0 - flips : flips);
                    if (weight == 0.0) continue;
                    sum += weight
                            * (GaussianTail.above((from - centre) / width) - GaussianTail.above((to - centre) / width));
                }
            return sum;
        });
    }

    /** The mean of x sgn(y) at |y|. */
    public double mean(double t, double y) {
        return overlap(t) * y + kept() * task.rate() * t / task.alpha();
    }

    /** The variance of x sgn(y) at |y|. */
    public double variance(double t) {
        double width = scatter(t);
        double mean = t / task.alpha();
        double flipped = (1.0 - kept() * kept()) * mean * mean;
        double drawn = task.batch() ? 0.0 : mean;
        return width * width + task.rate() * task.rate() * (drawn + flipped);
    }
}
