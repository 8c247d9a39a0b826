package rugged.landscape.boltzmann;

import java.util.List;
import rugged.api.Examples;

/**
 * Examples as bits: 1 where a number is above the threshold.
 *
 * @param shape extents of one
 * @param training [P Nv]
 * @param test [tests Nv]
 */
record BitExamples(List<Integer> shape, byte[] training, byte[] test) {
    static BitExamples of(Examples data, double threshold) {
        return new BitExamples(data.shape(), bits(data.inputs(), threshold), bits(data.testInputs(), threshold));
    }

    private static byte[] bits(double[] numbers, double threshold) {
        byte[] bits = new byte[numbers.length];
        for (int k = 0; k < bits.length; k++) bits[k] = (byte) (numbers[k] > threshold ? 1 : 0);
        return bits;
    }

    int width() {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }

    int patterns() {
        return training.length / width();
    }

    /** ln of the odds that bit i of a training example is 1, one example of either kind added (Laplace). */
    double odds(int i) {
        int ones = 0;
        int width = width();
        for (int k = i; k < training.length; k += width) ones += training[k];
        return Math.log((ones + 1.0) / (patterns() - ones + 1.0));
    }
}
