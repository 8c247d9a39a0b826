package rugged.analysis;

import java.util.List;
import java.util.Locale;
import rugged.api.AnalysisSpec.Conclusions;
import rugged.api.AnalysisSpec.Group;
import rugged.api.Quantity;

/**
 * What an analysis of a power law between two averages writes.
 *
 * @param name what the names of its quantities begin with
 * @param symbol of the ordinate
 * @param phrase of the ordinate
 */
record PowerQuantities(String name, String symbol, String phrase) {
    /** The ordinate against the abscissa. */
    Quantity points() {
        return new Quantity(
                name + "_along", symbol, "", List.of("x"), phrase + ", against the mean of the other quantity");
    }

    /** The exponent. */
    Quantity exponent() {
        return new Quantity(name + "_power", "b", "", List.of(), "exponent b of " + phrase + " ~ x^b");
    }

    /** Slopes between neighbours. */
    Quantity local() {
        return new Quantity(
                name + "_power_local",
                "b",
                "",
                List.of("x"),
                "local exponent of " + phrase + " between neighbours, at the geometric mean of their x");
    }

    List<Quantity> all() {
        return List.of(points(), exponent(), local());
    }

    /**
     * Writes it.
     *
     * @param systematic what a choice of the analysis changes of the exponent; 0 where nothing is chosen
     */
    void put(PowerSeries series, PowerSeries.Fit fit, double systematic, Conclusions out) {
        for (int g = 0; g < fit.x().length; g++)
            out.put(series.groups().get(g), points(), fit.y()[g], fit.errors()[g], fit.x()[g]);
        for (int g = 0; g < fit.local().length; g++) {
            double between = Math.sqrt(fit.x()[g] * fit.x()[g + 1]);
            out.put(series.groups().get(g), local(), fit.local()[g], fit.localErrors()[g], between);
        }
        boolean refused = fit.test().excluded(fit.local());
        for (Group group : series.groups()) {
            if (refused)
                out.undefined(
                        group,
                        exponent(),
                        String.format(
                                Locale.ROOT,
                                "no power law (probability %.1g)",
                                fit.test().probability()));
            else out.putSystematic(group, exponent(), fit.exponent(), fit.error(), systematic);
        }
        out.say(sentence(fit, systematic, refused));
    }

    private String sentence(PowerSeries.Fit fit, double systematic, boolean refused) {
        int last = fit.x().length - 1;
        String range = String.format(
                Locale.ROOT,
                "%s at x from %.2g to %.2g",
                phrase,
                Math.min(fit.x()[0], fit.x()[last]),
                Math.max(fit.x()[0], fit.x()[last]));
        String chi = fit.test().freedom() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        " (T^2 = %.1f on %d, probability of a power law %.2g)",
                        fit.test().chiSquare(),
                        fit.test().freedom(),
                        fit.test().probability());
        if (refused) return range + " is no power of x" + chi + ": see the local exponents.";
        if (Double.isNaN(fit.exponent())) return range + " has no exponent: fewer than two points.";
        String choice = systematic == 0.0 ? "" : String.format(Locale.ROOT, ", systematic %.3f", systematic);
        return String.format(
                Locale.ROOT, "%s ~ x^b with b = %.3f +- %.3f%s%s.", range, fit.exponent(), fit.error(), choice, chi);
    }
}
