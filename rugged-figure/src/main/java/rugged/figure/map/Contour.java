package rugged.figure.map;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a quantity over a plane has a level: in each tile of a mesh, straight pieces between the places on its edges where linear interpolation between the corners has it (marching squares). Where all four edges are crossed, the mean of the corners decides which are joined. A tile with a corner that
 * has no value has none. The error of a place on it is that of the linear interpolation, of second order in the size of the tiles, and of the values at the corners.
 */
public final class Contour {
    private Contour() {}

    /** A straight piece. */
    public record Piece(double x, double y, double nextX, double nextY) {}

    /** The pieces of a level; values are in the order of the places. */
    public static List<Piece> of(Mesh mesh, List<Mesh.Tile> tiles, double[] values, double level) {
        List<Piece> pieces = new ArrayList<>();
        for (Mesh.Tile tile : tiles) {
            int[] corners = {tile.lowLeft(), tile.lowRight(), tile.highRight(), tile.highLeft()};
            double[] above = new double[corners.length];
            double sum = 0.0;
            for (int c = 0; c < corners.length; c++) {
                above[c] = values[corners[c]] - level;
                sum += above[c];
            }
            if (Double.isFinite(sum)) pieces(mesh, corners, above, sum, pieces);
        }
        return pieces;
    }

    private static void pieces(Mesh mesh, int[] corners, double[] above, double sum, List<Piece> pieces) {
        List<double[]> crossed = new ArrayList<>();
        for (int c = 0; c < corners.length; c++) {
            int next = (c + 1) % corners.length;
            if (above[c] > 0.0 == above[next] > 0.0) continue;
            double share = above[c] / (above[c] - above[next]);
            double[] x = mesh.x();
            double[] y = mesh.y();
            crossed.add(new double[] {
                x[corners[c]] + share * (x[corners[next]] - x[corners[c]]),
                y[corners[c]] + share * (y[corners[next]] - y[corners[c]])
            });
        }
        if (crossed.size() == 2) join(crossed.get(0), crossed.get(1), pieces);
        if (crossed.size() < 4) return;
        // the edges about corner 1 are crossed first and second, those about corner 0 last and first
        boolean aroundOdd = above[0] > 0.0 == sum > 0.0;
        join(crossed.get(0), crossed.get(aroundOdd ? 1 : 3), pieces);
        join(crossed.get(2), crossed.get(aroundOdd ? 3 : 1), pieces);
    }

    private static void join(double[] one, double[] other, List<Piece> pieces) {
        if (one[0] != other[0] || one[1] != other[1]) pieces.add(new Piece(one[0], one[1], other[0], other[1]));
    }
}
