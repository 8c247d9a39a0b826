package rugged.run.cluster;

import java.util.List;

/**
 * Points that one task computes, one after another or side by side.
 *
 * @param points their keys
 * @param seconds predicted time of one thread
 * @param heap bytes that the Java heap needs
 */
public record Group(List<String> points, double seconds, double heap) {
    public Group {
        points = List.copyOf(points);
    }
}
