/** Landscapes whose moves cost less than their energy. */
@NullMarked
package rugged.api.moves;

import org.jspecify.annotations.NullMarked;
