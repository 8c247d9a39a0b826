package rugged.dynamics.sampling;

import java.util.List;
import rugged.params.BadParameter;

/** Where the rungs of a ladder stand. */
final class Spacing {
    /** A pair that never rejected still counts as this much of a barrier, lest two rungs become one. */
    private static final double LEAST = 1e-3;

    private Spacing() {}

    /** T_k = coldest (hottest/coldest)^(k/(L-1)): even acceptance where the specific heat is constant. */
    static double[] geometric(double coldest, double hottest, int rungs) {
        double[] ladder = new double[rungs];
        for (int k = 0; k < rungs; k++) ladder[k] = coldest * Math.pow(hottest / coldest, k / (rungs - 1.0));
        ladder[rungs - 1] = hottest;
        return ladder;
    }

    /** Temperatures given one by one. */
    static double[] listed(List<Double> temperatures) {
        double[] ladder = temperatures.stream().mapToDouble(Double::doubleValue).toArray();
        if (ladder.length < 2) throw wrong(temperatures, "has only one rung", "two temperatures or more");
        for (int k = 0; k < ladder.length; k++) {
            if (!(ladder[k] > 0.0) || Double.isInfinite(ladder[k]))
                throw wrong(temperatures, "holds " + ladder[k] + ", at which there is no bath", "temperatures above 0");
            if (k > 0 && ladder[k] <= ladder[k - 1])
                throw wrong(
                        temperatures,
                        "does not increase from " + ladder[k - 1] + " to " + ladder[k],
                        "temperatures in increasing order, each once");
        }
        return ladder;
    }

    private static BadParameter wrong(List<Double> temperatures, String what, String allowed) {
        return new BadParameter("temperatures", temperatures, what, allowed);
    }

    /**
     * The ladder on which all pairs should exchange equally often. The rejections r_k = 1 - a_k add up along the ladder to a barrier that does not depend on
     * where its rungs stand, as long as they are close; rungs go where equal parts of it have been climbed, between two old ones linearly in
     * 1/T. The ends stay. (Syed, Bouchard-Cote, Deligiannidis and Doucet, J. R. Stat. Soc. B 84, 321 (2022).)
     *
     * @param ladder temperatures, increasing
     * @param acceptance mean acceptance of each pair
     */
    static double[] even(double[] ladder, double[] acceptance) {
        int last = ladder.length - 1;
        double[] climbed = new double[ladder.length];
        for (int k = 0; k < last; k++) climbed[k + 1] = climbed[k] + Math.max(LEAST, 1.0 - acceptance[k]);
        double[] even = ladder.clone();
        int below = 0;
        for (int k = 1; k < last; k++) {
            double wanted = climbed[last] * k / last;
            while (climbed[below + 1] < wanted) below++;
            double part = (wanted - climbed[below]) / (climbed[below + 1] - climbed[below]);
            even[k] = 1.0 / ((1.0 - part) / ladder[below] + part / ladder[below + 1]);
        }
        return even;
    }
}
