/** Networks of conductances that learn. */
@NullMarked
package rugged.landscape.physical;

import org.jspecify.annotations.NullMarked;
