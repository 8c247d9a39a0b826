package rugged.store.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.store.file.Damaged;

/**
 * Means over the replicas of one point, kept as its log grows: reading on takes the new lines alone. With R replicas that are not NaN the mean is sum/R and its
 * variance the sum of theirs over R^2. About 40 bytes a place.
 */
final class PointMeans {
    private final Path log;
    private final List<Track> tracks = new ArrayList<>();
    private final Map<String, Track> byName = new HashMap<>();
    private long read;
    private Track last = new Track("", 0);

    /** @param log of the point; a missing one is empty */
    PointMeans(Path log) {
        this.log = log;
    }

    /** One quantity of the point. */
    static final class Track {
        private final String quantity;
        private final Places places;
        private int[] counts = new int[16];
        private double[] sums = new double[16];
        private double[] variances = new double[16];
        private int latest;

        Track(String quantity, int dimension) {
            this.quantity = quantity;
            places = new Places(dimension);
        }

        private void add(double value, double error, double[] axes) {
            int before = places.size();
            // replicas of a place mostly follow one another, and so do places
            int place = places.of(axes, latest);
            latest = place;
            if (place == before) begin(place);
            if (Double.isNaN(value)) return;
            counts[place]++;
            sums[place] += value;
            variances[place] += error * error;
        }

        private void begin(int place) {
            if (place < counts.length) return;
            counts = Arrays.copyOf(counts, 2 * place);
            sums = Arrays.copyOf(sums, 2 * place);
            variances = Arrays.copyOf(variances, 2 * place);
        }

        String quantity() {
            return quantity;
        }

        Places places() {
            return places;
        }

        /** Replicas that have a value there. */
        int count(int place) {
            return counts[place];
        }

        double mean(int place) {
            return sums[place] / counts[place];
        }

        double variance(int place) {
            double n = counts[place];
            return variances[place] / (n * n);
        }
    }

    /**
     * Reads the whole lines that were not read before; a log that is shorter than it was is read anew.
     *
     * @param length bytes that may be read
     */
    void readOn(long length) {
        if (length < read) {
            tracks.clear();
            byName.clear();
            last = new Track("", 0);
            read = 0;
        }
        if (length > read) read += Lines.read(log, read, length - read, this::take);
    }

    /** Bytes that wait to be read. */
    long unread() {
        try {
            long length = Files.exists(log) ? Files.size(log) : 0;
            return length < read ? length : length - read;
        } catch (IOException gone) {
            return 0;
        }
    }

    private void take(String quantity, int replica, double value, double error, double[] axes) {
        if (!last.quantity.equals(quantity) || last.places.dimension() != axes.length) {
            last = byName.computeIfAbsent(quantity, name -> {
                Track track = new Track(name, axes.length);
                tracks.add(track);
                return track;
            });
            if (last.places.dimension() != axes.length)
                throw new Damaged(log, "is damaged: " + quantity + " has different numbers of axes");
        }
        last.add(value, error, axes);
    }

    /** One quantity, if it was recorded. */
    Optional<Track> track(String quantity) {
        return Optional.ofNullable(byName.get(quantity));
    }

    /** The quantities, in order of first appearance. */
    List<Track> tracks() {
        return tracks;
    }
}
