package rugged.meanfield.bayesian;

import java.util.Arrays;
import rugged.num.spectral.DenseSpectrum;

/** tr(K^{-1} K')/P, K' = A A^T/N_L of the features A[P N_L] of a network and K that of infinite width, whose eigenvectors are found once: sum_a |A^T v_a|^2/(e_a N_L P). */
public final class FeatureScale {
    /** Of the largest eigenvalue, below which a direction is none. */
    private static final double FLOOR = 1e-12;

    private final DenseSpectrum spectrum;
    private final int units;

    /**
     * For the examples of a network.
     *
     * @param inputs [P N0]
     */
    public FeatureScale(BayesianNetwork network, double[] inputs, int width) {
        units = network.layers().getLast();
        Covariances fields = Covariances.ofInputs(inputs, new double[0], width, network.lambda0());
        double[] ones = new double[network.layers().size()];
        Arrays.fill(ones, 1.0);
        Covariances outputs = DeepSaddle.outputs(network.activation(), network.decays(), fields, ones)
                .times(network.lambda1());
        spectrum = DenseSpectrum.of(outputs.patterns(), outputs.learnt(), true);
    }

    /** Of features [P N_L], row by row. */
    public double of(double[] features) {
        double[] values = spectrum.values();
        double least = FLOOR * values[values.length - 1];
        double sum = 0.0;
        int rank = 0;
        for (int a = 0; a < values.length; a++) {
            if (!(values[a] > least)) continue;
            rank++;
            double along = 0.0;
            for (int i = 0; i < units; i++) {
                double product = 0.0;
                double[] v = spectrum.vectors()[a];
                for (int p = 0; p < v.length; p++) product += v[p] * features[p * units + i];
                along += product * product;
            }
            sum += along / values[a];
        }
        return sum / ((double) units * rank);
    }
}
