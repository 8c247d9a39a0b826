/** Theory of jamming: the perceptron with margin, exponents of mean field. */
@NullMarked
package rugged.theory.jamming;

import org.jspecify.annotations.NullMarked;
