package rugged.web.compare;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import rugged.web.api.Parameters;
import rugged.web.http.Refusal;

/**
 * What a comparison is asked for.
 *
 * @param quantity name; empty for the first that all runs record
 * @param x abscissa; empty for the quantity's first axis
 * @param by column whose values make panels; empty for one panel
 * @param base what is subtracted: "theory", or the id of a run; empty for nothing
 * @param sigma whether differences are drawn in standard errors
 * @param interpolate whether the base may be interpolated, in log x
 * @param logX whether the horizontal axis is logarithmic
 * @param logY whether the vertical axis is
 * @param collapse parameter, xc, a, b of a scaling collapse
 * @param width room across
 * @param dark whether it stands on a dark page
 */
record ComparisonRequest(
        String quantity,
        String x,
        String by,
        String base,
        boolean sigma,
        boolean interpolate,
        Optional<Boolean> logX,
        Optional<Boolean> logY,
        Optional<Scaling> collapse,
        double width,
        boolean dark) {
    /** x' = (x - xc) N^a, y' = y N^b. */
    record Scaling(String parameter, double xc, double a, double b) {}

    static ComparisonRequest of(Context context) {
        return new ComparisonRequest(
                Parameters.text(context, "q"),
                Parameters.text(context, "x"),
                Parameters.text(context, "by"),
                Parameters.text(context, "diff"),
                Parameters.oneOf(context, "in", List.of("units", "sigma"))
                        .orElse("units")
                        .equals("sigma"),
                Parameters.flag(context, "interpolate", false),
                scale(context, "xscale"),
                scale(context, "yscale"),
                scaling(Parameters.text(context, "collapse")),
                Parameters.real(context, "width").orElse(0),
                Parameters.oneOf(context, "dress", List.of("light", "dark"))
                        .orElse("light")
                        .equals("dark"));
    }

    private static Optional<Boolean> scale(Context context, String name) {
        return Parameters.oneOf(context, name, List.of("log", "lin")).map("log"::equals);
    }

    private static Optional<Scaling> scaling(String text) {
        if (text.isEmpty()) return Optional.empty();
        String[] parts = text.split(",", -1);
        try {
            if (parts.length == 4) {
                double xc = Double.parseDouble(parts[1]);
                double a = Double.parseDouble(parts[2]);
                double b = Double.parseDouble(parts[3]);
                if (Double.isFinite(xc + a + b)) return Optional.of(new Scaling(parts[0], xc, a, b));
            }
        } catch (NumberFormatException wrong) {
            // said below
        }
        throw Refusal.malformed("collapse is " + text + "; parameter,xc,a,b");
    }
}
