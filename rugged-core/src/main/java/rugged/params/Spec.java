package rugged.params;

import java.util.List;
import java.util.function.Supplier;

/**
 * A description: an immutable record whose components carry {@link Param}. Specs are compared by value, travel to other machines, are written into
 * the resolved study and form the key of a stored result. What runs is built from them.
 */
public interface Spec {
    /**
     * The files whose content it reads, those of nested specs left out. Their digests are part of the key of a result, in place of the names, so that a result is found again exactly where
     * the content is the same. By default the files that its parameters name ({@link Param#file}), and all files below the folders that they name; a spec that reads others, or
     * fewer, says so. A file that is not there is left out: what is missing is said elsewhere.
     *
     * @param named gives the files that its parameters name, and all below the folders that they name
     */
    default List<InputFile> filesRead(Supplier<List<InputFile>> named) {
        return named.get();
    }
}
