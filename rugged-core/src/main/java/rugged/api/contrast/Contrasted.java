package rugged.api.contrast;

import rugged.api.model.Landscape;

/**
 * Parameters of a law p(s; x) = e^{-H(s; x)}/Z(x) that is to make examples likely. The gradient of minus the mean log-likelihood is a contrast of two phases,
 *
 * <pre>dE/dx = &lt;dH/dx&gt;_examples - &lt;dH/dx&gt;_p,</pre>
 *
 * <p>of which the second needs no Z but configurations drawn from p: by chains, of a {@link Contrast}. Short chains make contrastive divergence of it. {@link #energy} may be another one that is known exactly, such as the pseudo-likelihood; the contrast is always that of the likelihood.
 */
public interface Contrasted extends Landscape {
    /** P, how many examples there are. */
    int patterns();

    /**
     * The two phases, with scratch of their own, for one trajectory.
     *
     * @param examples the most that are clamped at a time
     * @param chains how many chains there are
     */
    Contrast contrast(int examples, int chains);

    @Override
    Contrasted fork();
}
