package rugged.web.shape.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Heat capacity of the harmonic superposition of all minima.
 *
 * @param version of the run
 * @param wrong why there is none, in a sentence; empty when there is one
 * @param floor heat capacity of a single well
 * @param temperature T
 * @param capacity C at each
 * @param energy U at each
 * @param peak T of the highest peak; null where there is none
 * @param height C there
 * @param makers minima between which most weight goes over at the peak, by increasing dp/dT
 */
public record CapacityReply(
        String version,
        String wrong,
        double floor,
        double[] temperature,
        double[] capacity,
        double[] energy,
        @Nullable Double peak,
        @Nullable Double height,
        List<PeakMinimum> makers) {
    /**
     * What a minimum does at the peak.
     *
     * @param minimum its number
     * @param energy its energy
     * @param occupation p_a
     * @param part p_a (E_a - V)^2/T^2, its part in C
     * @param flow dp_a/dT
     */
    public record PeakMinimum(int minimum, double energy, double occupation, double part, double flow) {}
}
