package rugged.api;

import java.util.List;
import java.util.Optional;
import rugged.params.Kind;
import rugged.params.Spec;

/** Describes examples to learn: from files, or drawn by seed. Loading is a pure function of the spec (and of the files it names). */
@Kind("data")
public interface DataSpec extends Spec {
    /** What will be loaded, without loading it. */
    Outline outline();

    /**
     * What the user should know of the data before anything runs; empty when there is nothing. Here data that {@link #load} would refuse are refused already, where that can be found out in
     * seconds.
     */
    default String remark() {
        return "";
    }

    /** The examples. Called once for each model; the arrays are not changed afterwards by anybody. */
    Examples load();

    /**
     * What data consist of.
     *
     * @param patterns P, training examples
     * @param tests test examples
     * @param width d, numbers of one input
     * @param labels what labels are
     * @param classes number of classes; 2 for signs, 0 for values
     * @param pixels how the numbers of an input lie in a picture; empty where inputs are no pictures
     */
    record Outline(int patterns, int tests, int width, Examples.Labels labels, int classes, Optional<Pixels> pixels) {
        public Outline {
            if (pixels.isPresent() && pixels.get().size() != width)
                throw new IllegalArgumentException(pixels.get() + " are not " + width + " numbers");
        }

        /** Of inputs that are no pictures. */
        public Outline(int patterns, int tests, int width, Examples.Labels labels, int classes) {
            this(patterns, tests, width, labels, classes, Optional.empty());
        }

        /** The same examples, as pictures. */
        public Outline of(Pixels picture) {
            return new Outline(patterns, tests, width, labels, classes, Optional.of(picture));
        }
    }

    /**
     * How the numbers of a picture lie in an input, channel after channel and row after row: number (channel height + row) width + column.
     *
     * @param channels 1 for grey levels, 3 for colours
     * @param height number of rows
     * @param width number of columns
     */
    record Pixels(int channels, int height, int width) {
        /** From the extents of an input: rows and columns, or channels, rows and columns; empty for others. */
        public static Optional<Pixels> of(List<Integer> shape) {
            return switch (shape.size()) {
                case 2 -> Optional.of(new Pixels(1, shape.get(0), shape.get(1)));
                case 3 -> Optional.of(new Pixels(shape.get(0), shape.get(1), shape.get(2)));
                default -> Optional.empty();
            };
        }

        /** d, numbers of one input. */
        public int size() {
            return channels * height * width;
        }

        @Override
        public String toString() {
            return channels + " x " + height + " x " + width;
        }
    }
}
