package rugged.theory.decay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.api.lessons.DecayCurves;
import rugged.index.Named;
import rugged.meanfield.decay.Branches;
import rugged.meanfield.decay.FreeEnergy;
import rugged.meanfield.decay.PhasePoints;
import rugged.meanfield.decay.StudentState;
import rugged.meanfield.decay.StudentTransition;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * High-temperature theory of a soft committee with weight decay, for N to infinity and beta to 0 at fixed A = beta P/N: the lowest site-symmetric minimum of the free energy ({@link FreeEnergy}) at evenly spaced A, the metastable minimum above it where there is one, and where equilibrium passes from one branch to another. At beta of order 1 it is an approximation. States in which some units are
 * specialised and others are not, which are metastable for K above 2, are not looked for. Minima to 1e-9, passages to 1e-9 of A; a second or less.
 *
 * <p>What there is none of is not a number, and the report says why. Source: Ahr, Biehl and Schloesser, J. Phys. A 32, 5003 (1999); with normalised students Biehl, Schloesser and Ahr, Europhys. Lett. 44, 261 (1998).
 */
@Named(
        value = "weight-decay",
        title = "Soft committee with weight decay, high temperature",
        doc = "Overlaps and errors of students in equilibrium and of metastable ones against A, and the transitions"
                + " of their length and of their specialisation.",
        source = "Ahr, Biehl and Schloesser, J. Phys. A 32, 5003 (1999)",
        year = 1999,
        topics = {"learning", "equilibrium", "phase transitions", "mean-field"})
public record WeightDecay(
        @Param(doc = "hidden units of student and teacher", also = "hidden", symbol = "K", def = "2", min = 1, max = 20)
        int units,

        @Param(doc = "weight decay gamma", also = "gamma", symbol = "\u03b3", def = "0.5", min = 0.0)
        double decay,

        @Param(
                doc = "the one unit of units: 1 has nothing to specialise; true where that is what is wanted",
                def = "false")
        boolean lengthOnly,

        @Param(doc = "students of length Q = 1, without decay", def = "false")
        boolean normalised,

        @Param(doc = "one end of the range of A", symbol = "A", def = "0", min = 0.0)
        double from,

        @Param(doc = "the other", symbol = "A", def = "120", min = 0.0)
        double to,

        @Param(doc = "values of A, both ends among them", def = "121", min = 1, max = 100000)
        int points,

        @Param(
                doc = "one A at which all minima are written one by one; none where it is left out",
                symbol = "A",
                min = 0.0)
        Optional<Double> size)
        implements TheorySpec {
    private static final Quantity LENGTH_TRANSITION =
            number("A_length", "A_{1}", "A at which equilibrium passes from long students to short ones");
    private static final Quantity LONG = number("Q_long", "Q", "Q of the long students there");
    private static final Quantity SHORT = number("Q_short", "Q", "Q of the short ones");
    private static final Quantity SPECIALISATION =
            number("A_specialised", "A_{s}", "A at which units specialise in equilibrium");
    private static final Quantity SPECIALISES = number("A_specialisation", "A_{s}", "the same as A_specialised");
    private static final Quantity JUMP =
            number("jump", "\u0394(R - S)", "by how much R - S jumps there: 0 where it is continuous");
    private static final Quantity LONG_ENDS = number("A_long_ends", "A", "A up to which long students are metastable");
    private static final Quantity SHORT_BEGINS =
            number("A_short_begins", "A", "A from which on short ones are metastable");
    private static final Quantity SPECIALISED_BEGINS =
            number("A_specialised_begins", "A", "A from which on specialised students are metastable");
    private static final Quantity UNSPECIALISED_ENDS =
            number("A_unspecialised_ends", "A", "A up to which short unspecialised students are metastable");

    /** Checks what must hold between them. */
    public WeightDecay {
        if (units < 2 && !lengthOnly)
            throw new BadParameter(
                    "units",
                    units,
                    "specialisation needs at least two hidden units",
                    "2 or more; one, which has a length only, with length-only: true");
        if (units >= 2 && lengthOnly)
            throw new BadParameter("length-only", true, "is for one unit, and units is " + units, "false");
        new FreeEnergy(units, decay, normalised);
        if (!(from >= 0.0 && Double.isFinite(from)))
            throw new BadParameter("from", from, "is no number of examples A", "a finite number, 0 or above");
        if (size.isPresent() && !Double.isFinite(size.get()))
            throw new BadParameter("size", size.get(), "is no number of examples A", "a finite number, 0 or above");
        if (!(to >= 0.0 && Double.isFinite(to)))
            throw new BadParameter("to", to, "is no number of examples A", "a finite number, 0 or above");
    }

    private static Quantity number(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of(), definition);
    }

    @Override
    public List<Quantity> quantities() {
        Stream<Quantity> numbers = Stream.of(
                LENGTH_TRANSITION,
                LONG,
                SHORT,
                SPECIALISATION,
                SPECIALISES,
                JUMP,
                LONG_ENDS,
                SHORT_BEGINS,
                SPECIALISED_BEGINS,
                UNSPECIALISED_ENDS);
        return Stream.concat(
                        Stream.concat(DecayCurves.OVERLAPS.stream(), Stream.of(DecayCurves.TRAINING)),
                        Stream.concat(
                                DecayCurves.METASTABLE.stream(),
                                Stream.concat(numbers, DecayMinima.QUANTITIES.stream())))
                .toList();
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    /** The k-th A. */
    private double load(int k) {
        if (points == 1) return from;
        return k == points - 1 ? to : from + (to - from) * k / (points - 1);
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        FreeEnergy f = new FreeEnergy(units, decay, normalised);
        PhasePoints found = PhasePoints.of(f);
        double highest = Math.max(Math.max(from, to), size.orElse(0.0));
        Branches all = highest > found.branches().high() ? Branches.of(f, 0.0, highest) : found.branches();
        boolean metastable = false;
        List<Double> none = new ArrayList<>();
        for (int k = 0; k < points; k++) {
            double a = load(k);
            List<StudentState> minima = all.minima(a);
            if (minima.isEmpty()) none.add(a);
            else put(DecayCurves.OVERLAPS, minima.getFirst(), a, out);
            if (!minima.isEmpty())
                out.put(
                        DecayCurves.TRAINING,
                        Sink.ALL,
                        minima.getFirst().overlaps().error(),
                        0.0,
                        a);
            if (minima.size() > 1) put(DecayCurves.METASTABLE, minima.get(1), a, out);
            metastable |= minima.size() > 1;
        }
        points(found, out);
        String there =
                size.map(a -> "; " + DecayMinima.put(all.minima(a), a, out)).orElse("");
        String words = words(found) + there + (metastable ? "" : "; no metastable minimum in this range");
        if (none.isEmpty()) return Solution.closedForm(words);
        return new Solution(true, 0, Double.NaN, words + "; no minimum was found at A = " + none);
    }

    private static void put(List<Quantity> as, StudentState at, double a, Sink out) {
        DecayCurves.put(as, DecayCurves.values(at.overlaps(), at.overlaps().error()), Sink.ALL, 0.0, a, out);
    }

    private static void points(PhasePoints found, Sink out) {
        put(LENGTH_TRANSITION, found.length().map(StudentTransition::a).orElse(Double.NaN), out);
        put(LONG, found.length().map(p -> p.before().overlaps().q()).orElse(Double.NaN), out);
        put(SHORT, found.length().map(p -> p.after().overlaps().q()).orElse(Double.NaN), out);
        put(SPECIALISATION, found.specialisation().map(StudentTransition::a).orElse(Double.NaN), out);
        put(SPECIALISES, found.specialisation().map(StudentTransition::a).orElse(Double.NaN), out);
        put(
                JUMP,
                found.specialisation()
                        .map(p -> p.after().overlaps().apart()
                                - p.before().overlaps().apart())
                        .orElse(Double.NaN),
                out);
        put(LONG_ENDS, found.longEnds(), out);
        put(SHORT_BEGINS, found.shortBegins(), out);
        put(SPECIALISED_BEGINS, found.specialisedBegins(), out);
        put(UNSPECIALISED_ENDS, found.unspecialisedEnds(), out);
    }

    private static void put(Quantity quantity, OptionalDouble value, Sink out) {
        put(quantity, value.orElse(Double.NaN), out);
    }

    private static void put(Quantity quantity, double value, Sink out) {
        out.put(quantity, Sink.ALL, value, 0.0);
    }

    private String words(PhasePoints found) {
        String start = "high-temperature theory, exact for \u03b2 to 0; ";
        String length = found.length()
                .map(p -> String.format(Locale.ROOT, "long students give way to short ones at A = %.6g", p.a()))
                .orElse(
                        normalised
                                ? "lengths are fixed"
                                : "no transition of the length: at this decay students grow shorter all the way");
        if (units == 1) return start + length + "; one unit has nothing to specialise";
        return start
                + length
                + found.specialisation()
                        .map(p -> String.format(
                                Locale.ROOT,
                                "; units specialise at A = %.6g, %s",
                                p.a(),
                                p.order() == StudentTransition.Order.CONTINUOUS ? "continuously" : "at once"))
                        .orElse(String.format(
                                Locale.ROOT,
                                "; units do not specialise up to A = %.6g",
                                found.branches().high()));
    }
}
