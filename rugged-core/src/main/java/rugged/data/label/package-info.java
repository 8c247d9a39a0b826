/** Data whose labels are changed. */
@NullMarked
package rugged.data.label;

import org.jspecify.annotations.NullMarked;
