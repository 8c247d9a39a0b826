package rugged.meanfield.decay;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What happens as A grows at one K and gamma: where equilibrium passes from long to short students and where units specialise, and how far the states on both sides go on as metastable ones. What does not happen up to the largest A is empty.
 *
 * @param branches the branches, from A = 0 on
 * @param length from long to short students
 * @param specialisation of units, the last in A
 * @param longSpecialisation that of long students, where short ones specialise anew
 */
public record PhasePoints(
        Branches branches,
        Optional<StudentTransition> length,
        Optional<StudentTransition> specialisation,
        Optional<StudentTransition> longSpecialisation) {
    private static final double ENOUGH = 150;
    private static final int DOUBLINGS = 4;
    private static final double CLOSE = 1e-6;
    private static final double NARROW = 1e-3;

    /** Looks for specialisation up to 150 K, and further if there is none, up to sixteen times that. */
    public static PhasePoints of(FreeEnergy f) {
        PhasePoints found = upTo(f, ENOUGH * f.units());
        for (int k = 0; k < DOUBLINGS && f.units() > 1 && found.specialisation.isEmpty(); k++)
            found = upTo(f, 2.0 * found.branches.high());
        return found;
    }

    /** Looks no further than to an A. */
    public static PhasePoints upTo(FreeEnergy f, double high) {
        Branches branches = Branches.of(f, 0.0, high);
        List<StudentTransition> passages = StudentTransitions.of(branches);
        Optional<StudentTransition> length =
                passages.stream().filter(StudentTransition::ofLength).reduce((_, last) -> last);
        List<StudentTransition> others =
                passages.stream().filter(passage -> !passage.ofLength()).toList();
        Optional<StudentTransition> last = others.stream().reduce((_, next) -> next);
        Optional<StudentTransition> early = others.stream()
                .filter(passage -> passage != last.orElseThrow())
                .filter(passage ->
                        length.isPresent() && passage.a() < length.get().a())
                .findFirst();
        return new PhasePoints(branches, length, last, early);
    }

    /** The branch on which a state lies. */
    private Optional<Branch> holding(StudentState state) {
        return branches.all().stream()
                .filter(branch -> branch.at(state.a())
                        .filter(there -> there.distance(state) < CLOSE)
                        .isPresent())
                .findFirst();
    }

    /** Where long students, of the kind that gives way to short ones, are no longer even metastable. */
    public OptionalDouble longEnds() {
        return end(length.map(StudentTransition::before), false);
    }

    /** Where the short ones that they give way to begin to be metastable. */
    public OptionalDouble shortBegins() {
        return end(length.map(StudentTransition::after), true);
    }

    private OptionalDouble end(Optional<StudentState> state, boolean below) {
        Optional<Branch> branch = state.flatMap(this::holding);
        if (branch.isEmpty()) return OptionalDouble.empty();
        return OptionalDouble.of(below ? branch.get().from() : branch.get().to());
    }

    /** Where students with specialised units begin to be metastable, if they appear at once. */
    public OptionalDouble specialisedBegins() {
        if (specialisation.isEmpty() || specialisation.get().order() == StudentTransition.Order.CONTINUOUS)
            return OptionalDouble.empty();
        return end(specialisation.map(StudentTransition::after), true);
    }

    /** Where unspecialised students are no longer metastable: the curvature that sets R and S apart vanishes. */
    public OptionalDouble unspecialisedEnds() {
        return branches.all().stream()
                .filter(branch -> branch.units() == Units.UNSPECIALISED && branch.above() == Branch.Ending.WINDOW)
                .map(StudentTransitions::instability)
                .flatMap(Optional::stream)
                .mapToDouble(StudentState::a)
                .findFirst();
    }

    /** Where the line of passages from long to short students ends: gamma and A to 1e-3, by halving the range of gamma in which it is. */
    public static double[] criticalEnd(int units) {
        double with = 1e-3;
        double without = 1.0;
        double a = Double.NaN;
        while (without - with > NARROW * with) {
            double middle = Math.sqrt(with * without);
            Optional<StudentTransition> found =
                    upTo(new FreeEnergy(units, middle), ENOUGH / 3 * units).length();
            if (found.isPresent()) {
                with = middle;
                a = found.get().a();
            } else without = middle;
        }
        return new double[] {with, a};
    }
}
