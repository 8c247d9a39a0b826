package rugged.api;

/** A landscape that knows the energy change of moving two coordinates in less than a full evaluation: what Monte Carlo on the sphere needs. */
public interface PairMoves extends Landscape {
    /** E(x') - E(x) where x' equals x but for x'_i = newI and x'_j = newJ (i != j). x is not modified. */
    double energyChange(double[] x, int i, double newI, int j, double newJ);

    @Override
    PairMoves fork();
}
