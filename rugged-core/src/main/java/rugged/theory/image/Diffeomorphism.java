package rugged.theory.image;

import java.util.List;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.num.image.DisplacementLaw;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Numbers of the smooth displacement fields of maximum entropy ({@link DisplacementLaw}) on n x n pixels with cut-off c: how many modes there are, the sum that gives their size, and the temperatures that are allowed, from half a pixel of
 * displacement to slopes of order one. Closed form.
 */
@Named(
        value = "diffeomorphism",
        title = "Smooth displacements of images",
        doc = "Modes, size and allowed temperatures of the smooth displacement fields of maximum entropy.",
        source = "Petrini, Favero, Geiger and Wyart, NeurIPS 34 (2021), arXiv:2105.02468",
        year = 2021,
        topics = {"deep learning", "images"})
public record Diffeomorphism(
        @Param(doc = "pixels of a side", symbol = "n", def = "28", min = 3, max = 100000)
        int pixels,

        @Param(doc = "cut-off of the wave numbers", symbol = "c", def = "3", min = 2, max = 10000)
        int cutoff)
        implements TheorySpec {
    private static final Quantity MODES = number("modes", "M", "modes of one component: sqrt(i^2 + j^2) < c + 1/2");
    private static final Quantity SUM = number("S", "S", "sum of 1/(i^2 + j^2) over the modes: <|tau|^2> = T S/2");
    private static final Quantity LOWEST =
            number("T_min", "T_{min}", "1/(pi n^2 ln c), where the typical displacement is half a pixel");
    private static final Quantity HIGHEST =
            number("T_max", "T_{max}", "4/(pi^3 c^2 ln c), where slopes are of order one");
    private static final Quantity ONE =
            number("T_one", "T_{1}", "temperature of a typical displacement delta of one pixel, 4/(pi n^2 ln c)");
    private static final Quantity SHIFT =
            number("shift_one", "\u03b4_{1}", "exact root mean square displacement at T_one, in pixels");

    private static Quantity number(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of(), definition);
    }

    /** Checks that some temperature is allowed. */
    public Diffeomorphism {
        String wrong = DisplacementLaw.objection(pixels, cutoff);
        if (wrong.isEmpty()) wrong = new DisplacementLaw(pixels, cutoff).emptiness();
        if (!wrong.isEmpty()) throw new BadParameter("cutoff", cutoff, wrong, "an integer from 2 to 2n/pi");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(MODES, SUM, LOWEST, HIGHEST, ONE, SHIFT);
    }

    @Override
    public Validity validity() {
        return Validity.EXACT;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        DisplacementLaw law = new DisplacementLaw(pixels, cutoff);
        double one = law.temperature(1.0);
        put(out, MODES, law.modes());
        put(out, SUM, law.sum());
        put(out, LOWEST, law.lowest());
        put(out, HIGHEST, law.highest());
        put(out, ONE, one);
        put(out, SHIFT, law.exactDisplacement(one));
        return Solution.closedForm("c = " + cutoff);
    }

    private static void put(Sink out, Quantity quantity, double value) {
        out.put(quantity, Sink.ALL, value, 0.0);
    }
}
