/** The law of two layers of bits that interact between the layers only: conditional draws, chains, exact sums, pseudo-likelihood, annealed importance sampling. */
@NullMarked
package rugged.num.boltzmann;

import org.jspecify.annotations.NullMarked;
