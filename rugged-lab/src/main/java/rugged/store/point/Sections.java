package rugged.store.point;

import java.util.ArrayList;
import java.util.List;
import rugged.num.Packed;

/**
 * The state in a checkpoint: {@code "rugged state 1"}, then sections, each a tag, the version of its layout, and its bytes with their length before them. Numbers are big-endian, a text is its
 * length and UTF-8. A reader goes by tags: what it does not know it names.
 */
public final class Sections {
    private static final String MAGIC = "rugged state 1";

    /** What a state of the years before sections began with: its version, a negative number. */
    private static final int BEFORE = -1;

    private final List<Section> all;

    private Sections(List<Section> all) {
        this.all = List.copyOf(all);
    }

    /**
     * One section.
     *
     * @param tag what it holds
     * @param version of its layout, from 1
     * @param body its bytes
     */
    public record Section(String tag, int version, byte[] body) {
        /** Its content. */
        public Packed.Reader open() {
            return new Packed.Reader(body);
        }
    }

    /** A state that this version does not read; its message names the version. */
    public static final class OtherVersion extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OtherVersion(String what) {
            super(what);
        }
    }

    /** The bytes of sections in their order. */
    public static byte[] bytes(List<Section> sections) {
        Packed.Writer out = new Packed.Writer().put(MAGIC).put(sections.size());
        for (Section one : sections) out.put(one.tag()).put(one.version()).put(one.body());
        return out.bytes();
    }

    /**
     * Reads them.
     *
     * @throws OtherVersion where they were written by a version that had other ones
     */
    public static Sections read(byte[] state) {
        Packed.Reader in = new Packed.Reader(state);
        int first = state.length < Integer.BYTES ? 0 : new Packed.Reader(state).readInt();
        if (first <= BEFORE) throw new OtherVersion("state " + first);
        String magic = first > 0 && first < 64 ? in.readString() : "";
        if (!magic.equals(MAGIC)) throw new OtherVersion(magic.isEmpty() ? "an unknown state" : magic);
        List<Section> all = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--)
            all.add(new Section(in.readString(), in.readInt(), in.readBytes()));
        return new Sections(all);
    }

    /**
     * All sections with a tag.
     *
     * @param newest the highest version that the caller reads
     * @throws OtherVersion where one is newer
     */
    public List<Section> all(String tag, int newest) {
        List<Section> found = all.stream().filter(one -> one.tag().equals(tag)).toList();
        for (Section one : found)
            if (one.version() < 1 || one.version() > newest)
                throw new OtherVersion("section " + tag + " " + one.version());
        return found;
    }

    /**
     * The one section with a tag.
     *
     * @throws OtherVersion where there is none, or it is newer
     */
    public Section one(String tag, int newest) {
        List<Section> found = all(tag, newest);
        if (found.size() != 1) throw new OtherVersion(found.size() + " sections " + tag);
        return found.getFirst();
    }
}
