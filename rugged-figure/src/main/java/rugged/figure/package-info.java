/** Tables drawn as figures; knows nothing of physics. */
@NullMarked
package rugged.figure;

import org.jspecify.annotations.NullMarked;
