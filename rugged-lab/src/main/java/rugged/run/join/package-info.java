/** Points that were computed elsewhere, in one folder. */
@NullMarked
package rugged.run.join;

import org.jspecify.annotations.NullMarked;
