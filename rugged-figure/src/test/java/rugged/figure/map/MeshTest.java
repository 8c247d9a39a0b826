package rugged.figure.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A grid of 4 by 4 places of which some tiles are halved, once and twice. */
class MeshTest {
    private static Mesh refined() {
        List<double[]> places = new ArrayList<>();
        for (int i = 0; i < 4; i++) for (int j = 0; j < 4; j++) add(places, i, j);
        halve(places, 1, 1, 1);
        halve(places, 1, 1.5, 0.5);
        halve(places, 2, 2, 1);
        return new Mesh(
                places.stream().mapToDouble(place -> place[0]).toArray(),
                places.stream().mapToDouble(place -> place[1]).toArray());
    }

    private static void halve(List<double[]> places, double x, double y, double side) {
        for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) add(places, x + 0.5 * i * side, y + 0.5 * j * side);
    }

    private static void add(List<double[]> places, double x, double y) {
        if (places.stream().noneMatch(place -> place[0] == x && place[1] == y)) places.add(new double[] {x, y});
    }

    @Test
    void tilesCoverThePlaneOnce() {
        Mesh mesh = refined();
        assertThat(mesh.refined()).isTrue();
        double area = 0.0;
        for (Mesh.Tile tile : mesh.tiles()) {
            double width = mesh.x()[tile.highRight()] - mesh.x()[tile.lowLeft()];
            double height = mesh.y()[tile.highRight()] - mesh.y()[tile.lowLeft()];
            area += width * height;
        }
        assertThat(area).isCloseTo(9.0, within(1e-12));
    }

    @Test
    void aGridThatIsAsFineEverywhereIsNotRefinedEvenIfAPlaceIsMissing() {
        Mesh grid = new Mesh(new double[] {0, 1, 2, 0, 1, 2, 0, 1}, new double[] {0, 0, 0, 1, 1, 1, 2, 2});
        assertThat(grid.refined()).isFalse();
        assertThat(grid.tiles()).hasSize(3);
    }

    @Test
    void theLevelLineOfALinearFunctionIsStraightThroughCoarseAndFineTiles() {
        Mesh mesh = refined();
        double[] values = new double[mesh.x().length];
        for (int k = 0; k < values.length; k++) values[k] = mesh.x()[k] + 2 * mesh.y()[k];
        double length = 0.0;
        for (Contour.Piece piece : Contour.of(mesh, mesh.tiles(), values, 4.1)) {
            assertThat(piece.x() + 2 * piece.y()).isCloseTo(4.1, within(1e-12));
            assertThat(piece.nextX() + 2 * piece.nextY()).isCloseTo(4.1, within(1e-12));
            length += Math.hypot(piece.nextX() - piece.x(), piece.nextY() - piece.y());
        }
        // from (0, 2.05) to (3, 0.55)
        assertThat(length).isCloseTo(Math.hypot(3, 1.5), within(1e-12));
    }

    @Test
    void atASaddleTheMeanOfTheCornersDecides() {
        Mesh mesh = new Mesh(new double[] {0, 1, 0, 1}, new double[] {0, 0, 1, 1});
        List<Contour.Piece> low = Contour.of(mesh, mesh.tiles(), new double[] {2, 0, 0, 2}, 0.9);
        List<Contour.Piece> high = Contour.of(mesh, mesh.tiles(), new double[] {2, 0, 0, 2}, 1.1);
        // the mean is 1: above 0.9 the high corners belong together and the low ones are cut off
        assertThat(low).hasSize(2).allMatch(piece -> (piece.x() - 0.5) * (piece.y() - 0.5) <= 1e-12);
        assertThat(high).hasSize(2).allMatch(piece -> (piece.x() - 0.5) * (piece.y() - 0.5) >= -0.26);
        assertThat(low).isNotEqualTo(high);
    }
}
