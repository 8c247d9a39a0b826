package rugged.analysis.array;

import java.util.List;
import rugged.params.BadParameter;

/** How the bins of a histogram follow one another. */
public enum BinScale {
    /** By a difference. */
    LINEAR,
    /** By a ratio. */
    LOG;

    /** Refuses what is no [low, high] that all bins together can have; an empty list stands for the least and the greatest number. */
    void require(List<Double> range) {
        boolean interval = range.size() == 2 && range.getFirst() < range.getLast();
        if (!range.isEmpty() && !interval)
            throw new BadParameter("range", range, "is no interval", "[low, high], or []");
        if (interval && this == LOG && !(range.getFirst() > 0.0))
            throw new BadParameter("range", range, "begins at or below 0 on a logarithmic scale", "low above 0");
    }

    /** A number on the scale. */
    double place(double value) {
        return this == LOG ? Math.log(value) : value;
    }
}
