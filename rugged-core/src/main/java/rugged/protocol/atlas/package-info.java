/** Searches that draw the map of a landscape: minima, transition states and the ways between them. */
@NullMarked
package rugged.protocol.atlas;

import org.jspecify.annotations.NullMarked;
