package rugged.data;

import java.util.List;
import rugged.api.DataSpec.Outline;
import rugged.api.DataSpec.Pixels;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.params.BadParameter;

/**
 * From what was read or drawn to examples: normalisation, then principal components.
 *
 * @param labels what labels are
 * @param classes number of classes; 2 for signs, 0 for values
 * @param normalisation how inputs are shifted and scaled
 * @param pca number of principal components kept; 0 keeps the inputs
 */
record Preparation(Labels labels, int classes, Normalisation normalisation, int pca) {
    /**
     * Inputs with their labels.
     *
     * @param inputs [count width]
     * @param targets [count]
     */
    record Part(double[] inputs, double[] targets) {}

    /** Of pictures of digits. */
    static Preparation of(DigitLabels labels, Normalisation normalisation, int pca) {
        return new Preparation(labels.kind(), labels.classes(), normalisation, pca);
    }

    /** Says what is wrong with {@code pca}, if anything is. */
    void check(int patterns, int width) {
        if (pca > width) {
            throw new BadParameter("pca", pca, "an input has " + width + " numbers", "0 (none) to " + width);
        }
        if (pca > 0 && pca >= patterns) {
            String wrong = patterns + " training examples span at most " + (patterns - 1) + " components";
            throw new BadParameter("pca", pca, wrong, "fewer components, or more patterns");
        }
    }

    /**
     * What will come out.
     *
     * @param shape extents of an input: those of a picture where they are two or three
     */
    Outline outline(int patterns, int tests, List<Integer> shape) {
        int width = shape.stream().reduce(1, (a, b) -> a * b);
        check(patterns, width);
        if (pca > 0) return new Outline(patterns, tests, pca, labels, classes);
        return new Outline(patterns, tests, width, labels, classes, Pixels.of(shape));
    }

    /**
     * The examples. Inputs are changed in place.
     *
     * @param shape extents of an input
     */
    Examples examples(List<Integer> shape, Part training, Part testing) {
        int width = shape.stream().reduce(1, (a, b) -> a * b);
        check(training.targets().length, width);
        normalisation.apply(training.inputs(), testing.inputs(), width);
        double[] inputs = training.inputs();
        double[] testInputs = testing.inputs();
        List<Integer> extents = shape;
        if (pca > 0) {
            PrincipalComponents components = PrincipalComponents.fit(inputs, width, pca);
            inputs = components.coordinates(inputs);
            testInputs = components.coordinates(testInputs);
            extents = List.of(pca);
        }
        return new Examples(labels, classes, extents, inputs, training.targets(), testInputs, testing.targets());
    }
}
