package rugged.web.shape.run;

import java.util.List;

/**
 * When the arrays of a point were recorded, up to now.
 *
 * @param point its key
 * @param version of the run
 * @param arrays one entry for each array quantity of which there is something
 */
public record MomentsReply(String point, String version, List<ArrayMoments> arrays) {
    /**
     * One array quantity.
     *
     * @param name its name
     * @param symbol its symbol
     * @param axes what the places of its frames are
     * @param frames in the order in which they were recorded
     */
    public record ArrayMoments(String name, String symbol, List<String> axes, List<MomentFrame> frames) {}

    /**
     * One recorded array.
     *
     * @param replica its replica, below 0 for all
     * @param at its place on the axes
     * @param shape its extents
     */
    public record MomentFrame(int replica, double[] at, List<Integer> shape) {}
}
