package rugged.landscape.packing;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Pairs of harmonic discs, both coordinates of a disc in one vector: half as many loads and stores. What is done to a number, and in which order, is as in plain code. */
final class PlaneSweep {
    private static final VectorSpecies<Double> BOTH = DoubleVector.SPECIES_128;

    private PlaneSweep() {}

    /** Adds dE/dx of the first pairs of a list, whose nearest images are the discs themselves, to g[2 N]; returns the sum of their squared overlaps. */
    static double add(int count, int[] first, int[] second, double[] inverse, double[] x, double[] g) {
        double sum = 0.0;
        for (int k = 0; k < count; k++) {
            int i = first[k];
            int j = second[k];
            DoubleVector way = DoubleVector.fromArray(BOTH, x, j).sub(DoubleVector.fromArray(BOTH, x, i));
            DoubleVector squares = way.mul(way);
            double square = squares.lane(0) + squares.lane(1);
            double s = inverse[k];
            if (square * s * s < 1.0) {
                double r = Math.sqrt(square);
                double delta = 1.0 - r * s;
                sum += delta * delta;
                DoubleVector push = way.mul(delta * s / r);
                DoubleVector.fromArray(BOTH, g, i).add(push).intoArray(g, i);
                DoubleVector.fromArray(BOTH, g, j).sub(push).intoArray(g, j);
            }
        }
        return sum;
    }
}
