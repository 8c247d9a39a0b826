package rugged.api.motion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import rugged.num.file.Npy;

/** Reads the states that runs keep: where they ended, or stand. How a run is stored is known elsewhere, and found as a service. */
public interface KeptStates {
    /**
     * The states in the folder of a run or of one of its points, at most one entry a point.
     *
     * @throws IOException with a sentence that says what cannot be read
     */
    List<Kept> in(Path folder) throws IOException;

    /** What reads them here; where nothing does, no folder holds any. */
    static KeptStates here() {
        return ServiceLoader.load(KeptStates.class, KeptStates.class.getClassLoader())
                .findFirst()
                .orElse(folder -> List.of());
    }

    /**
     * The states of a point.
     *
     * @param point its folder
     * @param remark what is to be said of a point that has not come to its end, with the time of its states; empty where it has
     * @param file the file that holds them
     * @param states reads them, of shape (R, N)
     */
    record Kept(Path point, String remark, Path file, States states) {}

    /** An array that is read when it is wanted. */
    @FunctionalInterface
    interface States {
        /** @throws IOException with a sentence that says what is wrong with it */
        Npy read() throws IOException;
    }
}
