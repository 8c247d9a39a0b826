package rugged.num.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

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

    /** Vectors of doubles: the longest that the machine has, at most 512 bits. */
    static final VectorSpecies<Double> DOUBLE_VECTORS = VectorSpecies.of(
            double.class, VectorShape.forBitSize(Math.min(512, DoubleVector.SPECIES_PREFERRED.vectorBitSize())));

    /** Vectors of floats, as long. */
    static final VectorSpecies<Float> FLOAT_VECTORS = VectorSpecies.of(float.class, DOUBLE_VECTORS.vectorShape());

    private Lanes() {}
}
