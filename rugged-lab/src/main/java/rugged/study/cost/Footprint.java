package rugged.study.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.Schedule;
import rugged.params.Inputs;
import rugged.params.Schema;
import rugged.study.Point;
import rugged.study.TheoryTask;

/**
 * Bytes of memory that a point takes while it is computed, known before it is.
 *
 * @param landscape the built landscape, which points of one description share
 * @param own what every point has for itself: states, what steppers remember, with their matrices, snapshots of all ages, copies in fields, what observables need to look, and what protocols collect
 */
public record Footprint(double landscape, double own) {
    /** Bytes of a thread with its buffers, whatever the point. */
    private static final double THREAD = 4.0 * (1 << 20);

    /** Memory over the size of its file for a library that is taken up. */
    private static final double ADOPTED = 3.0;

    /** Of one point. */
    public static Footprint of(Point point) {
        LandscapeSpec landscape = point.landscape();
        Schedule schedule = point.protocol().schedule();
        double branches = 0;
        double looking = 0;
        for (ObservableSpec observable : point.observables()) {
            branches += observable.branches();
            looking += observable.memory(landscape);
        }
        double moving = 1 + point.dynamics().vectors();
        double copies = point.replicas() * (1 + schedule.ages() * branches);
        double vectors = copies * moving + point.replicas() * schedule.ages();
        double beside = copies * point.dynamics().memory(landscape)
                + point.protocol().memory(landscape, point.replicas())
                + adopted(point.protocol());
        return new Footprint(
                landscape.cost().memory(), 8.0 * dimension(landscape) * vectors + beside + looking + THREAD);
    }

    /** Of the libraries that a protocol takes up: their records, and the database that is made of them in the end. */
    private static double adopted(ProtocolSpec protocol) {
        double bytes = 0;
        List<String> names = List.of();
        try {
            names = Inputs.names(protocol);
        } catch (IllegalStateException undescribed) {
            // a protocol that was made without a description of its parameters names no files in them
        }
        for (String name : names) {
            try {
                bytes += ADOPTED * Files.size(Path.of(name));
            } catch (IOException | InvalidPathException gone) {
                // it is missed where it is read
            }
        }
        return bytes;
    }

    /** Of a theory while it is solved. */
    public static Footprint of(TheoryTask theory) {
        return new Footprint(0.0, theory.spec().memory(theory.grid()) + THREAD);
    }

    /** Together. */
    public double all() {
        return landscape + own;
    }

    /** N where it is known or the landscape has an {@code n}; else a guess from its work. */
    static double dimension(LandscapeSpec landscape) {
        double known = landscape.knownDimension();
        if (!Double.isNaN(known)) return known;
        Object n = 0;
        try {
            n = Schema.read(landscape, "n").orElse(0);
        } catch (IllegalStateException undescribed) {
            // a landscape that was made without a description of its parameters
        }
        return n instanceof Integer given ? given : Math.sqrt(landscape.cost().operations());
    }
}
