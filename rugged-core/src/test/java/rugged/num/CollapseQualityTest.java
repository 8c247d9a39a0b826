package rugged.num;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rugged.num.CollapseQuality.Point;
import rugged.num.CollapseQuality.Sized;

class CollapseQualityTest {
    /** y = N^{-b} F((x - xc) N^a) with a = 0.5, b = 0.25, xc = 1. */
    @Test
    void isOneWhereTheExponentsAreRight() {
        Random random = new Random(7);
        List<Sized> curves = new ArrayList<>();
        for (double size : new double[] {64, 256, 1024}) {
            List<Point> points = new ArrayList<>();
            for (double x = 0.5; x <= 1.5; x += 0.02) {
                double error = 1e-3;
                double y = Math.pow(size, -0.25) * Math.tanh((x - 1) * Math.sqrt(size) / 5);
                points.add(new Point(x, y + error * random.nextGaussian(), error));
            }
            curves.add(new Sized(size, points));
        }
        double right = CollapseQuality.of(curves, 1, 0.5, 0.25).value();
        // neighbouring points share an interpolated one: the mean is about 1, and its scatter over some 200 pairs about
        // 0.1
        assertThat(right).isBetween(0.6, 1.6);
        assertThat(CollapseQuality.of(curves, 1, 0.4, 0.25).value()).isGreaterThan(5 * right);
        assertThat(CollapseQuality.of(curves, 1, 0.5, 0.3).value()).isGreaterThan(5 * right);
        assertThat(CollapseQuality.of(curves, 1.05, 0.5, 0.25).value()).isGreaterThan(5 * right);
    }

    @Test
    void saysNothingOfCurvesThatDoNotOverlap() {
        List<Point> left = List.of(new Point(0, 1, 0.1), new Point(1, 1, 0.1));
        List<Point> right = List.of(new Point(2, 1, 0.1), new Point(3, 1, 0.1));
        List<Point> exact = List.of(new Point(0, 1, 0.0), new Point(1, 1, Double.NaN));
        assertThat(CollapseQuality.of(List.of(new Sized(1, left), new Sized(2, right)), 0, 0, 0)
                        .value())
                .isNaN();
        assertThat(CollapseQuality.of(List.of(new Sized(1, left), new Sized(2, exact)), 0, 0, 0)
                        .value())
                .isNaN();
        assertThat(CollapseQuality.of(List.of(new Sized(1, left)), 0, 0, 0).value())
                .isNaN();
        assertThat(CollapseQuality.of(List.of(), 0, 0, 0).value()).isNaN();
    }
}
