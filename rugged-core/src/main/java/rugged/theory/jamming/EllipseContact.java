package rugged.theory.jamming;

import java.util.List;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.geometry.EllipsePair;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The contact function F of two ellipses a way r apart, centre to centre, its maximiser l and its derivatives by r and by both angles ({@link EllipsePair}): they overlap where F is below 1. Both must be scaled by sqrt F to touch, so that along r they touch at the distance |r|/sqrt F; the
 * range of Gay and Berne, the same with l of discs, is never shorter. Angles are those of the long axes against x, in radians. F to 1e-14 of itself, l to 1e-9.
 *
 * <p>Source: Perram and Wertheim, J. Comp. Phys. 58, 409 (1985); Gay and Berne, J. Chem. Phys. 74, 3316 (1981).
 */
@Named(
        value = "ellipse-contact",
        title = "Contact of two ellipses",
        doc = "Contact function of two ellipses with its derivatives, and the distances at which they touch.",
        source = "Perram and Wertheim, J. Comp. Phys. 58, 409 (1985)",
        year = 1985,
        topics = {"jamming", "packings"})
public record EllipseContact(
        @Param(doc = "long and short semi-axis and angle of the first ellipse", def = "[1, 0.5, 0]")
        List<Double> a,

        @Param(doc = "long and short semi-axis and angle of the second ellipse", def = "[1, 0.5, 1.5707963267948966]")
        List<Double> b,

        @Param(doc = "from the centre of the first to that of the second, x and y", symbol = "r", def = "[2, 0]")
        List<Double> r)
        implements TheorySpec {
    private static final int SHAPE = 3;

    private static final Quantity FUNCTION = number("F", "F", "contact function: below 1 where the ellipses overlap");
    private static final Quantity PLACE = number("l", "l", "where its maximum is attained, from 0 to 1");
    private static final Quantity SLOPE_X = number("dF_x", "dF/dx", "derivative by x of r");
    private static final Quantity SLOPE_Y = number("dF_y", "dF/dy", "derivative by y of r");
    private static final Quantity SLOPE_A = number("dF_a", "dF/d\u03b8_{a}", "derivative by the angle of the first");
    private static final Quantity SLOPE_B = number("dF_b", "dF/d\u03b8_{b}", "derivative by the angle of the second");
    private static final Quantity CONTACT =
            number("contact", "s", "distance of centres along r at which the ellipses touch");
    private static final Quantity ROUGH =
            number("contact_gb", "s_{GB}", "the same as the range of Gay and Berne has it");

    /** Checks both shapes and the way. */
    public EllipseContact {
        a = required("a", a);
        b = required("b", b);
        r = List.copyOf(r);
        boolean finite = r.stream().allMatch(Double::isFinite);
        if (r.size() != 2 || !finite || r.stream().allMatch(x -> x == 0.0))
            throw new BadParameter("r", r, "is no way from one centre to another", "two numbers that are not both 0");
    }

    private static List<Double> required(String key, List<Double> shape) {
        boolean finite = shape.stream().allMatch(Double::isFinite);
        if (shape.size() != SHAPE || !finite || !(shape.get(1) > 0.0 && shape.get(0) >= shape.get(1)))
            throw new BadParameter(
                    key,
                    shape,
                    "is no ellipse",
                    "long and short semi-axis and angle, [1, 0.5, 0.3], the short one above 0 and not above the long");
        return List.copyOf(shape);
    }

    private static Quantity number(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of(), definition);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(FUNCTION, PLACE, SLOPE_X, SLOPE_Y, SLOPE_A, SLOPE_B, CONTACT, ROUGH);
    }

    @Override
    public Validity validity() {
        return Validity.EXACT;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        double distance = Math.hypot(r.get(0), r.get(1));
        EllipsePair exact = pair(true);
        put(out, FUNCTION, exact.value());
        put(out, PLACE, exact.place());
        put(out, SLOPE_X, exact.slopeX());
        put(out, SLOPE_Y, exact.slopeY());
        put(out, SLOPE_A, exact.slopeFirst());
        put(out, SLOPE_B, exact.slopeSecond());
        put(out, CONTACT, distance / Math.sqrt(exact.value()));
        put(out, ROUGH, distance / Math.sqrt(pair(false).value()));
        return Solution.closedForm(exact.value() < 1.0 ? "the ellipses overlap" : "the ellipses do not overlap");
    }

    private EllipsePair pair(boolean exact) {
        double[] shapes = new double[2 * SHAPE];
        EllipsePair.shape(a.get(0) * a.get(0), a.get(1) * a.get(1), a.get(2), shapes, 0);
        EllipsePair.shape(b.get(0) * b.get(0), b.get(1) * b.get(1), b.get(2), shapes, SHAPE);
        EllipsePair pair = new EllipsePair(exact);
        pair.shapes(shapes, 0, SHAPE);
        pair.evaluate(r.get(0), r.get(1), a.getFirst() / (a.getFirst() + b.getFirst()));
        return pair;
    }

    private static void put(Sink out, Quantity quantity, double value) {
        out.put(quantity, Sink.ALL, value, 0.0);
    }
}
