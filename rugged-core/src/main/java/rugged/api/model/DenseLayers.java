package rugged.api.model;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Supervised examples under a function that is a chain of dense layers: layer l takes u_l, its inputs with a constant where it has biases, to u_l W_l, with
 * W_l a block of x. The gradient of one example with respect to W_l is then the outer product of u_l and of d_l, the slope of its loss at the outputs of the
 * layer: what Kronecker-factored methods need.
 */
public interface DenseLayers extends Supervised {
    /** The matrices W_l in order; they cover x. */
    List<Dense> dense();

    /**
     * Overwrites a[l][inputs inputs] with the mean over a batch of u_l u_l^T and s[l][outputs outputs] with that of d_l d_l^T, for slopes d_l of labels that are
     * drawn from what the function itself predicts: at the outputs their mean is 0 and their covariance is the Hessian of the loss, so that the mean of
     * (u u^T) (x) (d d^T) is, for one layer, the Gauss-Newton matrix. What all examples share, such as weight decay, is left out. One batch gradient, and
     * inputs^2 + outputs^2 multiply-adds an example and layer.
     *
     * @param random draws the labels
     */
    void kroneckerFactors(double[] x, Batch batch, RandomGenerator random, double[][] a, double[][] s);

    /**
     * Where a matrix W_l[inputs, outputs] lies, row by row.
     *
     * @param from first coordinate
     * @param inputs rows; the constant, where there is one, comes last
     * @param outputs columns
     * @param constant whether there is one
     */
    record Dense(int from, int inputs, int outputs, boolean constant) {
        /** Rows without that of the constant. */
        public int weights() {
            return constant ? inputs - 1 : inputs;
        }
    }

    @Override
    DenseLayers fork();
}
