package rugged.web.shape.run;

import java.util.Map;

/**
 * A point of a run.
 *
 * @param key its folder
 * @param status waiting, running, done or failed
 * @param reason why it failed
 * @param seconds spent on it
 * @param gradients evaluated
 * @param coordinates its parameters
 */
public record PointItem(
        String key, String status, String reason, double seconds, long gradients, Map<String, String> coordinates) {}
