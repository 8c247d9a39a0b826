package rugged.web.shape.run;

import java.util.List;

/**
 * Something that the Landscape tab can show.
 *
 * @param point key of the point; empty for something averaged over all
 * @param label the point's parameters
 * @param name name of the array or quantity
 * @param kind what it is: two-time, spectrum, state, weights ...
 * @param shape extents
 * @param frames moments it holds
 * @param bytes size on disk
 */
public record ViewItem(
        String point, String label, String name, String kind, List<Integer> shape, int frames, long bytes) {}
