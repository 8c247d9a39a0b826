/** What the Hessian and the covariance of the noise say: edges, spectra, curvature at inherent structures. */
@NullMarked
package rugged.observable.curvature;

import org.jspecify.annotations.NullMarked;
