package rugged.landscape.network;

/** How weights are drawn. */
public enum Initialisation {
    /** Independent normals. */
    GAUSSIAN,
    /** Orthogonal along the shorter side of each matrix. */
    ORTHOGONAL,
    /** The weights of each unit have one length; those of as many units as it has inputs are orthogonal, block after block. */
    ORTHOGONAL_ROWS
}
