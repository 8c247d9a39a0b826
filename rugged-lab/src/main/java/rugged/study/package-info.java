/** Study files read, checked and laid out as a plan. */
@NullMarked
package rugged.study;

import org.jspecify.annotations.NullMarked;
