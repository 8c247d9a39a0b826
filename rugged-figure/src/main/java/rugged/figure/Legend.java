package rugged.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import rugged.figure.select.Selection;
import rugged.figure.select.Series;
import rugged.figure.select.Series.Spot;

/**
 * What the markers and lines mean, in one or two boxes. A box goes into the first empty corner of a panel; where none is
 * empty it goes outside: a legend never lies on data.
 *
 * @param boxes placed boxes
 * @param outsideWidth width of the column on the right for boxes outside, 0 if there are none
 */
record Legend(List<Placed> boxes, double outsideWidth) {
    static final double ROW = 17;
    private static final double MARKER_WIDTH = 18;
    private static final double LINE_WIDTH = 30;
    private static final double MARGIN = 11;
    private static final double CLEARANCE = 7;

    /** theory.quantity, as a figure asks for it. */
    private static final Pattern TRAILING_DIGITS = Pattern.compile("[0-9]+$");

    private static final Pattern OTHER_QUANTITY = Pattern.compile("[a-z0-9-]+\\.[A-Za-z0-9_]+");

    /** A theory as a study calls it; published numbers have names of their own. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Places tried across and down a panel where its corners are taken. */
    private static final int INSIDE = 8;

    /** What an entry shows before its text. */
    enum Sign {
        NONE,
        DOT,
        MARKER,
        MARKER_WITH_BAR,
        LINE
    }

    /**
     * A row of a box.
     *
     * @param curve the curve whose colour and marker it has; empty for the colour of ink
     * @param source the theory whose dashes a line has
     * @param style the filling of a marker
     */
    record Entry(Sign sign, String curve, String source, int style, String text) {}

    /** A box at a place; panel -1 is outside. */
    record Placed(int panel, double left, double top, List<Entry> entries) {}

    Legend {
        boxes = List.copyOf(boxes);
    }

    public static Legend of(FigureRequest request, Selection selection, Frames frames) {
        List<Placed> placed = new ArrayList<>();
        double outside = 0;
        double top = 4;
        for (List<Entry> box : List.of(curves(request, selection), marks(selection), sources(request, selection))) {
            if (box.isEmpty()) {
                continue;
            }
            Placed inside = empty(box, selection, frames, placed);
            if (inside == null) {
                placed.add(new Placed(-1, 0, top, box));
                outside = Math.max(outside, width(box));
                top += height(box) + 10;
            } else {
                placed.add(inside);
            }
        }
        return new Legend(placed, outside);
    }

    /** The boxes in one panel, or outside for -1. */
    List<Placed> in(int panel) {
        return boxes.stream().filter(box -> box.panel == panel).toList();
    }

    /** Height of the boxes outside, one below the other. */
    double outsideHeight() {
        return in(-1).stream()
                .mapToDouble(box -> box.top + height(box.entries))
                .max()
                .orElse(0);
    }

    private static List<Entry> curves(FigureRequest request, Selection selection) {
        if (selection.curves().isEmpty()) {
            return List.of();
        }
        List<Entry> out = new ArrayList<>();
        String title = request.curvesLabel().isEmpty() ? Markup.symbolOf(request.curves()) : request.curvesLabel();
        out.add(new Entry(Sign.NONE, "", "", 0, title));
        List<String> texts = Labels.marked(selection.curves());
        for (String curve : selection.curves()) {
            boolean measured = selection.series().stream()
                    .anyMatch(series -> series.curve().equals(curve) && series.measured());
            out.add(new Entry(
                    measured ? request.cloud() ? Sign.DOT : Sign.MARKER : Sign.LINE,
                    curve,
                    measured || selection.theories().isEmpty()
                            ? ""
                            : selection.theories().getFirst(),
                    0,
                    texts.get(out.size() - 1)));
        }
        return out;
    }

    private static List<Entry> marks(Selection selection) {
        List<Entry> out = new ArrayList<>();
        if (selection.marks().size() < 2) {
            return out;
        }
        for (int style = 0; style < selection.marks().size(); style++) {
            out.add(new Entry(
                    Sign.MARKER, "", "", style, Labels.marked(selection.marks().get(style))));
        }
        return out;
    }

    private static List<Entry> sources(FigureRequest request, Selection selection) {
        List<Entry> out = new ArrayList<>();
        if (selection.theories().isEmpty()) {
            return out;
        }
        if (selection.series().stream().anyMatch(Series::measured)) {
            Sign sign = request.cloud() ? Sign.DOT : Sign.MARKER_WITH_BAR;
            out.add(new Entry(sign, "", "", 0, FigureRequest.SIMULATION));
        }
        for (String theory : selection.theories()) {
            out.add(new Entry(Sign.LINE, "", theory, 0, words(theory, request, selection)));
        }
        return out;
    }

    /** A theory in words; where several of its quantities are drawn, each by its own name. */
    private static String words(String theory, FigureRequest request, Selection selection) {
        boolean measured = selection.series().stream().anyMatch(Series::measured);
        if (OTHER_QUANTITY.matcher(theory).matches()) {
            String quantity = theory.substring(theory.indexOf('.') + 1);
            // C2 beside a measured C is the same quantity, for which the theory has two names
            boolean same =
                    measured && TRAILING_DIGITS.matcher(quantity).replaceAll("").equals(request.y());
            return same ? theory.substring(0, theory.indexOf('.')).replace('-', ' ') : quantity.replace('_', ' ');
        }
        boolean several = !measured && selection.theories().stream().anyMatch(other -> other.startsWith(theory + "."));
        if (several) return request.y().replace('_', ' ');
        return NAME.matcher(theory).matches() ? theory.replace('-', ' ') : theory;
    }

    static double width(List<Entry> box) {
        double size = Theme.fontSize("text", "fontSize");
        return symbol(box)
                + 4
                + box.stream()
                        .mapToDouble(entry -> Measure.width(entry.text, size))
                        .max()
                        .orElse(0);
    }

    /** Width of the signs before the texts. */
    static double symbol(List<Entry> box) {
        return box.stream().anyMatch(entry -> entry.sign == Sign.LINE) ? LINE_WIDTH : MARKER_WIDTH;
    }

    static double height(List<Entry> box) {
        return ROW * box.size();
    }

    @org.jspecify.annotations.Nullable
    private static Placed empty(List<Entry> box, Selection selection, Frames frames, List<Placed> others) {
        double width = width(box);
        double height = height(box);
        double right = frames.width() - MARGIN - width;
        double bottom = frames.height() - MARGIN - height;
        if (right < MARGIN || bottom < MARGIN) {
            return null;
        }
        List<double[]> places = places(right, bottom);
        for (int panel = 0; panel < selection.panels().size(); panel++) {
            for (double[] place : places) {
                Placed here = new Placed(panel, place[0], place[1], box);
                if (free(here, selection, frames.of(panel))
                        && others.stream().noneMatch(other -> overlap(here, other))) {
                    return here;
                }
            }
        }
        return null;
    }

    /** Corners first, then anywhere inside. */
    private static List<double[]> places(double right, double bottom) {
        List<double[]> places = new ArrayList<>(List.of(
                new double[] {right, MARGIN},
                new double[] {MARGIN, MARGIN},
                new double[] {MARGIN, bottom},
                new double[] {right, bottom}));
        for (int across = INSIDE; across >= 0; across--)
            for (int down = 0; down <= INSIDE; down++)
                places.add(new double[] {
                    MARGIN + (right - MARGIN) * across / INSIDE, MARGIN + (bottom - MARGIN) * down / INSIDE
                });
        return places;
    }

    private static boolean overlap(Placed one, Placed other) {
        return one.panel == other.panel
                && one.left < other.left + width(other.entries)
                && other.left < one.left + width(one.entries)
                && one.top < other.top + height(other.entries) + 6
                && other.top < one.top + height(one.entries) + 6;
    }

    private static boolean free(Placed box, Selection selection, Frame frame) {
        String panel = selection.panels().get(box.panel);
        for (Series series : selection.series()) {
            if (!series.panel().equals(panel)) {
                continue;
            }
            Spot before = null;
            for (Spot spot : series.points()) {
                if (covers(box, frame, spot, series.measured())
                        || (before != null
                                && !series.measured()
                                && before.line() == spot.line()
                                && crosses(box, frame, before, spot))) {
                    return false;
                }
                before = spot;
            }
        }
        return true;
    }

    private static boolean covers(Placed box, Frame frame, Spot spot, boolean withBar) {
        double x = frame.across(spot.x());
        double y = frame.down(spot.y());
        double error = withBar && Double.isFinite(spot.error()) ? spot.error() : 0;
        double bottom = error > 0 ? below(frame, spot.y() - error) : y;
        double top = error > 0 ? frame.down(spot.y() + error) : y;
        return x > box.left - CLEARANCE
                && x < box.left + width(box.entries) + CLEARANCE
                && bottom > box.top - CLEARANCE
                && top < box.top + height(box.entries) + CLEARANCE;
    }

    private static double below(Frame frame, double value) {
        double place = frame.down(value);
        return Double.isFinite(place) ? place : frame.height();
    }

    private static boolean crosses(Placed box, Frame frame, Spot from, Spot to) {
        double x = frame.across(from.x());
        double y = frame.down(from.y());
        double dx = frame.across(to.x()) - x;
        double dy = frame.down(to.y()) - y;
        int steps = (int) Math.min(2000, Math.ceil(Math.hypot(dx, dy) / 3));
        for (int i = 1; i < steps; i++) {
            double px = x + dx * i / steps;
            double py = y + dy * i / steps;
            if (px > box.left - CLEARANCE
                    && px < box.left + width(box.entries) + CLEARANCE
                    && py > box.top - CLEARANCE
                    && py < box.top + height(box.entries) + CLEARANCE) {
                return true;
            }
        }
        return false;
    }
}
