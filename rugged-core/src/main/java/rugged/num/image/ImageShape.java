package rugged.num.image;

import java.util.List;

/**
 * What images are made of: numbers in the order of channels, then rows, then columns.
 *
 * @param channels colours
 * @param height rows
 * @param width columns
 */
public record ImageShape(int channels, int height, int width) {
    /** From the extents of an input: rows and columns, and before them channels where there are several. */
    public static ImageShape of(List<Integer> extents) {
        int rank = extents.size();
        if (rank < 2 || rank > 3)
            throw new IllegalArgumentException("deform needs images, and inputs have the extents " + extents);
        return new ImageShape(rank == 3 ? extents.getFirst() : 1, extents.get(rank - 2), extents.get(rank - 1));
    }

    /** Pixels of a side, where sides are equal. */
    public int side() {
        if (height != width)
            throw new IllegalArgumentException("deform needs square images, got " + height + "x" + width);
        return height;
    }

    /** Pixels of a channel. */
    public int area() {
        return height * width;
    }

    /** Numbers of one image. */
    public int numbers() {
        return channels * area();
    }
}
