/** Models whose energy counts constraints. */
@NullMarked
package rugged.api.constraint;

import org.jspecify.annotations.NullMarked;
