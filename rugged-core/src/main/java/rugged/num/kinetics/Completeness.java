package rugged.num.kinetics;

/**
 * How complete a sample of kinds is that were met by chance: f_1 kinds were met once, f_2 twice, in n searches altogether.
 *
 * <p>The share of searches that would end at a kind already known is 1 - f_1/n (Good, Biometrika 40, 237 (1953)). The number of kinds is at least S + A f_1^2/(2 f_2), A = (n - 1)/n, and S + A f_1 (f_1 - 1)/2 where f_2 = 0
 * (Chao, Scand. J. Statist. 11, 265 (1984)), with the standard error of Chao, Biometrics 43, 783 (1987). It is a bound from below: kinds that are hardly ever met leave no trace.
 *
 * @param kinds S, how many kinds were met
 * @param searches n
 * @param once f_1
 * @param twice f_2
 */
public record Completeness(int kinds, long searches, int once, int twice) {
    /** From how often each kind was met; those that were never met do not count. */
    public static Completeness of(int[] found) {
        int kinds = 0;
        int once = 0;
        int twice = 0;
        long searches = 0;
        for (int times : found) {
            if (times <= 0) continue;
            kinds++;
            searches += times;
            if (times == 1) once++;
            if (times == 2) twice++;
        }
        return new Completeness(kinds, searches, once, twice);
    }

    /** Share of searches that end at a kind already known; NaN without searches. */
    public double coverage() {
        return searches == 0 ? Double.NaN : 1.0 - (double) once / searches;
    }

    /** Least number of kinds, those not met among them; NaN without searches. */
    public double atLeast() {
        if (searches == 0) return Double.NaN;
        double a = (searches - 1.0) / searches;
        if (twice > 0) return kinds + a * once * (double) once / (2.0 * twice);
        return kinds + a * once * (once - 1.0) / 2.0;
    }

    /** Its standard error. */
    public double error() {
        if (searches == 0) return Double.NaN;
        double a = (searches - 1.0) / searches;
        if (twice > 0) {
            double r = (double) once / twice;
            return Math.sqrt(twice * (a * r * r / 2.0 + a * a * r * r * r + a * a * r * r * r * r / 4.0));
        }
        double f = once;
        double variance = a * f * (f - 1.0) / 2.0
                + a * a * f * (2.0 * f - 1.0) * (2.0 * f - 1.0) / 4.0
                - a * a * f * f * f * f / (4.0 * atLeast());
        return Math.sqrt(Math.max(0.0, variance));
    }
}
