/** Eigenvalues of symmetric operators, all of them or without ever forming the matrix, each with an error. */
@NullMarked
package rugged.num.spectral;

import org.jspecify.annotations.NullMarked;
