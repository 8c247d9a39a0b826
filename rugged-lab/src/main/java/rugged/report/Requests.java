package rugged.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.api.Quantity;
import rugged.figure.FigureRequest;
import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;
import rugged.params.Numbers;
import rugged.study.FigureSection;

/** A study's figures in the language of the drawing module: symbols of quantities become labels. */
final class Requests {
    private Requests() {}

    static FigureRequest of(FigureSection section, List<Quantity> quantities) {
        return new FigureRequest(
                section.name(),
                section.title(),
                section.y(),
                section.x(),
                section.xLabel().isEmpty() ? symbol(section.x(), quantities) : section.xLabel(),
                section.yLabel().isEmpty() ? symbol(section.y(), quantities) : section.yLabel(),
                scale(section.xScale()),
                scale(section.yScale()),
                range(section.xRange()),
                range(section.yRange()),
                section.offset(),
                section.curves(),
                section.curvesLabel(),
                section.panels(),
                section.panelsLabel(),
                section.columns(),
                section.marks(),
                section.scales() == FigureSection.Scales.OWN,
                section.at() == FigureSection.Times.LAST,
                numbers(section.where()),
                section.overlay(),
                section.guides().orElse(List.of()),
                section.verticals().orElse(List.of()),
                section.strokes().orElse(""),
                section.colour().orElse(""),
                section.points().equals(Optional.of(FigureSection.Points.CLOUD)),
                section.units().equals(Optional.of(FigureSection.Units.EQUAL)),
                section.lines().orElse(List.of()),
                section.contours().orElse(List.of()));
    }

    /** Conditions on columns that hold lists of one number: those are numbers. */
    private static Map<String, String> numbers(Map<String, String> where) {
        Map<String, String> plain = new LinkedHashMap<>();
        where.forEach((column, value) -> plain.put(column, Numbers.alone(value)));
        return plain;
    }

    /** The symbol of a quantity; empty, and so left to the figure, for an axis or a parameter. */
    private static String symbol(String name, List<Quantity> quantities) {
        return quantities.stream()
                .filter(quantity -> quantity.name().equals(name))
                .map(Quantity::symbol)
                .findFirst()
                .orElse("");
    }

    private static Scale scale(FigureSection.Scale scale) {
        return switch (scale) {
            case LINEAR -> Scale.LINEAR;
            case LOG -> Scale.LOG;
        };
    }

    private static Optional<Range> range(List<Double> range) {
        return range.isEmpty() ? Optional.empty() : Optional.of(new Range(range.get(0), range.get(1)));
    }
}
