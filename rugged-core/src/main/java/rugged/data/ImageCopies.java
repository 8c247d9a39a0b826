package rugged.data;

import java.util.Arrays;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.image.DisplacementFields;
import rugged.num.image.DisplacementLaw;
import rugged.num.image.ImageShape;
import rugged.num.image.ImageWarp;
import rugged.num.image.Interpolation;

/**
 * Makes transformed copies of images: mirrored, shifted by whole pixels, displaced by a smooth field. What comes in from outside is the background, for each channel the median of the pixels at the border over all images. Copy k of image a is a function of the image, the background and (seed, k, a) alone.
 */
final class ImageCopies {
    private final ImageShape shape;
    private final int shifts;
    private final boolean flips;
    private final double temperature;
    private final DisplacementFields[] fields;
    private final ImageWarp warp;
    private final double[] dx;
    private final double[] dy;
    private final double[] moved;

    /**
     * @param shifts largest shift in pixels, in either direction
     * @param displacement typical displacement of a smooth field in pixels; 0 for none
     */
    ImageCopies(ImageShape shape, int shifts, boolean flips, double displacement, int cutoff) {
        this.shape = shape;
        this.shifts = shifts;
        this.flips = flips;
        moved = new double[shape.numbers()];
        dx = new double[shape.area()];
        dy = new double[shape.area()];
        warp = new ImageWarp(shape.width(), shape.channels(), Interpolation.BILINEAR);
        if (displacement > 0.0) {
            DisplacementLaw law = new DisplacementLaw(shape.side(), cutoff);
            temperature = law.temperature(displacement);
            fields = new DisplacementFields[] {new DisplacementFields(law)};
        } else {
            temperature = 0.0;
            fields = new DisplacementFields[0];
        }
    }

    /** The background of each channel. */
    static double[] background(ImageShape shape, double[] images) {
        int count = images.length / shape.numbers();
        int height = shape.height();
        int width = shape.width();
        double[] background = new double[shape.channels()];
        double[] border = new double[count * shape.area()];
        for (int c = 0; c < background.length; c++) {
            int found = 0;
            for (int a = 0; a < count; a++) {
                int from = a * shape.numbers() + c * shape.area();
                for (int y = 0; y < height; y++) {
                    boolean whole = y == 0 || y == height - 1;
                    for (int x = 0; x < width; x++)
                        if (whole || x == 0 || x == width - 1) border[found++] = images[from + y * width + x];
                }
            }
            Arrays.sort(border, 0, found);
            background[c] = 0.5 * (border[(found - 1) / 2] + border[found / 2]);
        }
        return background;
    }

    /** Copy {@code copy} of all images, in their order, into out from {@code to} on. */
    void make(double[] images, double[] background, Streams streams, int copy, double[] out, int to) {
        Streams family = streams.family("copy", copy);
        int d = shape.numbers();
        for (int a = 0; a < images.length / d; a++) {
            RandomStream random = family.stream("image", a);
            boolean mirror = random.nextBoolean() && flips;
            int right = random.nextInt(2 * shifts + 1) - shifts;
            int down = random.nextInt(2 * shifts + 1) - shifts;
            move(images, a * d, mirror, right, down, background);
            if (fields.length == 0) System.arraycopy(moved, 0, out, to + a * d, d);
            else {
                fields[0].draw(random, temperature, dx, dy);
                warp.apply(moved, 0, dx, dy, out, to + a * d);
            }
        }
    }

    private void move(double[] images, int at, boolean mirror, int right, int down, double[] background) {
        int height = shape.height();
        int width = shape.width();
        for (int c = 0; c < shape.channels(); c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int row = y - down;
                    int column = x - right;
                    boolean inside = row >= 0 && row < height && column >= 0 && column < width;
                    int from = mirror ? width - 1 - column : column;
                    moved[(c * height + y) * width + x] =
                            inside ? images[at + (c * height + row) * width + from] : background[c];
                }
            }
        }
    }
}
