package rugged.web.shape.map;

import java.util.List;

/**
 * Which minima are occupied at a temperature, by harmonic superposition.
 *
 * @param version of the run
 * @param temperature T
 * @param capacity C
 * @param energy U
 * @param minima those that are occupied most, by falling occupation
 * @param rest occupation of all others together
 */
public record OccupationReply(
        String version, double temperature, double capacity, double energy, List<OccupiedMinimum> minima, double rest) {
    /**
     * One of them.
     *
     * @param minimum its number
     * @param energy its energy
     * @param occupation p_a
     */
    public record OccupiedMinimum(int minimum, double energy, double occupation) {}
}
