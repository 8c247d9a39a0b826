package rugged.figure.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import rugged.figure.FigureRequest;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.Table;
import rugged.figure.map.Mesh.Tile;

/**
 * The places of a heat map with their values.
 *
 * @param panels the panel of each
 * @param x places across
 * @param y places up
 * @param values NaN where there is none that can be drawn
 * @param errors standard errors; NaN where there is none
 * @param scale of the horizontal axis
 * @param levels that are marked
 */
public record Plane(
        String[] panels, double[] x, double[] y, double[] values, double[] errors, Scale scale, List<Double> levels) {
    /** A rectangle and its value. */
    public record Cell(String panel, double left, double right, double low, double high, double value, double error) {}

    /** One piece of a level line. */
    public record Level(String panel, double level, Contour.Piece piece) {}

    /** A place. */
    public record Place(String panel, double x, double y) {}

    /** The rows of a table, of which each place may have one only. */
    public static Plane of(FigureRequest request, Table rows, String[] names) {
        double[] values = rows.numbers("value").clone();
        double[] errors = new double[values.length];
        Arrays.fill(errors, Double.NaN);
        if (rows.has("error")) errors = rows.numbers("error");
        for (int row = 0; row < values.length; row++) {
            values[row] += request.offset();
            boolean drawn = Double.isFinite(values[row]) && (request.yScale() == Scale.LINEAR || values[row] > 0.0);
            if (!drawn) values[row] = Double.NaN;
        }
        double[] x = rows.numbers(names[0]);
        double[] y = rows.numbers(names[1]);
        return new Plane(panels(request, rows, names), x, y, values, errors, request.xScale(), request.contours());
    }

    /** The panel of each row, of which each place may have one only. */
    private static String[] panels(FigureRequest request, Table rows, String[] names) {
        Set<List<String>> taken = new HashSet<>();
        String[] panels = new String[rows.rows()];
        for (int row = 0; row < panels.length; row++) {
            panels[row] = request.panels().isEmpty() ? "" : rows.text(request.panels(), row);
            String left = rows.text(names[0], row);
            String low = rows.text(names[1], row);
            if (!taken.add(List.of(panels[row], left, low)))
                throw new IllegalArgumentException("y: '" + request.y() + "' has several values at " + names[0] + " = "
                        + left + ", " + names[1] + " = " + low + ": where or panels must tell them apart");
        }
        return panels;
    }

    /** Places without a value. */
    public int empty() {
        return (int) Arrays.stream(values).filter(Double::isNaN).count();
    }

    /** Whether the grid of any panel is finer here and there. */
    public boolean refined() {
        return distinct().stream().anyMatch(panel -> mesh(of(panel)).refined());
    }

    private List<String> distinct() {
        return Arrays.stream(panels).distinct().toList();
    }

    private int[] of(String panel) {
        return IntStream.range(0, x.length)
                .filter(k -> panels[k].equals(panel) && Double.isFinite(x[k]) && Double.isFinite(y[k]))
                .toArray();
    }

    /** In the coordinates of the drawing. */
    private Mesh mesh(int[] rows) {
        boolean logarithmic = scale == Scale.LOG;
        return new Mesh(
                Arrays.stream(rows)
                        .mapToDouble(k -> logarithmic ? Math.log(x[k]) : x[k])
                        .toArray(),
                Arrays.stream(rows).mapToDouble(k -> y[k]).toArray());
    }

    private double back(double at) {
        return scale == Scale.LOG ? Math.exp(at) : at;
    }

    /** A cell for each place, reaching half-way to its neighbours. */
    public List<Cell> touching(Edges across, Edges up) {
        List<Cell> cells = new ArrayList<>();
        for (int k = 0; k < x.length; k++)
            if (!Double.isNaN(values[k]))
                cells.add(new Cell(
                        panels[k],
                        across.below(x[k]),
                        across.above(x[k]),
                        up.below(y[k]),
                        up.above(y[k]),
                        values[k],
                        errors[k]));
        return cells;
    }

    /** Four cells for each tile of a grid that is finer here and there. */
    public List<Cell> tiled() {
        List<Cell> cells = new ArrayList<>();
        for (String panel : distinct()) {
            int[] rows = of(panel);
            Mesh mesh = mesh(rows);
            for (Tile tile : mesh.tiles()) {
                double left = mesh.x()[tile.lowLeft()];
                double right = mesh.x()[tile.highRight()];
                double low = mesh.y()[tile.lowLeft()];
                double high = mesh.y()[tile.highRight()];
                double middle = 0.5 * (left + right);
                double half = 0.5 * (low + high);
                quarter(panel, rows[tile.lowLeft()], left, middle, low, half, cells);
                quarter(panel, rows[tile.lowRight()], middle, right, low, half, cells);
                quarter(panel, rows[tile.highRight()], middle, right, half, high, cells);
                quarter(panel, rows[tile.highLeft()], left, middle, half, high, cells);
            }
        }
        return cells;
    }

    private void quarter(String panel, int k, double left, double right, double low, double high, List<Cell> cells) {
        if (!Double.isNaN(values[k]))
            cells.add(new Cell(panel, back(left), back(right), low, high, values[k], errors[k]));
    }

    /** The level lines, in pieces. */
    public List<Level> contours() {
        List<Level> pieces = new ArrayList<>();
        for (String panel : levels.isEmpty() ? List.<String>of() : distinct()) {
            int[] rows = of(panel);
            Mesh mesh = mesh(rows);
            List<Tile> tiles = mesh.tiles();
            double[] at = Arrays.stream(rows).mapToDouble(k -> values[k]).toArray();
            for (double level : levels)
                for (Contour.Piece one : Contour.of(mesh, tiles, at, level))
                    pieces.add(new Level(
                            panel, level, new Contour.Piece(back(one.x()), one.y(), back(one.nextX()), one.nextY())));
        }
        return pieces;
    }

    /** Places whose value is so many standard errors from a level, or closer; one without an error is always decided. */
    public List<Place> undecided(double many) {
        List<Place> undecided = new ArrayList<>();
        for (int k = 0; k < x.length; k++) {
            double within = many * errors[k];
            double value = values[k];
            if (Double.isNaN(value) || !(within > 0.0)) continue;
            if (levels.stream().anyMatch(level -> Math.abs(value - level) <= within))
                undecided.add(new Place(panels[k], x[k], y[k]));
        }
        return undecided;
    }
}
