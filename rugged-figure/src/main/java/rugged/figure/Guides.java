package rugged.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import rugged.figure.select.Series;
import rugged.figure.select.Series.Spot;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Straight lines of given slopes on two logarithmic axes, over the middle of the points and just above them: something to lay a ruler on, no fit. A line is shortened where it would
 * leave the frame, and left out where little of it would remain.
 */
record Guides(Channels channels) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Of the reach of the points, what is left free at either end. */
    private static final double FREE = 0.2;
    /** Of the height of the frame, the distance from the points. */
    private static final double ABOVE = 0.05;
    /** Of the reach of the points, the least that is worth drawing. */
    private static final double LEAST = 0.08;

    /** A line between two points. */
    private record Line(double fromX, double fromY, double toX, double toY) {}

    /** The lines of a panel and what they are. */
    List<ObjectNode> of(String panel) {
        return channels.request().guides().stream()
                .flatMap(slope -> line(panel, slope)
                        .map(line -> java.util.stream.Stream.of(drawn(line), label(line, slope)))
                        .orElseGet(java.util.stream.Stream::empty))
                .toList();
    }

    /** In words, for the description. */
    static String inWords(List<Double> slopes) {
        return String.join(", ", slopes.stream().map(Guides::text).toList());
    }

    private static String text(double slope) {
        return new BigDecimal(slope)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString()
                .replace('-', '\u2212');
    }

    private Optional<Line> line(String panel, double slope) {
        List<Spot> spots = spots(panel, true);
        if (spots.isEmpty()) spots = spots(panel, false);
        double low =
                spots.stream().mapToDouble(spot -> Math.log(spot.x())).min().orElse(0.0);
        double high =
                spots.stream().mapToDouble(spot -> Math.log(spot.x())).max().orElse(0.0);
        double from = low + FREE * (high - low);
        double to = high - FREE * (high - low);
        double height = Double.NEGATIVE_INFINITY;
        for (Spot spot : spots) {
            double x = Math.log(spot.x());
            if (x >= from && x <= to) height = Math.max(height, Math.log(spot.y()) - slope * x);
        }
        double bottom = Math.log(channels.frame().y().low());
        double top = Math.log(channels.frame().y().high());
        height += ABOVE * (top - bottom);
        double first = slope == 0.0 ? from : (bottom - height) / slope;
        double second = slope == 0.0 ? to : (top - height) / slope;
        from = Math.max(from, Math.min(first, second));
        to = Math.min(to, Math.max(first, second));
        if (!(to - from > LEAST * (high - low))) return Optional.empty();
        return Optional.of(
                new Line(Math.exp(from), Math.exp(height + slope * from), Math.exp(to), Math.exp(height + slope * to)));
    }

    /** Points of a panel that are inside its frame. */
    private List<Spot> spots(String panel, boolean measured) {
        Frame frame = channels.frame();
        return channels.selection().series().stream()
                .filter(series -> series.panel().equals(panel) && series.measured() == measured)
                .map(Series::points)
                .flatMap(List::stream)
                .filter(spot -> spot.x() >= frame.x().low()
                        && spot.x() <= frame.x().high()
                        && spot.y() >= frame.y().low()
                        && spot.y() <= frame.y().high())
                .toList();
    }

    private ObjectNode drawn(Line line) {
        ObjectNode layer = JSON.objectNode();
        var values = layer.putObject("data").putArray("values");
        values.addObject().put("x", Extent.rounded(line.fromX)).put("y", Extent.rounded(line.fromY));
        values.addObject().put("x", Extent.rounded(line.toX)).put("y", Extent.rounded(line.toY));
        ObjectNode mark = layer.putObject("mark")
                .put("type", "line")
                .put("clip", true)
                .put("strokeWidth", 1.0)
                .put("color", Theme.smallPrint(channels.setting().dark()));
        mark.putArray("strokeDash").add(6).add(3);
        place(layer);
        return layer;
    }

    /** On the side of the line where there are no points. */
    private ObjectNode label(Line line, double slope) {
        ObjectNode layer = JSON.objectNode();
        layer.putObject("data")
                .putArray("values")
                .addObject()
                .put("x", Extent.rounded(Math.sqrt(line.fromX * line.toX)))
                .put("y", Extent.rounded(Math.sqrt(line.fromY * line.toY)));
        layer.putObject("mark")
                .put("type", "text")
                .put("text", "slope " + text(slope))
                .put("align", slope > 0.0 ? "right" : "left")
                .put("baseline", "bottom")
                .put("dx", slope > 0.0 ? -4 : 4)
                .put("dy", -2)
                .put("color", Theme.smallPrint(channels.setting().dark()));
        place(layer);
        return layer;
    }

    private void place(ObjectNode layer) {
        ObjectNode encoding = layer.putObject("encoding");
        channels.place(encoding, "x", "x");
        channels.place(encoding, "y", "y");
    }
}
