package rugged.num.spectral;

import rugged.num.Vectors;

/**
 * The eigenvalues at the two ends of a spectrum, each as often as it is repeated, with eigenvectors, by Lanczos from random vectors. A pair has converged when its residual
 * |A u - theta u|, from a product of its own, is at most the tolerance times the largest |theta|: there is an eigenvalue that close. That it is the k-th is known where
 * another random vector, orthogonal to all that was found, shows none further out; one is passed over with a probability of less than 1e-4. Of eigenvalues that are closer to
 * each other than the tolerance the order is not known.
 *
 * @param top the largest, from the largest on
 * @param bottom the smallest, from the smallest on
 * @param steps products that were needed
 * @param all whether all that were asked for have converged
 */
public record Extremes(End top, End bottom, int steps, boolean all) {
    /**
     * One end.
     *
     * @param values eigenvalues, outermost first; fewer than asked for when the operator has no more, or the products did not suffice
     * @param residuals |A u - theta u|
     * @param vectors unit vectors u
     * @param most the residual up to which a pair is an eigenpair
     * @param certain so many of the outermost ones are known to be those in that place
     */
    public record End(double[] values, double[] residuals, double[][] vectors, double most, int certain) {
        /** Whether the pair k, from 0, is an eigenpair. */
        public boolean reliable(int k) {
            return residuals[k] <= most;
        }

        /** How many of them have converged: eigenpairs, and known to be those in their place. */
        public int converged() {
            int count = 0;
            for (int k = 0; k < certain; k++) if (reliable(k)) count++;
            return count;
        }

        /** How many. */
        public int size() {
            return values.length;
        }
    }

    /** |A u - theta u| for a unit vector u[N]. */
    public static double residual(SymmetricOperator operator, double value, double[] vector) {
        double[] image = new double[vector.length];
        operator.apply(vector, image);
        Vectors.add(image, -value, vector);
        return SpectralVectors.norm(image);
    }
}
