package rugged.api.model;

import rugged.geometry.Manifold;

/**
 * A landscape of vector units: x[N] holds N/m vectors of m coordinates, one after the other, each on a sphere of its own, |x_i|^2 = m ({@link Manifold#power}): the
 * unit vectors S_i = x_i/sqrt(m) of the XY model (m = 2) and the Heisenberg model (m = 3). It knows the energy change of moving one unit in less than a full
 * evaluation. Overlaps x.x'/N are then the mean of S_i.S'_i, and the {@link #extent} is the number of units.
 */
public interface UnitMoves extends Landscape {
    /** m, the coordinates of a unit, at least 2. */
    int components();

    /** E(x') - E(x) where x' equals x but for unit i, which is to[m]. Neither is modified. */
    double energyChange(double[] x, int unit, double[] to);

    /** The number of units. */
    default int units() {
        return dimension() / components();
    }

    @Override
    default double extent() {
        return units();
    }

    @Override
    UnitMoves fork();
}
