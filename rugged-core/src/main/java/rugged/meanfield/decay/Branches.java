package rugged.meanfield.decay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * All site-symmetric minima of the free energy that are found from short, specialised and long starts at both ends of a window of A and between them, each followed as a {@link Branch}. What two starts lead to is one branch. Where an unspecialised one is unstable, what lies below it on either side is followed as well. Of two units R above S stands for both.
 * States in which some units are specialised and others are not are none of these.
 *
 * @param f of what
 * @param low the least A
 * @param high the largest
 * @param all the branches
 */
public record Branches(FreeEnergy f, double low, double high, List<Branch> all) {
    private static final int PLACES = 6;
    private static final double SAME = 1e-3;
    private static final double APART = 0.02;

    public Branches {
        all = List.copyOf(all);
    }

    /** Finds them. */
    public static Branches of(FreeEnergy f, double low, double high) {
        List<Branch> found = new ArrayList<>();
        for (boolean alike : f.units() == 1 ? new boolean[] {true} : new boolean[] {true, false}) {
            for (double[] start : starts(f)) everywhere(f, start, alike, low, high, found);
        }
        if (f.units() > 1) for (Branch branch : List.copyOf(found)) split(branch, low, high, found);
        return new Branches(f, low, high, distinct(found));
    }

    /** Without branches that were found again where an earlier one was lost for a moment: of two that agree at one A the longer stays. */
    private static List<Branch> distinct(List<Branch> found) {
        List<Branch> kept = new ArrayList<>();
        for (Branch next : found) {
            Optional<Branch> same =
                    kept.stream().filter(known -> agree(known, next)).findFirst();
            if (same.isEmpty()) kept.add(next);
            else if (next.to() - next.from() > same.get().to() - same.get().from())
                kept.set(kept.indexOf(same.get()), next);
        }
        return kept;
    }

    private static boolean agree(Branch one, Branch other) {
        double from = Math.max(one.from(), other.from());
        double to = Math.min(one.to(), other.to());
        if (one.units() != other.units() || !(from < to)) return false;
        for (int k = 1; k < PLACES; k++) {
            double a = from + (to - from) * k / PLACES;
            Optional<StudentState> here = one.at(a);
            Optional<StudentState> there = other.at(a);
            if (here.isPresent() && there.isPresent() && here.get().distance(there.get()) < SAME) return true;
        }
        return false;
    }

    private static void everywhere(
            FreeEnergy f, double[] start, boolean alike, double low, double high, List<Branch> found) {
        FreeEnergyDescent descent = new FreeEnergyDescent(f, alike);
        double[] from = possible(f, start, alike);
        for (double a : places(f, low, high))
            descent.from(a, from).ifPresent(state -> add(f, state, alike, low, high, found));
    }

    /** What is below an unspecialised branch where R and S would rather be apart. */
    private static void split(Branch branch, double low, double high, List<Branch> found) {
        List<StudentState> unstable = branch.points().stream()
                .filter(point -> point.splitting() < 0.0)
                .toList();
        if (branch.units() != Units.UNSPECIALISED || unstable.isEmpty()) return;
        FreeEnergy f = branch.f();
        FreeEnergyDescent descent = new FreeEnergyDescent(f, false);
        double others = f.units() - 1.0;
        for (int place = 0; place <= PLACES; place++) {
            StudentState at = unstable.get((unstable.size() - 1) * place / PLACES);
            for (int sign = 1; sign >= -1; sign -= 2) {
                double[] p = at.point();
                double by = sign * APART * (Math.abs(p[2]) + Math.abs(p[3]));
                p[2] += others * by;
                p[3] -= by;
                descent.from(at.a(), p).ifPresent(state -> add(f, state, false, low, high, found));
            }
        }
    }

    private static void add(
            FreeEnergy f, StudentState state, boolean alike, double low, double high, List<Branch> found) {
        if (f.units() > 1 && alike != (state.units() == Units.UNSPECIALISED)) return;
        if (f.units() == 2 && state.units() == Units.ANTI_SPECIALISED) return;
        for (Branch branch : found)
            if (branch.at(state.a())
                    .filter(known -> known.distance(state) < SAME)
                    .isPresent()) return;
        found.add(Branch.of(f, state, alike, low, high));
    }

    private static double[][] starts(FreeEnergy f) {
        if (f.normalised()) return new double[][] {{1, 0, 0.3, 0.28}, {1, 0, 0.97, 0.03}};
        double most = 0.9 / f.decay();
        double others = Math.max(1, f.units() - 1);
        double root = Math.sqrt(most);
        // sizes of long students found at K = 2, 3 and 5: overlaps with the teacher grow as their length
        return new double[][] {
            {1, 0.05, 0.3, 0.28},
            {1.3, -0.05, 0.97, 0.03},
            {most, -0.4 * most / others, 1.5, 1.4},
            {most, -0.5 * most / others, 0.68 * root, -0.02 * root},
            {most, -0.5 * most / others, 0.02 * root, 0.65 * root / others}
        };
    }

    /** Where searches begin: over the whole window, closer at small A, and evenly where long students specialise, at A from 5 K to 35 K. */
    private static double[] places(FreeEnergy f, double low, double high) {
        DoubleStream whole =
                IntStream.range(0, PLACES).mapToDouble(k -> low + (high - low) * Math.pow((double) k / PLACES, 2));
        DoubleStream dense = IntStream.rangeClosed(5, 35).mapToDouble(k -> (double) k * f.units());
        return DoubleStream.concat(DoubleStream.concat(whole, DoubleStream.of(high)), dense)
                .filter(a -> a >= low && a <= high)
                .toArray();
    }

    /** Overlaps with the teacher made smaller until there are students that have them. */
    private static double[] possible(FreeEnergy f, double[] start, boolean alike) {
        double[] p = start.clone();
        if (alike) p[2] = p[3] = 0.5 * (start[2] + start[3]);
        if (f.units() == 1) p[1] = p[3] = 0.0;
        while (!f.overlaps(p).possible()) {
            p[1] *= 0.8;
            p[2] *= 0.8;
            p[3] *= 0.8;
        }
        return p;
    }

    /** Minima at A, lowest free energy first: equilibrium, and what is metastable. */
    public List<StudentState> minima(double a) {
        return all.stream()
                .map(branch -> branch.at(a))
                .flatMap(Optional::stream)
                .filter(StudentState::stable)
                .sorted(Comparator.comparingDouble(StudentState::freeEnergy))
                .toList();
    }

    /** The branch of lowest free energy at A. */
    public Optional<Branch> lowest(double a) {
        return all.stream()
                .filter(branch -> branch.at(a).filter(StudentState::stable).isPresent())
                .min(Comparator.comparingDouble(
                        branch -> branch.at(a).orElseThrow().freeEnergy()));
    }
}
