/** Runs side by side. */
@NullMarked
package rugged.web.compare;

import org.jspecify.annotations.NullMarked;
