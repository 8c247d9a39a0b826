package rugged.meanfield.aging;

import java.util.function.Function;
import rugged.meanfield.AgingCurves;
import rugged.meanfield.AgingProblem;

/**
 * Errors of the curves of {@link LongTimeSolver}: the equations are solved again with an order higher by 2 (where there is none, with finest panels half as wide),
 * and with a spacing smaller by sqrt 2; the error of any value is the sum of its two changes. Judge by C(t, t/2): late times amplify errors of the clock, which
 * the energy hardly shows, and mu = T - p e holds whatever the error. Cost: 2.5 times that of the solution itself.
 */
public final class Certificate {
    private final AgingCurves curves;
    private final AgingCurves sharper;
    private final AgingCurves closerRows;

    private Certificate(AgingCurves curves, AgingCurves sharper, AgingCurves closerRows) {
        this.curves = curves;
        this.sharper = sharper;
        this.closerRows = closerRows;
    }

    /**
     * Solves three times.
     *
     * @throws AgingFailure when one of them fails
     */
    public static Certificate solve(AgingProblem problem, Resolution resolution, double until, int threads) {
        return of(resolution, finer -> {
            try (LongTimeSolver solver = new LongTimeSolver(problem, finer, threads)) {
                return solver.solve(until);
            }
        });
    }

    /**
     * The same by another's hand.
     *
     * @param solved the curves at a resolution; asked three times
     */
    public static Certificate of(Resolution resolution, Function<Resolution, AgingCurves> solved) {
        return new Certificate(
                solved.apply(resolution),
                solved.apply(resolution.sharper()),
                solved.apply(resolution.withSpacing(resolution.spacing() / Math.sqrt(2))));
    }

    /** The curves. */
    public AgingCurves curves() {
        return curves;
    }

    /** The error of a reading. */
    public double error(AgingCurves.Reading reading) {
        double value = reading.of(curves);
        return Math.abs(reading.of(sharper) - value) + Math.abs(reading.of(closerRows) - value);
    }
}
