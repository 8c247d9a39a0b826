/** The few interfaces between landscapes, dynamics, observables, protocols and theories. */
@NullMarked
package rugged.api;

import org.jspecify.annotations.NullMarked;
