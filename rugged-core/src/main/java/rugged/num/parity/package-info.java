/** Linear equations over the field of two elements. */
@NullMarked
package rugged.num.parity;

import org.jspecify.annotations.NullMarked;
