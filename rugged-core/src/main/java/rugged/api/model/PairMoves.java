package rugged.api.model;

/**
 * A landscape on the sphere |x|^2 = N that knows the energy change of moving two coordinates in less than a full evaluation. Rotations in the plane of two
 * coordinates stay on the sphere and reach all of it: what Monte Carlo needs.
 */
public interface PairMoves extends Landscape {
    /** E(x') - E(x) where x' equals x but for x'_i = newI and x'_j = newJ (i != j). x is not modified. */
    double energyChange(double[] x, int i, double newI, int j, double newJ);

    @Override
    PairMoves fork();
}
