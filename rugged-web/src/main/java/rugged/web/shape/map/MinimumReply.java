package rugged.web.shape.map;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One minimum with its structure.
 *
 * @param version of the run
 * @param minimum its number by energy
 * @param energy its energy
 * @param order of its point group
 * @param found how often it was found
 * @param neighbours how many transition states lead away from it
 * @param numbers all that is known of it, by name; null where undefined
 * @param kind atoms, network or state
 * @param x its coordinates; none where they are not kept, or too many to send
 * @param omitted how many are not sent
 * @param radii of the atoms, for kind atoms
 * @param layers the matrices that x is made of, for kind network
 */
public record MinimumReply(
        String version,
        int minimum,
        double energy,
        double order,
        int found,
        int neighbours,
        Map<String, @Nullable Double> numbers,
        String kind,
        double[] x,
        int omitted,
        double[] radii,
        List<MatrixItem> layers) {
    /**
     * A matrix of a network, row by row.
     *
     * @param from first coordinate
     * @param inputs rows
     * @param outputs columns
     * @param bias whether the last row belongs to a constant
     */
    public record MatrixItem(int from, int inputs, int outputs, boolean bias) {}
}
