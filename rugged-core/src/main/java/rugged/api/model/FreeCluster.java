package rugged.api.model;

/** A cluster of atoms in open space, which may fall apart. Its own scratch: one thread. */
public interface FreeCluster extends ParticleLandscape {
    /** Moves the centre of x[N] to the origin and every atom that is outside a ball around it back to its surface. The ball is so large that the compact cluster fits into it with room to spare. */
    void confine(double[] x);

    /** Whether no part of x[N] has evaporated: atoms nearer than a distance that bonds are shorter than by far are linked, and all of them are. */
    boolean whole(double[] x);
}
