package rugged.num.kernel;

/**
 * Sums of many terms in one fixed order, the same for every length of vectors: term k adds to the partial sum k modulo 8, modulo 16 for floats, which are the lanes of one vector of
 * 512 bits or of several shorter ones, and these are added as a binary tree, first each to the one that is half their number further on. The library's own {@code reduceLanes(ADD)} leaves the order open, and takes
 * another one when code is interpreted than when it is compiled: results would then depend on how warm the JVM is, and a resumed run would part from an
 * uninterrupted one. {@link FloatLanes} and its twin for doubles do it.
 */
final class Lanes {
    /** Partial sums of doubles: the lanes of 512 bits. */
    static final int DOUBLES = 8;

    /** Partial sums of floats. */
    static final int FLOATS = 16;

    private Lanes() {}
}
