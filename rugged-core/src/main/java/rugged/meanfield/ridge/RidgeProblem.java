package rugged.meanfield.ridge;

import rugged.params.BadParameter;

/**
 * Ridge regression with a teacher, E(w) = (1/2) sum_mu (w.x_mu/sqrt(d) - y_mu)^2 + (lambda/2) |w|^2 on n = alpha d examples with independent standard normal inputs and labels y = w{@code *}.x/sqrt(d) + sigma z, |w{@code *}|^2 = d, begun at w independent of it with |w|^2 = C0 d.
 *
 * @param alpha examples for each weight
 * @param noise sigma
 * @param decay lambda
 * @param start C0
 */
public record RidgeProblem(double alpha, double noise, double decay, double start) {
    /** Checks the parameters. */
    public RidgeProblem {
        positive("alpha", alpha);
        notNegative("noise", noise);
        notNegative("decay", decay);
        notNegative("start", start);
    }

    /** Refuses what is not above 0. */
    public static void positive(String name, double value) {
        if (!(value > 0.0 && Double.isFinite(value)))
            throw new BadParameter(name, value, "is not above 0", "a finite number above 0");
    }

    /** Refuses what is below 0. */
    public static void notNegative(String name, double value) {
        if (!(value >= 0.0 && Double.isFinite(value)))
            throw new BadParameter(name, value, "is below 0", "a finite number, 0 or above");
    }

    /** The largest curvature, lambda + (1 + sqrt(alpha))^2. */
    public double stiffest() {
        double edge = 1.0 + Math.sqrt(alpha);
        return decay + edge * edge;
    }

    /** The mean square of a label, 1 + sigma^2. */
    double labels() {
        return 1.0 + noise * noise;
    }

    /** Half the mean square error of a new example, whose label is noisy, at an overlap m with the teacher and a norm c. */
    double test(double m, double c) {
        return 0.5 * (1.0 - 2.0 * m + c + noise * noise);
    }
}
