/** What a model offers: an energy over configurations, gradients, products with the Hessian, batches, spins and other units, blocks of them. */
@NullMarked
package rugged.api.model;

import org.jspecify.annotations.NullMarked;
