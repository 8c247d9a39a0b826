/** Time and memory that a plan needs, on this machine. */
@NullMarked
package rugged.study.cost;

import org.jspecify.annotations.NullMarked;
