/** Initial states. */
@NullMarked
package rugged.start;

import org.jspecify.annotations.NullMarked;
