package rugged.api;

import java.util.Optional;

/**
 * Keeps what took long to compute between sessions. What is found is, to the last bit, what computing it again on this machine would give; anything may be gone at any
 * time, and nothing here ever fails.
 */
public interface Archive {
    /** Keeps nothing. */
    Archive NONE = new Archive() {
        @Override
        public Optional<byte[]> find(String name) {
            return Optional.empty();
        }

        @Override
        public void keep(String name, byte[] content) {}
    };

    /**
     * What was last kept under a name.
     *
     * @param name everything that the content depends on, in words, the version of its format included
     */
    Optional<byte[]> find(String name);

    /** Keeps something in the place of what was there under its name. */
    void keep(String name, byte[] content);

    /** The same, where nothing is found: for computing anew. */
    default Archive emptied() {
        Archive all = this;
        return new Archive() {
            @Override
            public Optional<byte[]> find(String name) {
                return Optional.empty();
            }

            @Override
            public void keep(String name, byte[] content) {
                all.keep(name, content);
            }
        };
    }
}
