package rugged.report;

import java.util.List;
import java.util.Optional;
import rugged.figure.FigureRequest;
import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.Setting;

/**
 * How a reader asks to see a figure; what is not said stays as the study has it.
 *
 * @param setting where it is looked at
 * @param xScale horizontal scale
 * @param yScale vertical scale
 * @param xRange horizontal range
 * @param theory whether theories are drawn beside what was measured
 */
public record FigureView(
        Setting setting, Optional<Scale> xScale, Optional<Scale> yScale, Optional<Range> xRange, boolean theory) {
    /** As the study has it, as printed. */
    public static final FigureView PAPER = at(Setting.PAPER);

    /** As the study has it, in a setting. */
    public static FigureView at(Setting setting) {
        return new FigureView(setting, Optional.empty(), Optional.empty(), Optional.empty(), true);
    }

    FigureRequest on(FigureRequest study) {
        Scale across = xScale.orElse(study.xScale());
        Scale up = yScale.orElse(study.yScale());
        boolean equal = study.equal() && across == Scale.LINEAR && up == Scale.LINEAR;
        FigureRequest seen = study.within(Optional.empty(), Optional.empty())
                .withEqual(equal)
                .scaled(across, up)
                .within(fitting(xRange.or(study::xRange), across), fitting(study.yRange(), up));
        return theory ? seen : seen.beside(List.of());
    }

    /** A logarithmic axis has no place for what is not positive: such a range is left to the data. */
    private static Optional<Range> fitting(Optional<Range> range, Scale scale) {
        return range.filter(wanted -> scale == Scale.LINEAR || wanted.low() > 0);
    }
}
