/** What is measured of a physical network. */
@NullMarked
package rugged.observable.physical;

import org.jspecify.annotations.NullMarked;
