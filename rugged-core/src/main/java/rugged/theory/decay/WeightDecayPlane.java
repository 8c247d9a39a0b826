package rugged.theory.decay;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.decay.FreeEnergy;
import rugged.meanfield.decay.PhasePoints;
import rugged.meanfield.decay.StudentTransition;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Lines in the plane of weight decay gamma and A = beta P/N for students of K units, in the high-temperature limit and for N to infinity ({@link PhasePoints}): where equilibrium passes from long to short students, a line that ends at a critical decay; where units specialise; and how far states on both sides of these are metastable. On an
 * even grid of ln gamma; points of a line that does not exist at a decay are left out. Lines to 1e-9 of A, the end of the line of lengths to 1e-3 of gamma. A tenth of a second for each decay.
 *
 * <p>Source: Ahr, Biehl and Schloesser, J. Phys. A 32, 5003 (1999).
 */
@Named(
        value = "weight-decay-plane",
        title = "Plane of weight decay and examples",
        doc = "Transitions of the length and of the specialisation of a soft committee, and the ends of metastable"
                + " states, against weight decay.",
        source = "Ahr, Biehl and Schloesser, J. Phys. A 32, 5003 (1999)",
        year = 1999,
        topics = {"learning", "equilibrium", "phase transitions", "mean-field"})
public record WeightDecayPlane(
        @Param(doc = "hidden units of student and teacher", symbol = "K", def = "2", min = 2, max = 20)
        int units,

        @Param(doc = "least decay", symbol = "\u03b3", def = "5e-4", min = 0.0, above = true)
        double least,

        @Param(doc = "largest decay", symbol = "\u03b3", def = "1", min = 0.0, above = true)
        double largest,

        @Param(doc = "values of the decay, both ends among them", def = "21", min = 2, max = 10000)
        int decays)
        implements TheorySpec {
    private static final Quantity LENGTH =
            line("line_length", "A", "A at which equilibrium passes from long students to short ones");
    private static final Quantity SPECIALISATION = line(
            "line_specialisation", "A", "A at which units specialise in equilibrium, the last where there are two");
    private static final Quantity EARLY = line(
            "line_long_specialisation", "A", "A at which long students specialise, where short ones specialise anew");
    private static final Quantity LONG_ENDS = line("line_long_ends", "A", "A up to which long students are metastable");
    private static final Quantity SHORT_BEGINS =
            line("line_short_begins", "A", "A from which on short students are metastable");
    private static final Quantity SPECIALISED_BEGINS =
            line("line_specialised_begins", "A", "A from which on specialised students are metastable");
    private static final Quantity UNSPECIALISED_ENDS =
            line("line_unspecialised_ends", "A", "A up to which short unspecialised students are metastable");
    private static final Quantity END_DECAY =
            new Quantity("end_decay", "\u03b3_{c}", "", List.of(), "decay at which the line of lengths ends");
    private static final Quantity END_LOAD = new Quantity("end_A", "A_{c}", "", List.of(), "A at which it ends");

    /** Checks the range. */
    public WeightDecayPlane {
        if (units < 2)
            throw new BadParameter("units", units, "specialisation needs at least two hidden units", "2 or more");
        new FreeEnergy(units, least);
        if (!(largest > least && Double.isFinite(largest)))
            throw new BadParameter("largest", largest, "is not above the least decay, " + least, "a larger decay");
    }

    private static Quantity line(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of("gamma"), definition);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                LENGTH,
                SPECIALISATION,
                EARLY,
                LONG_ENDS,
                SHORT_BEGINS,
                SPECIALISED_BEGINS,
                UNSPECIALISED_ENDS,
                END_DECAY,
                END_LOAD);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        for (int k = 0; k < decays; k++) {
            double decay = k == decays - 1 ? largest : least * Math.pow(largest / least, (double) k / (decays - 1));
            PhasePoints found = PhasePoints.of(new FreeEnergy(units, decay));
            found.length().ifPresent(at -> put(LENGTH, at, decay, out));
            found.specialisation().ifPresent(at -> put(SPECIALISATION, at, decay, out));
            found.longSpecialisation().ifPresent(at -> put(EARLY, at, decay, out));
            put(LONG_ENDS, found.longEnds(), decay, out);
            put(SHORT_BEGINS, found.shortBegins(), decay, out);
            put(SPECIALISED_BEGINS, found.specialisedBegins(), decay, out);
            put(UNSPECIALISED_ENDS, found.unspecialisedEnds(), decay, out);
        }
        double[] end = PhasePoints.criticalEnd(units);
        out.put(END_DECAY, Sink.ALL, end[0], Double.NaN);
        out.put(END_LOAD, Sink.ALL, end[1], Double.NaN);
        return Solution.closedForm(String.format(
                Locale.ROOT,
                "high-temperature theory, exact for \u03b2 to 0; the line of lengths ends at a decay of %.4g, beyond"
                        + " which students grow shorter without a jump",
                end[0]));
    }

    private static void put(Quantity line, StudentTransition at, double decay, Sink out) {
        out.put(line, Sink.ALL, at.a(), 0.0, decay);
    }

    private static void put(Quantity line, OptionalDouble a, double decay, Sink out) {
        if (a.isPresent()) out.put(line, Sink.ALL, a.getAsDouble(), 0.0, decay);
    }
}
