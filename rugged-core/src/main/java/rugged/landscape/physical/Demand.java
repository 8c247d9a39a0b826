package rugged.landscape.physical;

import rugged.api.physical.Transfer;

/**
 * What a network should do: at currents X[P][n_in] drops Y[P][n_out]; c weighs a squared error.
 *
 * @param inputs n_in
 * @param outputs n_out
 * @param x currents, example by example
 * @param y drops
 * @param scale c
 */
record Demand(int inputs, int outputs, double[] x, double[] y, double scale) {
    int examples() {
        return x.length / inputs;
    }

    /** Writes T x - y of one example to e from {@code at} on and returns c |e|^2. */
    double error(Transfer response, int mu, double[] e, int at) {
        double[] transfer = response.transfer();
        double square = 0.0;
        for (int j = 0; j < outputs; j++) {
            double sum = -y[mu * outputs + j];
            for (int i = 0; i < inputs; i++) sum += transfer[j * inputs + i] * x[mu * inputs + i];
            e[at + j] = sum;
            square += sum * sum;
        }
        return scale * square;
    }

    /** Overwrites e[P n_out] and returns the mean of c |e|^2. */
    double errors(Transfer response, double[] e) {
        double sum = 0.0;
        for (int mu = 0; mu < examples(); mu++) sum += error(response, mu, e, mu * outputs);
        return sum / examples();
    }
}
