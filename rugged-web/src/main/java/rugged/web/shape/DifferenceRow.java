package rugged.web.shape;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One difference.
 *
 * @param run the run
 * @param key the curve
 * @param x abscissa
 * @param value ours
 * @param base what it is compared with
 * @param difference value minus base
 * @param error combined standard error; null when unknown
 * @param sigmas difference in standard errors; null when unknown
 * @param interpolated whether the base was interpolated, in log x
 */
public record DifferenceRow(
        String run,
        Map<String, String> key,
        double x,
        double value,
        double base,
        double difference,
        @Nullable Double error,
        @Nullable Double sigmas,
        boolean interpolated) {}
