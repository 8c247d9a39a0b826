package rugged.store.point;

import java.nio.file.Path;
import java.util.List;
import rugged.store.file.Json;
import rugged.store.file.StoredFile;

/**
 * The arrays of a point: {@code arrays.json}, the index of its {@code .npy} files.
 *
 * @param arrays one entry a file
 */
public record ArrayIndex(List<Entry> arrays) {
    /** The index' file name. */
    public static final String FILE = "arrays.json";

    /** The kind of the arrays of a quantity. */
    public static final String QUANTITY = "quantity";

    /** The kind of the matrix that says where each of them belongs. */
    public static final String FRAMES = "frames";

    /** Copies the list. */
    public ArrayIndex {
        arrays = List.copyOf(arrays);
    }

    /**
     * One array.
     *
     * @param name its file's name without {@code .npy}
     * @param kind what it is: "state" for x[R][N]; {@link #QUANTITY} and {@link #FRAMES} as {@link rugged.store.array.RecordedArrays} writes them
     * @param shape extents
     * @param frames how many moments it holds; with more than one they are the first extent
     */
    public record Entry(String name, String kind, List<Integer> shape, int frames) {
        /** Copies the list. */
        public Entry {
            shape = List.copyOf(shape);
        }
    }

    /** The file's content. */
    public byte[] bytes() {
        return Json.bytes(arrays);
    }

    /** An index from elsewhere could name any file of the machine: such names are left out. */
    static ArrayIndex read(Path index) {
        List<Entry> listed = Json.read(index, Entry[].class).map(List::of).orElse(List.of());
        return new ArrayIndex(
                listed.stream().filter(entry -> StoredFile.named(entry.name())).toList());
    }
}
