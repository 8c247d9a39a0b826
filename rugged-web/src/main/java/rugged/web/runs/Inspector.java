package rugged.web.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rugged.report.Reporting;
import rugged.report.Verdict;
import rugged.store.Manifest;
import rugged.store.Progress;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.StoredFile;
import tools.jackson.databind.JsonNode;

/** Reads a run folder for the index: a few small files, and the lock only where the manifest does not say how it ended. A damaged one becomes an entry that says so. */
final class Inspector {
    private Inspector() {}

    /** Times of last change of the files that tell one state from another. */
    record Stamp(long manifest, long progress, long notes, long summary) {
        long latest() {
            return Math.max(manifest, progress);
        }
    }

    static Stamp stamp(Path directory) {
        return new Stamp(
                changed(directory.resolve("manifest.json")),
                changed(directory.resolve("progress.json")),
                changed(directory.resolve("notes.json")),
                changed(directory.resolve("summary.json")));
    }

    private static long changed(Path file) {
        try {
            return Math.max(
                    1,
                    Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis());
        } catch (IOException missing) {
            return 0;
        }
    }

    /**
     * Reads a folder.
     *
     * @param before what was known of it
     * @param same whether no file has changed since
     * @param now milliseconds of the epoch
     */
    static Known read(String id, Path directory, Stamp stamp, @Nullable Known before, boolean same, long now) {
        RunFolder folder = RunFolder.at(directory);
        try {
            Optional<Manifest> manifest = folder.manifest();
            Optional<Progress> progress = folder.progress();
            RunStatus status = folder.status();
            requireStudy(directory);
            String study = manifest.map(Manifest::study).orElseGet(() -> id);
            return new Known(
                    id,
                    folder,
                    study,
                    status.word(),
                    status == RunStatus.RUNNING
                            ? ""
                            : manifest.map(Manifest::reason).orElse(""),
                    manifest,
                    progress,
                    status == RunStatus.RUNNING ? Known.Verdict.NONE : verdict(folder),
                    Notes.of(directory),
                    moments(manifest, stamp, before, same, now),
                    version(stamp, status.word()));
        } catch (EnvironmentFailure damaged) {
            return unreadable(id, directory, stamp, same ? before : null, String.valueOf(damaged.getMessage()), now);
        }
    }

    /** A folder of which nothing is believed. */
    static Known unreadable(String id, Path directory, Stamp stamp, @Nullable Known before, String why, long now) {
        return new Known(
                id,
                RunFolder.at(directory),
                id,
                Known.UNREADABLE,
                why,
                Optional.empty(),
                Optional.empty(),
                Known.Verdict.NONE,
                Notes.NONE,
                moments(Optional.empty(), stamp, before, before != null, now),
                version(stamp, Known.UNREADABLE));
    }

    /** A study is read later, when somebody looks; that it can be is found out now. */
    private static void requireStudy(Path directory) {
        Path file = directory.resolve("study.yaml");
        try {
            Path study = StoredFile.sound(file);
            if (Files.size(study) > StoredFile.STUDY)
                throw new EnvironmentFailure(file + " is damaged: it is too large", null);
            if (!Files.isReadable(study))
                throw new EnvironmentFailure("cannot read " + file + ": permission denied", null);
        } catch (NoSuchFileException none) {
            // a run in the making, or one whose study was taken away: its results are there
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
    }

    private static Known.Moments moments(
            Optional<Manifest> manifest, Stamp stamp, @Nullable Known before, boolean same, long now) {
        long here = System.nanoTime();
        long changed = before == null ? here - nanos(now - stamp.latest()) : here;
        if (before != null && same) changed = before.moments().changed();
        String start = manifest.map(Manifest::start).orElse("");
        long begun = before != null && before.start().equals(start)
                ? before.moments().begun()
                : here - nanos(now - millis(start, now));
        return new Known.Moments(begun, changed);
    }

    private static long nanos(long millis) {
        return 1_000_000L * Math.max(0, millis);
    }

    private static long millis(String time, long unknown) {
        try {
            return Instant.parse(time).toEpochMilli();
        } catch (DateTimeParseException foreign) {
            return unknown;
        }
    }

    static String version(Stamp stamp, String status) {
        return Long.toString(stamp.manifest(), 36) + "-" + Long.toString(stamp.progress(), 36) + "-"
                + Long.toString(stamp.notes(), 36) + "-" + Long.toString(stamp.summary(), 36) + "-" + status.charAt(0);
    }

    private static Known.Verdict verdict(RunFolder folder) {
        Optional<JsonNode> summary = Reporting.summary(folder);
        if (summary.isEmpty()) return Known.Verdict.NONE;
        int agreeing = 0;
        int compared = 0;
        int undecided = 0;
        for (JsonNode finding : summary.get().path("findings")) {
            switch (Verdict.of(finding.path("verdict").asString(""), finding.path("agrees"))) {
                case null -> {}
                case AGREES -> {
                    agreeing++;
                    compared++;
                }
                case DIFFERS -> compared++;
                case UNDECIDED -> undecided++;
            }
        }
        return new Known.Verdict(agreeing, compared, undecided);
    }
}
