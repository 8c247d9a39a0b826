/** What signals do in the layers of a deep network. */
@NullMarked
package rugged.api.signal;

import org.jspecify.annotations.NullMarked;
