/** What a run watches of itself: heap, rate, expectation. */
@NullMarked
package rugged.run.watch;

import org.jspecify.annotations.NullMarked;
