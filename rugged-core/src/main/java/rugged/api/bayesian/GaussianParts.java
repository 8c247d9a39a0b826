package rugged.api.bayesian;

import java.util.random.RandomGenerator;
import rugged.api.Need;
import rugged.api.model.Landscape;

/**
 * A landscape in which the law exp(-E) of some ranges of coordinates, given all others, is Gaussian and can be drawn at once: the readout of a network under squared errors and a Gaussian prior, and both layers of a linear network. Such draws have no step size and reject nothing.
 * {@link rugged.api.LandscapeSpec#provides} names {@link Need#GAUSSIAN_PARTS}, and {@link Need#GAUSSIAN_THROUGHOUT} where the parts cover all coordinates.
 */
public interface GaussianParts extends Landscape {
    /** How many parts there are, at least 1. They do not overlap. */
    int parts();

    /** First coordinate of a part. */
    int from(int part);

    /** One past the last coordinate of a part. */
    int to(int part);

    /** Overwrites the part of x[N] with a draw from its law exp(-E) given the rest of x, at temperature 1. */
    void draw(int part, double[] x, RandomGenerator random);

    /** Overwrites the part of c[N] with Sigma h, Sigma the covariance of that law and h[N] any vector, of which the part counts: by how much a field h moves the mean. x is not modified. */
    void covariance(int part, double[] x, double[] h, double[] c);

    @Override
    GaussianParts fork();
}
