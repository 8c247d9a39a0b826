package rugged.meanfield.decay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
        return new Branches(f, low, high, found);
    }

    private static void everywhere(
            FreeEnergy f, double[] start, boolean alike, double low, double high, List<Branch> found) {
        Descent descent = new Descent(f, alike);
        double[] from = possible(f, start, alike);
        for (int place = 0; place <= PLACES; place++) {
            double a = place == PLACES ? high : low + (high - low) * Math.pow((double) place / PLACES, 2);
            descent.from(a, from).ifPresent(state -> add(f, state, alike, low, high, found));
        }
    }

    /** What is below an unspecialised branch where R and S would rather be apart. */
    private static void split(Branch branch, double low, double high, List<Branch> found) {
        List<Stationary> unstable = branch.points().stream()
                .filter(point -> point.splitting() < 0.0)
                .toList();
        if (branch.units() != Units.UNSPECIALISED || unstable.isEmpty()) return;
        FreeEnergy f = branch.f();
        Descent descent = new Descent(f, false);
        double others = f.units() - 1.0;
        for (int place = 0; place <= PLACES; place++) {
            Stationary at = unstable.get((unstable.size() - 1) * place / PLACES);
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
            FreeEnergy f, Stationary state, boolean alike, double low, double high, List<Branch> found) {
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
        return new double[][] {
            {1, 0.05, 0.3, 0.28},
            {1.3, -0.05, 0.97, 0.03},
            {most, -0.4 * most / others, 1.5, 1.4},
            {most, -0.4 * most / others, 1.5 / others, 3},
            {most, -0.4 * most / others, 3, -1 / others}
        };
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
    public List<Stationary> minima(double a) {
        return all.stream()
                .map(branch -> branch.at(a))
                .flatMap(Optional::stream)
                .filter(Stationary::stable)
                .sorted(Comparator.comparingDouble(Stationary::freeEnergy))
                .toList();
    }

    /** The branch of lowest free energy at A. */
    public Optional<Branch> lowest(double a) {
        return all.stream()
                .filter(branch -> branch.at(a).filter(Stationary::stable).isPresent())
                .min(Comparator.comparingDouble(
                        branch -> branch.at(a).orElseThrow().freeEnergy()));
    }
}
