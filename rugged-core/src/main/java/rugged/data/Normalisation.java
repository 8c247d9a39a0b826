package rugged.data;

import rugged.params.BadParameter;

/** How inputs are shifted and scaled. What is measured for it is measured on the training inputs alone, and applied to the test inputs too. */
public enum Normalisation {
    /** Not at all: grey levels from 0 to 1. */
    NONE,
    /** The mean training input is subtracted, then each input is scaled to |xi|^2 = d. */
    UNIT,
    /** Minus the mean grey level, divided by its standard deviation: one number each, over all pixels of all training inputs. */
    STANDARD;

    /**
     * Changes inputs in place.
     *
     * @param inputs training inputs [P d]
     * @param tests test inputs [tests d]
     * @param width d
     */
    void apply(double[] inputs, double[] tests, int width) {
        switch (this) {
            case NONE -> {}
            case STANDARD -> standardise(inputs, tests);
            case UNIT -> {
                double[] mean = mean(inputs, width);
                toSphere(inputs, mean);
                toSphere(tests, mean);
            }
        }
    }

    /** The mean input [d]. */
    static double[] mean(double[] inputs, int width) {
        double[] mean = new double[width];
        int count = inputs.length / width;
        for (int a = 0; a < count; a++) for (int i = 0; i < width; i++) mean[i] += inputs[a * width + i];
        for (int i = 0; i < width; i++) mean[i] /= count;
        return mean;
    }

    private static void standardise(double[] inputs, double[] tests) {
        double sum = 0.0;
        for (double value : inputs) sum += value;
        double mean = sum / inputs.length;
        double square = 0.0;
        for (double value : inputs) square += (value - mean) * (value - mean);
        double deviation = Math.sqrt(square / inputs.length);
        if (deviation == 0.0) {
            throw new BadParameter("normalise", "standard", "all inputs are the same number", "normalise: none");
        }
        for (double[] part : new double[][] {inputs, tests})
            for (int i = 0; i < part.length; i++) part[i] = (part[i] - mean) / deviation;
    }

    private static void toSphere(double[] inputs, double[] mean) {
        int width = mean.length;
        for (int a = 0; a < inputs.length / width; a++) {
            double square = 0.0;
            for (int i = 0; i < width; i++) {
                double value = inputs[a * width + i] - mean[i];
                inputs[a * width + i] = value;
                square += value * value;
            }
            if (square == 0.0) {
                String which = "input " + (a + 1) + " is the mean input: a vector of norm 0 has no direction";
                throw new BadParameter("normalise", "unit", which, "normalise: none or standard");
            }
            double scale = Math.sqrt(width / square);
            for (int i = 0; i < width; i++) inputs[a * width + i] *= scale;
        }
    }
}
