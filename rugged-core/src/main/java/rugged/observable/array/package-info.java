/** Observables whose values are arrays: recorded as a whole, to be counted, averaged or looked at afterwards. */
@NullMarked
package rugged.observable.array;

import org.jspecify.annotations.NullMarked;
