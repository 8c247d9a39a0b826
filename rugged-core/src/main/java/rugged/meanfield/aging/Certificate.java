package rugged.meanfield.aging;

import java.util.Optional;
import java.util.function.Function;
import rugged.meanfield.AgingCurves;
import rugged.meanfield.AgingProblem;

/**
 * Errors of the curves of {@link LongTimeSolver}: the equations are solved again at the coarser {@link Resolution#companion}, and the error of any value is by how
 * much it differs there. The companion's own error is three to five times that of the curves, so that the error is never stated too small, and is stated four
 * times too large at late times. Judge by C(t, t/2): late times amplify errors of the clock, which the energy hardly shows, and mu = T - p e holds whatever the
 * error. Cost: half that of the solution itself.
 */
public final class Certificate {
    private final Resolution resolution;
    private final AgingCurves curves;
    private final Optional<AgingCurves> companion;
    private final String given;

    private Certificate(Resolution resolution, AgingCurves curves, Optional<AgingCurves> companion, String given) {
        this.resolution = resolution;
        this.curves = curves;
        this.companion = companion;
        this.given = given;
    }

    /**
     * Solves twice.
     *
     * @throws AgingFailure when one of them fails
     */
    public static Certificate solve(AgingProblem problem, Resolution resolution, double until, int threads) {
        return of(resolution, true, finer -> {
            try (LongTimeSolver solver = new LongTimeSolver(problem, finer, threads)) {
                return solver.solve(until);
            }
        });
    }

    /**
     * The same by another's hand.
     *
     * @param certify whether errors are wanted
     * @param solved the curves at a resolution
     */
    public static Certificate of(Resolution resolution, boolean certify, Function<Resolution, AgingCurves> solved) {
        AgingCurves curves = solved.apply(resolution);
        return new Certificate(
                resolution, curves, certify ? Optional.of(solved.apply(resolution.companion())) : Optional.empty(), "");
    }

    /**
     * The same at the first resolution that is steady, from one on in the order of {@link Resolution#steadier}: which of them it is depends on the equations and
     * the last time alone.
     *
     * @throws AgingFailure of the last of them, with those before it, when none is
     */
    public static Certificate first(Resolution from, boolean certify, Function<Resolution, AgingCurves> solved) {
        StringBuilder given = new StringBuilder();
        Resolution resolution = from;
        while (true) {
            try {
                Certificate found = of(resolution, certify, solved);
                return new Certificate(resolution, found.curves, found.companion, given.toString());
            } catch (AgingFailure failure) {
                if (failure.general()) throw failure;
                Optional<Resolution> next = resolution.steadier();
                if (next.isEmpty()) throw failure.ofAll(resolution.toString(), given.toString());
                given.append("; not ").append(resolution).append(": ").append(failure.what());
                resolution = next.get();
            }
        }
    }

    /** The curves. */
    public AgingCurves curves() {
        return curves;
    }

    /** The error of a reading; NaN where errors were not wanted. */
    public double error(AgingCurves.Reading reading) {
        return companion
                .map(other -> Math.abs(reading.of(other) - reading.of(curves)))
                .orElse(Double.NaN);
    }

    /** The resolution, and which had to be given up for it. */
    public String inWords() {
        return resolution + given;
    }
}
