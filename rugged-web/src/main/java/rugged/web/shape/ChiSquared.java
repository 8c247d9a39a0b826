package rugged.web.shape;

/**
 * How well a run agrees with the base.
 *
 * @param run the run
 * @param chiSquared sum of squared differences in standard errors
 * @param degrees number of differences
 * @param words the same in words
 */
public record ChiSquared(String run, double chiSquared, int degrees, String words) {}
