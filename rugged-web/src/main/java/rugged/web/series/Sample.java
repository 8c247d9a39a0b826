package rugged.web.series;

import java.util.Map;

/**
 * One value.
 *
 * @param source simulation, or the name of a theory
 * @param key what distinguishes its curve: parameters and further axes
 * @param x abscissa
 * @param y value
 * @param error one standard error; NaN for none
 * @param count points behind it
 */
public record Sample(String source, Map<String, String> key, double x, double y, double error, double count) {
    /** The source of what was measured. */
    public static final String SIMULATION = "simulation";

    /** Whether it was measured. */
    public boolean measured() {
        return source.equals(SIMULATION);
    }
}
