package rugged.meanfield.bayesian;

/**
 * Kernels of a network of infinite width for two inputs of length |x|^2 = d with a cosine, layer by layer from K_0 = Theta_0 = cosine:
 *
 * <pre>K_{l+1} = E s(u) s(v),    Theta_{l+1} = Theta_l E s'(u) s'(v) + K_{l+1},</pre>
 *
 * <p>(u, v) Gaussian with the K_l of both inputs as covariance. K is the covariance of outputs at the start (NNGP), Theta the tangent kernel (NTK) with all weights and the readout trained, no biases. Normalised units are divided by the root of E s(z)^2, z standard normal, which keeps K(x, x) = 1.
 *
 * <p>Source: Lee et al., ICLR 2018; Jacot, Gabriel and Hongler, NeurIPS 31, 8571 (2018). Closed for erf, relu and linear units; tanh by quadrature to 1e-10.
 *
 * @param process K_L
 * @param tangent Theta_L
 */
public record TangentKernel(double process, double tangent) {
    /**
     * The kernels behind a number of hidden layers.
     *
     * @param depth L, at least 1
     * @param cosine of the inputs
     */
    public static TangentKernel of(HiddenUnit unit, boolean normalised, int depth, double cosine) {
        double scale = normalised ? 1.0 / unit.kernel(1.0, 1.0, 1.0) : 1.0;
        double own = 1.0;
        double process = cosine;
        double tangent = cosine;
        for (int l = 0; l < depth; l++) {
            double next = scale * unit.kernel(own, own, process);
            tangent = tangent * scale * unit.slopes(own, own, process) + next;
            own = scale * unit.kernel(own, own, own);
            process = next;
        }
        return new TangentKernel(process, tangent);
    }
}
