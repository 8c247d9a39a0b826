package rugged.web.shape.map;

import java.util.List;

/**
 * The lowest path between two minima: its highest transition state is as low as that of any path, and so is that of each part of it.
 *
 * @param version of the run
 * @param from number of one minimum
 * @param to number of the other
 * @param barrier energy of the highest transition state on the path
 * @param up its height above the one
 * @param down its height above the other
 * @param steps how many transition states the path crosses
 * @param reduced whether there are too many to send: then each of them stands for several, the highest with the lowest minimum beside it
 * @param stops minima and transition states in turn
 */
public record PathReply(
        String version,
        int from,
        int to,
        double barrier,
        double up,
        double down,
        int steps,
        boolean reduced,
        List<PathStop> stops) {
    /**
     * A stationary point on the path.
     *
     * @param place along the path: minima at whole numbers, transition states between
     * @param saddle whether it is a transition state
     * @param number its number by energy
     * @param energy its energy
     */
    public record PathStop(double place, boolean saddle, int number, double energy) {}
}
