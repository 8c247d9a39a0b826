/** Searches on any landscape with a gradient: minima, transition states and the ways between them. */
@NullMarked
package rugged.compose.search;

import org.jspecify.annotations.NullMarked;
