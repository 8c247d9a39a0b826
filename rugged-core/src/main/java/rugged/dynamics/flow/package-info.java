/** Descent along the whole gradient, by steps or in continuous time. */
@NullMarked
package rugged.dynamics.flow;

import org.jspecify.annotations.NullMarked;
