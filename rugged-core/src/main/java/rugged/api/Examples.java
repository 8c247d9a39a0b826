package rugged.api;

import java.util.List;

/**
 * Examples, loaded. Inputs are pattern-major: input a is inputs[a d ... (a + 1) d).
 *
 * @param labels what labels are
 * @param classes number of classes; 2 for signs, 0 for values
 * @param shape extents of one input, such as [28, 28]; their product is d
 * @param inputs training inputs [P d]
 * @param targets training labels [P]
 * @param testInputs test inputs [tests d]
 * @param testTargets test labels [tests]
 */
public record Examples(
        Labels labels,
        int classes,
        List<Integer> shape,
        double[] inputs,
        double[] targets,
        double[] testInputs,
        double[] testTargets) {
    /** What labels are. */
    public enum Labels {
        /** Class numbers 0 ... classes - 1. */
        CLASSES,
        /** +1 and -1. */
        SIGNS,
        /** Real numbers, one for each example. */
        VALUES
    }

    public Examples {
        shape = List.copyOf(shape);
        int width = shape.stream().reduce(1, (a, b) -> a * b);
        if (inputs.length != width * targets.length || testInputs.length != width * testTargets.length) {
            throw new IllegalArgumentException("inputs and labels differ in number");
        }
    }

    /** d, numbers of one input. */
    public int width() {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }

    /** P, training examples. */
    public int patterns() {
        return targets.length;
    }

    /** Test examples. */
    public int tests() {
        return testTargets.length;
    }
}
