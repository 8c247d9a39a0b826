package rugged.landscape.convolution;

import rugged.api.DataSpec.Pixels;

/**
 * What lies between two layers of one example: pixels with their channels, in the order row, column, channel, with a rim of zeros so that windows may reach over the edge.
 *
 * @param channels numbers of a pixel
 * @param height rows
 * @param width columns
 * @param rim pixels of zeros on every side
 */
record Volume(int channels, int height, int width, int rim) {
    static Volume of(Pixels pixels) {
        return new Volume(pixels.channels(), pixels.height(), pixels.width(), 0);
    }

    /** Of dense units. */
    static Volume of(int units) {
        return new Volume(units, 1, 1, 0);
    }

    Volume withRim(int pixels) {
        return new Volume(channels, height, width, pixels);
    }

    /** Numbers without the rim. */
    int units() {
        return channels * height * width;
    }

    /** Pixels of a row with its rim. */
    int row() {
        return width + 2 * rim;
    }

    /** Numbers of a row with its rim. */
    int line() {
        return row() * channels;
    }

    /** Numbers of one example. */
    int size() {
        return (height + 2 * rim) * line();
    }

    /** Where a pixel lies. */
    int at(int y, int x) {
        return ((y + rim) * row() + x + rim) * channels;
    }

    /** Numbers of so many examples, and one line more: windows that stand on the rim, whose products nobody reads, may reach beyond the last. */
    int room(int examples) {
        return Math.addExact(Math.multiplyExact(examples, size()), Math.max(line(), channels));
    }

    /** Whether as many numbers lie in the same places, whatever the rim. */
    boolean same(Volume other) {
        return channels == other.channels && height == other.height && width == other.width;
    }

    @Override
    public String toString() {
        return channels + " x " + height + " x " + width;
    }
}
