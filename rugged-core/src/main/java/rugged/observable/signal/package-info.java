/** What happens to signals in the layers of a deep network. */
@NullMarked
package rugged.observable.signal;

import org.jspecify.annotations.NullMarked;
