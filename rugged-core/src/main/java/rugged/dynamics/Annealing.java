package rugged.dynamics;

import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * A learning rate that falls: eta s(u) at step n, u = (n - from)/(until - from) kept within [0, 1], with s = 1 + (to - 1) u (linear) or s = to^u (geometric). With k stages u falls to the next lower
 * multiple of 1/k: the rate is constant on k equal intervals, and to eta from {@code until} on.
 *
 * @param from step up to which it is the full rate
 * @param until step from which on it is the last one
 * @param to the last rate over the first
 * @param way how it goes from one to the other
 * @param stages number of intervals of constant rate; 0 for a rate that falls at every step
 */
public record Annealing(
        @Param(doc = "step up to which the rate is the full one", def = "0", min = 0)
        double from,

        @Param(doc = "step from which on the rate is the last one", min = 1)
        double until,

        @Param(doc = "last rate over the first", def = "1e-3", min = 0.0, above = true, max = 1.0)
        double to,

        @Param(doc = "linear or geometric", def = "linear") Way way,

        @Param(
                doc = "intervals of constant rate between the two; 0: it falls at every step",
                def = "0",
                min = 0,
                max = 1e6)
        int stages) {
    /** How a rate falls. */
    public enum Way {
        /** By equal differences. */
        LINEAR,
        /** By equal ratios. */
        GEOMETRIC
    }

    public Annealing {
        if (!(from < until)) throw new BadParameter("until", until, "is not after from = " + from, "a later step");
    }

    /** s at the step after n of them. */
    public double factor(long n) {
        double u = Math.clamp((n - from) / (until - from), 0.0, 1.0);
        if (stages > 0) u = Math.floor(u * stages) / stages;
        return way == Way.LINEAR ? 1.0 + (to - 1.0) * u : Math.pow(to, u);
    }
}
