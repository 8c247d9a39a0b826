package rugged.analysis.atlas;

import java.util.List;
import rugged.params.BadParameter;

/** Temperatures that are above 0. */
final class Temperatures {
    private Temperatures() {}

    static List<Double> checked(List<Double> given) {
        if (given.isEmpty()) throw new BadParameter("temperatures", given, "there is none", "at least one");
        for (double one : given)
            if (!(one > 0.0) || Double.isInfinite(one))
                throw new BadParameter("temperatures", given, one + " is not above 0", "finite, above 0");
        return List.copyOf(given);
    }
}
