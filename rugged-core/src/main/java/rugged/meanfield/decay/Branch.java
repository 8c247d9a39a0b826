package rugged.meanfield.decay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A minimum of the free energy followed in A, both ways from where it was found, in steps that are halved where it moves by more than a fifth of itself or is lost: where it ends is known to 1e-9 of A. Specialised branches are those of all four overlaps, unspecialised ones of R = S,
 * which go on where R and S would rather be apart ({@link StudentState#splitting} below 0).
 *
 * @param units how units are
 * @param points in the order of A
 * @param below how it ends at low A
 * @param above and at high A
 */
public record Branch(Units units, List<StudentState> points, Ending below, Ending above, FreeEnergy f) {
    private static final double FAR = 0.2;
    private static final double SHORTEST = 1e-9;
    private static final double STEPS = 100;
    /** An R - S so small, relative, where a branch is lost, means that it has met one with R = S. */
    private static final double MET = 0.02;

    public Branch {
        points = List.copyOf(points);
    }

    /** How a branch ends. */
    public enum Ending {
        /** It goes on beyond what was looked at. */
        WINDOW,
        /** The minimum meets a saddle: the lowest eigenvalue of the Hessian vanishes. */
        SPINODAL,
        /** R - S vanishes continuously. */
        CONTINUOUS
    }

    static Branch of(FreeEnergy f, StudentState found, boolean alike, double low, double high) {
        FreeEnergyDescent descent = new FreeEnergyDescent(f, alike);
        List<StudentState> points = new ArrayList<>();
        Ending below = follow(descent, found, low, points);
        Collections.reverse(points);
        points.add(found);
        Ending above = follow(descent, found, high, points);
        return new Branch(found.units(), points, below, above, f);
    }

    private static Ending follow(FreeEnergyDescent descent, StudentState from, double end, List<StudentState> points) {
        double whole = (end - from.a()) / STEPS;
        double step = whole;
        StudentState at = from;
        while (Math.abs(end - at.a()) > 0.0) {
            double a = Math.abs(end - at.a()) <= Math.abs(step) ? end : at.a() + step;
            Optional<StudentState> next = descent.from(a, at.point());
            if (next.isPresent() && next.get().units() == from.units() && at.distance(next.get()) < FAR) {
                at = next.get();
                points.add(at);
                step = Math.abs(2.0 * step) < Math.abs(whole) ? 2.0 * step : whole;
                continue;
            }
            step = 0.5 * (a - at.a());
            if (Math.abs(step) > SHORTEST * Math.max(1.0, Math.abs(at.a()))) continue;
            double apart =
                    Math.abs(at.overlaps().apart()) / (Math.abs(at.overlaps().r()) + FreeEnergyDescent.FLOOR);
            return from.units() != Units.UNSPECIALISED && apart < MET ? Ending.CONTINUOUS : Ending.SPINODAL;
        }
        return Ending.WINDOW;
    }

    /** Its lowest A. */
    public double from() {
        return points.getFirst().a();
    }

    /** Its highest. */
    public double to() {
        return points.getLast().a();
    }

    /** The minimum at A; empty beyond the ends. */
    public Optional<StudentState> at(double a) {
        if (!(a >= from() && a <= to())) return Optional.empty();
        int k = 0;
        while (k < points.size() - 1 && points.get(k + 1).a() <= a) k++;
        StudentState close = points.get(k);
        if (k < points.size() - 1 && points.get(k + 1).a() - a < a - close.a()) close = points.get(k + 1);
        if (close.a() == a) return Optional.of(close);
        StudentState from = close;
        return new FreeEnergyDescent(f, units == Units.UNSPECIALISED)
                .from(a, from.point())
                .filter(found -> found.units() == units && found.distance(from) < 2.0 * FAR);
    }
}
