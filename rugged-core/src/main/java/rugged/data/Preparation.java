package rugged.data;

import java.util.List;
import rugged.api.DataSpec.Outline;
import rugged.api.Examples;
import rugged.params.BadParameter;

/**
 * From pictures of digits to examples: labels, then normalisation, then principal components.
 *
 * @param labels what is told about a digit
 * @param normalisation how grey levels are shifted and scaled
 * @param pca number of principal components kept; 0 keeps the pixels
 */
record Preparation(DigitLabels labels, Normalisation normalisation, int pca) {
    /**
     * Pictures with their digits.
     *
     * @param grey grey levels from 0 to 1 [count pixels]
     * @param digits 0 ... 9 [count]
     */
    record Pictures(double[] grey, int[] digits) {}

    /** Says what is wrong with {@code pca}, if anything is. */
    void check(int patterns, int pixels) {
        if (pca > pixels) {
            throw new BadParameter("pca", pca, "an input has " + pixels + " numbers", "0 (none) to " + pixels);
        }
        if (pca > 0 && pca >= patterns) {
            String wrong = patterns + " training examples span at most " + (patterns - 1) + " components";
            throw new BadParameter("pca", pca, wrong, "fewer components, or more patterns");
        }
    }

    /** What will come out. */
    Outline outline(int patterns, int tests, int pixels) {
        check(patterns, pixels);
        return new Outline(patterns, tests, pca > 0 ? pca : pixels, labels.kind(), labels.classes());
    }

    /**
     * The examples. Grey levels are changed in place.
     *
     * @param shape extents of a picture
     */
    Examples examples(List<Integer> shape, Pictures training, Pictures testing) {
        int pixels = shape.stream().reduce(1, (a, b) -> a * b);
        check(training.digits().length, pixels);
        normalisation.apply(training.grey(), testing.grey(), pixels);
        double[] targets = targets(training.digits());
        double[] testTargets = targets(testing.digits());
        if (pca == 0) {
            return new Examples(
                    labels.kind(), labels.classes(), shape, training.grey(), targets, testing.grey(), testTargets);
        }
        PrincipalComponents components = PrincipalComponents.fit(training.grey(), pixels, pca);
        return new Examples(
                labels.kind(),
                labels.classes(),
                List.of(pca),
                components.coordinates(training.grey()),
                targets,
                components.coordinates(testing.grey()),
                testTargets);
    }

    private double[] targets(int[] digits) {
        double[] targets = new double[digits.length];
        for (int a = 0; a < digits.length; a++) targets[a] = labels.of(digits[a]);
        return targets;
    }
}
