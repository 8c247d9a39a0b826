package rugged.landscape.spin;

import rugged.params.BadParameter;

/** What couplings and fields may be. */
final class Strengths {
    private Strengths() {}

    static void requireScale(double coupling) {
        if (!(coupling >= 0.0) || Double.isInfinite(coupling))
            throw new BadParameter("coupling", coupling, "is no scale of couplings", "a number from 0 on");
    }

    static void requireFinite(String parameter, double value) {
        if (!Double.isFinite(value)) throw new BadParameter(parameter, value, "is no strength", "a finite number");
    }
}
