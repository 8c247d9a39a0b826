/** Networks that a physical state runs through: conductances as states, currents in, potential drops out. */
@NullMarked
package rugged.api.physical;

import org.jspecify.annotations.NullMarked;
