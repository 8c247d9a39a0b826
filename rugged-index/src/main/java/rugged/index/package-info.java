/** Names under which things are found, and the processor that collects them while compiling. */
@NullMarked
package rugged.index;

import org.jspecify.annotations.NullMarked;
