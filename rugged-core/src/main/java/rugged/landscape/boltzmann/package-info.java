/** The weights of a restricted Boltzmann machine as a landscape: likelihood and pseudo-likelihood of examples, and the chains by which it learns. */
@NullMarked
package rugged.landscape.boltzmann;

import org.jspecify.annotations.NullMarked;
