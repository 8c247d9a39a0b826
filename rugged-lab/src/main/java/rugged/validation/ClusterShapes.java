package rugged.validation;

import java.util.ArrayList;
import java.util.List;

/** Places of atoms in clusters that are known, near their minima. */
final class ClusterShapes {
    /** Distance of neighbours, a little below that of a pair at rest. */
    private static final double NEIGHBOURS = 1.1;

    private ClusterShapes() {}

    /** The corners of an icosahedron of unit edge. */
    private static List<double[]> corners() {
        double golden = 0.5 * (1.0 + Math.sqrt(5.0));
        List<double[]> corners = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++)
            for (int signs = 0; signs < 4; signs++) {
                double[] corner = new double[3];
                corner[(axis + 1) % 3] = (signs & 1) == 0 ? 0.5 : -0.5;
                corner[(axis + 2) % 3] = (signs & 2) == 0 ? 0.5 * golden : -0.5 * golden;
                corners.add(corner);
            }
        return corners;
    }

    /** The icosahedron of Mackay of one shell, 13 atoms, or of two, 55. */
    static double[] icosahedron(int shells) {
        List<double[]> corners = corners();
        List<double[]> places = new ArrayList<>(List.of(new double[3]));
        places.addAll(corners);
        if (shells > 1)
            for (int i = 0; i < corners.size(); i++)
                for (int j = 0; j <= i; j++) {
                    double[] sum = new double[3];
                    double square = 0.0;
                    for (int k = 0; k < 3; k++) {
                        sum[k] = corners.get(i)[k] + corners.get(j)[k];
                        square += Math.pow(corners.get(i)[k] - corners.get(j)[k], 2);
                    }
                    // corners of the outer shell, and the middles of its edges
                    if (square < 1.5) places.add(sum);
                }
        return scaled(places, NEIGHBOURS);
    }

    /** 38 atoms: the points of the lattice i + j + k odd with |x|^2 = 1, 3, 5. */
    static double[] truncatedOctahedron() {
        List<double[]> places = new ArrayList<>();
        for (int i = -2; i <= 2; i++)
            for (int j = -2; j <= 2; j++)
                for (int k = -2; k <= 2; k++)
                    if ((i + j + k) % 2 != 0 && i * i + j * j + k * k <= 5) places.add(new double[] {i, j, k});
        return scaled(places, NEIGHBOURS / Math.sqrt(2.0));
    }

    private static double[] scaled(List<double[]> places, double scale) {
        double[] x = new double[3 * places.size()];
        for (int i = 0; i < x.length; i++) x[i] = scale * places.get(i / 3)[i % 3];
        return x;
    }
}
