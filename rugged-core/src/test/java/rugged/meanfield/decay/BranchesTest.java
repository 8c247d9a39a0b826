package rugged.meanfield.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.meanfield.decay.StudentTransition.Order;

/** Numbers are of an independent implementation. */
class BranchesTest {
    private static StudentState equilibrium(int units, double decay, double a) {
        return Branches.of(new FreeEnergy(units, decay), 0, 150).minima(a).getFirst();
    }

    private static void assertOverlaps(
            SymmetricOverlaps found, double q, double c, double r, double s, double tolerance) {
        assertThat(found.q()).isCloseTo(q, within(tolerance));
        assertThat(found.c()).isCloseTo(c, within(tolerance));
        assertThat(found.r()).isCloseTo(r, within(tolerance));
        assertThat(found.s()).isCloseTo(s, within(tolerance));
    }

    @Test
    void twoUnitsBelowAndAboveSpecialisation() {
        SymmetricOverlaps below = equilibrium(2, 0.5, 20).overlaps();
        assertOverlaps(below, 1.26218, -0.16550, 0.48452, 0.48452, 1e-5);
        assertThat(below.error()).isCloseTo(0.0391693, within(1e-7));
        SymmetricOverlaps above = equilibrium(2, 0.5, 120).overlaps();
        assertOverlaps(above, 0.95513, 0.01893, 0.86913, 0.10565, 1e-5);
        assertThat(above.error()).isCloseTo(0.008479, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 51.889, 0.9108, 0.4723", "1, 76.24, 0.6613, 0.4390"})
    void twoUnitsSpecialiseContinuously(double decay, double a, double q, double r) {
        Branches branches = Branches.of(new FreeEnergy(2, decay), 0, 150);
        List<StudentTransition> passages = StudentTransitions.of(branches);
        assertThat(passages).hasSize(1);
        StudentTransition found = passages.getFirst();
        assertThat(found.order()).isEqualTo(Order.CONTINUOUS);
        assertThat(found.ofLength()).isFalse();
        assertThat(found.a()).isCloseTo(a, within(a == 76.24 ? 0.02 : 1e-3));
        assertOverlaps(found.after().overlaps(), q, found.after().overlaps().c(), r, r, 1e-4);
        // the branch that leaves there was followed down to the same place
        Branch above = branches.all().stream()
                .filter(branch -> branch.units() == Units.SPECIALISED)
                .findFirst()
                .orElseThrow();
        assertThat(above.below()).isEqualTo(Branch.Ending.CONTINUOUS);
        assertThat(above.from()).isCloseTo(found.a(), within(1e-5));
    }

    @Test
    void longStudentsGiveWayToShortOnes() {
        Branches branches = Branches.of(new FreeEnergy(2, 0.002), 0, 150);
        StudentTransition length = StudentTransitions.of(branches).getLast();
        assertThat(length.ofLength()).isTrue();
        assertThat(length.a()).isCloseTo(35.324, within(1e-3));
        assertOverlaps(length.before().overlaps(), 294.8, -187.8, 13.41, -3.54, 0.05);
        assertThat(length.before().overlaps().error()).isCloseTo(0.1429, within(5e-5));
        assertOverlaps(length.after().overlaps(), 3.322, -1.154, 1.380, 0.032, 5e-4);
        assertThat(length.after().overlaps().error()).isCloseTo(0.0416, within(5e-5));
        assertThat(branches.minima(29)).hasSize(1);
        assertThat(branches.minima(31)).hasSize(2);
        assertThat(branches.minima(45)).hasSize(2);
        assertThat(branches.minima(46)).hasSize(1);
        assertThat(length.before().freeEnergy()).isCloseTo(length.after().freeEnergy(), within(1e-10));
    }

    @Test
    void longerStudentsAtLessDecay() {
        StudentTransition length = StudentTransitions.of(Branches.of(new FreeEnergy(2, 0.001), 0, 150))
                .getLast();
        assertThat(length.a()).isCloseTo(39.425, within(1e-3));
        assertThat(length.before().overlaps().q()).isCloseTo(686.7, within(0.05));
        assertThat(length.after().overlaps().q()).isCloseTo(2.742, within(5e-4));
    }

    /** Free energies of unspecialised long and short students cross where the independent implementation has it, but specialised long ones lie below both. */
    @Test
    void threeUnitsAreSpecialisedBeforeTheyAreShort() {
        Branches branches = Branches.of(new FreeEnergy(3, 0.005), 0, 150);
        List<Branch> alike = branches.all().stream()
                .filter(branch -> branch.units() == Units.UNSPECIALISED)
                .sorted(Comparator.comparingDouble(Branch::from))
                .toList();
        StudentTransition crossing =
                StudentTransitions.crossing(alike.get(0), alike.get(1)).orElseThrow();
        assertThat(crossing.a()).isCloseTo(41.226, within(1e-3));
        assertThat(crossing.before().overlaps().q()).isCloseTo(91.1, within(0.05));
        assertThat(crossing.after().overlaps().q()).isCloseTo(4.554, within(5e-4));
        StudentState lowest = branches.minima(crossing.a()).getFirst();
        assertThat(lowest.units()).isEqualTo(Units.SPECIALISED);
        assertThat(lowest.freeEnergy()).isLessThan(crossing.before().freeEnergy() - 1e-3);
        StudentTransition length = StudentTransitions.of(branches).stream()
                .filter(StudentTransition::ofLength)
                .findFirst()
                .orElseThrow();
        assertThat(length.a()).isCloseTo(41.490, within(1e-3));
        assertThat(length.before().units()).isEqualTo(Units.SPECIALISED);
    }

    @Test
    void theLineOfLengthTransitionsEnds() {
        assertThat(StudentTransitions.of(Branches.of(new FreeEnergy(2, 0.006), 0, 60)))
                .anyMatch(StudentTransition::ofLength);
        assertThat(StudentTransitions.of(Branches.of(new FreeEnergy(2, 0.01), 0, 60)))
                .noneMatch(StudentTransition::ofLength);
    }

    @Test
    void threeUnitsSpecialiseAtOnce() {
        StudentTransition found = StudentTransitions.of(Branches.of(new FreeEnergy(3, 0.002), 0, 150))
                .getLast();
        assertThat(found.order()).isEqualTo(Order.FIRST_ORDER);
        assertThat(found.ofLength()).isFalse();
        assertThat(found.a()).isCloseTo(76.383, within(1e-3));
        assertOverlaps(
                found.before().overlaps(), 1.498, found.before().overlaps().c(), 0.3656, 0.3656, 1e-3);
        assertOverlaps(found.after().overlaps(), 1.682, found.after().overlaps().c(), 0.8208, 0.1596, 1e-3);
    }

    @Test
    void longStudentsThatAvoidTheirTeacher() {
        StudentState anti = Branches.of(new FreeEnergy(3, 0.001), 0, 150).minima(62).stream()
                .filter(state -> state.units() == Units.ANTI_SPECIALISED)
                .findFirst()
                .orElseThrow();
        assertThat(anti.overlaps().q()).isCloseTo(658, within(1.0));
        assertThat(anti.overlaps().r()).isCloseTo(0.70, within(0.005));
        assertThat(anti.overlaps().s()).isCloseTo(8.41, within(0.005));
    }

    @Test
    void normalisedStudents() {
        Branches two = Branches.of(new FreeEnergy(2, 0, true), 0, 100);
        assertThat(StudentTransitions.of(two).getFirst().a() / 2).isCloseTo(23.676, within(1e-3));
        Branches three = Branches.of(new FreeEnergy(3, 0, true), 0, 150);
        assertThat(StudentTransitions.of(three).getFirst().a() / 3).isCloseTo(34.43, within(0.005));
        assertThat(StudentTransitions.instability(three.all().getFirst())
                                .orElseThrow()
                                .a()
                        / 3)
                .isCloseTo(36.70, within(0.005));
        assertThat(begins(three) / 3).isCloseTo(34.1, within(0.15));
        Branches five = Branches.of(new FreeEnergy(5, 0, true), 0, 300);
        assertThat(begins(five) / 5).isCloseTo(44.25, within(0.3));
        assertThat(StudentTransitions.of(five).getFirst().a() / 5).isCloseTo(45.9, within(0.1));
    }

    private static double begins(Branches branches) {
        Branch found = branches.all().stream()
                .filter(branch -> branch.units() == Units.SPECIALISED)
                .findFirst()
                .orElseThrow();
        assertThat(found.below()).isEqualTo(Branch.Ending.SPINODAL);
        return found.from();
    }

    @ParameterizedTest
    @CsvSource({"2, 0.02", "3, 0.5", "5, 0.002", "1, 0.1"})
    void limits(int units, double decay) {
        SymmetricOverlaps none = Branches.of(new FreeEnergy(units, decay), 0, 10)
                .minima(0)
                .getFirst()
                .overlaps();
        assertThat(none.q()).isCloseTo(1 / decay, within(1e-8 / decay));
        assertThat(none.c()).isCloseTo(0, within(1e-8 / decay));
        assertThat(none.r()).isCloseTo(0, within(1e-8));
        assertThat(none.s()).isCloseTo(0, within(1e-8));
        double many = 1e5;
        SymmetricOverlaps all = Branches.of(new FreeEnergy(units, decay), 0, many)
                .minima(many)
                .getFirst()
                .overlaps();
        // corrections are of order 1/A
        assertThat(many * all.error()).isCloseTo(0.5 * units, within(1e-3 * units));
        assertOverlaps(all, 1, 0, 1, units == 1 ? all.s() : 0, 1e-3);
    }

    @Test
    void slowlyTowardsTheLimit() {
        assertThat(120 * equilibrium(2, 0.02, 120).overlaps().error()).isCloseTo(1.072, within(5e-4));
    }
}
