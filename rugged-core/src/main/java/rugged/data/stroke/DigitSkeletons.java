package rugged.data.stroke;

import java.util.ArrayList;
import java.util.List;
import rugged.num.LongFunction;

/**
 * The ten digits as strokes of a pen: polylines in a box of height 2 around the origin, x to the right, y down. Each digit is written in one to three ways. Own
 * design; angles of arcs are in degrees, clockwise from the right.
 */
final class DigitSkeletons {
    /** Longest piece of a polyline: short enough to bend smoothly. */
    private static final double PIECE = 0.2;

    /** Ways of writing, by digit; each a list of strokes, each stroke x0, y0, x1, y1, ... */
    private static final List<List<List<double[]>>> ALL = all();

    private DigitSkeletons() {}

    /** The ways in which a digit is written. */
    static List<List<double[]>> of(int digit) {
        return ALL.get(digit);
    }

    @LongFunction("a table")
    private static List<List<List<double[]>>> all() {
        return List.of(
                List.of(strokes(pen().arc(0, 0, 0.6, 1, -90, 270)), strokes(pen().arc(0, 0, 0.45, 0.95, -60, 290))),
                List.of(
                        strokes(pen().to(0, -1).to(0, 1)),
                        strokes(pen().to(-0.35, -0.55).to(0.1, -1).to(0.1, 1)),
                        strokes(
                                pen().to(-0.3, -0.65).to(0.05, -1).to(0.05, 1),
                                pen().to(-0.4, 1).to(0.45, 1))),
                List.of(
                        strokes(pen().arc(0, -0.45, 0.55, 0.55, 200, 395)
                                .to(-0.58, 1)
                                .to(0.6, 1)),
                        strokes(pen().arc(0, -0.45, 0.5, 0.55, 190, 400)
                                .arc(-0.32, 0.82, 0.22, 0.18, 300, 90)
                                .to(0.1, 0.85)
                                .to(0.6, 0.95))),
                List.of(
                        strokes(pen().arc(-0.05, -0.5, 0.5, 0.5, 205, 450).arc(-0.05, 0.49, 0.6, 0.51, 270, 515)),
                        strokes(pen().to(-0.5, -1).to(0.45, -1).to(-0.05, -0.2).arc(-0.05, 0.39, 0.6, 0.61, 270, 510))),
                List.of(
                        strokes(pen().to(0.65, 0.35).to(-0.6, 0.35).to(0.25, -1).to(0.25, 1)),
                        strokes(
                                pen().to(-0.42, -1).to(-0.55, 0.1).to(0.6, 0.1),
                                pen().to(0.45, -0.9).to(0.38, 1))),
                List.of(
                        strokes(pen().to(0.5, -1).to(-0.4, -1).to(-0.46, -0.08).arc(0, 0.38, 0.58, 0.62, 218, 505)),
                        strokes(
                                pen().to(-0.35, -0.95).to(-0.4, -0.15).arc(-0.05, 0.38, 0.55, 0.6, 250, 500),
                                pen().to(-0.35, -0.95).to(0.55, -1))),
                List.of(
                        strokes(pen().arc(0.55, 0.4, 1.1, 1.43, 258, 180).arc(0, 0.42, 0.55, 0.58, 180, -180)),
                        strokes(pen().to(0.15, -1).arc(0, 0.45, 0.5, 0.52, 190, -170))),
                List.of(
                        strokes(pen().to(-0.55, -1).to(0.55, -1).to(-0.1, 1)),
                        strokes(
                                pen().to(-0.55, -0.95).to(0.55, -1).to(0, 1),
                                pen().to(-0.25, 0.05).to(0.5, 0))),
                List.of(
                        strokes(pen().arc(0, -0.5, 0.45, 0.48, 90, -270).arc(0, 0.49, 0.56, 0.51, 270, 630)),
                        strokes(figureOfEight())),
                List.of(
                        strokes(pen().arc(0, -0.45, 0.52, 0.53, 0, -360).to(0.42, 1)),
                        strokes(pen().arc(-0.55, -0.4, 1.1, 1.43, 78, 0).arc(0, -0.42, 0.55, 0.58, 0, -360))));
    }

    private static Pen figureOfEight() {
        Pen pen = pen();
        int pieces = 32;
        for (int k = 0; k <= pieces; k++) {
            double angle = 2 * StrictMath.PI * k / pieces;
            pen.to(0.52 * StrictMath.sin(2 * angle), -StrictMath.cos(angle));
        }
        return pen;
    }

    private static Pen pen() {
        return new Pen();
    }

    private static List<double[]> strokes(Pen... pens) {
        return java.util.Arrays.stream(pens).map(Pen::stroke).toList();
    }

    /** Draws one stroke. */
    private static final class Pen {
        private final List<Double> points = new ArrayList<>();

        /** A straight line to a point; the first point is where the pen is put down. */
        Pen to(double x, double y) {
            int size = points.size();
            if (size > 0) {
                double fromX = points.get(size - 2);
                double fromY = points.get(size - 1);
                int pieces = Math.max(1, (int) Math.ceil(StrictMath.hypot(x - fromX, y - fromY) / PIECE));
                for (int k = 1; k < pieces; k++) {
                    points.add(fromX + (x - fromX) * k / pieces);
                    points.add(fromY + (y - fromY) * k / pieces);
                }
            }
            points.add(x);
            points.add(y);
            return this;
        }

        /** Part of an ellipse. */
        Pen arc(double x, double y, double radiusX, double radiusY, double from, double until) {
            int pieces = (int) Math.ceil(Math.abs(until - from) / 18);
            for (int k = 0; k <= pieces; k++) {
                double angle = StrictMath.toRadians(from + (until - from) * k / pieces);
                to(x + radiusX * StrictMath.cos(angle), y + radiusY * StrictMath.sin(angle));
            }
            return this;
        }

        double[] stroke() {
            return points.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
