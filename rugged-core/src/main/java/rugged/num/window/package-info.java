/** Products of matrices with windows that move over pictures, in vectors and in plain Java. */
@NullMarked
package rugged.num.window;

import org.jspecify.annotations.NullMarked;
