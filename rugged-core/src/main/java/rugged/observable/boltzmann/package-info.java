/** What a restricted Boltzmann machine has learnt: likelihood and pseudo-likelihood, reconstructions, the spectrum of its weights, and what it dreams of. */
@NullMarked
package rugged.observable.boltzmann;

import org.jspecify.annotations.NullMarked;
