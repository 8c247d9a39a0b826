/** What a student has learnt from its teacher. */
@NullMarked
package rugged.observable.narrow;

import org.jspecify.annotations.NullMarked;
