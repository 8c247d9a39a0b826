/** Observables of tangent kernels and of ensembles of networks. */
@NullMarked
package rugged.observable.kernel;

import org.jspecify.annotations.NullMarked;
