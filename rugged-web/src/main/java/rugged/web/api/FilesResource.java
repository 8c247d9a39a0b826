package rugged.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import rugged.store.Integrity;
import rugged.store.export.Exporter;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.Npy;
import rugged.store.file.StoredFile;
import rugged.store.point.ArrayIndex;
import rugged.store.point.PointRecord;
import rugged.web.Laboratory;
import rugged.web.http.FileReply;
import rugged.web.http.JsonBody;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;

/** Files of a run, only those that its own list names; all of them as an archive; stored arrays as numbers. */
public final class FilesResource implements Resource {
    private static final int MOST_FRAMES = 4 << 20; // bytes of a reply
    private static final String REPORT_POLICY = "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline';"
            + " style-src 'unsafe-inline'; img-src data: blob:; font-src data:; frame-ancestors 'none'";
    private static final Set<String> SHOWN = Set.of("json", "yaml", "tsv");

    /** Files that go with every export. */
    private static final Set<String> ALWAYS = Set.of("study.yaml", "manifest.json", "summary.json", "quantities.json");

    /** Files that are known to be what was written, so that a range of a large one is not paid for by reading all of it every time. */
    private static final int COMPARED = 1000;

    private final Laboratory laboratory;
    private final Map<Path, String> compared = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, String> eldest) {
            return size() > COMPARED;
        }
    };

    /** @param laboratory the workspace */
    public FilesResource(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/runs/{id}/files/<path>", this::file);
        routes.get("/api/runs/{id}/export", this::export);
        routes.get("/api/runs/{id}/frames", this::frames);
    }

    private void file(Context context) {
        Known run = RunResource.run(laboratory, context);
        String path = context.pathParam("path");
        Path file = whole(run, path);
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (name.equals("report.html")) {
            context.header("Content-Security-Policy", REPORT_POLICY);
            FileReply.send(context, file, "text/html; charset=utf-8", null);
        } else if (SHOWN.contains(ending)) {
            FileReply.send(context, file, "text/plain; charset=utf-8", null);
        } else {
            FileReply.send(context, file, "application/octet-stream", "attachment; filename=\"" + safe(name) + "\"");
        }
    }

    /** The file of a path in a run: listed there, and really there. */
    private static Path inside(Known run, String path) {
        if (!RunDetails.lists(run, path)) throw Refusal.missing("the run lists no such file");
        Path root = run.folder().directory();
        try {
            Path real = root.resolve(path).toRealPath();
            if (!real.startsWith(root.toRealPath())) throw Refusal.of(403, "the file leads out of its run");
            return StoredFile.sound(real);
        } catch (IOException gone) {
            throw Refusal.missing("the run lists no such file");
        }
    }

    /** The same, and what was written: nothing that is damaged leaves by a download. */
    private Path whole(Known run, String path) {
        Path file = inside(run, path);
        String stamp;
        try {
            stamp = Files.size(file) + " " + Files.getLastModifiedTime(file) + " " + run.version();
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
        synchronized (compared) {
            if (stamp.equals(compared.get(file))) return file;
        }
        new Integrity(run.folder()).require(path);
        synchronized (compared) {
            compared.put(file, stamp);
        }
        return file;
    }

    /** A name that a header can carry. */
    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /** Without a format the run's own files, else its tables and arrays in that format beside what says how they came about. */
    private void export(Context context) throws IOException {
        Known run = RunResource.run(laboratory, context);
        Optional<Exporter.Format> format = Parameters.oneOf(
                        context,
                        "format",
                        Arrays.stream(Exporter.Format.values())
                                .map(Exporter.Format::word)
                                .toList())
                .map(word -> Exporter.Format.valueOf(word.toUpperCase(Locale.ROOT)));
        if (format.isPresent() && run.folder().agenda().isEmpty())
            throw Refusal.of(422, "the run has nothing to export yet");
        Map<String, Path> files = new LinkedHashMap<>();
        for (String path : RunDetails.files(run))
            if (format.isEmpty() || ALWAYS.contains(path)) files.put(path, whole(run, path));
        Path written = format.isPresent() ? Files.createTempDirectory("rugged-export") : null;
        try {
            if (written != null) {
                Exporter exporter = new Exporter(run.folder(), written);
                exporter.objection(format.orElseThrow()).ifPresent(why -> {
                    throw Refusal.of(422, why);
                });
                for (Path file : laboratory.drawing().take(() -> exporter.write(format.orElseThrow())))
                    files.put(written.relativize(file).toString().replace('\\', '/'), file);
            }
            String name = run.id() + format.map(one -> "-" + one.word()).orElse("");
            context.contentType("application/zip");
            context.header("Content-Disposition", "attachment; filename=\"" + name + ".zip\"");
            zip(run.id(), files, context.res().getOutputStream());
        } finally {
            if (written != null) remove(written);
        }
    }

    private static void zip(String folder, Map<String, Path> files, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, Path> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(folder + "/" + file.getKey()));
                try (InputStream content = Files.newInputStream(file.getValue(), LinkOption.NOFOLLOW_LINKS)) {
                    content.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    /** A header of JSON, padded to a multiple of four bytes and preceded by its length, then float32 in little-endian order. */
    private void frames(Context context) {
        Known run = RunResource.run(laboratory, context);
        String point = Parameters.text(context, "point");
        String name = Parameters.text(context, "name");
        if (!point.matches("[a-z0-9-]+")) throw Refusal.missing("the run has no such point");
        Path folder = run.folder().point(point);
        ArrayIndex.Entry entry = new PointRecord(folder)
                .arrays().arrays().stream()
                        .filter(array -> array.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> Refusal.missing("the point has no such array"));
        Path file = inside(
                run,
                run.folder()
                        .directory()
                        .relativize(folder.resolve(entry.name() + ".npy"))
                        .toString());
        new PointRecord(folder).file(entry.name() + ".npy");
        int frames = Math.max(1, entry.frames());
        int from = Parameters.whole(context, "from", 0, 0, frames - 1);
        int to = Parameters.whole(context, "to", Math.min(from + 1, frames), from + 1, frames);
        try {
            context.contentType("application/octet-stream").result(floats(file, entry, frames, from, to));
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException e) {
            throw new EnvironmentFailure(file + " is damaged: it does not hold the array that it announces", e);
        }
    }

    private static byte[] floats(Path file, ArrayIndex.Entry entry, int frames, int from, int to) throws IOException {
        try (FileChannel channel = StoredFile.channel(file)) {
            Npy.Header header = Npy.header(channel);
            long values = 1;
            for (int extent : header.shape()) values = Math.multiplyExact(values, extent);
            if (values < 0 || values > channel.size() / header.width())
                throw new IOException("it ends before the array that it announces");
            long each = values / frames;
            long wanted = each * (to - from);
            if (Float.BYTES * wanted > MOST_FRAMES)
                throw Refusal.of(413, "these frames are larger than 4 MiB; ask for fewer");
            ByteBuffer raw = ByteBuffer.allocate((int) wanted * header.width()).order(ByteOrder.LITTLE_ENDIAN);
            long at = header.length() + from * each * header.width();
            while (raw.hasRemaining() && channel.read(raw, at + raw.position()) >= 0) {}
            raw.flip();
            byte[] head = JsonBody.of(new FrameHeader(entry.name(), entry.kind(), header.shape(), frames, from, to));
            int padded = (head.length + 3) / 4 * 4;
            ByteBuffer out =
                    ByteBuffer.allocate(4 + padded + Float.BYTES * (int) wanted).order(ByteOrder.LITTLE_ENDIAN);
            out.putInt(padded).put(head);
            while (out.position() < 4 + padded) out.put((byte) ' ');
            for (long i = 0; i < wanted; i++)
                out.putFloat(header.width() == 8 ? (float) raw.getDouble() : raw.getFloat());
            return out.array();
        }
    }

    private record FrameHeader(String name, String kind, int[] shape, int frames, int from, int to) {}
}
