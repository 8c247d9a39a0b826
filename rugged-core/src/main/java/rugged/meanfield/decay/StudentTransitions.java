package rugged.meanfield.decay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * Where equilibrium passes from one branch to another: at a crossing of free energies (first order), which is bracketed by a scan of A, halved to 1e-4 and polished to 1e-11, or where a branch with R above S leaves the unspecialised one (continuous), which is where the curvature that sets R and S apart vanishes.
 */
public final class StudentTransitions {
    private static final int SCAN = 300;
    private static final double NARROW = 1e-4;
    private static final double POLISHED = 1e-12;
    private static final double REACH = 0.01;

    private StudentTransitions() {}

    /** All of a window, in the order of A. */
    public static List<StudentTransition> of(Branches branches) {
        List<StudentTransition> found = new ArrayList<>();
        double before = branches.low();
        Optional<Branch> lowest = branches.lowest(before);
        for (int k = 1; k <= SCAN; k++) {
            double a = k == SCAN ? branches.high() : branches.low() + (branches.high() - branches.low()) * k / SCAN;
            Optional<Branch> now = branches.lowest(a);
            if (lowest.isPresent() && now.isPresent() && lowest.get() != now.get())
                between(branches, before, a, lowest.get(), now.get(), found);
            before = a;
            lowest = now;
        }
        return List.copyOf(found);
    }

    private static void between(
            Branches branches, double left, double right, Branch one, Branch other, List<StudentTransition> found) {
        while (right - left > NARROW) {
            double middle = 0.5 * (left + right);
            Branch there = branches.lowest(middle).orElse(one);
            if (there != one && there != other) {
                between(branches, left, middle, one, there, found);
                between(branches, middle, right, there, other, found);
                return;
            }
            if (there == one) left = middle;
            else right = middle;
        }
        pair(left, right, one, other).ifPresent(found::add);
    }

    private static Optional<StudentTransition> pair(double left, double right, Branch one, Branch other) {
        Optional<StudentState> before = one.at(left);
        Optional<StudentState> after = other.at(right);
        if (before.isEmpty() || after.isEmpty()) return Optional.empty();
        Branch alike = one.units() == Units.UNSPECIALISED ? one : other;
        if (leaves(one == alike ? other : one, left, right)) {
            return splits(alike, left - REACH, right + REACH)
                    .map(at -> new StudentTransition(at.a(), at, at, StudentTransition.Order.CONTINUOUS));
        }
        double from = Math.max(left, other.from());
        double to = Math.min(right, one.to());
        // what jumps where its branch ends, and not where free energies cross, was in no equilibrium
        if (!(difference(one, other, from) * difference(one, other, to) <= 0.0)) return Optional.empty();
        return Optional.of(meeting(one, other, from, to));
    }

    /** Whether a branch begins or ends there with R - S = 0. */
    private static boolean leaves(Branch branch, double left, double right) {
        return (branch.below() == Branch.Ending.CONTINUOUS
                        && branch.from() > left - REACH
                        && branch.from() < right + REACH)
                || (branch.above() == Branch.Ending.CONTINUOUS
                        && branch.to() > left - REACH
                        && branch.to() < right + REACH);
    }

    /** Where two branches have the same free energy, the first one the lower below: of equilibrium only if both are lowest there. Empty where they do not cross. */
    public static Optional<StudentTransition> crossing(Branch one, Branch other) {
        double low = Math.max(one.from(), other.from());
        double width = Math.min(one.to(), other.to()) - low;
        for (int k = 0; k < SCAN && width > 0.0; k++) {
            double left = low + width * k / SCAN;
            double right = low + width * (k + 1) / SCAN;
            if (difference(one, other, left) <= 0.0 && difference(one, other, right) > 0.0)
                return Optional.of(meeting(one, other, left, right));
        }
        return Optional.empty();
    }

    private static StudentTransition meeting(Branch one, Branch other, double from, double to) {
        double a = new BracketingNthOrderBrentSolver(POLISHED, POLISHED, 1e-300, 5)
                .solve(200, x -> difference(one, other, x), from, to);
        return new StudentTransition(
                a, one.at(a).orElseThrow(), other.at(a).orElseThrow(), StudentTransition.Order.FIRST_ORDER);
    }

    private static double difference(Branch one, Branch other, double a) {
        return one.at(a).map(StudentState::freeEnergy).orElse(Double.NaN)
                - other.at(a).map(StudentState::freeEnergy).orElse(Double.NaN);
    }

    /** Where an unspecialised branch becomes unstable against specialisation as A grows; empty where it does not. */
    public static Optional<StudentState> instability(Branch branch) {
        return splits(branch, branch.from(), branch.to());
    }

    private static Optional<StudentState> splits(Branch branch, double low, double high) {
        if (branch.units() != Units.UNSPECIALISED) return Optional.empty();
        List<StudentState> points = branch.points();
        for (int k = 1; k < points.size(); k++) {
            StudentState left = points.get(k - 1);
            StudentState right = points.get(k);
            if (right.a() < low || left.a() > high) continue;
            if (!(left.splitting() > 0.0 && right.splitting() <= 0.0)) continue;
            double a = new BracketingNthOrderBrentSolver(POLISHED, POLISHED, 1e-300, 5)
                    .solve(200, x -> branch.at(x).map(StudentState::splitting).orElse(Double.NaN), left.a(), right.a());
            return branch.at(a);
        }
        return Optional.empty();
    }
}
