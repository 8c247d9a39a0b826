/** Numbers of one configuration: energy, losses, norms. */
@NullMarked
package rugged.observable.scalar;

import org.jspecify.annotations.NullMarked;
