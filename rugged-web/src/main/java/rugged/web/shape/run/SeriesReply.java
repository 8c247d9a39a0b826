package rugged.web.shape.run;

import java.util.List;
import rugged.api.Quantity;
import rugged.web.shape.Curve;

/**
 * A quantity of a run as curves.
 *
 * @param quantity its definition
 * @param x what it is drawn against
 * @param unit its unit
 * @param version of the run when it was read
 * @param samples points there are
 * @param reduced whether not every point is there
 * @param words how it was reduced, in words
 * @param undrawn what cannot be drawn
 * @param curves the curves of the simulation
 * @param theory the curves of the theories
 * @param append whether the curves go on where those that the asker has end, or begin to differ; {@code from} says where
 */
public record SeriesReply(
        Quantity quantity,
        String x,
        String unit,
        String version,
        long samples,
        boolean reduced,
        String words,
        Undrawn undrawn,
        List<Curve> curves,
        List<Curve> theory,
        boolean append) {}
