package rugged.validation.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import rugged.api.CheckSpec;
import rugged.index.Named;
import rugged.meanfield.decay.Branch;
import rugged.meanfield.decay.Branches;
import rugged.meanfield.decay.FreeEnergy;
import rugged.meanfield.decay.PhasePoints;
import rugged.meanfield.decay.StudentState;
import rugged.meanfield.decay.StudentTransition;
import rugged.meanfield.decay.StudentTransitions;
import rugged.meanfield.decay.SymmetricOverlaps;
import rugged.meanfield.decay.Units;
import rugged.num.RunningMean;

/** Free energies, states and transitions of soft committees with weight decay beside an independent program, and samples of them beside its samples. */
@Named(
        value = "weight-decay",
        title = "Soft committees with weight decay",
        doc = "High-temperature theory of a committee with weight decay, and Hamiltonian Monte Carlo on its energy,"
                + " beside an independent program and limits.",
        source = "Ahr, Biehl and Schloesser, J. Phys. A 32, 5003 (1999)",
        year = 1999,
        topics = {"learning", "equilibrium", "phase transitions"})
public record WeightDecayCheck() implements CheckSpec {
    private static final String OTHER = "an independent program";
    private static final String SAMPLES = "Hamiltonian Monte Carlo of an independent program, its error";
    private static final String LIMIT = "exact limit";
    private static final double ERRORS = 3.0;

    @Override
    public List<Group> compares() {
        return List.of(
                new Group(
                        "weight-decay.point",
                        "error and entropy at K = 3, (Q, C, R, S) = (1.7, 0.2, 0.6, 0.1)",
                        "without"),
                new Group("weight-decay.normalised", "specialisation of students with Q = 1, A/K", "without"),
                new Group("weight-decay.specialise", "specialisation with decay: A and overlaps there", "without"),
                new Group("weight-decay.state", "overlaps and error in equilibrium", "without"),
                new Group(
                        "weight-decay.length", "from long to short students: A and overlaps on both sides", "without"),
                new Group("weight-decay.limit", "no examples, and many", "without"),
                new Group("weight-decay.sampled", "thermal averages for 40 inputs, four sets of examples", "without"));
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        SymmetricOverlaps point = new SymmetricOverlaps(3, 1.7, 0.2, 0.6, 0.1);
        add(rows, "point.error", "eps_g", point.error(), 0.2095939, 1e-6);
        add(rows, "point.entropy", "s", point.entropy(), 0.4123618, 1e-6);
        add(
                rows,
                "point.matrices",
                "s from the matrices",
                SymmetricOverlaps.entropy(point.matrices()),
                0.4123618,
                1e-6);
        normalised(rows);
        specialisation(rows);
        states(rows);
        lengths(rows);
        threeUnits(rows);
        limits(rows);
        samples(rows);
        return List.copyOf(rows);
    }

    private static void add(List<Row> rows, String id, String text, double value, double reference, double tolerance) {
        rows.add(Row.exact("weight-decay." + id, text, value, reference, tolerance, OTHER));
    }

    private static PhasePoints points(int units, double decay) {
        return PhasePoints.of(new FreeEnergy(units, decay));
    }

    private static PhasePoints normalised(int units) {
        return PhasePoints.of(new FreeEnergy(units, 0.0, true));
    }

    private static double special(PhasePoints of) {
        return of.specialisation().map(StudentTransition::a).orElse(Double.NaN);
    }

    private static void normalised(List<Row> rows) {
        add(rows, "normalised.two", "K = 2: continuous", special(normalised(2)) / 2, 23.676, 2e-3);
        PhasePoints three = normalised(3);
        add(rows, "normalised.three", "K = 3: first order", special(three) / 3, 34.43, 0.02);
        double lost = three.unspecialisedEnds().orElse(Double.NaN);
        add(rows, "normalised.three.lost", "K = 3: unspecialised students unstable", lost / 3, 36.70, 0.02);
        double begins = three.specialisedBegins().orElse(Double.NaN);
        add(rows, "normalised.three.begins", "K = 3: specialised ones appear", begins / 3, 34.1, 0.15);
        PhasePoints five = normalised(5);
        add(rows, "normalised.five", "K = 5: first order", special(five) / 5, 45.9, 0.1);
        double five0 = five.specialisedBegins().orElse(Double.NaN);
        add(rows, "normalised.five.begins", "K = 5: specialised ones appear", five0 / 5, 44.25, 0.3);
    }

    private static void specialisation(List<Row> rows) {
        StudentTransition half = points(2, 0.5).specialisation().orElseThrow();
        add(rows, "specialise.half", "K = 2, gamma = 1/2: A", half.a(), 51.889, 0.01);
        add(rows, "specialise.half.q", "the same: Q", half.after().overlaps().q(), 0.9108, 1e-4);
        add(
                rows,
                "specialise.half.r",
                "the same: R = S",
                half.after().overlaps().r(),
                0.4723,
                1e-4);
        StudentTransition one = points(2, 1.0).specialisation().orElseThrow();
        add(rows, "specialise.one", "K = 2, gamma = 1: A", one.a(), 76.24, 0.02);
        add(rows, "specialise.one.q", "the same: Q", one.after().overlaps().q(), 0.6613, 1e-4);
        StudentTransition three = points(3, 0.002).specialisation().orElseThrow();
        SymmetricOverlaps before = three.before().overlaps();
        SymmetricOverlaps after = three.after().overlaps();
        add(rows, "specialise.three", "K = 3, gamma = 0.002: A, at once", three.a(), 76.38, 0.05);
        add(rows, "specialise.three.q", "the same: Q before", before.q(), 1.498, 1e-3);
        add(rows, "specialise.three.r", "the same: R = S before", before.r(), 0.3657, 1e-3);
        add(rows, "specialise.three.q1", "the same: Q after", after.q(), 1.682, 1e-3);
        add(rows, "specialise.three.r1", "the same: R after", after.r(), 0.8206, 1e-3);
        add(rows, "specialise.three.s1", "the same: S after", after.s(), 0.1596, 1e-3);
    }

    private static StudentState equilibrium(int units, double decay, double a) {
        return Branches.of(new FreeEnergy(units, decay), 0.0, 150.0).minima(a).getFirst();
    }

    private static void states(List<Row> rows) {
        overlaps(rows, "state.below", "K = 2, gamma = 1/2, A = 20", equilibrium(2, 0.5, 20), new double[] {
            1.26218, -0.16550, 0.48452, 0.48452, 0.0391693
        });
        overlaps(rows, "state.above", "K = 2, gamma = 1/2, A = 120", equilibrium(2, 0.5, 120), new double[] {
            0.95513, 0.01893, 0.86913, 0.10565, 0.008479
        });
    }

    private static void overlaps(List<Row> rows, String id, String text, StudentState state, double[] wanted) {
        SymmetricOverlaps at = state.overlaps();
        add(rows, id + ".q", text + ": Q", at.q(), wanted[0], 1e-4);
        add(rows, id + ".c", text + ": C", at.c(), wanted[1], 1e-4);
        add(rows, id + ".r", text + ": R", at.r(), wanted[2], 1e-4);
        add(rows, id + ".s", text + ": S", at.s(), wanted[3], 1e-4);
        add(rows, id + ".error", text + ": eps_g", at.error(), wanted[4], 1e-4);
    }

    private static void lengths(List<Row> rows) {
        PhasePoints found = points(2, 0.002);
        StudentTransition two = found.length().orElseThrow();
        SymmetricOverlaps before = two.before().overlaps();
        SymmetricOverlaps after = two.after().overlaps();
        add(rows, "length.two", "K = 2, gamma = 0.002: A", two.a(), 35.324, 0.01);
        add(rows, "length.two.q", "the same: Q before", before.q(), 294.8, 0.1);
        add(rows, "length.two.c", "the same: C before", before.c(), -187.8, 0.1);
        add(rows, "length.two.r", "the same: R before", before.r(), 13.41, 0.01);
        add(rows, "length.two.s", "the same: S before", before.s(), -3.54, 0.01);
        add(rows, "length.two.error", "the same: eps_g before", before.error(), 0.1429, 1e-4);
        add(rows, "length.two.q1", "the same: Q after", after.q(), 3.322, 1e-3);
        add(rows, "length.two.c1", "the same: C after", after.c(), -1.154, 1e-3);
        add(rows, "length.two.r1", "the same: R after", after.r(), 1.380, 1e-3);
        add(rows, "length.two.s1", "the same: S after", after.s(), 0.032, 1e-3);
        add(rows, "length.two.error1", "the same: eps_g after", after.error(), 0.0416, 1e-4);
        // seen in steps of 1 in A
        add(
                rows,
                "length.two.begins",
                "the same: short from A",
                found.shortBegins().orElse(Double.NaN),
                30.0,
                1.0);
        add(rows, "length.two.ends", "the same: long up to A", found.longEnds().orElse(Double.NaN), 45.0, 1.0);
        lessDecay(rows);
    }

    private static void lessDecay(List<Row> rows) {
        StudentTransition less = points(2, 0.001).length().orElseThrow();
        add(rows, "length.less", "K = 2, gamma = 0.001: A", less.a(), 39.425, 0.01);
        add(
                rows,
                "length.less.q",
                "the same: Q before",
                less.before().overlaps().q(),
                686.7,
                0.1);
        add(rows, "length.less.q1", "the same: Q after", less.after().overlaps().q(), 2.742, 1e-3);
        add(rows, "length.end", "K = 2: decay at which the line ends", PhasePoints.criticalEnd(2)[0], 0.008, 0.002);
    }

    private static void threeUnits(List<Row> rows) {
        List<Branch> alike = Branches.of(new FreeEnergy(3, 0.005), 0.0, 150.0).all().stream()
                .filter(branch -> branch.units() == Units.UNSPECIALISED)
                .sorted(Comparator.comparingDouble(Branch::from))
                .toList();
        StudentTransition crossing =
                StudentTransitions.crossing(alike.get(0), alike.get(1)).orElseThrow();
        String text = "K = 3, gamma = 0.005, unspecialised long and short, equally low";
        add(rows, "length.three", text + ": A", crossing.a(), 41.226, 0.02);
        add(
                rows,
                "length.three.q",
                "the same: Q before",
                crossing.before().overlaps().q(),
                91.1,
                0.1);
        add(
                rows,
                "length.three.q1",
                "the same: Q after",
                crossing.after().overlaps().q(),
                4.554,
                1e-3);
        StudentState anti = Branches.of(new FreeEnergy(3, 0.001), 0.0, 150.0).minima(62.0).stream()
                .filter(state -> state.units() == Units.ANTI_SPECIALISED)
                .findFirst()
                .orElseThrow();
        text = "K = 3, gamma = 0.001, A = 62, anti-specialised";
        add(rows, "state.anti.q", text + ": Q", anti.overlaps().q(), 658, 0.03 * 658);
        add(rows, "state.anti.r", text + ": R", anti.overlaps().r(), 0.70, 0.03 * 0.70);
        add(rows, "state.anti.s", text + ": S", anti.overlaps().s(), 8.41, 0.03 * 8.41);
    }

    private static void limits(List<Row> rows) {
        double slow = 120 * equilibrium(2, 0.02, 120).overlaps().error();
        add(rows, "limit.slow", "K = 2, gamma = 0.02, A = 120: A eps_g", slow, 1.07, 0.01);
        for (int units : new int[] {2, 3, 5}) {
            SymmetricOverlaps none = equilibrium(units, 0.02, 0).overlaps();
            String text = "K = " + units + ", gamma = 0.02, ";
            String id = "weight-decay.limit." + units;
            rows.add(Row.exact(id + ".none.q", text + "A = 0: gamma Q", 0.02 * none.q(), 1.0, 1e-9, LIMIT));
            rows.add(Row.exact(id + ".none.c", "the same: C", none.c(), 0.0, 1e-7, LIMIT));
            rows.add(Row.exact(id + ".none.r", "the same: R + (K - 1) S", none.together(), 0.0, 1e-7, LIMIT));
            SymmetricOverlaps many = Branches.of(new FreeEnergy(units, 0.02), 0.0, 1e5)
                    .minima(1e5)
                    .getFirst()
                    .overlaps();
            // the correction is of order 1/A
            rows.add(Row.exact(
                    id + ".many", text + "A = 1e5: A eps_g", 1e5 * many.error(), 0.5 * units, 1e-3 * units, LIMIT));
        }
    }

    private static void samples(List<Row> rows) {
        DecaySamples below = new DecaySamples(20, 0.1);
        sampled(rows, "below.q", "A = 20, beta = 0.1: Q", below.q, 1.32, 0.03);
        sampled(rows, "below.c", "the same: C", below.c, -0.180, 0.022);
        sampled(rows, "below.together", "the same: R + S", below.together, 0.984, 0.012);
        DecaySamples above = new DecaySamples(120, 0.2);
        sampled(rows, "above.q", "A = 120, beta = 0.2: Q", above.q, 0.962, 0.017);
        sampled(rows, "above.c", "the same: C", above.c, 0.019, 0.010);
        sampled(rows, "above.r", "the same: R", above.r, 0.869, 0.011);
        sampled(rows, "above.together", "the same: R + S", above.together, 0.977, 0.006);
        DecaySamples cold = new DecaySamples(20, 0.5);
        sampled(rows, "cold.q", "A = 20, beta = 0.5: Q", cold.q, 1.31, 0.03);
        sampled(rows, "cold.together", "the same: R + S", cold.together, 0.972, 0.012);
    }

    private static void sampled(
            List<Row> rows, String id, String text, RunningMean found, double reference, double error) {
        double own = found.deviation() / Math.sqrt(found.count());
        rows.add(new Row(
                "weight-decay.sampled." + id,
                "K = 2, gamma = 1/2, N = 40, " + text,
                found.mean(),
                own,
                reference,
                error,
                ERRORS,
                true,
                SAMPLES));
    }
}
