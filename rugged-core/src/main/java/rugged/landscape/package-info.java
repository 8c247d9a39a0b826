/** Energy landscapes. */
@NullMarked
package rugged.landscape;

import org.jspecify.annotations.NullMarked;
