package rugged.data.stroke;

import java.util.Arrays;
import java.util.List;
import rugged.num.RandomStream;

/**
 * Paints one digit: a skeleton is bent by a smooth field, moved by an affine map, and drawn with a round pen. The grey level of a pixel is the part of a unit
 * step that lies within the pen, g = ink clamp(r + 1/2 - distance to the strokes, 0, 1), plus Gaussian noise, cut to [0, 1]. Not for several threads at once.
 */
public final class StrokePainter {
    /** Pixels of a side. */
    public static final int SIDE = 28;

    /** Pixels of half the height of a digit. */
    private static final double HALF_HEIGHT = 9.3;

    /** Standard deviations: angle in radians, shear, logarithm of the size, logarithm of the ratio of sides, shift in pixels. */
    private static final double TURN = 0.12;

    private static final double SHEAR = 0.18;
    private static final double SIZE = 0.07;
    private static final double ASPECT = 0.12;
    private static final double SHIFT = 1.05;

    /** Waves that bend a skeleton, their strength, and their largest wave number in units of 1 over half the height. */
    private static final int WAVES = 3;

    private static final double BEND = 0.063;
    private static final double WAVE_NUMBER = 2.5;

    /** Radius of the pen in pixels, and the spread of its logarithm. */
    private static final double PEN = 1.35;

    private static final double PEN_SPREAD = 0.18;

    /** Weakest ink. */
    private static final double PALEST = 0.7;

    private static final double NOISE = 0.06;

    private final double[] waves = new double[WAVES * 5];
    private final double[] picture = new double[SIDE * SIDE];
    private double m11;
    private double m12;
    private double m21;
    private double m22;
    private double shiftX;
    private double shiftY;
    private double radius;

    /** Draws a digit by lot, overwrites grey[at ... at + 784) with a picture of it, and returns it. */
    public int paint(RandomStream random, double[] grey, int at) {
        int digit = random.nextInt(10);
        List<List<double[]>> ways = DigitSkeletons.of(digit);
        List<double[]> strokes = ways.get(random.nextInt(ways.size()));
        draw(random);
        double ink = PALEST + (1.0 - PALEST) * random.nextDouble();
        Arrays.fill(picture, 0.0);
        for (double[] stroke : strokes) stroke(stroke);
        for (int k = 0; k < picture.length; k++) {
            double value = ink * picture[k] + NOISE * random.nextGaussian();
            grey[at + k] = Math.clamp(value, 0.0, 1.0);
        }
        return digit;
    }

    private void draw(RandomStream random) {
        for (int w = 0; w < WAVES; w++) {
            waves[5 * w] = BEND * random.nextGaussian();
            waves[5 * w + 1] = BEND * random.nextGaussian();
            waves[5 * w + 2] = WAVE_NUMBER * (2.0 * random.nextDouble() - 1.0);
            waves[5 * w + 3] = WAVE_NUMBER * (2.0 * random.nextDouble() - 1.0);
            waves[5 * w + 4] = 2.0 * StrictMath.PI * random.nextDouble();
        }
        double angle = TURN * random.nextGaussian();
        double shear = SHEAR * random.nextGaussian();
        double size = HALF_HEIGHT * StrictMath.exp(SIZE * random.nextGaussian());
        double aspect = StrictMath.exp(0.5 * ASPECT * random.nextGaussian());
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        m11 = size * aspect * cos;
        m21 = size * aspect * sin;
        m12 = size / aspect * (-shear * cos - sin);
        m22 = size / aspect * (-shear * sin + cos);
        double middle = 0.5 * (SIDE - 1);
        shiftX = middle + SHIFT * random.nextGaussian();
        shiftY = middle + SHIFT * random.nextGaussian();
        radius = PEN * StrictMath.exp(PEN_SPREAD * random.nextGaussian());
    }

    private void stroke(double[] points) {
        double fromX = 0.0;
        double fromY = 0.0;
        for (int k = 0; k < points.length; k += 2) {
            double bentX = points[k];
            double bentY = points[k + 1];
            for (int w = 0; w < waves.length; w += 5) {
                double wave = StrictMath.sin(waves[w + 2] * points[k] + waves[w + 3] * points[k + 1] + waves[w + 4]);
                bentX += waves[w] * wave;
                bentY += waves[w + 1] * wave;
            }
            double x = shiftX + m11 * bentX + m12 * bentY;
            double y = shiftY + m21 * bentX + m22 * bentY;
            if (k > 0) segment(fromX, fromY, x, y);
            fromX = x;
            fromY = y;
        }
    }

    private void segment(double x0, double y0, double x1, double y1) {
        double reach = radius + 0.5;
        int left = Math.max(0, (int) Math.ceil(Math.min(x0, x1) - reach));
        int right = Math.min(SIDE - 1, (int) Math.floor(Math.max(x0, x1) + reach));
        int top = Math.max(0, (int) Math.ceil(Math.min(y0, y1) - reach));
        int bottom = Math.min(SIDE - 1, (int) Math.floor(Math.max(y0, y1) + reach));
        double dx = x1 - x0;
        double dy = y1 - y0;
        double square = dx * dx + dy * dy;
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double along = square > 0.0 ? ((column - x0) * dx + (row - y0) * dy) / square : 0.0;
                double part = Math.clamp(along, 0.0, 1.0);
                double offX = column - x0 - part * dx;
                double offY = row - y0 - part * dy;
                double level = Math.min(1.0, reach - Math.sqrt(offX * offX + offY * offY));
                int pixel = row * SIDE + column;
                if (level > picture[pixel]) picture[pixel] = level;
            }
        }
    }
}
