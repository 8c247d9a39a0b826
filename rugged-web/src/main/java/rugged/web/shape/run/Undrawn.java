package rugged.web.shape.run;

/**
 * Values that cannot be drawn on the scales asked for.
 *
 * @param nan not numbers
 * @param inf infinite
 * @param nonpositive zero or less, on a logarithmic axis
 */
public record Undrawn(long nan, long inf, long nonpositive) {}
