package rugged.store.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;

/** The forms in which a map is written. */
public enum AtlasFormat {
    /** One file as a point of a run keeps it. */
    LIBRARY(false) {
        @Override
        void content(Path to, Atlas atlas) throws IOException {
            Files.write(to, LibraryFile.of(atlas.entries()));
        }

        @Override
        public Optional<String> objection(Atlas atlas) {
            return Optional.empty();
        }
    },

    /** A folder of the tables of OPTIM and PATHSAMPLE. */
    CAMBRIDGE(true) {
        @Override
        void content(Path to, Atlas atlas) throws IOException {
            CambridgeTables.write(to, atlas);
        }

        @Override
        public Optional<String> objection(Atlas atlas) {
            long minima = atlas.minima().stream()
                    .filter(one -> Double.isNaN(one.logDeterminant()))
                    .count();
            long saddles = atlas.saddles().stream()
                    .filter(one -> Double.isNaN(one.logDeterminant()))
                    .count();
            if (minima + saddles == 0) return Optional.empty();
            return Optional.of(minima + " minima and " + saddles
                    + " transition states have no normal modes, which these tables need: a search that takes the map up"
                    + " as earlier computes them");
        }
    },

    /** A folder of the tables of TopSearch. */
    TOPSEARCH(true) {
        @Override
        void content(Path to, Atlas atlas) throws IOException {
            TopSearchTables.write(to, atlas);
        }

        @Override
        public Optional<String> objection(Atlas atlas) {
            return withoutCoordinates(atlas);
        }
    },

    /** A database of pele. */
    PELE(false) {
        @Override
        void content(Path to, Atlas atlas) throws IOException {
            Files.write(to, PeleDatabase.of(atlas));
        }

        @Override
        public Optional<String> objection(Atlas atlas) {
            return withoutCoordinates(atlas);
        }
    };

    private final boolean folder;

    AtlasFormat(boolean folder) {
        this.folder = folder;
    }

    /** The word on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of a word. */
    public static Optional<AtlasFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /** Why a map cannot be written so; empty where it can. */
    public abstract Optional<String> objection(Atlas atlas);

    abstract void content(Path to, Atlas atlas) throws IOException;

    /** Whether it is a folder of files. */
    public boolean folder() {
        return folder;
    }

    /** Writes the file, or the files of a folder that is made. */
    public void write(Path to, Atlas atlas) throws IOException {
        Path above = to.toAbsolutePath().getParent();
        if (above != null) Files.createDirectories(above);
        if (folder) Files.createDirectories(to);
        content(to, atlas);
    }

    private static Optional<String> withoutCoordinates(Atlas atlas) {
        long without = Stream.concat(
                        atlas.minima().stream().map(Minimum::x),
                        atlas.saddles().stream().map(Saddle::x))
                .filter(x -> x.length == 0)
                .count();
        return without == 0
                ? Optional.empty()
                : Optional.of(without + " stationary points have no coordinates, which this format needs");
    }
}
