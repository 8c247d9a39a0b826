/** Quantities measured along a run. */
@NullMarked
package rugged.observable;

import org.jspecify.annotations.NullMarked;
