package rugged.store.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import rugged.api.Quantities;
import rugged.store.Agenda;
import rugged.store.table.Results;

/**
 * Recorded particles as extended XYZ, which OVITO, ASE and others read: a file for each point and replica, {@code particles/POINT.xyz} ({@code POINT-2.xyz} for the third replica), its frames in the order of time.
 * Species are numbered by size, the smallest A; two dimensions are a layer as thick as the largest particle. Ellipses have {@code aspherical_shape} and a quaternion (x, y, z, w) in {@code orientation}.
 */
final class ExtendedXyz {
    private static final int ANGLE = 3;
    private static final int LONGER = 4;
    private static final int SHORTER = 5;
    private static final int CONTACTS = 6;
    private static final int SPECIES = 26;

    private final Results results;

    ExtendedXyz(Results results) {
        this.results = results;
    }

    /** One moment of one replica. */
    private record Frame(double[] axes, double[] rows) {}

    /** Why there is nothing to write; empty where there is. */
    static Optional<String> objection(Results results) {
        boolean recorded = results.quantities().stream()
                .anyMatch(quantity -> quantity.name().equals(Quantities.PARTICLES.name()));
        return recorded ? Optional.empty() : Optional.of("no particles were recorded: observe particles");
    }

    void write(Path to) throws IOException {
        Files.createDirectories(to);
        for (Agenda.Entry point : results.agenda().points()) {
            TreeMap<Integer, List<Frame>> particles = frames(point, Quantities.PARTICLES.name());
            TreeMap<Integer, List<Frame>> boxes = frames(point, Quantities.BOX.name());
            for (Map.Entry<Integer, List<Frame>> one : particles.entrySet()) {
                int replica = one.getKey();
                String name = replica <= 0 ? point.key() : point.key() + "-" + replica;
                write(to.resolve(name + ".xyz"), one.getValue(), boxes.getOrDefault(replica, List.of()));
            }
        }
    }

    /** Of each replica, in the order in which they were recorded. */
    private TreeMap<Integer, List<Frame>> frames(Agenda.Entry point, String quantity) {
        TreeMap<Integer, List<Frame>> frames = new TreeMap<>();
        boolean growing = results.folder().growing();
        results.records()
                .point(point.key())
                .arrays(
                        quantity,
                        growing,
                        frame -> frames.computeIfAbsent(frame.replica(), _ -> new ArrayList<>())
                                .add(new Frame(
                                        frame.axes().clone(), frame.values().clone())));
        return frames;
    }

    private static void write(Path file, List<Frame> particles, List<Frame> boxes) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            // the log of a run that grows may have the particles already and not yet their box
            for (int k = 0; k < Math.min(particles.size(), boxes.size()); k++)
                write(out, particles.get(k), boxes.get(k).rows);
        }
    }

    private static void write(BufferedWriter out, Frame frame, double[] box) throws IOException {
        double[] rows = frame.rows;
        int columns = Quantities.PARTICLE_COLUMNS;
        int count = rows.length / columns;
        TreeSet<Double> sizes = new TreeSet<>();
        boolean round = true;
        for (int i = 0; i < rows.length; i += columns) {
            sizes.add(rows[i + LONGER]);
            round &= rows[i + LONGER] == rows[i + SHORTER];
        }
        List<Double> species = new ArrayList<>(sizes);
        out.write(count + "\n");
        out.write(header(frame, box, species.isEmpty() ? 0.0 : 2.0 * species.getLast(), round) + "\n");
        for (int i = 0; i < rows.length; i += columns) {
            int kind = species.indexOf(rows[i + LONGER]);
            StringBuilder line = new StringBuilder(species.size() > SPECIES ? "A" : "" + (char) ('A' + kind));
            for (int a = 0; a < 3; a++) line.append(' ').append(rows[i + a]);
            line.append(' ').append(rows[i + LONGER]);
            if (!round) {
                line.append(' ').append(rows[i + LONGER]);
                line.append(' ').append(rows[i + SHORTER]).append(' ').append(rows[i + SHORTER]);
                line.append(" 0.0 0.0 ").append(Math.sin(0.5 * rows[i + ANGLE]));
                line.append(' ').append(Math.cos(0.5 * rows[i + ANGLE]));
            }
            out.write(line.append(' ')
                    .append((long) rows[i + CONTACTS])
                    .append('\n')
                    .toString());
        }
    }

    private static String header(Frame frame, double[] box, double thick, boolean round) {
        boolean open = Arrays.stream(box).allMatch(side -> side == 0.0);
        StringBuilder header = new StringBuilder();
        if (!open)
            header.append(String.format(
                    Locale.ROOT, "Lattice=\"%s 0 0 0 %s 0 0 0 %s\" ", box[0], box[1], box[2] > 0.0 ? box[2] : thick));
        header.append("Properties=species:S:1:pos:R:3:radius:R:1:");
        if (!round) header.append("aspherical_shape:R:3:orientation:R:4:");
        header.append("contacts:I:1 pbc=\"");
        header.append(open ? "F F F" : box[2] > 0.0 ? "T T T" : "T T F").append('"');
        if (frame.axes.length > 0) header.append(" Time=").append(frame.axes[0]);
        return header.toString();
    }
}
